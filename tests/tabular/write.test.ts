import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText, neutralised, restored } from "../../src/platform/tabular/write.ts";
import { workbookBytes } from "../../src/platform/tabular/xlsx-write.ts";
import { cellsOf, tableOf, utf8 } from "./files.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+46 31 00 00", "'+46 31 00 00"],
  ["-cmd", "'-cmd"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1+1", "'＝1+1"],
  ["-12", "-12"],
  ["-12,5", "-12,5"],
  ["-12+1", "'-12+1"],
  ["Åsa=1", "Åsa=1"],
  ["", ""],
])("a cell %j leaves as %j", (cell, text) => {
  expect(neutralised(cell)).toBe(text);
});

test("CSV as Excel in Swedish opens it: a mark, semicolons, CRLF", () => {
  expect(csvText(["Nr", "Namn"], [["1", 'Å "x"; y']])).toBe('\uFEFFNr;Namn\r\n1;"Å ""x""; y"\r\n');
});

test("a workbook keeps leading zeros and formulas as text", async () => {
  expect(
    await cellsOf(
      workbookBytes([
        {
          name: "Personal/2026",
          rows: [
            ["Nr", "Namn"],
            ["0017", "=1+1"],
          ],
        },
      ]),
    ),
  ).toEqual([["0017", "=1+1"]]);
  expect((await tableOf(workbookBytes([{ name: "Personal/2026", rows: [["Nr"], ["1"]] }]))).sheets).toEqual([
    "Personal 2026",
  ]);
});

test("the same table gives the same bytes", () => {
  const bytes = (): Uint8Array => workbookBytes([{ name: "A", rows: [["Nr"], ["1"]] }]);
  expect(Buffer.compare(bytes(), bytes())).toBe(0);
});

/** Any text that survives as it is: no NUL, no lost letters, no half characters. The first cell keeps the row from being blank. */
const cell = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom(";", ",", "\t", '"', "\r", "\n", " ", "a", "å", "=", "_", "x", "0", "<", "&"),
      maxLength: 12,
    }),
    fc.constantFrom("_x000D_", "_x005F_x0041_", "]]>", "Å;Ä", "'=1"),
  )
  .filter((text) => !text.includes("\0") && !/\uFFFD|Ã/.test(text) && text.isWellFormed());
const tables = fc.array(fc.tuple(fc.nat().map(String), cell, cell), { minLength: 1, maxLength: 12 });
const header = ["Nr", "Ett", "Två"];

test("any table comes back from CSV, formulas with an apostrophe", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      expect(await cellsOf(utf8(csvText(header, rows)))).toEqual(rows.map((row) => row.map(neutralised)));
    }),
  );
});

test("what an apostrophe has made harmless comes back as it was, and an apostrophe of one's own too", () => {
  const texts = fc.string({ unit: fc.constantFrom("'", "=", "-", "5", "a", "＠"), maxLength: 6 });
  fc.assert(fc.property(texts, (text) => restored(neutralised(text)) === text));
});

test("any table comes back from a workbook as it was", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      expect(await cellsOf(workbookBytes([{ name: "Blad", rows: [header, ...rows] }]))).toEqual(rows);
    }),
  );
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const encode = {
  "utf-8": (text: string) => utf8(text),
  "utf-8 with a mark": (text: string) => utf8(`\uFEFF${text}`),
  "utf-16le": (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")),
  "utf-16be": (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16()),
  "windows-1252": (text: string) => new Uint8Array(Buffer.from(text, "latin1")),
};
const carries = (encoding: string, text: string): boolean =>
  encoding !== "windows-1252" || /^[\p{ASCII}\u00A0-\u00FF]*$/u.test(text);

test("any table comes in with every delimiter, line break and encoding that can carry it", async () => {
  const encodings = fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[]));
  const forms = [fc.constantFrom(";", ",", "\t"), fc.constantFrom("\r\n", "\n", "\r"), encodings] as const;
  await fc.assert(
    fc.asyncProperty(tables, ...forms, async (rows, delimiter, lineBreak, encoding) => {
      const lines = [header.map((name) => name.replace("å", "aa")), ...rows].map((row) =>
        row.map(quoted).join(delimiter),
      );
      const text = lines.join(lineBreak) + lineBreak;
      fc.pre(carries(encoding, text));
      const table = await tableOf(encode[encoding](text));
      expect(table.delimiter).toBe(delimiter);
      expect(table.rows.map((row) => row.cells)).toEqual(rows);
    }),
  );
});
