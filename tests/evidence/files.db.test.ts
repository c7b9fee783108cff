/** Files of evidence: what is kept, who reads it, and when it goes (ASM-2, ORG-8, PRV-1). */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { addEvidence, type Adding } from "../../src/evidence/add-evidence.ts";
import { changeOwnEvidence, takeBackEvidence, type Change } from "../../src/evidence/change-evidence.ts";
import { checkEvidenceOf, returnEvidence, withdrawEvidence } from "../../src/evidence/check-evidence.ts";
import { viewFile, type FileToKeep } from "../../src/evidence/keep-files.ts";
import { viewNewEvidence, viewPiece, type Piece } from "../../src/evidence/view-person-evidence.ts";
import { changeSettings, viewSettings } from "../../src/organisation/keep-settings.ts";
import { FileLost, hashOf } from "../../src/platform/files/file-store.ts";
import { dropOrphans, FILES_LOCK } from "../../src/platform/files/stored-files.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound, type Result } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { paperAsPdf, paperAsPng } from "../../demo/papers.ts";
import { exif, photo, photoWith } from "../support/jpeg.ts";
import { temporaryFiles } from "../support/files.ts";
import { testDatabase } from "../support/database.ts";
import { COURSE, evidenceWorld, SHOWN } from "./world.ts";

const files = temporaryFiles();
const database = await testDatabase();
const world = await evidenceWorld({ ...database, files });
type Person = Actor & { personId: string };
let karin: Person;
let anna: Person;

const keeping = async (here: typeof world, evidenceFiles: boolean) => {
  const admin = here.grant(await here.person("Elif Admin"), { role: "administrator" });
  const result = await here.as(admin, async (work) =>
    changeSettings(work, { ...(await viewSettings(work)), evidenceFiles }),
  );
  expect(result.ok).toBe(true);
};
const employed = async (name: string): Promise<Person> => {
  const who = await world.person(name);
  await world.employ(who, world.rehab, { from: "2024-01-01" });
  return who;
};

beforeAll(async () => {
  karin = await world.person("Karin Chef");
  await world.employ(karin, world.rehab, { from: "2020-01-01" }, world.clerk);
  await world.manage(karin, world.rehab);
  anna = await employed("Anna Ek");
  await keeping(world, true);
});

const PDF: FileToKeep = { name: "intyg.pdf", bytes: paperAsPdf(["Förflyttningskunskap"]) };
const PNG: FileToKeep = { name: "bild.png", bytes: paperAsPng() };
const file = (name: string, content: string | Uint8Array | null): FileToKeep => ({
  name,
  bytes: typeof content === "string" ? Buffer.from(content, "latin1") : content,
});

const codes = (result: Result<unknown>) =>
  result.ok ? [] : result.reasons.map(({ code, field }) => `${code} ${field}`);
const add = (as: Actor, who: Person, sent: readonly FileToKeep[], more: Partial<Adding> = {}) =>
  world.as(as, (work) =>
    addEvidence(work, {
      personId: who.personId,
      draft: COURSE,
      check: null,
      renewsId: null,
      files: sent,
      ...more,
    }),
  );
const added = async (...args: Parameters<typeof add>): Promise<string> => {
  const result = await add(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};
const piece = async (who: Person, id: string): Promise<Piece> =>
  (await world.as(who, (work) => viewPiece(work, who.personId, id))).piece;
const about = async (who: Person, evidenceId: string) => ({
  personId: who.personId,
  evidenceId,
  revision: (await piece(who, evidenceId)).revision,
});
const change = async (who: Person, id: string, more: Partial<Change>) => {
  const seen = await about(who, id);
  return world.as(who, (work) => changeOwnEvidence(work, { ...seen, draft: COURSE, ...more }));
};
const check = async (who: Person, id: string, how: string) => {
  const seen = await about(who, id);
  return world.as(karin, (work) => checkEvidenceOf(work, { ...seen, check: { ...SHOWN, how }, itemIds: [] }));
};
const kept = () => files.list(world.organisation_id);
const dropping = () => world.as(null, dropOrphans);

test("ASM-2: files are off until the organisation turns them on, and stay to be read when it turns them off again", async () => {
  await keeping(world, false);
  expect((await world.as(anna, (work) => viewNewEvidence(work, anna.personId, null))).offered.files).toBe(
    false,
  );
  expect(codes(await add(anna, anna, [PDF]))).toEqual(["files-off files"]);
  await keeping(world, true);
  const id = await added(anna, anna, [PDF]);
  await keeping(world, false);
  const [there] = (await piece(anna, id)).files;
  const got = await world.as(karin, (work) =>
    viewFile(work, { personId: anna.personId, evidenceId: id, fileId: there?.id ?? "" }),
  );
  expect(got.bytes.equals(PDF.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(codes(await change(anna, id, { files: [PNG] }))).toEqual(["files-off files"]);
  expect(codes(await change(anna, id, { drop: [there?.id ?? ""] }))).toEqual([]);
  await keeping(world, true);
});

const LONG = `${"x".repeat(297)}.pdf`;
test.each<[string, readonly FileToKeep[], readonly string[]]>([
  ["a PDF and a picture", [PDF, PNG], []],
  ["a JPEG, whatever it's called", [file("foto", photo())], []],
  ["a picture that isn't whole", [file("foto.jpg", photo().subarray(0, 200))], ["file-damaged"]],
  ["a program by another name", [file("intyg.pdf", "MZ\x90\0")], ["file-not-taken"]],
  ["a page by another name", [file("intyg.png", "<html><script>1</script>")], ["file-not-taken"]],
  ["an SVG", [file("intyg.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')], ["file-not-taken"]],
  ["a PDF with script", [file("intyg.pdf", "%PDF-1.4 1 0 obj << /S /JavaScript >>")], ["file-active"]],
  ["nothing", [file("intyg.pdf", "")], ["file-empty"]],
  ["200 MB", [file("intyg.pdf", null)], ["file-too-large"]],
  ["300 letters", [{ ...PDF, name: LONG }], ["file-name-too-long"]],
  ["a path", [{ ...PDF, name: "../../etc/intyg.pdf" }], ["file-name-path"]],
  ["a path of another kind", [{ ...PDF, name: "C:\\intyg.pdf" }], ["file-name-path"]],
  ["a name that is read backwards", [{ ...PDF, name: "intyg\u202Efdp.exe" }], ["file-name-hidden"]],
  ["no name", [{ ...PDF, name: " " }], ["file-name-hidden"]],
  ["a personnummer", [{ ...PDF, name: "19121212-1212.pdf" }], ["file-name-number"]],
  [
    "two that are wrong, and one twice",
    [file("C:\\a", "MZ"), file("b", ""), PDF],
    ["file-name-path", "file-not-taken", "file-empty"],
  ],
  ["more than three", [PDF, PDF, PNG, PNG], ["too-many-files"]],
])("ASM-2: %s", async (_, sent, expected) => {
  const before = await kept();
  expect(codes(await add(anna, anna, sent))).toEqual(expected.map((code) => `${code} files`));
  const [some] = expected;
  expect(some === undefined || (await kept()).length === before.length).toBe(true);
});

test("ASM-2: where and when a photo was taken isn't kept: what is handed out is the picture alone", async () => {
  const id = await added(anna, anna, [file("foto.jpg", photoWith(exif(1)))]);
  const [there] = (await piece(anna, id)).files;
  const of = { personId: anna.personId, evidenceId: id, fileId: there?.id ?? "" };
  const got = await world.as(karin, (work) => viewFile(work, of));
  expect(got.bytes.equals(photo())).toBe(true);
  expect(there?.bytes).toBe(photo().length);
  expect(await kept()).toContain(hashOf(photo()));
});

test("what is wrong with the rest is told at the same time, with the file's name as it can be read", async () => {
  const result = await add(anna, anna, [file(`\u202E${"å".repeat(80)}`, "MZ")], {
    draft: { ...COURSE, what: "", issuedOn: "2026-11-23" },
  });
  expect(codes(result)).toEqual([
    "missing what",
    "in-future issuedOn",
    "file-name-hidden files",
    "file-not-taken files",
  ]);
  expect(result.ok ? "" : result.reasons[2]?.data?.["name"]).toBe(`${"å".repeat(59)}…`);
});

test("ASM-2: the files can be what was gone through, where there are any", async () => {
  const without = await added(anna, anna, []);
  expect(codes(await check(anna, without, "file"))).toEqual(["no-file how"]);
  const id = await added(anna, anna, [PDF]);
  expect(codes(await check(anna, id, "file"))).toEqual([]);
  expect(await piece(anna, id)).toMatchObject({
    standing: "counts",
    how: "file",
    files: [{ name: "intyg.pdf" }],
  });
  const shown = { ...SHOWN, how: "file" };
  expect(codes(await add(karin, anna, [], { check: shown }))).toEqual(["no-file how"]);
  expect(await piece(anna, await added(karin, anna, [PNG], { check: shown }))).toMatchObject({
    standing: "counts",
    files: [{ name: "bild.png", type: "png" }],
  });
});

describe("ASM-2: files are changed until they are checked", () => {
  test("what was handed back comes again with other files, three at most", async () => {
    const id = await added(anna, anna, [PDF, PNG]);
    const seen = await about(anna, id);
    await world.as(karin, (work) => returnEvidence(work, { ...seen, words: "Sidan två saknas." }));
    expect(codes(await change(anna, id, { files: [PDF, PDF] }))).toEqual(["too-many-files files"]);
    const first = (await piece(anna, id)).files.find(({ name }) => name === "intyg.pdf");
    expect(
      codes(
        await change(anna, id, { files: [{ ...PDF, name: "två" }, PDF], drop: [first?.id ?? "", newId()] }),
      ),
    ).toEqual([]);
    const now = await piece(anna, id);
    expect(now.standing).toBe("waiting");
    expect(now.files.map(({ name }) => name).toSorted()).toEqual(["bild.png", "intyg.pdf", "två.pdf"]);
    // In another tab.
    expect(
      codes(
        await world.as(anna, (work) => changeOwnEvidence(work, { ...seen, draft: COURSE, files: [PNG] })),
      ),
    ).toEqual(["changed-meanwhile undefined"]);
    expect((await piece(anna, id)).files).toHaveLength(3);
  });

  test("a piece's form takes no other piece's file away", async () => {
    const [one, other] = [await added(anna, anna, [PDF]), await added(anna, anna, [PNG])];
    const [theirs] = (await piece(anna, other)).files;
    expect(codes(await change(anna, one, { drop: [theirs?.id ?? ""] }))).toEqual([]);
    expect((await piece(anna, other)).files).toHaveLength(1);
  });

  test("what was checked keeps its files, in the database as well; withdrawn too", async () => {
    const id = await added(anna, anna, [PDF]);
    await check(anna, id, "file");
    expect(codes(await change(anna, id, { files: [PNG] }))).toEqual(["changed-meanwhile undefined"]);
    const refused = /files of evidence that was checked|not rewritten/;
    const trying = (statement: ReturnType<typeof sql>) =>
      expect(world.as(null, ({ tx }) => statement.execute(tx))).rejects.toThrow(refused);
    await trying(sql`delete from evidence_file where evidence_id = ${id}`);
    await trying(sql`update evidence_file set name = 'annat.pdf' where evidence_id = ${id}`);
    await trying(sql`insert into evidence_file select organisation_id, gen_random_uuid(), evidence_id, hash, name, type, bytes, added_by, now()
      from evidence_file where evidence_id = ${id}`);
    const seen = await about(anna, id);
    await world.as(karin, (work) => withdrawEvidence(work, { ...seen, words: "Fel kurs." }));
    expect((await piece(anna, id)).files).toHaveLength(1);
  });
});

test("ORG-8, PRV-1: whoever sees the piece reads the file, and it is logged; all others find nothing there", async () => {
  const eva = await employed("Eva Läst");
  const id = await added(eva, eva, [PDF]);
  const [there] = (await piece(eva, id)).files;
  const read = (as: Actor | null, more: Partial<Parameters<typeof viewFile>[1]> = {}) =>
    world.as(as, (work) =>
      viewFile(work, { personId: eva.personId, evidenceId: id, fileId: there?.id ?? "", ...more }),
    );
  const lead = world.grant(await world.person("Pia Lead"), { role: "process_lead" });
  for (const stranger of [anna, lead, null]) await expect(read(stranger)).rejects.toThrow(NotFound);
  const other = await added(anna, anna, [PDF]);
  const [theirs] = (await piece(anna, other)).files;
  const another = await added(eva, eva, [PDF]);
  for (const more of [
    { fileId: newId() },
    { evidenceId: another },
    { fileId: "../x" },
    { fileId: theirs?.id ?? "" },
    { evidenceId: other },
    { evidenceId: newId() },
    { personId: anna.personId },
  ])
    await expect(read(karin, more)).rejects.toThrow(NotFound);
  expect(await read(karin)).toMatchObject({ name: "intyg.pdf", type: "pdf" });
  await read(eva);
  const { rows } = await world.as(null, ({ tx }) =>
    sql<{
      what: string;
      basis: string;
    }>`select what, basis from access_log where person_ids = array[${eva.personId}]::uuid[]`.execute(tx),
  );
  expect(rows).toEqual([{ what: "evidence-file", basis: "manager" }]);
});

test("PRV-1: a file whose reading can't be logged isn't handed out", async () => {
  const id = await added(anna, anna, [PDF]);
  const [there] = (await piece(anna, id)).files;
  const reading = world.as(karin, async (work) => {
    const got = await viewFile(work, { personId: anna.personId, evidenceId: id, fileId: there?.id ?? "" });
    await sql`set transaction read only`.execute(work.tx);
    return got;
  });
  await expect(reading).rejects.toThrow(/read-only/);
});

test("ORG-1: the same file in two organisations is two, and neither reads the other's", async () => {
  const there = await evidenceWorld({ ...database, files });
  await keeping(there, true);
  const bo = await there.person("Bo Ek");
  await there.employ(bo, there.rehab, { from: "2024-01-01" });
  const only: FileToKeep = { name: "eget.pdf", bytes: paperAsPdf(["Bara där"]) };
  await there.as(bo, (work) =>
    addEvidence(work, {
      personId: bo.personId,
      draft: COURSE,
      check: null,
      renewsId: null,
      files: [only, PDF],
    }),
  );
  const hash = hashOf(only.bytes ?? Buffer.alloc(0));
  expect(await files.list(there.organisation_id)).toContain(hash);
  expect(await kept()).not.toContain(hash);
  expect(await files.get({ organisationId: world.organisation_id, hash })).toBeNull();
  // A row that names another organisation's file, as if somebody had put it there, leads to nothing.
  const id = await added(anna, anna, []);
  const fileId = newId();
  await world.put("evidence_file", {
    id: fileId,
    evidence_id: id,
    hash,
    name: "eget.pdf",
    type: "pdf",
    bytes: 1,
    added_by: anna.personId,
    added_at: new Date(),
  });
  await expect(
    world.as(anna, (work) => viewFile(work, { personId: anna.personId, evidenceId: id, fileId })),
  ).rejects.toThrow(FileLost);
  await change(anna, id, { drop: [fileId] });
});

describe("files that no row names", () => {
  test("go: of what was taken back, of what never came to be, and what a crash left half", async () => {
    await dropping();
    const before = (await kept()).toSorted();
    const once: FileToKeep = { name: "en.pdf", bytes: paperAsPdf(["Tas tillbaka"]) };
    const hash = hashOf(once.bytes ?? Buffer.alloc(0));
    const id = await added(anna, anna, [once, PDF]);
    const seen = await about(anna, id);
    await world.as(anna, (work) => takeBackEvidence(work, seen));
    expect((await piece(anna, id)).files).toEqual([]);
    const undone: FileToKeep = { name: "två.pdf", bytes: paperAsPdf(["Blir inte av"]) };
    await expect(
      world.as(anna, async (work) => {
        await addEvidence(work, {
          personId: anna.personId,
          draft: COURSE,
          check: null,
          renewsId: null,
          files: [undone],
        });
        throw new Error("strömavbrott");
      }),
    ).rejects.toThrow("strömavbrott");
    expect(await kept()).toHaveLength(before.length + 2);
    expect(await dropping()).toBe(2);
    expect((await kept()).toSorted()).toEqual(before);
    expect(await files.get({ organisationId: world.organisation_id, hash })).toBeNull();
    expect(await dropping()).toBe(0);
    const places = await readdir(join(files.root, world.organisation_id), { recursive: true });
    expect(places.filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("stay while somebody puts files there, or takes a backup", async () => {
    const id = await added(anna, anna, [{ name: "tre.pdf", bytes: paperAsPdf(["Väntar"]) }]);
    const seen = await about(anna, id);
    await world.as(anna, (work) => takeBackEvidence(work, seen));
    await world.as(null, async ({ tx }) => {
      await sql`select pg_advisory_xact_lock_shared(${FILES_LOCK})`.execute(tx);
      expect(await dropping()).toBe(0);
    });
    expect(await dropping()).toBe(1);
  });
});
