import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Logger, run } from "graphile-worker";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { UnsafeAppRole } from "../../src/platform/database/app-role.ts";
import { migrate, MigrationError, pendingMigrations } from "../../src/platform/database/migrate.ts";
import { emptyDatabase, type EmptyDatabase } from "./empty-database.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function migrations(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-migrations-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
  return folder;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function pending(database: EmptyDatabase, folder: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: database.ownerUrl });
  try {
    return await pendingMigrations(pool, folder);
  } finally {
    await pool.end();
  }
}

const first = { "0001_first.sql": "create table first (id int primary key); insert into first values (1);" };
const second = { "0002_second.sql": "create table second (id int references first);" };

describe("migrations", () => {
  test("are applied in order, once, and are pending until then", async () => {
    const database = await emptyDatabase();
    const folder = await migrations({ ...second, ...first });
    expect(await pending(database, folder)).toEqual(["0001_first.sql", "0002_second.sql"]);
    expect(await migrate(database.ownerUrl, { ...database, folder })).toEqual([
      "0001_first.sql",
      "0002_second.sql",
    ]);
    expect(await pending(database, folder)).toEqual([]);
    expect(await migrate(database.ownerUrl, { ...database, folder })).toEqual([]);
  });

  test("of several that start at once are applied once", async () => {
    const database = await emptyDatabase();
    const folder = await migrations({ ...first, ...second });
    const each = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, { ...database, folder })));
    expect(each.flat().toSorted()).toEqual(["0001_first.sql", "0002_second.sql"]);
    expect(await query(database.appUrl, "select id from first")).toEqual([{ id: 1 }]);
  });

  test("that fail leave nothing of themselves and keep those before", async () => {
    const database = await emptyDatabase();
    const folder = await migrations({
      ...first,
      "0002_bad.sql": "create table half (id int); select 1 / 0;",
    });
    const failure = migrate(database.ownerUrl, { ...database, folder });
    await expect(failure).rejects.toThrow(MigrationError);
    await expect(failure).rejects.toThrow(/^0002_bad\.sql: division by zero/);
    expect(await query(database.ownerUrl, "select to_regclass('half') as half")).toEqual([{ half: null }]);
    expect(await pending(database, folder)).toEqual(["0002_bad.sql"]);
  });

  test("whose process is killed in the middle of one start again whole", async () => {
    const database = await emptyDatabase();
    const folder = await migrations({
      ...first,
      "0002_slow.sql": "create table half (id int); insert into half values (1); select pg_sleep(1000);",
    });
    const program = join(import.meta.dirname, "migrate-database.ts");
    const child = spawn(process.execPath, [program, database.ownerUrl, database.appRole, folder], {
      env: {},
    });
    const ended = once(child, "exit");
    const isInTheMiddle = async (): Promise<boolean> =>
      (
        await query(
          database.adminUrl,
          "select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
        )
      ).length === 1;
    await expect.poll(isInTheMiddle, { timeout: 30_000 }).toBe(true);
    child.kill("SIGKILL");
    await ended;
    await writeFile(
      join(folder, "0002_slow.sql"),
      "create table half (id int); insert into half values (1);",
    );
    expect(await migrate(database.ownerUrl, { ...database, folder })).toEqual(["0002_slow.sql"]);
    expect(await query(database.ownerUrl, "select id from half")).toEqual([{ id: 1 }]);
    expect(await pending(database, folder)).toEqual([]);
  });

  test("that were changed after they were applied are refused; line ends do not count", async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, {
      ...database,
      folder: await migrations({ "0001_first.sql": "select 1;\nselect 2;\n" }),
    });
    const sameWords = await migrations({ "0001_first.sql": "select 1;\r\nselect 2;\r\n" });
    expect(await migrate(database.ownerUrl, { ...database, folder: sameWords })).toEqual([]);
    const changed = await migrations({ "0001_first.sql": "select 1;\nselect 3;\n" });
    await expect(migrate(database.ownerUrl, { ...database, folder: changed })).rejects.toThrow(
      /0001_first\.sql was changed/,
    );
    await expect(pending(database, changed)).rejects.toThrow(MigrationError);
  });

  test("newer than this release are let be; unknown older ones and late comers are refused", async () => {
    const database = await emptyDatabase();
    const both = await migrations({ ...first, ...second });
    await migrate(database.ownerUrl, { ...database, folder: both });
    const previous = await migrations(first);
    expect(await migrate(database.ownerUrl, { ...database, folder: previous })).toEqual([]);
    expect(await pending(database, previous)).toEqual([]);
    await expect(pending(database, await migrations(second))).rejects.toThrow(/0001_first\.sql is applied/);
    const late = await migrations({ ...second, "0000_late.sql": "select 1", ...first });
    await expect(migrate(database.ownerUrl, { ...database, folder: late })).rejects.toThrow(
      /0000_late\.sql comes before/,
    );
  });

  test.each([
    ["a name without a number", { "first.sql": "" }, /first\.sql: a migration is named/],
    ["a number used twice", { ...first, "0001_other.sql": "" }, /0001_other\.sql: another migration/],
  ])("with %s are refused", async (_name, files, message) => {
    const database = await emptyDatabase();
    await expect(
      migrate(database.ownerUrl, { ...database, folder: await migrations(files) }),
    ).rejects.toThrow(message);
  });
});

describe("the app role", () => {
  const tables = {
    "0001_tables.sql": `create table plain (id int); create table grows (id int);
      comment on table grows is 'append-only: for the test';
      create table numbered (id int generated by default as identity, old serial);`,
  };

  test("reads and writes rows, adds only to what is append-only, and changes no schema", async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, { ...database, folder: await migrations(tables) });
    const app = (sql: string): Promise<unknown> => query(database.appUrl, sql);
    await app("insert into plain values (1); update plain set id = 2; delete from plain");
    await app("insert into numbered default values");
    await app("insert into grows values (1)");
    expect(await app("select id from grows")).toEqual([{ id: 1 }]);
    for (const refused of [
      "update grows set id = 2",
      "delete from grows",
      "truncate grows",
      "truncate plain",
      "create table own (id int)",
      "drop table plain",
      "delete from migration.applied",
      "delete from graphile_worker.migrations",
      "create schema own",
      "set role vidga_owner",
    ])
      await expect(app(refused)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("runs the job queue", async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, { ...database, folder: await migrations(tables) });
    const greeted = Promise.withResolvers<unknown>();
    const runner = await run({
      connectionString: database.appUrl,
      noHandleSignals: true,
      concurrency: 1,
      logger: new Logger(() => () => undefined),
      taskList: { greet: async (payload) => greeted.resolve(payload) },
    });
    await runner.addJob("greet", { name: "Åsa" });
    expect(await greeted.promise).toEqual({ name: "Åsa" });
    await runner.stop();
  });

  test.each([
    ["a superuser", (database: EmptyDatabase) => new URL(database.adminUrl).username, /superuser/],
    ["the owner", (database: EmptyDatabase) => new URL(database.ownerUrl).username, /owns tables/],
    ["nobody known", () => "stranger", /no role stranger/],
  ])("may not be %s", async (_name, role, message) => {
    const database = await emptyDatabase();
    const attempt = migrate(database.ownerUrl, { appRole: role(database), folder: await migrations(tables) });
    await expect(attempt).rejects.toThrow(UnsafeAppRole);
    await expect(attempt).rejects.toThrow(message);
  });
});
