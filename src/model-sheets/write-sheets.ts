/**
 * A model as a spreadsheet (MOD-15): a sheet to read, with levels as columns and headings as rows, and the long list that holds all of it. As
 * CSV the long list alone.
 */
import { csvText } from "../platform/tabular/write.ts";
import { workbookBytes } from "../platform/tabular/xlsx-write.ts";
import type { Line } from "../career-model/group.rules.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import { SUPPORT_WORDS } from "../career-model/model-file-schema.ts";
import { matrix } from "../career-model/presentation.rules.ts";
import type { Item } from "../career-model/rules.ts";
import { LIST_COLUMNS, LIST_FIELDS, listRows } from "./list.ts";

export const LIST_SHEET = "Allt innehåll";
const READING_SHEET = "Översikt";
const LIST_HEADER = LIST_FIELDS.map((field) => LIST_COLUMNS[field]);

/** The model as CSV. `remark` says what the file is, where that needs saying. */
export const modelCsv = (file: ModelFile, remark: string | null): string =>
  csvText(LIST_HEADER, listRows(file, remark));

const COLUMN_WIDTHS = { heading: 24, track: 18, level: 46 } as const;

/** The model as a workbook. */
export function modelWorkbook(file: ModelFile, remark: string | null): Uint8Array<ArrayBuffer> {
  const { structure, version } = file;
  const withTracks = version.tracks.length > 0;
  const widths = [
    COLUMN_WIDTHS.heading,
    ...(withTracks ? [COLUMN_WIDTHS.track] : []),
    ...structure.levels.map(() => COLUMN_WIDTHS.level),
  ];
  const title = [`${file.profession.name}, version ${version.number}`, ...(remark === null ? [] : [remark])];
  return workbookBytes([
    {
      name: READING_SHEET,
      rows: [[title.join(". ")], ...readingRows(file, withTracks)],
      laidOut: { widths, head: 2 },
    },
    { name: LIST_SHEET, rows: [LIST_HEADER, ...listRows(file, remark)] },
  ]);
}

/** What stands in a cell at most: beyond it a spreadsheet shows no more lines, and what is left goes on in a row below. */
const MOST_LINES = 60;

/** Headings × levels, a row for what is for everybody and one for each track. */
function readingRows({ structure, version }: ModelFile, withTracks: boolean): string[][] {
  const header = ["Rubrik", ...(withTracks ? ["Spår"] : []), ...structure.levels.map(({ name }) => name)];
  const rows = matrix(structure, version, { includeInternal: true }).flatMap(({ heading, cells }) =>
    [null, ...version.tracks].flatMap((track) => {
      const columns = cells.map(({ parts }) =>
        (parts.find((part) => part.track === track)?.lines ?? []).flatMap((line) => written(line, "")),
      );
      const deepest = Math.max(0, ...columns.map((lines) => lines.length));
      return Array.from({ length: Math.ceil(deepest / MOST_LINES) }, (_, at) => [
        heading.name,
        ...(withTracks ? [track?.name ?? ""] : []),
        ...columns.map((lines) => lines.slice(at * MOST_LINES, (at + 1) * MOST_LINES).join("\n")),
      ]);
    }),
  );
  return [header, ...rows];
}

/** A line of a cell; a group says how many of its members are enough, and they stand under it. */
const written = (line: Line, indent: string): string[] =>
  "item" in line
    ? [`${indent}• ${itemText(line.item)}`]
    : [
        `${indent}• ${line.group.needed === null ? "Alla av:" : `Minst ${line.group.needed} av:`}`,
        ...line.lines.flatMap((each) => written(each, `${indent}   `)),
      ];

function itemText({ text, note, mandatory, support }: Item): string {
  const marks = [
    ...(mandatory === false ? ["rekommenderat"] : []),
    ...(support ? [SUPPORT_WORDS[support]] : []),
  ];
  const said = marks.length === 0 ? text : `${text} (${marks.join(", ")})`;
  return [said, ...(note === undefined ? [] : [note])].join(" – ").replaceAll(/\s*\n\s*/g, " ");
}
