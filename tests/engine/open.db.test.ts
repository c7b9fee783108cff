/** Opening an installation that isn't to be had, and letting go of one that is. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { cannotOpen, openForCommand, openForServer } from "../../src/platform/database/open.ts";
import { freePort } from "../support/free-port.ts";
import { SECRET } from "../support/secret.ts";
import { emptyDatabase } from "./empty-database.ts";

test("a statement that goes on does not keep an embedded database running", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vidga-open-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { pool, close } = await openForServer(readConfig({ VIDGA_DATA: folder, VIDGA_MODE: "live" }));
  const pid = join(folder, "postgres/postmaster.pid");
  expect(existsSync(pid)).toBe(true);
  const held = await pool.connect();
  const cutOff = held.query("select pg_sleep(60)").catch((error: unknown) => error);
  await close();
  expect(await cutOff).toMatchObject({ message: expect.stringMatching(/terminat/) as string });
  expect(existsSync(pid)).toBe(false);
});

const empty = await emptyDatabase();
const closed = `127.0.0.1:${await freePort()}`;

/** An address with something else in it. */
const changed = (url: string, change: (url: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

test.each([
  {
    what: "where nobody listens",
    app: `postgres://vidga_app:hemligt@${closed}/vidga`,
    says: `the database ${closed}/vidga can't be used: connect ECONNREFUSED ${closed}`,
  },
  {
    what: "whose owner is somewhere that nobody listens",
    app: empty.appUrl,
    owner: `postgres://vidga_owner:hemligt@${closed}/vidga`,
    says: /can't be used: connect ECONNREFUSED/,
  },
  {
    what: "that isn't there",
    app: changed(empty.appUrl, (url) => (url.pathname = "/finns_inte")),
    says: /\/finns_inte can't be used: database "finns_inte" does not exist$/,
  },
  {
    what: "without tables, and nobody to make them",
    app: empty.appUrl,
    says: /can't be used: it has no tables yet; DATABASE_OWNER_URL is needed to make them$/,
  },
  {
    what: "whose owner may make nothing in it",
    app: empty.ownerUrl,
    owner: empty.appUrl,
    says: /can't be used: permission denied for database/,
  },
])("a database $what is told of in one line, without its password", async ({ app, owner, says }) => {
  const config = readConfig({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, VIDGA_SECRET: SECRET });
  for (const open of [openForServer, openForCommand]) {
    const error: unknown = await open(config).catch((thrown: unknown) => thrown);
    expect(error).toSatisfy(cannotOpen);
    expect(String(error)).toMatch(says);
    expect(String(error)).not.toMatch(/\n|hemligt/);
  }
});
