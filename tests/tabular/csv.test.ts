import { describe, expect, test } from "vitest";
import { cellsOf, latin, refusalOf, tableOf, utf8 } from "./files.ts";

describe("INT-1 CSV comes in whatever the HR system writes", () => {
  test.each([
    ["semicolon", "Nr;Namn\r\n1;Åsa\r\n", ";"],
    ["comma", "Nr,Namn\n1,Åsa\n", ","],
    ["tab", "Nr\tNamn\n1\tÅsa", "\t"],
    ["Excel's own mark", "sep=,\r\nNr,Namn\r\n1,Åsa\r\n", ","],
    ["semicolon with decimal commas", "Nr;Namn\n1;Åsa\n", ";"],
  ])("delimiter: %s", async (_, text, delimiter) => {
    const table = await tableOf(utf8(text));
    expect(table).toMatchObject({ format: "csv", delimiter, header: ["Nr", "Namn"], encoding: "utf-8" });
    expect(table.rows.map((row) => row.cells)).toEqual([["1", "Åsa"]]);
  });

  test("decimal commas do not make a comma file", async () => {
    const table = await tableOf(utf8("Nr;Grad\n1;75,00\n2;100,00\n"));
    expect(table.delimiter).toBe(";");
  });

  const text = "Nr;Namn\r\n1;Åsa Öhrn–Säll €\r\n";
  test.each([
    ["utf-8", utf8(text)],
    ["utf-8", utf8(`\uFEFF${text}`)],
    ["utf-16le", new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"))],
    ["utf-16be", new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())],
    ["windows-1252", Uint8Array.from(latin(text.replace("–", "\x96").replace("€", "\x80")))],
  ])("encoding: %s", async (encoding, bytes) => {
    const table = await tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.header).toEqual(["Nr", "Namn"]);
    expect(table.rows[0]?.cells).toEqual(["1", "Åsa Öhrn–Säll €"]);
  });

  test.each([
    ["DOS", latin("Nr;Namn\n1;Bj\x94rn \x8fkerlund\n2;H\x86kan\n")],
    ["old Mac", latin("Nr;Namn\n1;Bj\x9arn\n2;H\x8ckan\n3;Lindstr\x9am\n")],
  ])("wrong encoding is refused, not guessed: %s", async (_, bytes) => {
    expect((await refusalOf(bytes)).code).toBe("unknown-encoding");
  });

  test("a file that was spoiled before it came has its rows listed", async () => {
    const table = await tableOf(utf8("Nr;Namn\n1;Bj\u00C3\u00B6rn\n2;Bj\uFFFDrn\n3;Björn\n"));
    expect(table.rows.map((row) => row.problems)).toEqual([
      [{ code: "garbled-text", data: { line: 2, column: "Namn" } }],
      [{ code: "garbled-text", data: { line: 3, column: "Namn" } }],
      [],
    ]);
  });

  test("quotes, doubled quotes and line breaks inside a cell; each row has the line it starts on", async () => {
    const table = await tableOf(utf8('Nr;Text\r\n1;"a;""b""\r\nc"\r\n\r\n2;"d"\r\n3;5" rör\r\n'));
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, "1", 'a;"b"\r\nc'],
      [5, "2", "d"],
      [6, "3", '5" rör'],
    ]);
  });

  test("=1+1 stays text", async () => {
    expect(await cellsOf(utf8("Nr;Namn\n1;=1+1\n"))).toEqual([["1", "=1+1"]]);
  });

  test("missing cells at the end are empty; blank lines and blank columns at the end are nothing", async () => {
    expect(await cellsOf(utf8("Nr;Namn;;\n1\n;;;\n2;Åsa;;;\n"))).toEqual([
      ["1", ""],
      ["2", "Åsa"],
    ]);
  });

  test("a row wider than the header is listed with its line", async () => {
    const table = await tableOf(utf8("Nr;Namn\n1;Åsa\n2;Öhrn;Åsa\n"));
    expect(table.rows[1]?.problems).toEqual([
      { code: "uneven-row", data: { line: 3, cells: 3, columns: 2 } },
    ]);
    expect(table.rows[0]?.problems).toEqual([]);
  });

  test("text after a closing quote is listed with line and column", async () => {
    const table = await tableOf(utf8('Nr;Namn\n1;"Åsa"x\n'));
    expect(table.rows[0]?.problems).toEqual([{ code: "stray-quote", data: { line: 2, column: "Namn" } }]);
  });
});

describe("INT-1 a bad CSV gets a clear reason", () => {
  test.each([
    ["nothing", "", { code: "empty" }],
    ["blank lines", " \n;;\n", { code: "empty" }],
    ["no header: an e-mail address", "1;Åsa;asa@exempel.se\n", { code: "no-header", data: { line: 1 } }],
    ["no header: a day", "\nÅsa;2024-01-01\n", { code: "no-header", data: { line: 2 } }],
    ["no header: two numbers", "1001;Åsa;75,0\n", { code: "no-header", data: { line: 1 } }],
    ["a name twice", "Nr;Namn;namn \n", { code: "duplicate-header", data: { line: 1, column: "namn" } }],
    ["a quote left open", 'Nr;Namn\n1;Åsa\n2;"Örjan\n3;Bo\n', { code: "unclosed-quote", data: { line: 3 } }],
    ["a web page", "<html><table><tr><td>1</table>", { code: "not-a-table", data: { kind: "html" } }],
  ])("%s", async (_, text, reason) => {
    expect(await refusalOf(utf8(text))).toEqual(reason);
  });

  test("too many columns, rows or bytes", async () => {
    const limits = { columns: 3, rows: 2, bytes: 40 };
    expect(await refusalOf(utf8("a;b;c;d\n"), { limits })).toEqual({
      code: "too-many-columns",
      data: { columns: 4, limit: 3 },
    });
    expect((await refusalOf(utf8("a;b\n1;2\n1;2\n1;2\n"), { limits })).code).toBe("too-many-rows");
    expect(await refusalOf(utf8(`a;b\n${"1;2\n".repeat(20)}`), { limits })).toEqual({
      code: "too-large",
      data: { bytes: 84, limit: 40 },
    });
  });

  test("a NUL is listed with line and column, and the rest of the row is kept to name it by", async () => {
    const table = await tableOf(utf8("Nr;Namn\n1;Å\0sa\n2;Bo\n"));
    expect(table.rows[0]).toEqual({
      line: 2,
      cells: ["1", ""],
      problems: [{ code: "nul-character", data: { line: 2, column: "Namn" } }],
    });
    expect(table.rows[1]?.problems).toEqual([]);
  });

  test.each([
    [10_000, []],
    [10_001, [{ code: "cell-too-long", data: { line: 2, column: "Namn", limit: 10_000, length: 10_001 } }]],
    [
      1_048_576,
      [{ code: "cell-too-long", data: { line: 2, column: "Namn", limit: 10_000, length: 1_048_576 } }],
    ],
  ])("a cell of %i characters", async (length, problems) => {
    const table = await tableOf(utf8(`Nr;Namn\n1;${"x".repeat(length)}\n2;Bo\n`));
    expect(table.rows.map((row) => row.problems)).toEqual([problems, []]);
    expect(table.rows[1]?.cells).toEqual(["2", "Bo"]);
  });
});
