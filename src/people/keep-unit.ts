/** Adding and changing units (ORG-2): administrators do, and the tree and the reporting lines stay without circles. */
import type { Work } from "../platform/database/work.ts";
import { attempt } from "../platform/database/attempt.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayKeepOrganisation } from "../organisation/access.ts";
import { addUnit, holdUnits, saveUnit, units } from "../organisation/store.ts";
import { checkUnit, type Unit, type UnitCode } from "../organisation/unit.rules.ts";
import { circlesFrom } from "./check-lines.ts";
import {
  deputiesOf,
  endAssignmentsOfUnit,
  managersOf,
  staffFrom,
  type Assignment,
  type Deputy,
} from "./managers.store.ts";

export type KeepUnitCode = UnitCode | "stale" | "has-staff" | "reporting-circle";

export type UnitKept = {
  readonly unit: Unit;
  /** Where it can stand: every unit that is not ended, itself and those below included (the rules refuse them). */
  readonly places: readonly Pick<Unit, "id" | "name" | "code">[];
  readonly managers: readonly Assignment[];
  readonly deputies: readonly Deputy[];
};

/** All that an administrator keeps about a unit. `hold` keeps it as it is until the transaction ends. */
export async function viewUnitKept(work: Work, unitId: string, hold = false): Promise<UnitKept> {
  if (!mayKeepOrganisation(work.actor) || !isId(unitId)) throw new NotFound("unit");
  if (hold) await holdUnits(work);
  const all = await units(work);
  const unit = all.find((each) => each.id === unitId);
  if (!unit) throw new NotFound("unit");
  return {
    unit,
    places: placesIn(work, all),
    managers: (await managersOf(work, unitId)).map(withoutProtectedName),
    deputies: (await deputiesOf(work, unitId)).map(withoutProtectedName),
  };
}

/** Where a new unit can stand. */
export async function viewPlaces(work: Work): Promise<UnitKept["places"]> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("unit");
  return placesIn(work, await units(work));
}

const placesIn = (work: Work, all: readonly Unit[]): UnitKept["places"] =>
  all
    .filter((unit) => unit.validTo === null || unit.validTo > work.today)
    .map(({ id, name, code }) => ({ id, name, code }));

/** ORG-7: an administrator is not among the few who may know the name. The page says that somebody is there. */
const withoutProtectedName = <T extends Assignment>(assignment: T): T =>
  assignment.protectedIdentity ? { ...assignment, name: "" } : assignment;

/** Adds a unit (`id` null) or changes one: its name, place, days and whether it is its own authority. */
export async function keepUnit(
  work: Work,
  id: string | null,
  wanted: Omit<Unit, "id">,
): Promise<Result<Id, KeepUnitCode>> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("unit");
  await holdUnits(work);
  const all = await units(work);
  const present = id === null ? null : all.find((unit) => unit.id === id);
  if (present === undefined) throw new NotFound("unit");
  const unit: Unit = { ...wanted, id: present?.id ?? newId() };
  const reasons: Reason<KeepUnitCode>[] = checkUnit(all, unit);
  if (present && present.revision !== wanted.revision) reasons.unshift({ code: "stale" });
  if (reasons.length > 0) return refused(...reasons);
  return attempt(work.tx, async () => {
    if (!present) await addUnit(work, unit);
    else if (!(await saveUnit(work, unit))) return refused({ code: "stale" });
    const left = await settleEnd(work, unit);
    const circles = await circlesFrom(work, work.today);
    const found = [...left, ...circles.map((circle) => ({ ...circle, field: "parentId" }))];
    return found.length > 0 ? refused(...found) : done(unit.id);
  });
}

/** A unit ends when nobody works there any longer; its manager and deputies end with it. */
async function settleEnd(work: Work, unit: Unit): Promise<Reason<KeepUnitCode>[]> {
  if (unit.validTo === null) return [];
  const count = await staffFrom(work, unit.id, unit.validTo);
  if (count > 0) return [{ code: "has-staff", field: "validTo", data: { count } }];
  await endAssignmentsOfUnit(work, unit.id, unit.validTo);
  return [];
}
