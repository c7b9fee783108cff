/** A full disk, tried without one: a process whose files may not grow gets the same refusals from the system. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { hashToken, newToken } from "../../src/identity/session.ts";
import { makeToken } from "../../src/identity/token-visit.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { newId } from "../../src/shared/ids.ts";
import { Client } from "../http/client.ts";
import { world } from "../people/world.ts";
import { inDatabase } from "../support/cluster.ts";
import { startServer } from "../support/server.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "vidga-full-"));
  onTestFinished(() => rm(made, { recursive: true, force: true, maxRetries: 20 }));
  return join(made, "data");
}

/** A data folder with somebody who may add units, and an organisation beside it to fill the table with. */
async function installation(dataDir: string) {
  const database = await startEmbedded({ dataDir });
  const pool = openPool(database.appUrl, { max: 2 });
  await migrate(database.ownerUrl, { appRole: new URL(database.appUrl).username });
  const [here, filler] = [
    await world({ db: databaseOn(pool) }),
    await world({ db: databaseOn(pool) }, "granne"),
  ];
  const { accountId } = await here.actor(null);
  const token = newToken();
  await here.put("role_grant", {
    id: newId(),
    account_id: accountId,
    role: "administrator",
    valid_from: "2020-01-01",
  });
  const at = new Date();
  await here.put("session", {
    token_hash: hashToken(token),
    account_id: accountId,
    created_at: at,
    seen_at: at,
  });
  const { text, hash, prefix } = makeToken();
  await here.put("api_token", {
    id: newId(),
    account_id: accountId,
    name: "Integration",
    token_hash: hash,
    prefix,
    scopes: ["organisation:write"],
    created_at: at,
    expires_at: new Date(at.getTime() + 3_600_000),
  });
  await pool.end();
  return { database, slug: here.slug, token, apiToken: text, fillerId: filler.organisationId };
}

/** Fills the table of units until not one more row goes in. */
async function fill(client: pg.Client, organisationId: string): Promise<void> {
  for (const batch of [20_000, 1_000, 50, 1])
    for (;;) {
      const insert = client.query(
        `insert into unit (organisation_id, id, name, valid_from)
         select $1, gen_random_uuid(), repeat('x', $3), '2020-01-01' from generate_series(1, $2)`,
        [organisationId, batch, batch === 1 ? 1 : 200],
      );
      const full = await insert.then(
        () => false,
        (error: unknown) => {
          expect(String(error)).toMatch(/could not extend file/);
          return true;
        },
      );
      if (full) break;
    }
}

test("on write: the page asks to wait, the log says in one line why, nothing is half done, and with room again it goes on", async () => {
  const dataDir = await folder();
  const { database, slug, token, apiToken, fillerId } = await installation(dataDir);
  await database.stop();
  // Larger than a segment of PostgreSQL's log, so that only tables are out of room.
  const server = await startServer({ dataDir, env: { VIDGA_MODE: "live" }, largestFile: 20_000 });
  onTestFinished(async () => {
    await server.stop();
  });
  const beside = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: inDatabase(beside.adminUrl, "vidga") });
  await client.connect();
  await fill(client, fillerId);

  const person = new Client(server.url);
  person.cookies.set(`vidga-${slug}`, token);
  const add = (name: string) =>
    person.send(`/o/${slug}/units/new`, { version: "1", name, validFrom: "2020-01-01" });
  const refused = await add("Ryms inte");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "10"]);
  const log = await server.logged(refused.headers["x-request-id"]);
  expect(log.split("\n").filter((line) => line.includes("disk full"))).toHaveLength(1);
  const overApi = await fetch(`${server.url}/api/v1/organisations/${slug}/units`, {
    method: "POST",
    headers: { Authorization: `Bearer ${apiToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      name: "Ryms inte heller",
      parentId: null,
      code: null,
      isAuthority: false,
      validFrom: "2020-01-01",
      validTo: null,
    }),
  });
  expect([overApi.status, overApi.headers.get("Retry-After")]).toEqual([503, "10"]);
  expect(await overApi.json()).toMatchObject({ code: "unavailable" });
  expect((await person.ask(`/o/${slug}/units`)).body).not.toContain("Ryms inte");
  expect((await person.ask("/readyz")).status).toBe(200);

  await client.query("delete from unit where organisation_id = $1", [fillerId]);
  await client.query("vacuum unit");
  expect((await add("Ryms nu")).status).toBe(303);
  expect((await person.ask(`/o/${slug}/units`)).body).toContain("Ryms nu");
  await client.end();
  await beside.stop();
});

test.each([
  ["not even its secrets", 0, /^the disk is full: .* can't be written$/],
  ["no file of a database", 8, /^the database could not be made: .*(File too large|SIGXFSZ)/],
  ["no database", 10_000, /^the database could not be made: .*File too large/],
])(
  "on a first start with room for %s: one line, status 2, and no half of anything left",
  async (_what, largestFile, said) => {
    const dataDir = await folder();
    const start = startServer({ dataDir, largestFile });
    const failure = await start.then(
      () => "it started",
      (error: unknown) => String(error),
    );
    const [ended, ...lines] = failure.trim().split("\n");
    expect(ended).toMatch(/ended with 2/);
    expect(lines).toEqual([expect.stringMatching(said)]);
    expect((await readdir(dataDir)).filter((name) => name !== "secrets.json")).toEqual([]);
  },
);
