/**
 * What a stated placement would do (INT-4): whom it means, which level, and how it stands to what is there already. Nothing that is there is ever
 * written over: the same place is unchanged, another one is a conflict to look at.
 */
import { titleKey } from "../career-model/local-title.rules.ts";
import { holds, overlap, type DateRange, type LocalDate } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import type { StatedPlacement, UnreadablePlacement } from "./take-over-row.rules.ts";
import {
  findModels,
  findPlace,
  type FoundPlace,
  type PlaceCode,
  type TakeOverModel,
} from "./take-over-place.rules.ts";

/** Somebody as the employment number tells it. */
export type StatedEmployee = {
  readonly personId: Id;
  /** The employment of that number. */
  readonly employment: DateRange;
  /** Where the person works today, in a profession: the employment of that number first, then the main one. */
  readonly works: readonly {
    readonly professionId: Id;
    readonly unitId: Id;
    readonly authorityId: Id | null;
    /** The first day of the unbroken work in the profession within the authority. */
    readonly since: LocalDate;
  }[];
};

/** A placement that counts, as it stands to what is stated. */
export type StandingPlacement = DateRange & {
  readonly modelId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  readonly level: string;
  readonly track: string | null;
  readonly authorityId: Id | null;
};

export type TakeOverContext = {
  readonly today: LocalDate;
  /** Who takes over, when it is an employee: nobody does for themselves (ORG-4). */
  readonly actorPersonId: Id | null;
  readonly models: readonly TakeOverModel[];
  readonly employees: ReadonlyMap<string, StatedEmployee>;
  /** By person. */
  readonly standing: ReadonlyMap<Id, readonly StandingPlacement[]>;
};

export type UnplaceableCode =
  | PlaceCode
  | "unknown-number" // value
  | "employment-ended" // to: the first day without
  | "employment-not-begun" // from
  | "own-row"
  | "not-in-profession" // model
  | "no-model"
  | "day-in-future" // value
  | "before-employment" // value, from
  | "several-rows"; // otherLine

/** What stands against a row that can be read: it is listed, and left as it is. */
export type ConflictCode =
  | "placed-at" // level, track, from
  | "placed-elsewhere" // another authority has the person placed (ORG-2): where is not told
  | "placed-then"; // from, to: an earlier placement goes on beyond the day

/** A placement that is to be, or is already. */
export type Meant = FoundPlace & {
  readonly personId: Id;
  readonly from: LocalDate;
  readonly unitId: Id;
  readonly authorityId: Id | null;
};

export type TakeOverOutcome =
  | { readonly outcome: "place" | "same"; readonly row: StatedPlacement; readonly meant: Meant }
  | {
      readonly outcome: "conflict";
      readonly row: StatedPlacement;
      readonly meant: Meant;
      readonly reason: Reason<ConflictCode>;
    }
  | {
      readonly outcome: "unreadable";
      readonly row: UnreadablePlacement;
      readonly personId: Id | null;
    };

/** What each row would do, in the file's order. Two rows about one person and model are both unreadable: nothing says which is right. */
export function decideTakeOver(
  rows: readonly StatedPlacement[],
  context: TakeOverContext,
): TakeOverOutcome[] {
  const outcomes = rows.map((row) => decideRow(row, context));
  const lines = new Map<string, number[]>();
  const keyOf = ({ personId, modelId }: Meant) => `${personId} ${modelId}`;
  for (const each of outcomes) {
    if (each.outcome === "unreadable") continue;
    const key = keyOf(each.meant);
    lines.set(key, [...(lines.get(key) ?? []), each.row.line]);
  }
  return outcomes.map((each) => {
    if (each.outcome === "unreadable") return each;
    const otherLine = lines.get(keyOf(each.meant))?.find((line) => line !== each.row.line);
    return otherLine === undefined
      ? each
      : unreadable(each.row, each.meant.personId, "several-rows", { otherLine }, "employmentNumber");
  });
}

function unreadable(
  { line, number, name }: StatedPlacement,
  personId: Id | null,
  code: UnplaceableCode,
  data: Readonly<Record<string, string | number>> = {},
  field?: string,
): TakeOverOutcome {
  const reason = { code, data: { line, ...data } };
  const reasons = [field === undefined ? reason : { ...reason, field }];
  return { outcome: "unreadable", row: { line, number, name, reasons }, personId };
}

function decideRow(row: StatedPlacement, context: TakeOverContext): TakeOverOutcome {
  const { today } = context;
  const employee = context.employees.get(row.number);
  if (!employee) return unreadable(row, null, "unknown-number", { value: row.number }, "employmentNumber");
  const { personId, employment, works } = employee;
  const refuse = (
    code: UnplaceableCode,
    data?: Readonly<Record<string, string | number>>,
    field?: string,
  ): TakeOverOutcome => unreadable(row, personId, code, data, field);

  if (employment.to !== null && employment.to <= today)
    return refuse("employment-ended", { to: employment.to }, "employmentNumber");
  if (employment.from > today)
    return refuse("employment-not-begun", { from: employment.from }, "employmentNumber");

  const named = findModels(row, context.models);
  if (named !== null && named.length === 0)
    return refuse("unknown-model", { value: row.model ?? "" }, "model");
  const models = (named ?? context.models).filter((model) =>
    works.some(({ professionId }) => professionId === model.professionId),
  );
  if (models.length === 0)
    return named === null
      ? refuse("no-model", {}, "employmentNumber")
      : refuse("not-in-profession", { model: named[0]?.nameSv ?? "" }, "model");
  const place = findPlace(row, models);
  if ("code" in place) return refuse(place.code, place.data, place.field);
  const work = works.find(({ professionId }) => professionId === place.professionId);
  if (!work) return refuse("no-model", {}, "employmentNumber");

  const from = row.from ?? today;
  const meant: Meant = { ...place, personId, from, unitId: work.unitId, authorityId: work.authorityId };
  const standing = (context.standing.get(personId) ?? []).filter(({ modelId }) => modelId === place.modelId);
  const present = standing.find((placement) => holds(placement, today));
  if (present) {
    const reason = againstPresent(present, meant);
    return reason === null ? { outcome: "same", row, meant } : { outcome: "conflict", row, meant, reason };
  }
  if (from > today) return refuse("day-in-future", { value: from }, "from");
  if (from < work.since) return refuse("before-employment", { value: from, from: work.since }, "from");
  if (personId === context.actorPersonId) return refuse("own-row", {}, "employmentNumber");
  const then = standing.find((placement) => overlap(placement, { from, to: null }));
  return then
    ? {
        outcome: "conflict",
        row,
        meant,
        reason:
          then.authorityId === meant.authorityId
            ? { code: "placed-then", data: { from: then.from, to: then.to ?? "" } }
            : { code: "placed-elsewhere" },
      }
    : { outcome: "place", row, meant };
}

/** What a placement that holds today says against a stated one; null when it says the same. Since when doesn't matter: a dialogue may have confirmed it. */
function againstPresent(present: StandingPlacement, meant: Meant): Reason<ConflictCode> | null {
  if (present.authorityId !== meant.authorityId) return { code: "placed-elsewhere" };
  if (present.levelId === meant.levelId && present.trackId === meant.trackId) return null;
  const { level, track, from } = present;
  return { code: "placed-at", data: { level, track: track ?? "", from } };
}

type TitleAtWork = {
  readonly number: string;
  readonly title: string;
  readonly professionId: Id;
  readonly protectedIdentity: boolean;
};

/**
 * Those whose title means a level, and the titles that mean none, each with how many employments have it: what is left to say in the models'
 * lists. ORG-7: people with protected identity are in no count.
 */
export function unknownTitles(
  atWork: readonly TitleAtWork[],
  models: readonly TakeOverModel[],
): {
  readonly known: readonly TitleAtWork[];
  readonly unknown: readonly { readonly title: string; readonly count: number }[];
} {
  const meant = new Set(
    models.flatMap(({ professionId, titles }) =>
      titles.map(({ title }) => `${professionId} ${titleKey(title)}`),
    ),
  );
  const known: TitleAtWork[] = [];
  const counts = new Map<string, { title: string; count: number }>();
  for (const each of atWork) {
    const key = titleKey(each.title);
    if (meant.has(`${each.professionId} ${key}`)) known.push(each);
    else if (!each.protectedIdentity)
      counts.set(key, {
        title: counts.get(key)?.title ?? each.title,
        count: (counts.get(key)?.count ?? 0) + 1,
      });
  }
  const unknown = [...counts.values()].toSorted(
    (a, b) => b.count - a.count || a.title.localeCompare(b.title, "sv"),
  );
  return { known, unknown };
}

/** The first day of the unbroken stretch of days that holds `day`; several periods are one stretch where they touch. */
export function stretchOn(periods: readonly DateRange[], day: LocalDate): LocalDate {
  let since = day;
  for (let grown = true; grown;) {
    const earlier = periods.find(({ from, to }) => from < since && (to === null || to >= since));
    grown = earlier !== undefined;
    since = earlier?.from ?? since;
  }
  return since;
}
