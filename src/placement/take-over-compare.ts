/** From a take-over's file, or the HR system's titles, to what each row would do (INT-4). Saves nothing but that. */
import { sql } from "kysely";
import { readTable } from "../platform/tabular/read.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { restored } from "../platform/tabular/write.ts";
import type { Work } from "../platform/database/work.ts";
import { done, type Result } from "../shared/result.ts";
import {
  employeesByNumber,
  standingPlacements,
  takeOverModels,
  titlesAtWork,
} from "./take-over-facts.store.ts";
import type { TakeOverModel } from "./take-over-place.rules.ts";
import {
  isTakeOverField,
  isUnreadable,
  readStated,
  takeOverPlaces,
  type StatedPlacement,
  type TakeOverColumns,
  type TakeOverField,
  type UnreadablePlacement,
} from "./take-over-row.rules.ts";
import { decideTakeOver, unknownTitles, type TakeOverOutcome } from "./take-over.rules.ts";
import { stageRows, takeOverFile, type TakeOver, type TakeOverCounts } from "./take-over.store.ts";

export type Compared = { readonly counts: TakeOverCounts; readonly fingerprint: string };

type Stated = {
  readonly rows: readonly StatedPlacement[];
  readonly unreadable: readonly UnreadablePlacement[];
  readonly unknownTitles: TakeOverCounts["unknownTitles"];
};

/** Stages what each row would do as things stand now. A large file takes its time. */
export async function compareTakeOver(work: Work, found: TakeOver): Promise<Result<Compared, FileProblem>> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(work.tx);
  const models = await takeOverModels(work);
  const stated =
    found.origin === "file" ? await statedInFile(work, found) : await statedByTitles(work, models);
  if (!stated.ok) return stated;
  const { rows, unreadable } = stated.value;
  const numbers = [...rows, ...unreadable].flatMap(({ number }) => number ?? []);
  const employees = await employeesByNumber(work, numbers);
  const personIds = [...new Set([...employees.values()].map(({ personId }) => personId))];
  const { columns } = found.mapping;
  const decided = decideTakeOver(rows, {
    today: work.today,
    actorPersonId: work.actor?.personId ?? null,
    models,
    employees,
    standing: await standingPlacements(work, personIds),
  });
  const outcomes: TakeOverOutcome[] = [
    ...decided.map((each) => inColumns(each, columns)),
    ...unreadable.map((row) => ({
      outcome: "unreadable" as const,
      row,
      personId: employees.get(row.number ?? "")?.personId ?? null,
    })),
  ];
  const fingerprint = await stageRows(work, found.id, outcomes, found.filename);
  return done({ counts: { ...countsOf(outcomes), unknownTitles: stated.value.unknownTitles }, fingerprint });
}

/** A row that means nothing, each reason with the column that it concerns. */
function inColumns(each: TakeOverOutcome, columns: TakeOverColumns): TakeOverOutcome {
  if (each.outcome !== "unreadable") return each;
  const reasons = each.row.reasons.map((reason) => {
    const column = isTakeOverField(reason.field ?? "") ? columns[reason.field as TakeOverField] : undefined;
    return column === undefined ? reason : { ...reason, data: { ...reason.data, column } };
  });
  return { ...each, row: { ...each.row, reasons } };
}

function countsOf(outcomes: readonly TakeOverOutcome[]): Omit<TakeOverCounts, "unknownTitles"> {
  const counts = { rows: outcomes.length, place: 0, same: 0, conflict: 0, unreadable: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return counts;
}

async function statedInFile(work: Work, found: TakeOver): Promise<Result<Stated, FileProblem>> {
  const file = await takeOverFile(work, found.id);
  if (!file) throw new Error("a take-over that is not over has its file");
  const table = await readTable(file);
  if (!table.ok) return table;
  const { header, rows, format } = table.value;
  const places = takeOverPlaces(found.mapping.columns, header);
  const read = rows.map((row) =>
    readStated(places, format === "csv" ? { ...row, cells: row.cells.map(restored) } : row),
  );
  return done({
    rows: read.flatMap((row) => (isUnreadable(row) ? [] : [row])),
    unreadable: read.filter(isUnreadable),
    unknownTitles: [],
  });
}

const MOST_UNKNOWN_TITLES = 50;

/** Everybody whose title in the HR system means a level. Titles that mean none are told, save those of protected people (ORG-7). */
async function statedByTitles(
  work: Work,
  models: readonly TakeOverModel[],
): Promise<Result<Stated, FileProblem>> {
  const atWork = await titlesAtWork(work, [...new Set(models.map(({ professionId }) => professionId))]);
  const { known, unknown } = unknownTitles(atWork, models);
  return done({
    rows: known.map(({ number, title }, index) => ({
      line: index + 1,
      number,
      name: null,
      model: null,
      level: null,
      track: null,
      title,
      from: null,
      motivation: "",
      source: null,
    })),
    unreadable: [],
    unknownTitles: unknown.slice(0, MOST_UNKNOWN_TITLES),
  });
}
