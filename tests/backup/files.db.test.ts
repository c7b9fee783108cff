/** Files go along in a backup and come back, whole to the last byte (ASM-2); one that is lost is named, and a broken backup puts nothing anywhere. */
import { rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { addEvidence } from "../../src/evidence/add-evidence.ts";
import { changeSettings, viewSettings } from "../../src/organisation/keep-settings.ts";
import { takeBackup } from "../../src/platform/backup/take-backup.ts";
import { BackupRefused } from "../../src/platform/backup/format.ts";
import { hashOf } from "../../src/platform/files/file-store.ts";
import { dropOrphans } from "../../src/platform/files/stored-files.ts";
import { paperAsPdf, paperAsPng } from "../../demo/papers.ts";
import { emptyDatabase } from "../engine/empty-database.ts";
import { COURSE, evidenceWorld } from "../evidence/world.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { temporaryFiles } from "../support/files.ts";
import { backupOf, newFile, query, restoreTo, rewritten } from "./backups.ts";

const [files, there] = [temporaryFiles(), temporaryFiles()];
const database = await testDatabase();
const [one, two] = [await evidenceWorld({ ...database, files }), await evidenceWorld({ ...database, files })];
const papers = [
  paperAsPdf(["Intyg"]),
  paperAsPng(),
  Buffer.concat([paperAsPdf(["Stort"]), Buffer.alloc(3_000_000, 9)]),
];
const hashes = papers.map(hashOf).toSorted();

beforeAll(async () => {
  for (const world of [one, two]) {
    const admin = world.grant(await world.person("Elif Admin"), { role: "administrator" });
    await world.as(admin, async (work) =>
      changeSettings(work, { ...(await viewSettings(work)), evidenceFiles: true }),
    );
    const anna = await world.person("Anna Ek");
    await world.employ(anna, world.rehab, { from: "2024-01-01" });
    const sent = papers.map((bytes, at) => ({ name: `${at}`, bytes }));
    const adding = { personId: anna.personId, draft: COURSE, check: null, renewsId: null, files: sent };
    const added = await world.as(anna, (work) => addEvidence(work, adding));
    if (!added.ok) throw new Error("no evidence to take along");
  }
});

const TOLD = { ownerUrl: database.ownerUrl, now: new Date(), key: { value: SECRET, goesAlong: false } };

test("each organisation's files come back as its own, counted and compared", async () => {
  const file = newFile();
  const taken = await takeBackup({ ...TOLD, file, files });
  expect(taken).toMatchObject({ files: 6, lost: [] });
  const target = await emptyDatabase();
  expect(await restoreTo(target, file, { files: there })).toMatchObject({ files: 6, rows: taken.rows });
  for (const { organisation_id } of [one, two]) {
    expect((await there.list(organisation_id)).toSorted()).toEqual(hashes);
    for (const bytes of papers)
      expect((await there.get({ organisationId: organisation_id, hash: hashOf(bytes) }))?.equals(bytes)).toBe(
        true,
      );
  }
});

test("nobody takes files away while a backup is taken", async () => {
  const forgotten = Buffer.from("%PDF-glömd");
  const name = { organisationId: one.organisation_id, hash: hashOf(forgotten) };
  await files.put(name, forgotten);
  let dropped: number | undefined;
  const slow = {
    ...files,
    get: async (asked: typeof name) => {
      dropped ??= await one.as(null, dropOrphans);
      return files.get(asked);
    },
  };
  await takeBackup({ ...TOLD, file: newFile(), files: slow });
  expect(dropped).toBe(0);
  expect(await one.as(null, dropOrphans)).toBe(1);
});

test("a file that is lost is named, and the rest is kept and comes back", async () => {
  const [hash = ""] = hashes;
  const name = { organisationId: two.organisation_id, hash };
  const bytes = (await files.get(name)) ?? Buffer.alloc(0);
  await files.remove(name);
  const file = newFile();
  const taken = await takeBackup({ ...TOLD, file, files });
  expect(taken).toMatchObject({ files: 5, lost: [`${name.organisationId}/${hash}`] });
  const target = await emptyDatabase();
  const elsewhere = join(there.root, name.organisationId);
  await rm(elsewhere, { recursive: true });
  expect(await restoreTo(target, file, { files: there })).toMatchObject({ files: 5 });
  expect(await there.list(name.organisationId)).toHaveLength(2);
  await files.put(name, bytes);
});

test("what is cut off or altered puts no file anywhere, and changes nothing", async () => {
  const untouched = temporaryFiles();
  const whole = await backupOf(database.ownerUrl, { files });
  const target = await emptyDatabase();
  const base64 = (papers[0] ?? Buffer.alloc(0)).toString("base64");
  const altered = await rewritten(whole, (text) => text.replace(base64, `${base64.slice(0, -8)}AAAAAA==`));
  const cut = await backupOf(database.ownerUrl, { files });
  await truncate(cut, (await stat(cut)).size >> 1);
  for (const broken of [altered, cut])
    await expect(restoreTo(target, broken, { files: untouched })).rejects.toThrow(BackupRefused);
  expect(await untouched.list(one.organisation_id)).toEqual([]);
  expect(await query(target.ownerUrl, "select from pg_tables where schemaname = 'public'")).toEqual([]);
});
