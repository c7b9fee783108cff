/** Who manages a unit and who acts as deputy there, with dates (ORG-4, ORG-8): administrators name and end them. */
import type { Work } from "../platform/database/work.ts";
import { attempt } from "../platform/database/attempt.ts";
import { isId, type Id } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayKeepOrganisation } from "../organisation/access.ts";
import { holdUnits, units } from "../organisation/store.ts";
import type { Unit } from "../organisation/unit.rules.ts";
import { circlesFrom } from "./check-lines.ts";
import { addDeputy, addManager, endAssignment, managersOn, personNamed } from "./managers.store.ts";
import { checkDays, checkDeputy, type AssignmentCode } from "./rules.ts";

export type NamingCode =
  AssignmentCode | "no-such-person" | "reporting-circle" | "later-manager" | "manages-it";

async function unitToKeep(work: Work, unitId: string): Promise<Unit> {
  if (!mayKeepOrganisation(work.actor) || !isId(unitId)) throw new NotFound("unit");
  await holdUnits(work);
  const unit = (await units(work)).find((each) => each.id === unitId);
  if (!unit) throw new NotFound("unit");
  return unit;
}

const daysOf = (unit: Unit) => ({ from: unit.validFrom, to: unit.validTo });

/** Finds the person that an e-mail address or an employment number names, or says that there is none. */
async function person(work: Work, mark: string, reasons: Reason<NamingCode>[]): Promise<Id | undefined> {
  const found = mark === "" ? undefined : await personNamed(work, mark);
  if (!found) reasons.push({ code: mark === "" ? "missing" : "no-such-person", field: "person" });
  return found;
}

/** Names a unit's manager from a day; whoever manages it then stops that day. `to` is the first day without. */
export async function nameManager(
  work: Work,
  unitId: string,
  wanted: { person: string; from: LocalDate; to: LocalDate | null },
): Promise<Result<void, NamingCode>> {
  const unit = await unitToKeep(work, unitId);
  const reasons: Reason<NamingCode>[] = [];
  const personId = await person(work, wanted.person, reasons);
  reasons.push(...checkDays(wanted, daysOf(unit)));
  if (!personId || reasons.length > 0) return refused(...reasons);
  return attempt(work.tx, async () => {
    if (!(await addManager(work, unit.id, personId, wanted)))
      return refused({ code: "later-manager", field: "to" });
    const circles = await circlesFrom(work, wanted.from);
    return circles.length > 0
      ? refused(...circles.map((circle) => ({ ...circle, field: "person" })))
      : done(undefined);
  });
}

/** Names someone who acts for the manager of the unit, for a stated time and reason. */
export async function nameDeputy(
  work: Work,
  unitId: string,
  wanted: { person: string; reason: string; from: LocalDate; to: LocalDate | null },
): Promise<Result<void, NamingCode>> {
  const unit = await unitToKeep(work, unitId);
  const reasons: Reason<NamingCode>[] = [];
  const personId = await person(work, wanted.person, reasons);
  reasons.push(...checkDeputy({ days: wanted, reason: wanted.reason }, daysOf(unit)));
  if (!personId || wanted.to === null || reasons.length > 0) return refused(...reasons);
  const managers = await managersOn(work, wanted.from);
  if (managers.some((each) => each.unitId === unit.id && each.personId === personId))
    return refused({ code: "manages-it", field: "person" });
  await addDeputy(work, {
    unitId: unit.id,
    personId,
    reason: wanted.reason,
    from: wanted.from,
    to: wanted.to,
  });
  return done(undefined);
}

/** Ends a manager's or a deputy's time in the unit: `to` is the first day without. Those who have not begun by then never do. */
export async function endAssignmentOn(
  work: Work,
  unitId: string,
  kind: "manager" | "deputy",
  assignmentId: string,
  to: LocalDate,
): Promise<Result<void, NamingCode>> {
  const unit = await unitToKeep(work, unitId);
  if (!isDay(to)) return refused({ code: "not-a-day", field: "to" });
  if (!isId(assignmentId)) throw new NotFound("assignment");
  const table = kind === "manager" ? "unit_manager" : "unit_deputy";
  return attempt(work.tx, async () => {
    if (!(await endAssignment(work, table, { id: assignmentId, unitId: unit.id, to })))
      throw new NotFound("assignment");
    // Without this manager another acts: the lines may meet in a circle.
    const circles = await circlesFrom(work, to);
    return circles.length > 0 ? refused(...circles) : done(undefined);
  });
}
