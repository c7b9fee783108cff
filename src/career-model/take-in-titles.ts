/**
 * Local titles from a file, as they are taken out (INT-4): looked at first, then all of it or nothing. A model in the file has its whole list written
 * anew; a model that isn't there is left alone.
 */
import { sql } from "kysely";
import { readTable } from "../platform/tabular/read.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { restored } from "../platform/tabular/write.ts";
import type { Work } from "../platform/database/work.ts";
import { guessColumns, placesOf } from "../people/import-columns.rules.ts";
import { RowReader, type CellProblem } from "../people/import-reader.rules.ts";
import { readFlag } from "../people/import-values.rules.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayKeepTitles } from "./access.ts";
import { keepTitles, viewTitles, type KeepTitlesCode, type TitlesView } from "./keep-titles.ts";
import { titleKey, titlesIn } from "./local-title.rules.ts";
import { models, type ModelWithVersions } from "./store.ts";

const FIELDS = { model: 200, level: 200, track: 200, title: 200, written: 20 } as const;
type Field = keyof typeof FIELDS;
const NAMES = ["model", "level", "track", "title", "written"] as const satisfies readonly Field[];
const SPELLINGS: Readonly<Record<Field, string>> = {
  model: "modell karriärmodell kompetensmodell karriärstege yrke careermodel",
  level: "nivå steg nivånamn",
  track: "spår inriktning",
  title: "titel lokaltitel befattning hrtitel benämning localtitle",
  written: "skrivsut skrivutt utskriven huvudtitel written",
};

export type TitlesFileCode =
  | FileProblem
  | KeepTitlesCode
  | CellProblem
  | "bad-flag"
  | "missing-column" // field
  | "unknown-model" // line, value
  | "unknown-place"; // line, value, model

/** A model's list as the file would have it. `texts` are what would be typed in the form: by the key of each place, a title a line. */
export type PlannedTitles = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly revision: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly places: readonly {
    readonly level: string;
    readonly track: string | null;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
};

type Row = {
  readonly line: number;
  readonly model: string;
  readonly level: string;
  readonly track: string;
  readonly title: string;
  readonly written: boolean;
};

/** What the file would change, model by model; every reason at once when it can't be read. Saves nothing. */
export async function planTitles(
  work: Work,
  bytes: Uint8Array,
): Promise<Result<readonly PlannedTitles[], TitlesFileCode>> {
  if (!mayKeepTitles(work.actor)) throw new NotFound("titles");
  const read = await readRows(bytes);
  if (!read.ok) return read;
  const all = (await models(work)).filter(({ status }) => status !== "withdrawn");
  const reasons: Reason<TitlesFileCode>[] = [];
  const rowsOf = new Map<ModelWithVersions, Row[]>();
  for (const row of read.value) {
    const key = titleKey(row.model);
    const model = all.find(({ nameSv, nameEn, slug }) =>
      [nameSv, nameEn, slug].some((name) => titleKey(name) === key),
    );
    if (model) rowsOf.set(model, [...(rowsOf.get(model) ?? []), row]);
    else reasons.push({ code: "unknown-model", data: { line: row.line, value: row.model } });
  }
  const planned: PlannedTitles[] = [];
  for (const [model, rows] of rowsOf) {
    const view = await viewTitles(work, model.slug);
    const unknown = rows.filter((row) => !placeFor(row, view));
    reasons.push(
      ...unknown.map(({ line, level, track }) => ({
        code: "unknown-place" as const,
        data: { line, value: [level, track].filter(Boolean).join(", "), model: model.nameSv },
      })),
    );
    planned.push(plan(view, rows));
  }
  return reasons.length > 0 ? refused(...reasons) : done(planned);
}

const placeFor = ({ level, track }: Row, { places }: TitlesView) =>
  places.find(
    (place) => titleKey(place.level) === titleKey(level) && titleKey(place.track ?? "") === titleKey(track),
  );

function plan(view: TitlesView, rows: readonly Row[]): PlannedTitles {
  const { slug, nameSv, nameEn, revision } = view;
  const writtenFirst = rows.toSorted((a, b) => Number(b.written) - Number(a.written));
  const texts = Object.fromEntries(
    view.places.map((place) => [
      place.key,
      writtenFirst
        .filter((row) => placeFor(row, view) === place)
        .map(({ title }) => title)
        .join("\n"),
    ]),
  );
  const places = view.places.flatMap(({ key, level, track, titles: before }) => {
    const after = titlesIn(texts[key] ?? "");
    return after.join("\n") === before.join("\n") ? [] : [{ level, track, before, after }];
  });
  return { slug, nameSv, nameEn, revision, texts, places };
}

async function readRows(bytes: Uint8Array): Promise<Result<Row[], TitlesFileCode>> {
  const table = await readTable(bytes);
  if (!table.ok) return refused(...table.reasons.map((reason) => ({ ...reason, field: "file" })));
  const { header, rows, format } = table.value;
  const { columns } = guessColumns(NAMES, SPELLINGS, header, []);
  const missing = (["model", "level", "title"] as const).filter((field) => columns[field] === undefined);
  if (missing.length > 0)
    return refused(
      ...missing.map((column) => ({ code: "missing-column" as const, field: "file", data: { column } })),
    );
  const places = placesOf(NAMES, columns, header);
  const reasons: Reason<TitlesFileCode>[] = [];
  const read = rows.map((row): Row => {
    const cells = format === "csv" ? row.cells.map(restored) : row.cells;
    const reader = new RowReader<Field, CellProblem | "bad-flag">(places, FIELDS, { ...row, cells });
    const [model, level, title] = [
      reader.required("model"),
      reader.required("level"),
      reader.required("title"),
    ];
    const track = reader.text("track");
    const written = reader.value("written", onlyFlag) ?? false;
    reasons.push(...reader.reasons.map(({ code, data }) => ({ code, ...(data ? { data } : {}) })));
    return { line: row.line, model, level, track, title, written };
  });
  return reasons.length > 0 ? refused(...reasons) : done(read);
}

/** Yes or no. */
function onlyFlag(text: string): Result<boolean | null, "bad-flag"> {
  const flag = readFlag(text);
  return flag.ok ? flag : refused({ code: "bad-flag", data: { value: text } });
}

/** Writes what was looked at, each model on the revision that it had then: all of them, or none. */
export async function takeInTitles(
  work: Work,
  planned: readonly Pick<PlannedTitles, "slug" | "revision" | "texts">[],
): Promise<Result<null, KeepTitlesCode>> {
  if (!mayKeepTitles(work.actor)) throw new NotFound("titles");
  await sql`savepoint titles`.execute(work.tx);
  for (const { slug, revision, texts } of planned) {
    const textOf = (key: string): string => (Object.hasOwn(texts, key) ? (texts[key] ?? "") : "");
    const kept = await keepTitles(work, slug, { revision, textOf });
    if (kept.ok) continue;
    await sql`rollback to savepoint titles`.execute(work.tx);
    return kept;
  }
  return done(null);
}

/** What was looked at, as it travels with the form and back; null when it is nothing that was sent out. */
export function plannedIn(text: string): Pick<PlannedTitles, "slug" | "revision" | "texts">[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  return Array.isArray(value) && value.every(isPlanned) ? value : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlanned = (value: unknown): value is Pick<PlannedTitles, "slug" | "revision" | "texts"> =>
  isRecord(value) &&
  typeof value["slug"] === "string" &&
  Number.isInteger(value["revision"]) &&
  isRecord(value["texts"]) &&
  Object.values(value["texts"]).every((each) => typeof each === "string");
