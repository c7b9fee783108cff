/**
 * Who may see whom (ORG-4, ORG-7, ORG-8). Pure and deny by default: every function answers with the basis on which
 * something is allowed, which goes to the access log, or with null.
 */
import type { Id } from "../shared/ids.ts";
import { hasRole, type Actor, type MaybeActor } from "../shared/actor.ts";

/** Why someone may see an individual; the access log keeps it. */
export type Basis =
  | "self"
  | "manager"
  | "deputy"
  | "manager-above"
  | "hr-partner"
  | "hr-handler"
  | "administrator"
  | "process-lead"
  | "rollout-lead"
  | "calibration";

/** What access rules need to know about a person, as of today. */
export type PersonFacts = {
  readonly personId: Id;
  readonly protectedIdentity: boolean;
  /** The HR handler who is named for a person with protected identity. */
  readonly protectedHandlerId: Id | null;
  /** Closed people are nobody's any longer (PRV-3). */
  readonly closed: boolean;
  /** Units where the person works today, each with its whole path from the root. */
  readonly units: readonly {
    readonly unitId: Id;
    readonly path: readonly Id[];
    /** Who manages the unit today, if anybody. */
    readonly managerId: Id | null;
    /** Who acts for the person there: the unit's manager, or the nearest manager above when there is none or it is the person. */
    readonly actingManagerId: Id | null;
  }[];
};

/**
 * How the actor stands to a person in the sense of ORG-8: themself, their present manager or deputy, the manager above (only
 * for managers and where the post is vacant), or an HR partner in this one case. These few see everything about the person.
 */
export function closeTo(actor: MaybeActor, person: PersonFacts): Basis | null {
  if (!actor || person.closed) return null;
  if (actor.personId === person.personId) return "self";
  const acting = person.units.filter(
    (unit) => actor.personId !== null && unit.actingManagerId === actor.personId,
  );
  if (acting.length > 0)
    return acting.some((unit) => unit.managerId === actor.personId) ? "manager" : "manager-above";
  // ORG-7: nobody but the manager, the named handler and the person sees someone with protected identity.
  if (person.protectedIdentity) return null;
  if (deputyFor(actor, person)) return "deputy";
  if (actor.grants.some((grant) => grant.role === "hr_partner" && grant.personId === person.personId))
    return "hr-partner";
  return null;
}

/** A deputy acts for the manager of a unit: for its staff, not for the manager, who has the manager above. */
const deputyFor = (actor: Actor, person: PersonFacts): boolean =>
  person.units.some(
    (unit) =>
      unit.managerId !== person.personId &&
      actor.manages.some((own) => own.as === "deputy" && own.unitId === unit.unitId),
  );

/** The roles that keep the staff register. */
function keepsRegister(actor: MaybeActor): "hr-handler" | "administrator" | null {
  if (hasRole(actor, "hr_handler")) return "hr-handler";
  return hasRole(actor, "administrator") ? "administrator" : null;
}

/** Who may see what the HR register says of a person: name, employments, unit. Never placements or assessments. */
export function mayReadRegister(actor: MaybeActor, person: PersonFacts): Basis | null {
  const close = closeTo(actor, person);
  if (close || !actor || person.closed) return close;
  if (person.protectedIdentity)
    return hasRole(actor, "hr_handler") &&
      actor.personId !== null &&
      actor.personId === person.protectedHandlerId
      ? "hr-handler"
      : null;
  return keepsRegister(actor);
}

/** Who may see whether a person is placed or not, and no more (ORG-8): leads within their scope. */
export function mayReadPlacedOrNot(actor: MaybeActor, person: PersonFacts): Basis | null {
  const close = closeTo(actor, person);
  if (close || !actor || person.closed || person.protectedIdentity) return close;
  if (hasRole(actor, "process_lead")) return "process-lead";
  const inScope = actor.grants.some(
    (grant) =>
      grant.role === "rollout_lead" &&
      person.units.some((unit) => grant.unitId !== null && unit.path.includes(grant.unitId)),
  );
  return inScope ? "rollout-lead" : null;
}

/** Who may decide for a person, place and approve (ORG-4): never oneself, never without the unit. */
export function mayDecideFor(
  actor: MaybeActor,
  person: PersonFacts,
): "manager" | "deputy" | "manager-above" | null {
  const basis = closeTo(actor, person);
  return basis === "manager" || basis === "deputy" || basis === "manager-above" ? basis : null;
}

/** Who may read a unit's staff as the register has it. */
export function mayReadStaff(
  actor: MaybeActor,
  unit: { readonly unitId: Id; readonly actingManagerId: Id | null; readonly managerId: Id | null },
): Basis | null {
  if (!actor) return null;
  if (actor.personId !== null && unit.actingManagerId === actor.personId)
    return unit.managerId === actor.personId ? "manager" : "manager-above";
  if (actor.manages.some((own) => own.as === "deputy" && own.unitId === unit.unitId)) return "deputy";
  return keepsRegister(actor);
}

/**
 * ORG-7: who may set or lift the mark of protected identity and name the HR handler. Of someone who is not marked: those who keep
 * the register. Of someone who is: only the few who may see them and answer for them.
 */
export function mayProtect(actor: MaybeActor, person: PersonFacts): Basis | null {
  const basis = mayReadRegister(actor, person);
  if (basis === null || basis === "self") return null;
  return person.protectedIdentity ? basis : keepsRegister(actor);
}

/** Who may search among everyone in the register: HR handlers and administrators. */
export const maySearchPeople = keepsRegister;

/** INT-1: administrators and HR handlers bring in staff. */
export const mayImportStaff = keepsRegister;
