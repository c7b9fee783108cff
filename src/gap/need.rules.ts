/** Need, have and gap (NED-1): what a unit needs at each level and track of a model beside who is there, summed up the tree. Small groups are hidden (SUP-1). */
import type { Id } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { showParts } from "../suppression/parts.rules.ts";

/** A level of the version in force, or a track within it. */
export type NeedPlace = { readonly levelId: Id; readonly trackId: Id | null };

/** What a unit needs at a place: people, and full-time equivalents where the unit counts in them. */
export type Need = NeedPlace & {
  readonly people: number;
  readonly fullTime: number | null;
  readonly neededBy: LocalDate | null;
};

export type UnitNeed = Need & { readonly unitId: Id };

/** Who is at a place in a unit: people, and the sum of their extents in full-time equivalents. A null unit is not in the tree. */
export type UnitHave = NeedPlace & {
  readonly unitId: Id | null;
  readonly people: number;
  readonly fullTime: number;
};

/** Who is there, when it may be shown: SUP-1. `none` is where nobody is placed in the model. */
export type Have =
  | { readonly showing: "shown"; readonly people: number; readonly fullTime: number }
  | { readonly showing: "hidden" }
  | { readonly showing: "none" };

/** A line of need beside have. The gap is need less have, where have is shown: more than 0 are missing. */
export type NeedLine = NeedPlace & {
  /** Null where nobody has said what is needed. */
  readonly need: {
    readonly people: number;
    /** Null unless every need in it is said in full-time equivalents too. */
    readonly fullTime: number | null;
    /** The first of the days by which it is needed. */
    readonly neededBy: LocalDate | null;
  } | null;
  readonly have: Have;
  readonly gap: number | null;
};

type TreeUnit = { readonly id: Id; readonly parentId: Id | null; readonly path: readonly Id[] };
type NeedLevel = { readonly levelId: Id; readonly tracks: readonly { readonly trackId: Id }[] };

/** The organisation itself stands above every root; its own cell holds those whose unit is not in the tree. */
const WHOLE = "whole";

const round = (fullTime: number): number => Math.round(fullTime * 100) / 100;

/**
 * NED-1, SUP-1: the lines of any unit of the tree for one model, decided for the whole tree at once, so that no two views can be subtracted. Null asks for the
 * organisation. Needs are about no person and always show; who is at a level shows by SUP-1, and by track where the level shows. People at a level
 * that the version in force no longer has belong to no line, and count as being elsewhere.
 */
export function needLines(
  units: readonly TreeUnit[],
  levels: readonly NeedLevel[],
  facts: { readonly needs: readonly UnitNeed[]; readonly haves: readonly UnitHave[] },
  k: number,
  known: ReadonlySet<Id>,
): (unitId: Id | null) => readonly NeedLine[] {
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  const cellOf = (unitId: Id | null): Id => (unitId !== null && paths.has(unitId) ? unitId : WHOLE);
  const tree = [
    { id: WHOLE, parentId: null },
    ...units.map(({ id, parentId }) => ({ id, parentId: parentId ?? WHOLE })),
  ];
  const byCell = Map.groupBy(facts.haves, ({ unitId }) => cellOf(unitId));
  /** For each cell, how many of its people are of each part. */
  const shows = (partOf: (have: UnitHave) => number | null, count: number) =>
    showParts(
      tree.map(({ id, parentId }) => {
        const parts = Array.from({ length: count }, () => 0);
        for (const have of byCell.get(id) ?? []) {
          const part = partOf(have);
          if (part !== null) parts[part] = (parts[part] ?? 0) + have.people;
        }
        return { id, parentId, parts };
      }),
      k,
      { known },
    );
  const levelAt = new Map(levels.map(({ levelId }, at) => [levelId, at]));
  const elsewhere = facts.haves.some(({ levelId }) => !levelAt.has(levelId)) ? 1 : 0;
  const byLevel = shows(({ levelId }) => levelAt.get(levelId) ?? levels.length, levels.length + elsewhere);
  const byTrack = new Map(
    levels.flatMap(({ levelId, tracks }) => {
      const trackAt = new Map(tracks.map(({ trackId }, at) => [trackId, at]));
      const part = (have: UnitHave): number | null =>
        have.levelId === levelId ? (trackAt.get(have.trackId ?? "") ?? tracks.length) : null;
      return tracks.length > 0 ? [[levelId, shows(part, tracks.length + 1)] as const] : [];
    }),
  );
  const below = (unitId: Id | null) => (each: { readonly unitId: Id | null }) =>
    unitId === null || (each.unitId !== null && (paths.get(each.unitId)?.includes(unitId) ?? false));

  return (unitId) => {
    const cell = unitId ?? WHOLE;
    const haves = facts.haves.filter(below(unitId));
    const needs = facts.needs.filter(({ unitId: at }) => paths.has(at)).filter(below(unitId));
    const line = (place: NeedPlace, showing: "shown" | "hidden" | "none"): NeedLine => {
      const isHere = (each: NeedPlace): boolean =>
        each.levelId === place.levelId && (place.trackId === null || each.trackId === place.trackId);
      const need = needOf(needs.filter(isHere));
      const have = haveOf(haves.filter(isHere), showing);
      const has = have.showing === "none" ? 0 : have.showing === "shown" ? have.people : null;
      return { ...place, need, have, gap: need === null || has === null ? null : need.people - has };
    };
    return levels.flatMap(({ levelId, tracks }, at) => {
      const showing = byLevel.get(cell)?.[at] ?? "none";
      const ofTrack = (trackAt: number): "shown" | "hidden" | "none" =>
        showing === "shown" ? (byTrack.get(levelId)?.get(cell)?.[trackAt] ?? "none") : showing;
      return [
        line({ levelId, trackId: null }, showing),
        ...tracks.map(({ trackId }, trackAt) => line({ levelId, trackId }, ofTrack(trackAt))),
      ];
    });
  };
}

function needOf(needs: readonly UnitNeed[]): NeedLine["need"] {
  if (needs.length === 0) return null;
  const inFullTime = needs.flatMap(({ fullTime }) => fullTime ?? []);
  return {
    people: needs.reduce((sum, { people }) => sum + people, 0),
    fullTime:
      inFullTime.length === needs.length ? round(inFullTime.reduce((sum, each) => sum + each, 0)) : null,
    neededBy: needs.flatMap(({ neededBy }) => neededBy ?? []).toSorted()[0] ?? null,
  };
}

function haveOf(haves: readonly UnitHave[], showing: "shown" | "hidden" | "none"): Have {
  if (showing !== "shown") return { showing };
  return {
    showing,
    people: haves.reduce((sum, { people }) => sum + people, 0),
    fullTime: round(haves.reduce((sum, { fullTime }) => sum + fullTime, 0)),
  };
}

/** A need as it is typed, for one place; all three empty says nothing about the place. */
export type TypedNeed = NeedPlace & {
  readonly people: string;
  readonly fullTime: string;
  readonly neededBy: string;
};

export type NeedCode = "bad-people" | "bad-full-time" | "not-a-day" | "people-missing" | "day-passed";

export const MOST_NEEDED = 9999;

/** The name of a place's field in the form, and in reasons: `people-{level}_{track}`. */
export const fieldOf = (name: "people" | "fullTime" | "neededBy", place: NeedPlace): string =>
  `${name}-${place.levelId}_${place.trackId ?? ""}`;

/** A need read from what was typed; null where nothing was. `today` is the first day by which something can still be needed, unless it stood there already. */
export function readNeed(
  typed: TypedNeed,
  today: LocalDate,
  standing: LocalDate | null,
): { readonly need: Need | null; readonly reasons: readonly Reason<NeedCode>[] } {
  const { levelId, trackId } = typed;
  const [people, fullTime, neededBy] = [typed.people, typed.fullTime, typed.neededBy].map((text) =>
    text.trim(),
  ) as [string, string, string];
  if (people === "" && fullTime === "" && neededBy === "") return { need: null, reasons: [] };
  const reasons: Reason<NeedCode>[] = [];
  const max = MOST_NEEDED;
  if (people === "") reasons.push({ code: "people-missing", field: fieldOf("people", typed) });
  else if (!/^\d{1,4}$/.test(people))
    reasons.push({ code: "bad-people", field: fieldOf("people", typed), data: { max } });
  if (fullTime !== "" && !/^\d{1,4}([.,]\d{1,2})?$/.test(fullTime))
    reasons.push({ code: "bad-full-time", field: fieldOf("fullTime", typed), data: { max } });
  if (neededBy !== "" && !isDay(neededBy))
    reasons.push({ code: "not-a-day", field: fieldOf("neededBy", typed) });
  else if (neededBy !== "" && neededBy < today && neededBy !== standing)
    reasons.push({ code: "day-passed", field: fieldOf("neededBy", typed), data: { today } });
  if (reasons.length > 0) return { need: null, reasons };
  return {
    need: {
      levelId,
      trackId,
      people: Number(people),
      fullTime: fullTime === "" ? null : Number(fullTime.replace(",", ".")),
      neededBy: neededBy === "" ? null : neededBy,
    },
    reasons,
  };
}

/** Are the two the same word about the same place? */
export const sameNeed = (a: Need | null, b: Need | null): boolean =>
  a === null || b === null
    ? a === b
    : a.people === b.people && a.fullTime === b.fullTime && a.neededBy === b.neededBy;
