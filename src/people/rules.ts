/** Who acts for whom in the unit tree, and what may be said of managers, deputies and protected people. */
import type { Id } from "../shared/ids.ts";
import { addDays, isDay, type DateRange } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type { UnitNode } from "../organisation/rules.ts";

type Place = Pick<UnitNode, "id" | "parentId" | "isAuthority">;

/**
 * ORG-4, ORG-8: who acts as manager for `personId` in the unit: the nearest manager at or above it who is not the person. The search
 * stops at a unit that is its own authority (ORG-2), save for that unit's own manager. Null is a gap: nobody acts.
 */
export function actingFor(
  units: ReadonlyMap<Id, Place>,
  managers: ReadonlyMap<Id, Id>,
  unitId: Id,
  personId: Id | null,
): Id | null {
  const seen = new Set<Id>();
  for (
    let at = units.get(unitId);
    at && !seen.has(at.id);
    at = at.parentId === null ? undefined : units.get(at.parentId)
  ) {
    seen.add(at.id);
    const manager = managers.get(at.id);
    if (manager !== undefined && manager !== personId) return manager;
    if (at.isAuthority && manager !== personId) return null;
  }
  return null;
}

/** Who reports to whom on a day: each person with those who act as manager for them, one for each unit that they work in. */
export type ReportingLines = ReadonlyMap<Id, readonly Id[]>;

/** The lines of `people` (managers are enough to find a cycle), from where they work. */
export function reportingLines(
  tree: readonly Place[],
  managers: ReadonlyMap<Id, Id>,
  people: ReadonlyMap<Id, readonly Id[]>,
): ReportingLines {
  const units = new Map(tree.map((unit) => [unit.id, unit]));
  const lines = new Map<Id, Id[]>();
  for (const [personId, unitIds] of people) {
    const acting = unitIds
      .map((unitId) => actingFor(units, managers, unitId, personId))
      .filter((id) => id !== null);
    lines.set(personId, [...new Set(acting)]);
  }
  return lines;
}

/** ORG-4: people who would act as manager for each other, round in a circle; null when there is none. The first is not repeated. */
export function findCycle(lines: ReportingLines): readonly Id[] | null {
  const done = new Set<Id>();
  for (const start of lines.keys()) {
    const way: Id[] = [];
    const turns: { id: Id; next: number }[] = [{ id: start, next: 0 }];
    way.push(start);
    while (turns.length > 0) {
      const turn = turns[turns.length - 1] as (typeof turns)[number];
      const above = done.has(turn.id) ? undefined : (lines.get(turn.id) ?? [])[turn.next++];
      if (above === undefined) {
        done.add(turn.id);
        turns.pop();
        way.pop();
        continue;
      }
      const at = way.indexOf(above);
      if (at >= 0) return way.slice(at);
      turns.push({ id: above, next: 0 });
      way.push(above);
    }
  }
  return null;
}

export type AssignmentCode =
  "missing" | "not-a-day" | "ends-before-it-begins" | "outside-the-unit" | "too-long";

/** May someone be a unit's manager or deputy in these days? They lie within the unit's own. */
export function checkDays(days: DateRange, unit: DateRange): Reason<AssignmentCode>[] {
  if (!isDay(days.from)) return [{ code: "not-a-day", field: "from" }];
  if (days.to !== null && !isDay(days.to)) return [{ code: "not-a-day", field: "to" }];
  if (days.to !== null && days.to <= days.from) return [{ code: "ends-before-it-begins", field: "to" }];
  const outlives = unit.to !== null && (days.to === null || days.to > unit.to);
  return days.from < unit.from || outlives
    ? [
        {
          code: "outside-the-unit",
          field: days.from < unit.from ? "from" : "to",
          data: { from: unit.from, last: unit.to === null ? "" : addDays(unit.to, -1) },
        },
      ]
    : [];
}

const LONGEST_REASON = 500;

/** A deputy acts for a stated time and reason (ORG-4, ORG-8). */
export function checkDeputy(
  deputy: { days: DateRange; reason: string },
  unit: DateRange,
): Reason<AssignmentCode>[] {
  const reasons: Reason<AssignmentCode>[] = [...checkDays(deputy.days, unit)];
  if (deputy.days.to === null) reasons.push({ code: "missing", field: "to" });
  if (deputy.reason === "") reasons.push({ code: "missing", field: "reason" });
  else if (deputy.reason.length > LONGEST_REASON)
    reasons.push({ code: "too-long", field: "reason", data: { max: LONGEST_REASON } });
  return reasons;
}
