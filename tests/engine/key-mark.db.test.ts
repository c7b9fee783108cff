/** Which key the data goes with: kept from the first start, and another one is refused until it is taken by name. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { cannotOpen, openForCommand, openForServer } from "../../src/platform/database/open.ts";
import { SECRET } from "../support/secret.ts";
import { runSql } from "../support/run-sql.ts";
import { external, vidga } from "../support/vidga.ts";
import { newFile, query } from "../backup/backups.ts";
import { emptyDatabase, type EmptyDatabase } from "./empty-database.ts";

const OTHER = "ab".repeat(32);
const marks = (database: EmptyDatabase) =>
  query<{ number: number; mark: string }>(
    database.ownerUrl,
    "select number, mark from installation_key order by number",
  );
const withKey = (database: EmptyDatabase, secret: string) => ({
  ...external(database),
  VIDGA_SECRET: secret,
});

/** Opens and lets go; what was thrown, or null. */
async function outcome(open: typeof openForServer | typeof openForCommand, env: Record<string, string>) {
  try {
    await (await open(readConfig(env))).close();
    return null;
  } catch (error) {
    return error;
  }
}

test("the first key that the data is opened with is its own: a server and a command with another are told so in one line", async () => {
  for (const [first, second] of [
    [openForServer, openForCommand],
    [openForCommand, openForServer],
  ] as const) {
    const database = await emptyDatabase();
    expect(await outcome(first, withKey(database, SECRET))).toBeNull();
    for (const open of [first, second]) {
      const error = await outcome(open, withKey(database, OTHER));
      expect(error).toSatisfy(cannotOpen);
      expect(String(error)).toMatch(/VIDGA_SECRET.*is not the one that this data was made with/);
      expect(String(error)).not.toMatch(new RegExp(`\n|${OTHER}|${SECRET}`));
    }
    expect(await outcome(second, withKey(database, SECRET.toUpperCase()))).toBeNull();
    const kept = await marks(database);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.mark).not.toBe(SECRET);
  }
});

test("of two that open an empty database at once with different keys, one is refused", async () => {
  const database = await emptyDatabase();
  const outcomes = await Promise.all(
    [SECRET, OTHER].map((key) => outcome(openForServer, withKey(database, key))),
  );
  expect(outcomes.filter((each) => each === null)).toHaveLength(1);
  expect(outcomes.find((each) => each !== null)).toSatisfy(cannotOpen);
});

test("data that lacks the place for it, and nobody to make it, opens with any key", async () => {
  const database = await emptyDatabase();
  await outcome(openForServer, external(database));
  await runSql(database.ownerUrl, "drop table installation_key");
  const { DATABASE_OWNER_URL: _, ...withoutOwner } = withKey(database, OTHER);
  expect(await outcome(openForServer, withoutOwner)).toBeNull();
});

test("another key is refused by commands and backups until it is taken by name, with no server at work, and so is the old one back", async () => {
  const database = await emptyDatabase();
  const list = (key: string) =>
    vidga(withKey(database, key), ["token", "list", "--organisation", "finns-inte"]);
  const replace = (key: string) => vidga(withKey(database, key), ["key", "replace"]);
  const serving = await openForServer(readConfig(external(database)));
  expect(await replace(OTHER)).toEqual({
    code: 1,
    said: "En server använder databasen. Ingenting är ändrat: stoppa den först.\n",
  });
  await expect(serving.pool.query("update installation_key set mark = repeat('0', 64)")).rejects.toThrow(
    "permission denied",
  );
  await expect(serving.pool.query("delete from installation_key")).rejects.toThrow("permission denied");
  await serving.close();

  expect(await list(OTHER)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^the key.*\n$/) as string,
  });
  const file = newFile();
  expect(await vidga(withKey(database, OTHER), ["backup", file])).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^the key.*\n$/) as string,
  });
  expect(existsSync(file)).toBe(false);
  expect(await replace(SECRET)).toMatchObject({ code: 0, said: expect.stringContaining("redan") as string });
  expect(await marks(database)).toHaveLength(1);
  for (const [taken, refused] of [
    [OTHER, SECRET],
    [SECRET, OTHER],
  ] as const) {
    expect(await replace(taken)).toMatchObject({
      code: 0,
      said: expect.stringContaining("hör nu ihop med den här nyckeln") as string,
    });
    expect((await list(taken)).code).toBe(1);
    expect((await list(refused)).code).toBe(2);
  }
  expect((await marks(database)).map(({ number }) => number)).toEqual([1, 2, 3]);
});
