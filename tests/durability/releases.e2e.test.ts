/** Several processes and releases on one external database: two that start at once, and the previous release on a newer schema. */
import { expect, onTestFinished, test } from "vitest";
import { readMigrations } from "../../src/platform/database/migrate.ts";
import { foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { query } from "../backup/backups.ts";
import { emptyDatabase } from "../engine/empty-database.ts";
import { Client } from "../http/client.ts";
import { site } from "../http/site.ts";
import { runSql } from "../support/run-sql.ts";
import { SECRET } from "../support/secret.ts";
import { startServer } from "../support/server.ts";

test("of two that start at once on an empty database one migrates, and both serve", async () => {
  const database = await emptyDatabase();
  const start = () =>
    startServer({
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      env: { VIDGA_SECRET: SECRET, VIDGA_MODE: "live" },
    });
  const servers = await Promise.all([start(), start()]);
  onTestFinished(async () => {
    for (const server of servers) await server.stop();
  });
  const applied = await query<{ name: string }>(
    database.ownerUrl,
    "select name from migration.applied order by 1",
  );
  expect(applied.map(({ name }) => name)).toEqual((await readMigrations()).map(({ name }) => name));
  const pool = openPool(database.appUrl, { max: 1 });
  await foundOrganisation(databaseOn(pool), { slug: "provby", name: "Provby", kind: "municipality" });
  await pool.end();
  for (const { url, logged } of servers) {
    const answer = await new Client(url).ask("/o/provby/sign-in");
    expect(answer.status).toBe(200);
    expect(await logged(answer.headers["x-request-id"])).not.toMatch(/database:|error/i);
  }
});

test("this release goes on working, reading and writing, when a newer one has migrated the database under it", async () => {
  const { database, home, admin, serve, signedIn } = await site();
  const server = await serve();
  const client = await signedIn(server.url, admin.accountId);
  await runSql(
    database.ownerUrl,
    "alter table unit add column later text not null default 'ny'; create table later_table (id int)",
    "insert into migration.applied (name, checksum) values ('9999_later.sql', repeat('ab', 32))",
  );
  const works = async (url: string, by: Client, name: string): Promise<void> => {
    expect((await new Client(url).ask("/readyz")).status).toBe(200);
    const sent = await by.send(`${home}/units/new`, { version: "1", name, validFrom: "2020-01-01" });
    expect(sent.status).toBe(303);
    expect((await by.ask(`${home}/units`)).body).toContain(name);
  };
  await works(server.url, client, "Under gång");
  await server.stop();
  const again = await serve();
  onTestFinished(async () => {
    await again.stop();
  });
  await works(again.url, await signedIn(again.url, admin.accountId), "Efter omstart");
});
