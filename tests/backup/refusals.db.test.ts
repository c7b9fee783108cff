/** What a restore refuses, each by its own reason, with nothing touched; and what a backup refuses, with no file left. */
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { BackupRefused } from "../../src/platform/backup/format.ts";
import { checkFile, checkKey } from "../../src/platform/backup/restore-backup.ts";
import { verifyBackup } from "../../src/platform/backup/read-file.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { migrate, migrationsFolder, readMigrations } from "../../src/platform/database/migrate.ts";
import { emptyDatabase } from "../engine/empty-database.ts";
import { world } from "../people/world.ts";
import { runSql } from "../support/run-sql.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { backupOf, folder, newFile, query, restoreTo, rewritten } from "./backups.ts";

const database = await testDatabase();
const here = await world(database);
const unit = await here.unit("Rehab", null);
for (const name of ["Åsa Ek", "Örjan Ål", "Kim Berg"]) await here.employ(await here.person(name), unit);
await runSql(database.ownerUrl, "insert into installation (mode) values ('live')");
const good = await backupOf(database.ownerUrl);
const bytes = await readFile(good);

/** The code that it is refused with; what else is thrown goes on. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof BackupRefused) return error.reason.code;
    throw error;
  }
  return "not refused";
}

async function altered(content: Buffer): Promise<string> {
  const file = newFile();
  await writeFile(file, content);
  return file;
}

describe("a file", () => {
  test("that is whole is taken", async () => {
    expect((await checkFile(good)).header).toMatchObject({ format: 1, mode: "live", key: { value: null } });
  });

  test("cut off anywhere is refused as cut off", async () => {
    const file = await altered(bytes);
    for (const length of [
      bytes.length - 1,
      bytes.length - 8,
      bytes.length - 9,
      bytes.length >> 1,
      400,
      11,
      9,
      0,
    ]) {
      await truncate(file, length);
      expect([length, await refusal(checkFile(file))]).toEqual([length, "truncated"]);
    }
  });

  test("with any byte altered, anywhere, is refused, unless it says the very same", async () => {
    const said = gunzipSync(bytes);
    // The last byte of what is packed has bits that mean nothing.
    const saysTheSame = (copy: Buffer): boolean => {
      try {
        return gunzipSync(copy).equals(said);
      } catch {
        return false;
      }
    };
    const place = fc.oneof(
      fc.nat({ max: 20 }),
      fc.integer({ min: bytes.length - 20, max: bytes.length - 1 }),
      fc.nat({ max: bytes.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ change;
        const answer = await refusal(checkFile(await altered(copy)));
        expect(answer === "not refused" && saysTheSame(copy) ? "damaged" : answer, `byte ${at}`).toMatch(
          /^(damaged|truncated|foreign|other-format)$/,
        );
      }),
      { numRuns: 150, examples: [[bytes.length - 9, 240]] },
    );
  });

  test("with anything after its end is refused", async () => {
    for (const more of [Buffer.from("x"), Buffer.alloc(1), bytes])
      expect(await refusal(checkFile(await altered(Buffer.concat([bytes, more]))))).toMatch(
        /damaged|truncated/,
      );
  });

  test.each([
    ["a row that is gone", (text: string) => text.replace(/^.*\tRehab\t.*\n/m, "")],
    ["another value", (text: string) => text.replace("Örjan", "Orjan")],
    [
      "another count",
      (text: string) => text.replace('"public.person":{"rows":3', '"public.person":{"rows":4'),
    ],
    ["a table that is gone", (text: string) => text.replace(/^\{"table":"public.person"[^]*?^\\\.\n/m, "")],
    ["another word in the first line", (text: string) => text.replace('"mode":"live"', '"mode":"demo"')],
  ])("packed anew with %s is refused as damaged", async (_what, change) => {
    expect(await refusal(checkFile(await rewritten(good, change)))).toBe("damaged");
  });

  test.each([
    ["a text", Buffer.from("Säkerhetskopia från Vidga, på heder och samvete")],
    ["something else that is packed", gzipSync("create table person (id int);\n")],
    ["a folder of nothing", Buffer.from("PK\u0005\u0006".padEnd(22, "\0"))],
  ])("that is %s is refused as foreign", async (_what, content) => {
    expect(await refusal(checkFile(await altered(content)))).toBe("foreign");
  });

  test("that is another program's lines, packed as ours, is refused as foreign", async () => {
    expect(await refusal(checkFile(await rewritten(good, () => '{"backup":true}\n')))).toBe("foreign");
  });

  test("of another format, by number", async () => {
    const file = await rewritten(good, (text) => text.replace('"format":1', '"format":2'));
    expect(await refusal(checkFile(file))).toBe("other-format");
  });

  test("that cannot be read", async () => {
    for (const file of [join(folder, "finns inte"), folder])
      expect(await refusal(checkFile(file))).toBe("not-readable");
  });

  test("of a newer schema, or of one that does not precede this release's", async () => {
    const files = await readMigrations();
    const last = files.at(-1)?.name ?? "";
    await runSql(
      database.ownerUrl,
      "insert into migration.applied (name, checksum) values ('9999_later.sql', repeat('ab', 32))",
    );
    const newer = await backupOf(database.ownerUrl);
    await runSql(database.ownerUrl, "delete from migration.applied where name = '9999_later.sql'");
    expect(await refusal(checkFile(newer))).toBe("newer-schema");
    await runSql(
      database.ownerUrl,
      `update migration.applied set checksum = repeat('cd', 32) where name = '${last}'`,
    );
    const changed = await backupOf(database.ownerUrl);
    const checksum = files.at(-1)?.checksum;
    await runSql(
      database.ownerUrl,
      `update migration.applied set checksum = '${checksum}' where name = '${last}'`,
    );
    expect(await refusal(checkFile(changed))).toBe("other-schema");
  });

  test("that goes with another key", async () => {
    const { header } = await checkFile(good);
    checkKey(header, SECRET);
    expect(() => checkKey(header, "ab".repeat(32))).toThrow("other-key");
  });
});

describe("a database", () => {
  const appRole = new URL(inject("cluster").appUrl).username;
  /** Everything that could have been touched. */
  const state = async (url: string): Promise<unknown> => ({
    tables: await query(
      url,
      "select oid, relname, relfilenode from pg_class where relnamespace = 'public'::regnamespace order by 1",
    ),
    organisations: await query(url, "select count(*) from pg_class where relname = 'organisation'"),
  });

  async function refusedBy(
    target: { ownerUrl: string },
    options: { replace?: boolean } = {},
  ): Promise<string> {
    const before = await state(target.ownerUrl);
    const code = await refusal(restoreTo(target, good, options));
    expect(await state(target.ownerUrl)).toEqual(before);
    return code;
  }

  test("that has data is left alone, unless it is to be replaced", async () => {
    const target = await emptyDatabase();
    await restoreTo(target, good);
    expect(await refusedBy(target)).toBe("not-empty");
    expect(await restoreTo(target, good, { replace: true })).toMatchObject({ migrated: 0 });
  });

  test("of the other mode is left alone, also when it is empty or to be replaced", async () => {
    const target = await emptyDatabase();
    await migrate(target.ownerUrl, { appRole });
    await runSql(target.ownerUrl, "insert into installation (mode) values ('demo')");
    expect(await refusedBy(target)).toBe("other-mode");
    expect(await refusedBy(target, { replace: true })).toBe("other-mode");
  });

  test("that a server uses is left alone, also when it is to be replaced", async () => {
    const target = await emptyDatabase();
    await restoreTo(target, good);
    const server = openPool(target.appUrl, { max: 1 });
    await server.query("select 1");
    expect(await refusedBy(target, { replace: true })).toBe("in-use");
    await server.end();
    expect(await restoreTo(target, good, { replace: true })).toMatchObject({ migrated: 0 });
  });

  test("that is somebody else's is left alone", async () => {
    const target = await emptyDatabase();
    await runSql(target.ownerUrl, "create table lonerevision (id int)");
    expect(await refusedBy(target, { replace: true })).toBe("other-database");
  });

  test("of a newer release is left alone", async () => {
    const target = await emptyDatabase();
    await migrate(target.ownerUrl, { appRole });
    await runSql(
      target.ownerUrl,
      "insert into migration.applied (name, checksum) values ('9999_later.sql', 'x')",
    );
    expect(await refusedBy(target)).toBe("newer-database");
  });

  test("on which others have built something stays, with what they built", async () => {
    const target = await emptyDatabase();
    await restoreTo(target, good);
    await runSql(
      target.adminUrl,
      "create schema rapporter",
      "create view rapporter.enheter as select * from public.unit",
    );
    expect(await refusedBy(target, { replace: true })).toBe("refused-by-database");
  });

  test("whose rules the rows of a file break stays as it was", async () => {
    const target = await emptyDatabase();
    const source = await emptyDatabase();
    await restoreTo(source, good);
    // What no guard would have let in: two units below each other, put there behind its back.
    await runSql(
      source.ownerUrl,
      `begin; select set_config('app.organisation', '${here.organisationId}', true);
       alter table unit disable trigger user;
       insert into unit (organisation_id, id, name, valid_from)
         select '${here.organisationId}', gen_random_uuid(), name, '2020-01-01' from unnest(array['A', 'B']) name;
       update unit set parent_id = (select id from unit o where o.name in ('A', 'B') and o.name <> unit.name) where name in ('A', 'B');
       alter table unit enable trigger user; commit`,
    );
    const broken = await backupOf(source.ownerUrl);
    expect(await refusal(restoreTo(target, broken))).toBe("refused-by-database");
    expect(await query(target.ownerUrl, "select to_regclass('unit') as unit")).toEqual([{ unit: null }]);
    await restoreTo(target, good);
  });
});

describe("an older backup", () => {
  test("is restored to its own schema and then brought forward", async () => {
    const files = await readMigrations();
    const older = await mkdtemp(join(folder, "äldre-"));
    await cp(migrationsFolder(), older, { recursive: true });
    const last = files.at(-1)?.name ?? "";
    await rm(join(older, last));
    const old = await emptyDatabase();
    await migrate(old.ownerUrl, { appRole: old.appRole, folder: older });
    await runSql(
      old.ownerUrl,
      "begin; select set_config('app.organisation', '00000000-0000-4000-8000-000000000001', true); " +
        "insert into organisation (id, slug, name, kind) values ('00000000-0000-4000-8000-000000000001', 'gammal', 'Gammal', 'region'); commit",
    );
    const file = await backupOf(old.ownerUrl);
    const target = await emptyDatabase();
    expect(await restoreTo(target, file)).toMatchObject({ migrated: 1 });
    expect(await query(target.appUrl, "select slug from organisation")).toEqual([{ slug: "gammal" }]);
    const applied = await query<{ name: string }>(
      target.ownerUrl,
      "select name from migration.applied order by 1",
    );
    expect(applied.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });
});

describe("a backup", () => {
  test("never overwrites a file, and leaves none behind when it is refused", async () => {
    const file = await altered(Buffer.from("viktigt"));
    expect(await refusal(backupOf(database.ownerUrl, { file }))).toBe("exists");
    expect(await readFile(file, "utf8")).toBe("viktigt");
    const nowhere = join(folder, "ingen mapp", "kopia.vidga");
    expect(await refusal(backupOf(database.ownerUrl, { file: nowhere }))).toBe("not-writable");
    const nothing = await emptyDatabase();
    const none = newFile();
    expect(await refusal(backupOf(nothing.ownerUrl, { file: none }))).toBe("nothing-here");
    await expect(stat(none)).rejects.toThrow("ENOENT");
    const gone = database.ownerUrl.replace(/\/test_[0-9a-f]+/, "/finns_inte");
    expect(await refusal(backupOf(gone, { file: none }))).toMatch(/refused-by-database|database-gone/);
    expect((await readdir(dirname(none))).filter((name) => name.includes(".part-"))).toEqual([]);
  });

  test("refuses to be made when a table's rows would be missed", async () => {
    const target = await emptyDatabase();
    await restoreTo(target, good);
    for (const [make, undo] of [
      ["create table odd (id int); alter table odd enable row level security", "drop table odd"],
      [
        "create policy narrow on unit as restrictive for select using (name <> 'Rehab')",
        "drop policy narrow on unit",
      ],
    ] as const) {
      await runSql(target.ownerUrl, make);
      await expect(backupOf(target.ownerUrl)).rejects.toThrow(/cannot be read organisation by organisation/);
      await runSql(target.ownerUrl, undo);
    }
    expect((await verifyBackup(await backupOf(target.ownerUrl))).trailer.tables["public.unit"]?.rows).toBe(1);
  });
});
