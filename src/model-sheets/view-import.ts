/** What a model's spreadsheet would become, for whoever looks at it before it does (MOD-15). */
import { professions } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import { cleaned, lineKindOf, type LineKind } from "./cell.rules.ts";
import { columnName } from "../platform/tabular/xlsx-cells.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import { foundIn, numberFor, openImport } from "./import-model.ts";
import { structuresWhole, type KeptReading } from "./store.ts";
import type { Heading, ItemKind, Level, LevelKind, Structure } from "../career-model/rules.ts";
import { kindOfLine, type FoundLine } from "./found.rules.ts";
import { LEFT_OUT } from "./model-of-found.ts";
import { readOwnList, brokenCells } from "./read-sheets.ts";
import { models } from "../career-model/store.ts";

/** A line as it would be. */
export type LineView = Pick<FoundLine, "cell" | "level" | "heading" | "track" | "text" | "mandatory"> & {
  readonly kind: ItemKind;
};

type Base = { readonly id: Id; readonly filename: string; readonly revision: number };

/** Vidga's own list: what it holds, or the cells to mend. */
export type OwnImportView = Base & {
  readonly own: true;
  readonly sheet: string;
  readonly faults: readonly Reason[];
  readonly model: null | {
    readonly name: string;
    readonly number: number;
    /** The number in the file, when a version has it already. */
    readonly taken: number | null;
    readonly isDraft: boolean;
    readonly structure: string;
    readonly levels: readonly string[];
    readonly headings: readonly string[];
    readonly lines: number;
  };
};

/** Somebody's own sheet: how it is read, what is found, and what is to be chosen. */
export type SheetImportView = Base & {
  readonly own: false;
  readonly reading: KeptReading;
  readonly sheets: readonly string[];
  /** The first rows, to choose the row of headings among. */
  readonly rows: readonly { readonly number: number; readonly text: string }[];
  /** Columns with something in them. */
  readonly columns: readonly {
    readonly at: number;
    readonly name: string;
    readonly header: string;
    readonly values: readonly string[];
  }[];
  readonly structures: readonly { readonly id: Id; readonly name: string }[];
  readonly structure: Structure | null;
  readonly professions: readonly { readonly id: Id; readonly nameSv: string; readonly nameEn: string }[];
  /** The profession that the sheet seems to be about. */
  readonly professionId: Id | null;
  readonly levels: readonly {
    readonly name: string;
    readonly to: string;
    readonly kind: LevelKind;
    readonly lines: number;
  }[];
  readonly headings: readonly {
    readonly name: string;
    readonly to: string;
    readonly kind: LineKind;
    readonly lines: number;
  }[];
  readonly tracks: readonly string[];
  readonly lines: readonly LineView[];
  readonly lineCount: number;
  readonly faults: readonly Reason[];
  readonly doubles: readonly string[];
  readonly intro: string;
};

export type ModelImportView = OwnImportView | SheetImportView;

/** So many rows are shown to choose the heading row among, and so many lines of what was found. */
const [ROWS_SHOWN, LINES_SHOWN] = [30, 100];
const SAMPLE_LENGTH = 60;
const shortened = (text: string): string =>
  text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH).toWellFormed()}…` : text;

export async function viewModelImport(work: Work, importId: string): Promise<ModelImportView> {
  const open = await openImport(work, importId);
  const all = await models(work);
  const { id, filename, revision } = open;
  if (open.own) {
    const read = readOwnList(open.own);
    const base = { id, filename, revision, own: true as const, sheet: open.own.sheet.name };
    if (!read.ok) return { ...base, faults: read.reasons, model: null };
    const { structure, profession, version } = read.value;
    const number = numberFor(read.value, all, false);
    const same = all
      .find(({ slug }) => slug === profession.slug)
      ?.versions.find((each) => each.number === version.number);
    return {
      ...base,
      faults: [],
      model: {
        name: profession.name,
        number,
        taken: same ? version.number : null,
        isDraft: same?.status === "draft",
        structure: structure.name,
        levels: structure.levels.map(({ name }) => name),
        headings: structure.headings.map(({ name }) => name),
        lines: version.items.length,
      },
    };
  }
  const { sheets, reading } = open;
  const sheet = sheets[reading.sheet] ?? { name: "", rows: [] };
  const found = foundIn(sheets, reading);
  const known = await structuresWhole(work);
  const structure = known.find((each) => each.id === reading.structureId)?.structure ?? null;
  const named = await professions(work);
  const about = [filename, sheet.name, ...found.titles].join(" ").toLowerCase();
  const count = (part: "level" | "heading", name: string): number =>
    found.lines.filter((line) => line[part] === name).length;
  const header = sheet.rows.find(({ number }) => number === reading.header);
  const below = sheet.rows.filter(({ number }) => number > reading.header);
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  return {
    id,
    filename,
    revision,
    own: false,
    reading,
    sheets: sheets.map(({ name }) => name),
    rows: sheet.rows.slice(0, ROWS_SHOWN).map(({ number, cells }) => ({
      number,
      text: shortened([...new Set(cells.map(cleaned).filter(Boolean))].join(" · ")),
    })),
    columns: Array.from({ length: width }, (_, at) => ({
      at,
      name: columnName(at),
      header: shortened(cleaned(header?.cells[at] ?? "")),
      values: below
        .map(({ cells }) => shortened(cleaned(cells[at] ?? "")))
        .filter(Boolean)
        .slice(0, 2),
    })).filter(({ header: name, values }) => name !== "" || values.length > 0),
    structures: known.map((each) => ({ id: each.id, name: each.structure.name })),
    structure,
    professions: named.map((each) => ({ id: each.id, nameSv: each.nameSv, nameEn: each.nameEn })),
    professionId: professionIn(about, named),
    levels: found.levels.map((name, at) => ({
      name,
      lines: count("level", name),
      to: structure ? sameName(structure.levels, name) : "new",
      kind: usualKind(name, at, found.levels.length),
    })),
    headings: found.headings.map(({ name, kind }) => {
      const lines = count("heading", name);
      const place = structure && (sameName(structure.headings, name) || sameKind(structure.headings, kind));
      // A row with nothing beside it is rather a note: where it came from, who wrote it.
      return { name, kind, lines, to: lines === 0 ? LEFT_OUT : (place ?? "new") };
    }),
    tracks: found.tracks,
    lines: found.lines.slice(0, LINES_SHOWN).map((line) => ({
      cell: line.cell,
      level: line.level,
      heading: line.heading,
      track: line.track,
      text: line.text,
      mandatory: line.mandatory,
      kind: kindOfLine(line, found.headings.find(({ name }) => name === line.heading)?.kind ?? "demonstrated")
        .kind,
    })),
    lineCount: found.lines.length,
    faults: [...brokenHeader(sheet, reading.header), ...found.faults].map(({ code, cell, data }) => ({
      code,
      data: { ...data, cell },
    })),
    doubles: found.doubles,
    intro: found.titles.join("\n"),
  };
}

/** Cells of the heading row that can't be read. */
const brokenHeader = (sheet: Parameters<typeof brokenCells>[0], header: number) =>
  brokenCells({ rows: sheet.rows.filter(({ number }) => number === header) }).map((fault) => ({
    ...fault,
    cell: fault.cell ?? "",
  }));

/** The part of the structure with the same name; empty when there is none, and people choose. */
const sameName = (parts: readonly (Level | Heading)[], name: string): string =>
  parts.find((part) => part.name.toLowerCase() === name.toLowerCase())?.key ?? "";

/** The profession that a text is about, also when it says "sjuksköterskor"; the longest name, for one can be part of another. */
const professionIn = (text: string, professions: readonly { readonly id: Id; readonly nameSv: string }[]) =>
  professions
    .filter(({ nameSv }) => text.includes(nameSv.toLowerCase().replace(/a$/, "")))
    .toSorted((a, b) => b.nameSv.length - a.nameSv.length)[0]?.id ?? null;

/** The only heading of the structure whose name says that it is of this kind. */
function sameKind(headings: readonly Heading[], kind: LineKind): string {
  const same = headings.filter(({ name }) => lineKindOf(name) === kind);
  return same.length === 1 ? (same[0]?.key ?? "") : "";
}

/** Until people say otherwise: an introduction that is called so, the first half the core, the others outer. */
const usualKind = (name: string, at: number, of: number): LevelKind => {
  if (at === 0 && /introduktion/iu.test(name)) return "introduction";
  return at < Math.ceil(of / 2) ? "core" : "outer";
};
