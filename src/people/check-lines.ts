/** ORG-4: reporting lines may not go round in a circle. Looked at after a change, in the transaction that makes it. */
import { units } from "../organisation/store.ts";
import type { Unit } from "../organisation/unit.rules.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { holds, type DateRange, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { managersFrom, placesOfManagersFrom, type Assignment, type Place } from "./managers.store.ts";
import { findCycle, reportingLines } from "./rules.ts";

/** Everything that reporting lines are made of, from a day on. */
export type Lines = {
  readonly from: LocalDate;
  readonly units: readonly Unit[];
  readonly managers: readonly Assignment[];
  readonly places: readonly Place[];
};

/** The lines as they stand in the database now: read once, however many days something changes on. */
export async function linesFrom(work: Pick<Work, "tx" | "organisationId">, from: LocalDate): Promise<Lines> {
  const [known, managers, places] = [
    await units(work),
    await managersFrom(work, from),
    await placesOfManagersFrom(work, from),
  ];
  return { from, units: known, managers, places };
}

/** The first circle: on the first day, or a later one when something is already known to change. Undefined when all is well. */
export function circleIn(lines: Lines): Reason<"reporting-circle"> | undefined {
  const unitDays = new Set(lines.units.flatMap(({ validFrom, validTo }) => [validFrom, validTo]));
  let tree: readonly Unit[] | undefined;
  for (const day of daysOfChange(lines)) {
    if (!tree || unitDays.has(day)) tree = treeOn(lines.units, day);
    const managers = lines.managers.filter((each) => holds(each, day));
    const managerOf = new Map(managers.map((each) => [each.unitId, each.personId]));
    const places = new Map<Id, Id[]>();
    for (const { personId, unitId } of lines.places.filter((each) => holds(each, day)))
      places.set(personId, [...(places.get(personId) ?? []), unitId]);
    const circle = findCycle(reportingLines(tree, managerOf, places));
    if (circle) {
      const shown = circle.map(
        (id) => managers.find((each) => each.personId === id && !each.protectedIdentity)?.name,
      );
      const names = shown.filter((name) => name !== undefined).join(", ");
      return { code: "reporting-circle", data: { day, names } };
    }
  }
  return undefined;
}

/** Whoever finds a circle refuses, and leaves nothing of the change behind. None when all is well. */
export async function circlesFrom(
  work: Pick<Work, "tx" | "organisationId">,
  from: LocalDate,
): Promise<Reason<"reporting-circle">[]> {
  const circle = circleIn(await linesFrom(work, from));
  return circle ? [circle] : [];
}

const daysOf = ({ validFrom, validTo }: Unit): DateRange => ({ from: validFrom, to: validTo });

function daysOfChange({ from, units, managers, places }: Lines): LocalDate[] {
  const days = new Set([from]);
  for (const each of [...units.map(daysOf), ...managers, ...places])
    for (const day of [each.from, each.to]) if (day !== null && day > from) days.add(day);
  return [...days].toSorted();
}

/** The units that are there on a day, with all above them. */
function treeOn(units: readonly Unit[], day: LocalDate): Unit[] {
  const present = new Map(units.filter((unit) => holds(daysOf(unit), day)).map((unit) => [unit.id, unit]));
  const stands = new Map<Id, boolean>();
  const isThere = (unit: Unit | undefined): boolean => {
    if (!unit) return false;
    const known = stands.get(unit.id) ?? (unit.parentId === null || isThere(present.get(unit.parentId)));
    stands.set(unit.id, known);
    return known;
  };
  return [...present.values()].filter(isThere);
}
