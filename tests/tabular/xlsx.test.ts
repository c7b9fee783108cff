import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTable } from "../../src/platform/tabular/read.ts";
import { columnOf, numberStyle, numberText } from "../../src/platform/tabular/xlsx-cells.ts";
import { cellsOf, refusalOf, tableOf, workbook } from "./files.ts";

const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Nr</t></is></c><c r="B1" t="inlineStr"><is><t>Namn</t></is></c></row>';

describe("INT-1 XLSX cells come out as people read them", () => {
  test("shared, inline and formula texts, numbers, truth; formulas are not computed", async () => {
    const book = workbook({
      sharedStrings:
        "<si><t>Nr</t></si><si><r><t>Ås</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b &amp; &lt;</t></si>",
      sheet:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>B</t></is></c><c r="C1" t="str"><f>"C"</f><v>C</v></c></row>' +
        '<row r="3"><c r="A3"><v>1001</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><f>1+1</f><v>2</v></c></row>' +
        '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="C4"><f>1+1</f></c></row>' +
        '<row><c><v>0.1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>=1+1</t></is></c></row>',
    });
    const table = await tableOf(book);
    expect(table).toMatchObject({ format: "xlsx", header: ["Nr", "B", "C"], sheets: ["Personal", "Annat"] });
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, "1001", "Åsa", "2"],
      [4, "true", "", ""],
      [5, "0.1", "a\rb & <", "=1+1"],
    ]);
  });

  test("days, per cent and leading zeros by the cell's style", async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-41D]d\\ mmmm\\ yyyy;@"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const row = (line: number, style: number, value: string): string =>
      `<row r="${line}"><c r="A${line}" s="${style}"><v>${value}</v></c><c r="B${line}"><v>1</v></c></row>`;
    const book = workbook({
      styles,
      sheet:
        header +
        row(2, 1, "46348") +
        row(3, 2, "0.75") +
        row(4, 3, "123") +
        row(5, 4, "46348") +
        row(6, 0, "46348"),
    });
    expect((await cellsOf(book)).map(([cell]) => cell)).toEqual([
      "2026-11-22",
      "75 %",
      "00123",
      "2026-11-22",
      "46348",
    ]);
  });

  test("workbooks that count from 1904", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const book = workbook({
      workbook: `<x:workbook xmlns:x="${main}" xmlns:q="urn:q"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="P" q:id="r1"/></x:sheets></x:workbook>`,
      styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      sheet: `${header}<row r="2"><c r="A2" s="1"><v>44886</v></c></row>`,
    });
    expect(await cellsOf(book)).toEqual([["2026-11-22", ""]]);
  });

  test("a named sheet, and one that is not there", async () => {
    const book = workbook({ sheet: header });
    expect(await cellsOf(book, { sheet: "Annat" })).toEqual([["7"]]);
    expect(await refusalOf(book, { sheet: "Borta" })).toEqual({
      code: "no-such-sheet",
      data: { sheet: "Borta" },
    });
  });

  test("what the spreadsheet itself could not work out is listed", async () => {
    const table = await tableOf(
      workbook({ sheet: `${header}<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>` }),
    );
    expect(table.rows[0]?.problems).toEqual([{ code: "cell-error", data: { line: 2, column: "Namn" } }]);
  });

  test("a value beyond the header is listed; a formatted empty cell there is nothing", async () => {
    const rows =
      '<row r="2"><c r="A2"><v>1</v></c><c r="ZZ2" s="0"/></row><row r="3"><c r="A3"><v>1</v></c><c r="XFD3"><v>1</v></c></row>';
    const table = await tableOf(workbook({ sheet: header + rows }));
    expect(table.rows.map((row) => row.problems)).toEqual([
      [],
      [{ code: "uneven-row", data: { line: 3, cells: 16_384, columns: 2 } }],
    ]);
  });

  test.each([
    ["a path", async (path: string) => path],
    ["an upload", async (_: string, bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])],
    ["memory", async (_: string, bytes: Uint8Array) => bytes],
  ])("from %s, and let go of half read", async (_, source) => {
    const folder = await mkdtemp(join(tmpdir(), "tabell-å "));
    const path = join(folder, "personal.xlsx");
    const bytes = workbook({
      sheet: `${header}<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>`,
    });
    await writeFile(path, bytes);
    const opened = await openTable(await source(path, bytes));
    if (!opened.ok) throw new Error("refused");
    const seen: string[] = [];
    for await (const row of opened.value.rows) {
      seen.push(row.cells[0] ?? "");
      break;
    }
    await opened.value.close();
    expect(seen).toEqual(["1"]);
    await rm(folder, { recursive: true });
  });

  test("a path that is not there is a fault, not a bad table", async () => {
    await expect(openTable(join(tmpdir(), "finns-inte.xlsx"))).rejects.toThrow("ENOENT");
  });
});

test.each([
  ["1", { as: "day" }, "1900-01-01"],
  ["59", { as: "day" }, "1900-02-28"],
  ["61", { as: "day" }, "1900-03-01"],
  ["46348.5", { as: "day" }, "2026-11-22 12:00:00"],
  ["-1", { as: "day" }, "-1"],
  ["1e300", { as: "day" }, `1${"0".repeat(300)}`],
  ["0.1", { as: "number" }, "0.1"],
  ["74.999999999999986", { as: "number" }, "75"],
  ["189001019802", { as: "number" }, "189001019802"],
  ["1E-7", { as: "number" }, "0.0000001"],
  ["0.57999999999999996", { as: "percent" }, "58 %"],
  ["abc", { as: "number" }, "abc"],
] as const)("the number %s as %o reads %s", (stored, style, text) => {
  expect(numberText(stored, style, false)).toBe(text);
});

test.each([
  [14, undefined, "day"],
  [20, undefined, "number"],
  [10, undefined, "percent"],
  [164, "yyyy\\-mm\\-dd", "day"],
  [164, '0" dagar"', "number"],
  [164, "0.00;[Red]0.00", "number"],
  [164, "000000", "padded"],
])("format %i %s is a %s", (id, code, as) => {
  expect(numberStyle(id, code).as).toBe(as);
});

test.each([
  ["A1", 0],
  ["Z9", 25],
  ["AA1", 26],
  ["XFD1", 16_383],
  ["1", -1],
  ["AAAA1", -1],
])("the reference %s is column %i", (reference, column) => {
  expect(columnOf(reference)).toBe(column);
});
