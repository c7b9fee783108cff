/**
 * What was taken over goes out the same way (INT-4): the placements in force and the local titles, in files that can be read in again, and the list
 * of titles for the HR system (PLC-7).
 */
import type { Work } from "../platform/database/work.ts";
import { isTableFileFormat, tableFile, type TableFile } from "../platform/tabular/write.ts";
import { mayKeepTitles } from "../career-model/access.ts";
import { localTitles, titlePlaces, type LocalTitle } from "../career-model/local-title.store.ts";
import { placeKey } from "../career-model/local-title.rules.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import { models } from "../career-model/store.ts";
import { NotFound } from "../shared/result.ts";
import { mayTakeOver } from "./access.ts";
import { placementsOut, type PlacementOut } from "./take-out.store.ts";

export const TAKE_OUTS = ["placements", "hr-titles", "titles"] as const;
export type TakeOut = (typeof TAKE_OUTS)[number];
const isTakeOut = (text: string): text is TakeOut => (TAKE_OUTS as readonly string[]).includes(text);

/** The headers are those that are recognised when the file comes back, whatever the reader's language. */
const HEADERS: Readonly<Record<TakeOut, readonly string[]>> = {
  placements: [
    "Anställningsnummer",
    "Namn",
    "Modell",
    "Nivå",
    "Spår",
    "Från och med",
    "Motivering",
    "Källa",
    "Övertagen",
  ],
  "hr-titles": ["Anställningsnummer", "Titel"],
  titles: ["Modell", "Nivå", "Spår", "Titel", "Skrivs ut"],
};

/** A column that no field has: it says what the rows are, and is not read when the file comes back. */
const MARK_HEADER = "Anmärkning";

/**
 * The file of one kind in one format. `sheet` names a workbook's sheet; `mark`, where the data is no real data, stands in a column of its own.
 * PRV-1: everyone in the file is noted as read.
 */
export async function takeOut(
  work: Work,
  what: string,
  format: string,
  words: { readonly sheet: (what: TakeOut) => string; readonly mark: string | null },
): Promise<TableFile & { readonly what: TakeOut; readonly rows: number }> {
  if (!isTakeOut(what) || !isTableFileFormat(format)) throw new NotFound("file");
  const rows = what === "titles" ? await titleRows(work) : await personRows(work, what);
  const { mark } = words;
  const [header, marked] =
    mark === null
      ? [HEADERS[what], rows]
      : [[...HEADERS[what], MARK_HEADER], rows.map((row) => [...row, mark])];
  return { ...tableFile(format, words.sheet(what), header, marked), what, rows: rows.length };
}

async function personRows(work: Work, what: "placements" | "hr-titles"): Promise<string[][]> {
  const basis = mayTakeOver(work.actor);
  if (!basis) throw new NotFound("file");
  const all = await placementsOut(work, work.actor?.personId ?? null);
  const titleOf = titleFinder(await localTitles(work));
  const told = all.flatMap((each) => {
    if (what === "placements") return [{ personId: each.personId, row: placementRow(each) }];
    const title = titleOf(each);
    return title === null ? [] : [{ personId: each.personId, row: [each.number, title] }];
  });
  work.reads.note({
    personIds: [...new Set(told.map(({ personId }) => personId))],
    what: what === "placements" ? "placements-taken-out" : "titles-taken-out",
    basis,
  });
  return told.map(({ row }) => row);
}

const placementRow = (each: PlacementOut): string[] => [
  each.number,
  `${each.givenName} ${each.familyName}`,
  each.model,
  each.level,
  each.track ?? "",
  each.from,
  // What a manager wrote after a dialogue is for those close to the person (ORG-8); what came in with a file goes out with it.
  each.source === null ? "" : each.motivation,
  each.source ?? "",
  each.source === null ? "nej" : "ja",
];

/** The title that is written out for a placement: its track's own, else its level's. */
function titleFinder(titles: readonly LocalTitle[]): (placement: PlacementOut) => string | null {
  const written = new Map(
    titles
      .filter(({ position }) => position === 0)
      .map((title) => [`${title.modelId} ${placeKey(title)}`, title.title]),
  );
  return (placement) =>
    written.get(`${placement.modelId} ${placeKey(placement)}`) ??
    written.get(`${placement.modelId} ${placement.levelId}`) ??
    null;
}

/** Nothing about anybody: for whoever keeps the titles as well. */
async function titleRows(work: Work): Promise<string[][]> {
  if (!mayTakeOver(work.actor) && !mayKeepTitles(work.actor)) throw new NotFound("file");
  const titles = await localTitles(work);
  const rows: string[][] = [];
  for (const model of await models(work)) {
    const own = titles.filter(({ modelId }) => modelId === model.id);
    const version = versionInForce(model.versions, work.today) ?? model.versions[0];
    if (own.length === 0 || !version || model.status === "withdrawn") continue;
    for (const place of await titlePlaces(work, model.id, version.id))
      for (const { title, position } of own.filter((each) => placeKey(each) === placeKey(place)))
        rows.push([model.nameSv, place.level, place.track ?? "", title, position === 0 ? "ja" : "nej"]);
  }
  return rows;
}
