/** What may be done with the unit tree (ORG-2). */
import type { Id } from "../shared/ids.ts";
import { addDays, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";

/** A unit as it is kept, whichever day it is valid. */
export type Unit = {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly code: string | null;
  readonly name: string;
  readonly isAuthority: boolean;
  readonly validFrom: LocalDate;
  /** The first day on which it is no more; null until further notice. */
  readonly validTo: LocalDate | null;
  readonly revision: number;
};

export type UnitCode =
  | "missing"
  | "too-long"
  | "code-taken"
  | "not-a-day"
  | "ends-before-it-begins"
  | "no-such-unit"
  | "above-not-valid"
  | "below-itself"
  | "has-units";

const LONGEST = { name: 200, code: 60 } as const;

/**
 * ORG-2: may `wanted` stand in the tree, new or in the place of the unit with its id? A unit is valid only while the one
 * above it is, and never below itself. Gives every reason at once; none means yes.
 */
export function checkUnit(units: readonly Unit[], wanted: Unit): Reason<UnitCode>[] {
  const reasons: Reason<UnitCode>[] = [];
  if (wanted.name === "") reasons.push({ code: "missing", field: "name" });
  for (const field of ["name", "code"] as const)
    if ((wanted[field] ?? "").length > LONGEST[field])
      reasons.push({ code: "too-long", field, data: { max: LONGEST[field] } });
  const others = units.filter((unit) => unit.id !== wanted.id);
  const namesake = wanted.code !== null && others.find((unit) => unit.code === wanted.code);
  if (namesake) reasons.push({ code: "code-taken", field: "code", data: { name: namesake.name } });
  return [...reasons, ...checkDays(wanted), ...checkPlace(others, wanted)];
}

function checkDays(wanted: Unit): Reason<UnitCode>[] {
  if (!isDay(wanted.validFrom)) return [{ code: "not-a-day", field: "validFrom" }];
  if (wanted.validTo === null) return [];
  if (!isDay(wanted.validTo)) return [{ code: "not-a-day", field: "validTo" }];
  return wanted.validTo <= wanted.validFrom ? [{ code: "ends-before-it-begins", field: "validTo" }] : [];
}

function checkPlace(others: readonly Unit[], wanted: Unit): Reason<UnitCode>[] {
  const reasons: Reason<UnitCode>[] = [];
  const byId = new Map(others.map((unit) => [unit.id, unit]));
  const outlives = (inner: Unit, outer: Unit): boolean =>
    inner.validFrom < outer.validFrom ||
    (outer.validTo !== null && (inner.validTo === null || inner.validTo > outer.validTo));
  if (wanted.parentId === wanted.id || isBelow(byId, wanted.parentId, wanted.id))
    return [{ code: "below-itself", field: "parentId" }];
  const above = wanted.parentId === null ? undefined : byId.get(wanted.parentId);
  if (wanted.parentId !== null && !above) reasons.push({ code: "no-such-unit", field: "parentId" });
  if (above && outlives(wanted, above))
    reasons.push({
      code: "above-not-valid",
      field: "parentId",
      data: {
        name: above.name,
        from: above.validFrom,
        last: above.validTo === null ? "" : addDays(above.validTo, -1),
      },
    });
  const left = others.filter((unit) => unit.parentId === wanted.id && outlives(unit, wanted));
  if (left.length > 0) reasons.push({ code: "has-units", field: "validTo", data: { count: left.length } });
  return reasons;
}

/** Is `id` at or below `above`? A tree that already goes round counts as below everything. */
function isBelow(byId: ReadonlyMap<Id, Unit>, id: Id | null, above: Id): boolean {
  const seen = new Set<Id>();
  for (let at = id; at !== null; at = byId.get(at)?.parentId ?? null) {
    if (at === above || seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
