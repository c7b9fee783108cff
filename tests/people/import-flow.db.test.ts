import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { tasks } from "../../src/jobs.ts";
import { beginImport, cancelImport, confirmImport, confirmMapping } from "../../src/people/import-staff.ts";
import { runImport } from "../../src/people/import-run.ts";
import { claimStaff, fileOf } from "../../src/people/import.store.ts";
import { viewImport, viewImports } from "../../src/people/view-import.ts";
import type { Workshop } from "../../src/platform/database/work.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { importWorld, type ImportWorld } from "./import-world.ts";
import { csv, row, type Row } from "./staff-file.ts";
import { grant } from "./world.ts";
import { steps } from "./import-steps.ts";

const database = await testDatabase();
const fresh = () => importWorld(database);
const staff = (from: number, count: number, more: Row = {}): Row[] =>
  Array.from({ length: count }, (_, at) => row(String(from + at), `Kim Nr${from + at}`, more));
const TWO = [row("1", "Åsa Ek"), row("2", "Bo Al")];

describe("INT-1 an import asks before it ends many employments", () => {
  test("exactly a tenth does not ask; one more does, with the figure, and does nothing without a yes", async () => {
    const w = await fresh();
    await w.brings(staff(1, 20));
    expect(await w.bring(staff(1, 18))).toMatchObject({ ok: true, value: { leavers: 2, openBefore: 20 } });
    const before = await w.mark();
    expect(await w.bring(staff(1, 16))).toMatchObject({
      ok: false,
      reasons: [{ code: "leavers-not-confirmed", field: "leavers", data: { count: 2 } }],
      counts: { leavers: 2, openBefore: 18 },
    });
    expect(await w.mark()).toBe(before);
    expect(await w.bring(staff(1, 16), { confirmLeavers: true })).toMatchObject({ ok: true });
  });

  test("employments that the file says have ended count as well", async () => {
    const w = await fresh();
    await w.brings(staff(1, 10));
    const ended = staff(1, 2, { Till: "2026-10-31" });
    expect(await w.bring([...ended, ...staff(3, 8)])).toMatchObject({
      reasons: [{ code: "leavers-not-confirmed", data: { count: 2 } }],
    });
  });
});

describe("INT-1 rows that can't be read may be left out, and those people are then no leavers", () => {
  const broken = [
    row("1", "Åsa Ek", { Från: "31.02.2024" }),
    row("", "Bo Al", { Syssgrad: "heltid" }),
    row("3", "Cia Om"),
  ];

  test("by number, or by name where the number can't be read; not without a yes", async () => {
    const w = await fresh();
    await w.brings([...TWO, row("3", "Cia Om")]);
    const before = await w.mark();
    expect(await w.bring(broken)).toMatchObject({
      ok: false,
      reasons: [{ code: "unreadable-not-confirmed", field: "leaveOut", data: { count: 2 } }],
      problems: [
        { line: 2, number: "1", name: "Åsa Ek", reasons: [{ code: "bad-day" }] },
        { line: 3, number: null, name: "Bo Al", reasons: [{ code: "missing" }, { code: "bad-extent" }] },
      ],
    });
    expect(await w.bring(broken, { leaveOut: true })).toMatchObject({
      ok: true,
      value: { unreadable: 2, leavers: 0, same: 1 },
    });
    expect(await w.mark()).toBe(before);
  });

  test.each<[string, Row, string]>([
    ["a unit that isn't there", row("1", "Åsa Ek", { "Org.kod": "999" }), "unknown-unit"],
    [
      "a personnummer in a text",
      row("1", "Åsa Ek", { Befattning: "Vik för 18900101-9802" }),
      "personal-identity-number",
    ],
    ["a first day too far ahead", row("1", "Åsa Ek", { Från: "2099-01-01" }), "start-too-far"],
    ["a last day before the first", row("1", "Åsa Ek", { Till: "2001-01-01" }), "end-before-start"],
    ["a cell of a million characters", row("1", "x".repeat(1_000_000)), "cell-too-long"],
    ["a NUL", row("1", "Åsa Ek", { Befattning: "Arbets\0terapeut" }), "nul-character"],
    ["letters that are broken", row("1", "Ã¥sa Ek"), "garbled-text"],
  ])("%s is told with its row, and changes nothing", async (_, bad, code) => {
    const w = await fresh();
    await w.brings(TWO);
    const before = await w.mark();
    expect(await w.bring([bad, row("2", "Bo Al")])).toMatchObject({
      ok: false,
      problems: [
        { line: 2, reasons: expect.arrayContaining([expect.objectContaining({ code })]) as unknown },
      ],
    });
    expect(await w.mark()).toBe(before);
  });

  test("ORG-4 a number twice, and managers in a circle, are told on every row of them", async () => {
    const w = await fresh();
    const chief = (manager: string) => ({ "Chefens anställningsnummer": manager });
    const result = await w.bring([
      row("1", "Åsa Ek", chief("2")),
      row("2", "Bo Al", chief("1")),
      row("3", "Cia Om", chief("")),
      row("3", "Dan Id", chief("")),
    ]);
    expect(result).toMatchObject({
      problems: [
        { line: 2, reasons: [{ code: "manager-cycle" }] },
        { line: 3, reasons: [{ code: "manager-cycle" }] },
        { line: 4, reasons: [{ code: "duplicate-key" }] },
        { line: 5, reasons: [{ code: "duplicate-key" }] },
      ],
    });
    expect(await w.people()).toEqual([]);
  });
});

test("INT-1 a file that is no table is refused where it is read in, and nothing of it is kept", async () => {
  const w = await fresh();
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const begun = await w.as(w.handler, (work) => beginImport(work, { filename: "bild.csv", bytes: png }));
  expect(begun).toEqual({
    ok: false,
    reasons: [{ code: "not-a-table", data: { kind: "png" }, field: "file" }],
  });
  const late = new TextEncoder().encode('Anst.nr;Förnamn\n1;Åsa\n2;"Bo\n');
  expect(await w.bring(late)).toMatchObject({ reasons: [{ code: "unclosed-quote" }] });
  expect(await w.as(w.handler, (work) => viewImports(work))).toEqual({ imports: [], busy: null });
});

test("INT-1 a file without the columns that are needed says which, and is not kept", async () => {
  const w = await fresh();
  const result = await w.bring([{ Namn: "Åsa Ek", Enhet: "Rehab" }]);
  expect(result).toMatchObject({
    ok: false,
    reasons: [
      { code: "missing-required", field: "employmentNumber" },
      { code: "missing-required", field: "from" },
    ],
  });
});

describe("INT-1 what is carried out is what was confirmed", () => {
  test("where somebody else changed the staff meanwhile, it is shown again and nothing is done", async () => {
    const w = await fresh();
    const { preview, confirm, run, find } = steps(w);
    const one = await preview(TWO);
    await w.brings([row("2", "Bo Al", { "Org.kod": "312" })]);
    const before = await w.mark();
    expect(await confirm(one)).toMatchObject({ ok: true });
    await run(one);
    expect(await find(one)).toMatchObject({
      state: "preview",
      changedSince: true,
      counts: { join: 1, move: 1 },
    });
    expect(await w.mark()).toBe(before);
    expect(await confirm(one)).toMatchObject({ ok: true });
    await run(one);
    expect(await find(one)).toMatchObject({ state: "done", changedSince: false });
    expect(await w.employments()).toEqual(["1: 2020-01-01–", "2: 2020-01-01–"]);
  });

  test("a preview that has been worked out anew can't be confirmed by the old page, nor one that is over", async () => {
    const w = await fresh();
    const { preview, confirm, run, find } = steps(w);
    const id = await preview(TWO);
    const { fingerprint } = await find(id);
    const old = await w.as(w.handler, (work) =>
      confirmImport(work, id, { leavers: true, leaveOut: true, fingerprint: "another" }),
    );
    expect(old).toMatchObject({ reasons: [{ code: "looked-at-another" }] });
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    await confirm(id);
    await run(id);
    expect(await confirm(id)).toMatchObject({ reasons: [{ code: "too-late" }] });
    expect(await w.as(w.handler, (work) => cancelImport(work, id))).toMatchObject({
      reasons: [{ code: "too-late" }],
    });
  });

  test("when it is over the file is gone, and the staged rows; a cancelled one likewise", async () => {
    const w = await fresh();
    const { preview, confirm, run, find } = steps(w);
    const [done, cancelled] = [await preview(TWO), await preview(TWO)];
    await confirm(done);
    await run(done);
    await w.as(w.handler, (work) => cancelImport(work, cancelled));
    for (const id of [done, cancelled]) {
      expect(await w.as(w.handler, (work) => fileOf(work, id))).toBeNull();
      expect((await find(id)).sample).toEqual([]);
    }
    expect(
      await w.query(sql`select 1 from staff_import_row union all select 1 from staff_import_problem`),
    ).toEqual([]);
    expect(await w.employments()).toHaveLength(2);
  });
});

describe("INT-1 all or nothing", () => {
  /** A workshop in which something goes wrong when all rows have been written. */
  const failing = (
    w: ImportWorld,
    fail: Workshop["subscriptions"]["employments-changed"][number],
  ): Workshop => ({
    ...w.workshop,
    subscriptions: {
      ...w.workshop.subscriptions,
      "employments-changed": [...w.workshop.subscriptions["employments-changed"], fail],
    },
  });

  test("a fault in the middle leaves nothing, and is kept with the import", async () => {
    const w = await fresh();
    await w.brings(TWO);
    const before = await w.mark();
    const broken = failing(w, () => Promise.reject(new Error("planted")));
    const { preview, confirm, run, find } = steps(w, broken);
    const id = await preview([...TWO, row("3", "Cia Om")]);
    await confirm(id);
    await expect(run(id)).rejects.toThrow("planted");
    expect(await w.mark()).toBe(before);
    expect(await find(id)).toMatchObject({ state: "refused", refusal: { code: "failed" } });
    expect(await w.query(sql`select 1 from staff_import_row`)).toEqual([]);
  });

  test("a connection that is cut off in the middle leaves nothing, and the work is taken up again", async () => {
    const w = await fresh();
    await w.brings(TWO);
    const before = await w.mark();
    const cut = failing(w, async ({ tx }) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    const { preview, confirm, run, find } = steps(w, cut);
    const id = await preview([...TWO, row("3", "Cia Om")]);
    await confirm(id);
    await expect(run(id)).rejects.toThrow(/terminat/i);
    expect(await w.mark()).toBe(before);
    expect(await find(id)).toMatchObject({ state: "applying" });
    await tasks["resume-staff-imports"]?.(w.workshop, { slug: "" });
    expect(await find(id)).toMatchObject({ state: "done", counts: { join: 1 } });
    expect(await w.employments()).toHaveLength(3);
  });

  test("two at once: the second waits until the first is done", async () => {
    const w = await fresh();
    const { begin, find } = steps(w);
    const id = await begin(TWO);
    const { mapping } = await find(id);
    await w.as(w.handler, (work) => confirmMapping(work, id, mapping.columns));
    await w.as(null, async (first) => {
      expect(await claimStaff(first)).toBe(true);
      await runImport(w.workshop, w.slug, id);
      expect((await find(id)).state).toBe("comparing");
    });
    await tasks["resume-staff-imports"]?.(w.workshop, { slug: "" });
    expect((await find(id)).state).toBe("preview");
  });

  test("whoever comes second is told who is at it", async () => {
    const w = await fresh();
    const other = await w.actor(await w.person("Olle Annan"), {
      displayName: "Olle Annan",
      grants: [grant("administrator")],
    });
    const id = await steps(w).begin(TWO);
    const busyFor = async (actor: typeof other) => (await w.as(actor, (work) => viewImports(work))).busy;
    expect(await busyFor(other)).toMatchObject({ id, filename: "personal.csv" });
    expect(await busyFor(w.handler)).toBeNull();
    w.on("2026-11-24");
    expect(await busyFor(other)).toBeNull();
  });
});

describe("ORG-7 PRV-1 who sees what of a preview", () => {
  const file = [
    row("1", "Åsa Ek", { "Org.kod": "312" }),
    row("3", "Siv Dold"),
    row("4", "Siv Dold", { Sekretess: "J" }),
  ];
  const list = (w: ImportWorld, id: string, name: string, actor = w.handler) =>
    w.as(actor, (work) => viewImport(work, id, { list: name, page: 1 }));

  test("protected people are counted and not shown, save to the handler who is named; in the sample too", async () => {
    const w = await fresh();
    await w.brings([
      row("1", "Åsa Ek"),
      row("3", "Siv Dold", { Sekretess: "J" }),
      row("9", "Rut Dold", { Sekretess: "J" }),
    ]);
    const { preview, find } = steps(w);
    const id = await preview(file);
    const joins = await list(w, id, "join");
    expect(joins).toMatchObject({ counts: { join: 1 }, shown: { rows: [], total: 0, hidden: 1 } });
    expect(await list(w, id, "end")).toMatchObject({ shown: { rows: [], total: 0, hidden: 1 } });
    const { sample } = await find(await steps(w).begin(file));
    expect(sample).toHaveLength(1);
    expect(JSON.stringify([joins, sample])).not.toContain("Dold");

    const [rut] = await w.query(w.personNamed("Rut"));
    await w.as(null, ({ tx }) =>
      tx
        .updateTable("person")
        .set({ protected_handler_id: w.handler.personId })
        .where("id", "=", rut?.id ?? "")
        .execute(),
    );
    expect(await list(w, id, "end")).toMatchObject({
      shown: { rows: [{ name: "Rut Dold", number: "9" }], hidden: 0 },
    });
  });

  test("those in the register who are read about are noted in the log, with why it was allowed", async () => {
    const w = await fresh();
    await w.brings(TWO);
    const id = await steps(w).preview([row("1", "Åsa Ek", { "Org.kod": "312" }), row("5", "Ny Person")]);
    await list(w, id, "move");
    const [asa] = await w.query(w.personNamed("Åsa"));
    expect(
      await w.query(sql`select person_ids, what, basis from access_log where what = 'import-preview'`),
    ).toEqual([{ person_ids: [asa?.id], what: "import-preview", basis: "hr-handler" }]);
  });

  test("the lists say what changes from what to what", async () => {
    const w = await fresh();
    await w.brings([...TWO, row("3", "Cia Om")]);
    const id = await steps(w).preview([
      row("1", "Åsa Ek", { "Org.kod": "312" }),
      row("2", "Bo Berg", { Syssgrad: "50", Till: "2027-01-31" }),
      row("4", "Dan Id", { Från: "2027-01-01", Befattning: "Snickare" }),
    ]);
    expect((await list(w, id, "move")) as unknown).toMatchObject({
      shown: { rows: [{ name: "Åsa Ek", before: { unit: "Rehab" }, after: { unit: "Hemvård" } }], total: 1 },
    });
    expect((await list(w, id, "change")) as unknown).toMatchObject({
      shown: {
        rows: [
          {
            what: ["extent", "to", "name"],
            before: { name: "Bo Al", extent: 100, to: null },
            after: { name: "Bo Berg", extent: 50, to: "2027-02-01" },
          },
        ],
      },
    });
    expect((await list(w, id, "join")) as unknown).toMatchObject({
      shown: {
        rows: [{ name: "Dan Id", after: { profession: null }, notes: [{ code: "future-start" }] }],
      },
    });
    expect((await list(w, id, "end")) as unknown).toMatchObject({
      shown: { rows: [{ name: "Cia Om", unit: "Rehab", to: "2026-11-22", why: "not-in-file" }] },
    });
  });

  test("nobody but HR handlers and administrators knows of any import", async () => {
    const w = await fresh();
    const { begin } = steps(w);
    const id = await begin(TWO);
    for (const role of ["hr_partner", "process_lead", "data_protection_officer"] as const) {
      const actor = await w.actor(null, { grants: [grant(role)] });
      await expect(w.as(actor, (work) => viewImports(work))).rejects.toThrow(NotFound);
      await expect(list(w, id, "join", actor)).rejects.toThrow(NotFound);
      await expect(w.as(actor, (work) => cancelImport(work, id))).rejects.toThrow(NotFound);
      await expect(w.as(actor, (work) => confirmMapping(work, id, {}))).rejects.toThrow(NotFound);
      await expect(
        w.as(actor, (work) => beginImport(work, { filename: "x", bytes: csv(TWO) })),
      ).rejects.toThrow(NotFound);
    }
  });
});

describe("INT-1 how the columns are read", () => {
  test("is kept for the next file, with what is new in that one", async () => {
    const w = await fresh();
    const odd = ({ Befattning, ...rest }: Row) => ({ ...rest, Roll: Befattning ?? "" });
    const { begin, find } = steps(w);
    const columns = { ...(await find(await begin(TWO.map(odd)))).mapping.columns, title: "Roll" };
    expect(columns.title).toBe("Roll");
    await w.brings(csv(TWO.map(odd)), { columns });
    const next = await find(await begin(TWO.map((each) => ({ ...odd(each), "E-post": "a@b.se" }))));
    expect(next.mapping.columns).toEqual({ ...columns, email: "E-post" });
  });

  test("a column of personnummer is not shown, not kept, and can't be chosen", async () => {
    const w = await fresh();
    const { begin, find } = steps(w);
    const id = await begin([row("1", "Åsa Ek", { Kod: "18900101-9802" })]);
    const { mapping, sample } = await find(id);
    expect(mapping.dropped).toEqual([{ column: "Kod", why: "personal-identity-number" }]);
    expect(JSON.stringify(sample)).not.toContain("9802");
    const columns = { ...mapping.columns, personKey: "Kod" };
    expect(await w.as(w.handler, (work) => confirmMapping(work, id, columns))).toMatchObject({
      reasons: [{ code: "personal-identity-column", field: "personKey" }],
    });
  });
});
