/**
 * Who may see coverage, and where (ORG-1, ORG-7, ORG-8). Pure and deny by default: an employee with no further role sees none. Figures
 * are for those who answer for the models, for a part of the organisation, or for some professions.
 */
import type { Id } from "../shared/ids.ts";
import { hasRole, type GivenRole, type MaybeActor, type Tenant } from "../shared/actor.ts";

/** What someone sees through one of their roles: these units with all below them, and models of these professions. */
export type Window = {
  readonly units: "all" | readonly Id[];
  readonly professions: "all" | readonly Id[];
};

export type Sight = {
  readonly windows: readonly Window[];
  /** Units whose staff the viewer sees one by one today: their own figures are known whatever their size (ORG-8). */
  readonly known: ReadonlySet<Id>;
};

const SEE_ALL: readonly GivenRole[] = [
  "process_lead",
  "adopter",
  "data_protection_officer",
  "hr_handler",
  "administrator",
];

/** What coverage the actor may see; null is none. */
export function sightOf(actor: MaybeActor): Sight | null {
  if (!actor) return null;
  const windows: Window[] = [];
  for (const { role, unitId, professionIds } of actor.grants) {
    if (SEE_ALL.includes(role)) windows.push({ units: "all", professions: "all" });
    if (role === "rollout_lead" && unitId !== null) windows.push({ units: [unitId], professions: "all" });
    if (role === "union_representative") windows.push({ units: "all", professions: professionIds });
  }
  const managed = actor.manages.map((unit) => unit.unitId);
  if (managed.length > 0) windows.push({ units: managed, professions: "all" });
  return windows.length > 0 ? { windows, known: new Set(managed) } : null;
}

export const mayReadCoverage = (actor: MaybeActor): boolean => sightOf(actor) !== null;

/** May this figure be seen? `path` runs from the root to the unit; it is empty for the organisation as a whole. */
export const sees = (sight: Sight, path: readonly Id[], professionId: Id): boolean =>
  sight.windows.some(
    ({ units, professions }) =>
      (units === "all" || path.some((id) => units.includes(id))) &&
      (professions === "all" || professions.includes(professionId)),
  );

/** May the unit be looked at, for any model at all? An empty path is the organisation as a whole. */
export const seesUnit = (sight: Sight, path: readonly Id[]): boolean =>
  sight.windows.some(({ units }) => units === "all" || path.some((id) => units.includes(id)));

/** FUP-2: process leads freeze measurements. */
export const mayFreeze = (actor: MaybeActor): boolean => hasRole(actor, "process_lead");

/** ORG-1: an association's lead sees what its members have given, in the association itself. */
export const mayReadMembers = (actor: MaybeActor, tenant: Tenant): boolean =>
  tenant.kind === "association" && hasRole(actor, "association_lead");
