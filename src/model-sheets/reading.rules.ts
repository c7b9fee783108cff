/**
 * How somebody's own spreadsheet is laid out (MOD-15): which sheet, which row has the headings, and what each column is. Guessed here, and
 * corrected by people. Levels are columns of lines (a matrix), or a word on each row (a long list).
 */
import { guessColumns } from "../people/import-columns.rules.ts";
import { cleaned, lineKindOf, mandatoryOf } from "./cell.rules.ts";

/** What a column can hold. `lines`: lines of the level that the column is headed by; `under`: lines under the heading that it is headed by. */
export const ROLES = [
  "lines",
  "under",
  "level",
  "track",
  "heading",
  "kind",
  "mandatory",
  "text",
  "note",
  "support",
  "months",
  "credits",
  "visibility",
] as const;
export type Role = (typeof ROLES)[number];

/** How a sheet is read: its place among the sheets, the number of its heading row, and the role of each column; null is not read. */
export type Reading = {
  readonly sheet: number;
  readonly header: number;
  readonly columns: readonly (Role | null)[];
};

type SheetCells = {
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
};

const LIST_ROLES = [
  "text",
  "level",
  "heading",
  "track",
  "kind",
  "mandatory",
  "note",
  "support",
  "months",
  "credits",
  "visibility",
] as const;
type ListRole = (typeof LIST_ROLES)[number];

const SPELLINGS: Readonly<Record<ListRole, string>> = {
  text: "text lydelse beskrivning innehåll kravtext formulering krav kompetens",
  level: "nivå steg nivånamn karriärsteg ring",
  heading: "rubrik område kompetensområde kategori avsnitt kärnkompetens huvudområde",
  track: "spår inriktning",
  kind: "typ kravtyp radtyp slag",
  mandatory: "obligatoriskt obligatorisk skabör skallbör kravnivå grad prioritet krav",
  note: "anteckning kommentar förklaring exempel förtydligande",
  support: "hur självständighet stödnivå",
  months: "månader antalmånader",
  credits: "hp högskolepoäng poäng",
  visibility: "synlighet",
};

const filled = (cells: readonly string[]): string[] => cells.map(cleaned).filter(Boolean);

/** A column of "ska" and "bör" is no column of texts, though both may be headed "Krav". */
const fits = (role: ListRole, cells: readonly string[]): boolean => {
  const words = filled(cells);
  const said = words.filter((word) => mandatoryOf(word) !== undefined).length;
  if (role === "mandatory") return said * 2 > words.length;
  return role !== "text" || said * 2 <= words.length;
};

/** So many rows down is a heading row looked for: titles, dates and logotypes stand above it. */
const DEEPEST_HEADER = 30;
/** Words of a heading row, in characters. */
const LONGEST_HEADER = 100;
/** What makes a row of several words the heading row of a matrix: so many levels. */
const FEWEST_LEVELS = 2;

const columnsOf = ({ rows }: SheetCells): number => Math.max(0, ...rows.map(({ cells }) => cells.length));

/** A long list: a row that heads the text, the level and the heading of each line. More that is recognised weighs more. */
function guessList(sheet: SheetCells): (Omit<Reading, "sheet"> & { weight: number }) | null {
  let best: (Omit<Reading, "sheet"> & { weight: number }) | null = null;
  for (const [at, { number, cells }] of sheet.rows.slice(0, DEEPEST_HEADER).entries()) {
    const header = cells.map(cleaned);
    const below = sheet.rows.slice(at + 1, at + 200).map((row) => row.cells);
    const guessed = guessColumns<ListRole>(LIST_ROLES, SPELLINGS, header, below, fits).columns;
    // Where lines have no headings, what they are is the nearest.
    const { kind, ...others } = guessed;
    const columns = guessed.heading === undefined && kind ? { ...others, heading: kind } : guessed;
    if (!columns.text || !columns.level || !columns.heading || below.length === 0) continue;
    const weight = Object.keys(columns).length;
    if (best && best.weight >= weight) continue;
    const roleAt = (column: number): Role | null =>
      LIST_ROLES.find((role) => columns[role] !== undefined && header.indexOf(columns[role]) === column) ??
      null;
    best = { header: number, columns: header.map((_, column) => roleAt(column)), weight };
  }
  return best;
}

/** A matrix: the row with the most different short words above columns with content, the topmost of those. */
function guessMatrix(sheet: SheetCells, knownLevels: ReadonlySet<string>): Omit<Reading, "sheet"> | null {
  const width = columnsOf(sheet);
  let best: { at: number; first: number; weight: number } | null = null;
  for (const [at, row] of sheet.rows.slice(0, DEEPEST_HEADER).entries()) {
    const below = sheet.rows.slice(at + 1);
    const hasContent = (column: number): boolean =>
      below.some(({ cells }) => cleaned(cells[column] ?? "") !== "");
    const first = Array.from({ length: width }, (_, column) => column).find(hasContent);
    if (first === undefined) continue;
    const words = row.cells.flatMap((cell, column) => {
      const word = cleaned(cell);
      const isLevel = column > first || knownLevels.has(word.toLowerCase());
      return word !== "" && isLevel && hasContent(column) ? [word] : [];
    });
    if (words.some((word) => word.length > LONGEST_HEADER || word.includes("\n"))) continue;
    const known = words.filter((word) => knownLevels.has(word.toLowerCase())).length;
    const weight = new Set(words).size + known * width;
    if (new Set(words).size >= FEWEST_LEVELS && (best === null || weight > best.weight))
      best = { at, first, weight };
  }
  const header = best && sheet.rows[best.at];
  if (!best || !header) return null;
  const below = sheet.rows.slice(best.at + 1).map(({ cells }) => cells);
  const names = Array.from({ length: width }, (_, column) => cleaned(header.cells[column] ?? ""));
  return { header: header.number, columns: matrixRoles(names, below, best.first, knownLevels) };
}

function matrixRoles(
  names: readonly string[],
  below: readonly (readonly string[])[],
  first: number,
  knownLevels: ReadonlySet<string>,
): (Role | null)[] {
  const isNamed = (name: string, role: "track" | "kind" | "heading" | "level"): boolean =>
    SPELLINGS[role].split(" ").includes(name.toLowerCase());
  const levelsDown = isNamed(names[first] ?? "", "level");
  let levels = 0;
  return names.map((name, column) => {
    const words = filled(below.map((cells) => cells[column] ?? ""));
    if (words.length === 0) return null;
    if (column === first && !knownLevels.has(name.toLowerCase())) return levelsDown ? "level" : "heading";
    if (isNamed(name, "track")) return "track";
    if (isNamed(name, "kind")) return "kind";
    if (levels === 0 && name === "")
      return words.every((word) => word.length <= LONGEST_HEADER && lineKindOf(word)) ? "kind" : null;
    levels += 1;
    return levelsDown ? "under" : "lines";
  });
}

/** How the sheets are most likely read: the first sheet that looks like a list, or failing that like a matrix; null when none does. */
export function guessReading(sheets: readonly SheetCells[], knownLevels: readonly string[]): Reading | null {
  const known = new Set(knownLevels.map((name) => name.toLowerCase()));
  for (const guess of [guessList, (sheet: SheetCells) => guessMatrix(sheet, known)])
    for (const [at, sheet] of sheets.entries()) {
      const found = guess(sheet);
      if (found) return { sheet: at, header: found.header, columns: found.columns };
    }
  return null;
}

/** The reading of a sheet where nothing was recognised: for people to say. */
export const unreadSheet = (sheets: readonly SheetCells[], at: number): Reading => ({
  sheet: at,
  header: sheets[at]?.rows[0]?.number ?? 1,
  columns: [],
});
