/**
 * A workbook (.xlsx) as rows of text. Formulas are never computed: the value that was saved with them is taken. Nothing
 * outside the file is ever fetched.
 */
import { posix } from "node:path";
import { Archive } from "./archive.ts";
import type { ByteSource } from "./source.ts";
import { TableRefused, type RawProblem, type RawRow, type TableLimits } from "./table.ts";
import { columnOf, numberStyle, numberText, unescaped, type NumberStyle } from "./xlsx-cells.ts";
import { parseXml, readXml, type XmlHandler } from "./xml.ts";

type Relation = { readonly target: string; readonly type: string };

export type Workbook = {
  readonly sheets: readonly string[];
  readonly rows: AsyncGenerator<readonly RawRow[]>;
  /** Cells that are drawn as one, such as `B2:D2`: whole when the rows have been read to their end. */
  readonly merged: readonly string[];
  readonly close: () => void;
};

const nothing = (): void => {};
const listener = (open: XmlHandler["open"]): XmlHandler => ({ open, close: nothing, text: nothing });

/** Opens one sheet: the named one, or the first. */
export async function openWorkbook(
  source: ByteSource,
  sheet: string | null,
  limits: TableLimits,
): Promise<Workbook> {
  const archive = await Archive.open(source, limits);
  try {
    await refuseOtherKinds(archive);
    const main = relationOf(await relations(archive, ""), "/officeDocument");
    const book = await readBook(archive, main.target);
    const related = await relations(archive, main.target);
    const chosen = sheet === null ? book.sheets[0] : book.sheets.find(({ name }) => name === sheet);
    if (!chosen)
      throw sheet === null ? new TableRefused("empty") : new TableRefused("no-such-sheet", { sheet });
    const part = related.get(chosen.relation);
    if (!part || !part.type.endsWith("/worksheet"))
      throw new TableRefused("no-such-sheet", { sheet: chosen.name });
    const shared = partOf(related, "/sharedStrings");
    const styles = partOf(related, "/styles");
    const context: Omit<SheetContext, "merged"> = {
      strings: shared === null ? [] : await readSharedStrings(archive, shared, limits),
      styles: styles === null ? [] : await readStyles(archive, styles),
      from1904: book.from1904,
      limits,
    };
    const merged: string[] = [];
    return {
      sheets: book.sheets.map(({ name }) => name),
      rows: sheetRows(archive, part.target, { ...context, merged }),
      merged,
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

const refuseMacroType: XmlHandler["open"] = (_, attributes) => {
  if (/macroEnabled/i.test(attributes["ContentType"] ?? "")) throw new TableRefused("macro-file");
};

async function refuseOtherKinds(archive: Archive): Promise<void> {
  const names = archive.names();
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) throw new TableRefused("macro-file");
  if (archive.has("xl/workbook.bin")) throw new TableRefused("not-a-table", { kind: "xlsb" });
  if (archive.has("mimetype")) throw new TableRefused("not-a-table", { kind: "ods" });
  if (names.some((name) => name.startsWith("word/"))) throw new TableRefused("not-a-table", { kind: "docx" });
  if (!archive.has("[Content_Types].xml")) throw new TableRefused("not-a-table", { kind: "zip" });
  await readXml(archive.text("[Content_Types].xml"), listener(refuseMacroType));
}

/** What a part points to, by relation id. Targets outside the file are left out. */
async function relations(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relation>();
  if (!archive.has(name)) return found;
  const note = (element: string, attributes: Readonly<Record<string, string>>): void => {
    const { Id: id, Target: target, Type: type } = attributes;
    if (element !== "Relationship" || attributes["TargetMode"] === "External") return;
    if (id === undefined || target === undefined || type === undefined) return;
    found.set(id, { target: resolved(folder, target), type });
  };
  await readXml(archive.text(name), listener(note));
  return found;
}

const resolved = (folder: string, target: string): string =>
  posix.normalize(target.startsWith("/") ? target.slice(1) : folder + target);

function relationOf(relations: ReadonlyMap<string, Relation>, kind: string): Relation {
  for (const relation of relations.values()) if (relation.type.endsWith(kind)) return relation;
  throw new TableRefused("not-a-table", { kind: "zip" });
}

function partOf(relations: ReadonlyMap<string, Relation>, kind: string): string | null {
  for (const relation of relations.values()) if (relation.type.endsWith(kind)) return relation.target;
  return null;
}

async function readBook(
  archive: Archive,
  part: string,
): Promise<{ sheets: { name: string; relation: string }[]; from1904: boolean }> {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  const note = (element: string, attributes: Readonly<Record<string, string>>): void => {
    if (element === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
    if (element !== "sheet") return;
    const relation = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    sheets.push({ name: attributes["name"] ?? "", relation });
  };
  await readXml(archive.text(part), listener(note));
  return { sheets, from1904 };
}

async function readStyles(archive: Archive, part: string): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await readXml(archive.text(part), {
    open(element, attributes) {
      if (element === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (element === "cellXfs") inCells = true;
      if (element !== "xf" || !inCells) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      styles.push(numberStyle(id, codes.get(id)));
    },
    close(element) {
      if (element === "cellXfs") inCells = false;
    },
    text: nothing,
  });
  return styles;
}

async function readSharedStrings(archive: Archive, part: string, limits: TableLimits): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let total = 0;
  const collector = new TextCollector((text) => {
    current += text;
    total += text.length;
    if (total > limits.sharedText) throw new TableRefused("too-large-unpacked", { limit: limits.sharedText });
  });
  await readXml(archive.text(part), {
    open(element) {
      if (element === "si") current = "";
      collector.open(element);
    },
    close(element) {
      collector.close(element);
      if (element !== "si") return;
      strings.push(unescaped(current));
      // An empty string costs as well: a list of a hundred million of them would fill the memory.
      total += 8;
    },
    text: (text) => collector.text(text),
  });
  return strings;
}

/** Takes the text of `<t>`, and of `<v>` where asked, leaving out reading aids (`<rPh>`). */
class TextCollector {
  readonly #take: (text: string) => void;
  #within = false;
  #phonetic = false;

  constructor(take: (text: string) => void) {
    this.#take = take;
  }

  open(element: string): void {
    if (element === "rPh") this.#phonetic = true;
    if ((element === "t" || element === "v") && !this.#phonetic) this.#within = true;
  }

  close(element: string): void {
    if (element === "rPh") this.#phonetic = false;
    if (element === "t" || element === "v") this.#within = false;
  }

  text(text: string): void {
    if (this.#within) this.#take(text);
  }
}

type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
  readonly limits: TableLimits;
  readonly merged: string[];
};

/** Gathers the rows of a sheet from its events. */
class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #collector: TextCollector;
  #rows: RawRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #count = 0;
  #problems: RawProblem[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #text = "";

  constructor(context: SheetContext) {
    this.#context = context;
    this.#collector = new TextCollector((text) => (this.#text += text));
  }

  open = (element: string, attributes: Readonly<Record<string, string>>): void => {
    if (element === "row") {
      this.#line = Number.parseInt(attributes["r"] ?? "", 10) || this.#line + 1;
      [this.#cells, this.#count, this.#problems, this.#column] = [[], 0, [], -1];
    } else if (element === "c") {
      const reference = attributes["r"];
      this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
      if (this.#column < 0) throw new TableRefused("damaged");
      this.#type = attributes["t"] ?? "n";
      this.#style = Number(attributes["s"] ?? 0);
      this.#text = "";
    } else if (element === "mergeCell") this.#context.merged.push(attributes["ref"] ?? "");
    this.#collector.open(element);
  };

  close = (element: string): void => {
    this.#collector.close(element);
    if (element === "c") this.#endCell();
    if (element !== "row") return;
    this.#rows.push({ line: this.#line, cells: this.#cells, count: this.#count, problems: this.#problems });
  };

  text = (text: string): void => this.#collector.text(text);

  taken(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "") return;
    const [at, limit] = [this.#column, this.#context.limits.cellLength];
    this.#count = Math.max(this.#count, at + 1);
    if (at >= this.#context.limits.columns) return;
    while (this.#cells.length < at) this.#cells.push("");
    const tooLong = text.length > limit;
    if (tooLong) this.#problems.push({ code: "cell-too-long", at, data: { limit, length: text.length } });
    if (this.#type === "e") this.#problems.push({ code: "cell-error", at });
    this.#cells[at] = tooLong ? "" : text;
  }

  #cellText(): string {
    const text = this.#text;
    switch (this.#type) {
      case "s":
        return text === "" ? "" : (this.#context.strings[Number(text)] ?? this.#refuseDamaged());
      case "inlineStr":
      case "str":
        return unescaped(text);
      case "b":
        return text === "1" ? "true" : text === "0" ? "false" : text;
      case "d":
        return text.replace(/T00:00:00(\.0+)?Z?$/, "").replace("T", " ");
      case "e":
        return text;
      default:
        return numberText(
          text,
          this.#context.styles[this.#style] ?? { as: "number" },
          this.#context.from1904,
        );
    }
  }

  #refuseDamaged(): never {
    throw new TableRefused("damaged");
  }
}

async function* sheetRows(
  archive: Archive,
  part: string,
  context: SheetContext,
): AsyncGenerator<readonly RawRow[]> {
  const reader = new SheetReader(context);
  for await (const _ of parseXml(archive.text(part), reader)) yield reader.taken();
  yield reader.taken();
}
