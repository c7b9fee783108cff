import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  bookParts,
  countRows,
  latin,
  refusalOf,
  repeatingWorkbook,
  tableOf,
  utf8,
  workbook,
} from "./files.ts";

const MB = 1024 * 1024;
const row = '<row><c t="inlineStr"><is><t>Åsa</t></is></c></row>';
const declaration = '<?xml version="1.0"?>';

/** How much more memory the process holds at the most while the work is done, in MB. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await work();
  clearInterval(watch);
  return (Math.max(most, process.memoryUsage.rss()) - before) / MB;
}

describe("INT-1 a file that is no table is refused by its content, whatever it is called", () => {
  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], { kind: "png" }],
    ["a photograph", [0xff, 0xd8, 0xff, 0xe0], { kind: "jpeg" }],
    ["a PDF", [...latin("%PDF-1.7\n1 0 obj")], { kind: "pdf" }],
    ["a program", [0x7f, 0x45, 0x4c, 0x46, 2, 1], { kind: "program" }],
    ["bytes without sense", Array.from({ length: 4000 }, (_, index) => (index * 7) % 32), { kind: "binary" }],
    ["some other ZIP", [...zipSync({ "a.txt": utf8("hej") })], { kind: "zip" }],
    [
      "OpenDocument",
      [...zipSync({ mimetype: utf8("application/vnd.oasis.opendocument.spreadsheet") })],
      { kind: "ods" },
    ],
  ])("%s", async (_, bytes, data) => {
    expect(await refusalOf(Uint8Array.from(bytes))).toEqual({ code: "not-a-table", data });
  });

  test("the old Excel format, and a workbook with a password, are told apart", async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(2000).fill(0)];
    const locked = [...ole, ...Buffer.from("EncryptedPackage", "utf16le")];
    expect(await refusalOf(Uint8Array.from(ole))).toEqual({ code: "old-excel" });
    expect(await refusalOf(Uint8Array.from(locked))).toEqual({ code: "encrypted" });
  });
});

describe("INT-1 a hostile workbook is refused", () => {
  test.each([
    ["macros among the parts", { sheet: row, extra: { "xl/vbaProject.bin": utf8("x") } }],
    ["macros by its type", { sheet: row, mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }],
  ])("%s", async (_, book) => {
    expect(await refusalOf(workbook(book))).toEqual({ code: "macro-file" });
  });

  const laughs = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
  ).join("");
  test.each([
    ["an entity from outside", `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, "&x;"],
    ["a billion laughs", `<!DOCTYPE w [<!ENTITY a0 "ha">${laughs}]>`, "&a9;"],
    ["an outside DTD", `<!DOCTYPE w SYSTEM "http://exempel.invalid/w.dtd">`, "x"],
  ])("%s", async (_, doctype, text) => {
    const sheet = `${declaration}${doctype}<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalOf(workbook({ sheet }))).toEqual({ code: "external-entities" });
  });

  test.each([
    ["an entity that nobody declared", `<row><c t="inlineStr"><is><t>&x;</t></is></c></row>`],
    ["XML that breaks off", "<row><c>"],
    ["a text that is not there", '<row><c t="s"><v>99</v></c></row>'],
    ["a cell without a place", '<row><c r="1A"><v>1</v></c></row>'],
    ["elements a hundred deep", "<a>".repeat(100) + "</a>".repeat(100)],
  ])("%s", async (_, sheet) => {
    expect(await refusalOf(workbook({ sheet }))).toEqual({ code: "damaged" });
  });

  test("half a file", async () => {
    const bytes = workbook({ sheet: row.repeat(50) });
    expect((await refusalOf(bytes.subarray(0, bytes.length / 2))).code).toBe("damaged");
  });

  test("flipped bytes in the sheet", async () => {
    const bytes = zipSync(bookParts({ sheet: row.repeat(50) }));
    const at = Buffer.from(bytes).indexOf("xl/worksheets/sheet1.xml") + 60;
    bytes.fill(0xff, at, at + 8);
    expect((await refusalOf(bytes)).code).toBe("damaged");
  });

  test("a cell of 1 MB is listed and its neighbours are read", async () => {
    const cell = (text: string): string => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const table = await tableOf(
      workbook({ sheet: cell("Namn") + cell(`x${"yz".repeat(MB / 2)}`) + cell("Bo") }),
    );
    expect(table.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ["cell-too-long"],
      [],
    ]);
    expect(table.rows[1]?.cells).toEqual(["Bo"]);
  });
});

describe("INT-1 memory stays bounded", () => {
  const blanks = utf8(`<row/>${" ".repeat(1000)}`.repeat(1040));

  test.each([
    ["which the archive admits", undefined],
    ["which the archive denies", 100 * MB],
    ["of which the archive admits what is allowed", 256 * MB],
  ])("10 MB that unpack to 10 GB, %s", async (_, stated) => {
    const bomb = repeatingWorkbook(blanks, 10_240, stated);
    expect(bomb.length).toBeGreaterThan(9 * MB);
    const grown = await growth(async () => {
      expect((await refusalOf(bomb)).code).toBe("too-large-unpacked");
    });
    expect(grown).toBeLessThan(150);
  });

  test("a small file that unpacks to very much more than its size", async () => {
    const bomb = repeatingWorkbook(blanks, 100);
    expect(await refusalOf(bomb, { limits: { rows: 1_000_000_000 } })).toMatchObject({
      code: "too-large-unpacked",
    });
  });

  test.each([
    ["rows", row],
    ["blank rows", "<row/>"],
  ])("a sheet of endless %s", async (_, xml) => {
    const bytes = repeatingWorkbook(utf8(xml.repeat(1000)), 300);
    expect(await refusalOf(bytes, { limits: { rows: 50_000, unpackedRatio: 1000 } })).toEqual({
      code: "too-many-rows",
      data: { limit: 50_000 },
    });
  });

  test.each([
    ["one endless text", "x".repeat(MB)],
    ["one endless comment", `<!--${"x".repeat(MB)}`],
    ["one endless attribute", `<a b="${"x".repeat(MB)}`],
  ])("%s stops early", async (_, piece) => {
    const bytes = repeatingWorkbook(utf8(piece), 100);
    const grown = await growth(async () => {
      const { code } = await refusalOf(bytes, { limits: { unpackedRatio: 10_000 } });
      expect(["too-large-unpacked", "damaged"]).toContain(code);
    });
    expect(grown).toBeLessThan(150);
  });

  test("60,000 rows of 18 columns stream through", async () => {
    const line = `${Array.from({ length: 18 }, (_, column) => `värde ${column}`).join(";")}\r\n`;
    const bytes = utf8(
      `${Array.from({ length: 18 }, (_, column) => `K${column}`).join(";")}\r\n${line.repeat(60_000)}`,
    );
    const grown = await growth(async () => {
      expect(await countRows(bytes)).toBe(60_000);
    });
    expect(grown).toBeLessThan(150);
  });
});
