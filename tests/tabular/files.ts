/** Files made in the test, byte by byte: workbooks as other programs write them, and hostile ones. */
import { constants, deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { openTable, readTable, type ReadOptions } from "../../src/platform/tabular/read.ts";
import type { TableSource } from "../../src/platform/tabular/source.ts";
import type { TableContent } from "../../src/platform/tabular/table.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export type BookParts = {
  readonly sheet: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly extra?: Readonly<Record<string, Uint8Array>>;
  readonly mainType?: string;
};

/** The parts of a workbook whose one sheet holds this XML inside `<sheetData>`. */
export function bookParts(book: BookParts): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${
      book.mainType ?? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    }"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      book.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Personal" sheetId="1" r:id="r1"/><sheet name="Annat" sheetId="2" r:id="r4"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r4" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${book.sharedStrings ?? ""}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${book.styles ?? ""}</styleSheet>`,
    "xl/worksheets/sheet1.xml": book.sheet.startsWith("<?xml") ? book.sheet : sheetXml(book.sheet),
    "xl/worksheets/sheet2.xml": sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Annan</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>',
    ),
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return { ...bytes, ...book.extra };
}

const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

export const workbook = (book: BookParts): Uint8Array => zipSync(bookParts(book));

/**
 * A workbook whose sheet repeats a piece, without ever holding it unpacked: a deflated piece that was flushed stands by itself
 * and can be repeated as it is. `stated` is the size that the archive claims for the sheet, the true one when left out.
 */
export function repeatingWorkbook(piece: Uint8Array, times: number, stated?: number): Uint8Array {
  const start = utf8(`<worksheet><sheetData><row><c t="inlineStr"><is><t>Namn</t></is></c></row>`);
  const flushed = (bytes: Uint8Array): Buffer =>
    deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const repeated = flushed(piece);
  const end = utf8("</sheetData></worksheet>");
  const sheet = Buffer.concat([flushed(start), ...Array<Buffer>(times).fill(repeated), deflateRawSync(end)]);
  const size = stated ?? start.length + piece.length * times + end.length;
  const { "xl/worksheets/sheet1.xml": _, ...others } = bookParts({ sheet: "" });
  const parts = Object.entries(others).map(([name, bytes]) => ({
    name,
    data: deflateRawSync(bytes),
    size: bytes.length,
  }));
  return zipOf([...parts, { name: "xl/worksheets/sheet1.xml", data: sheet, size }]);
}

/** A ZIP of parts that are deflated already, with 64-bit sizes. */
function zipOf(parts: readonly { name: string; data: Buffer; size: number }[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), data);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(12, 30);
    entry.writeUInt32LE(offset, 42);
    const zip64 = Buffer.alloc(12);
    zip64.writeUInt16LE(1, 0);
    zip64.writeUInt16LE(8, 2);
    zip64.writeBigUInt64LE(BigInt(size), 4);
    directory.push(entry, Buffer.from(name), zip64);
    offset += 30 + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(parts.length, 8);
  tail.writeUInt16LE(parts.length, 10);
  tail.writeUInt32LE(listed.length, 12);
  tail.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, tail]));
}

/** The table, or a failed test that says why there is none. */
export async function tableOf(source: TableSource, options?: ReadOptions): Promise<TableContent> {
  const result = await readTable(source, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reasons)}`);
  return result.value;
}

/** The cells alone. */
export const cellsOf = async (source: TableSource, options?: ReadOptions): Promise<(readonly string[])[]> =>
  (await tableOf(source, options)).rows.map((row) => row.cells);

/** Why the file is refused; a failed test when it is not. */
export async function refusalOf(
  source: TableSource,
  options?: ReadOptions,
): Promise<{ code: string; data?: Readonly<Record<string, string | number>> }> {
  const result = await readTable(source, options);
  if (result.ok) throw new Error(`read: ${JSON.stringify(result.value.rows.slice(0, 3))}`);
  const [reason] = result.reasons;
  if (!reason) throw new Error("refused without a reason");
  return reason;
}

/** How many rows a table gives when they are read one by one and let go. */
export async function countRows(source: TableSource): Promise<number> {
  const opened = await openTable(source);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.reasons)}`);
  let count = 0;
  for await (const _ of opened.value.rows) count += 1;
  return count;
}

export const utf8 = (text: string): Uint8Array => strToU8(text);
export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
