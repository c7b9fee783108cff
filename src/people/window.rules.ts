/** What somebody sees figures of (ORG-8, SUP-1): the parts of the tree and the professions that each of their roles opens, and no individuals. */
import { hasRole, type Actor, type GivenRole } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";

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

/**
 * The figures that somebody sees: of everything with one of these roles, a rollout lead and a manager of their units, a union representative of
 * their professions. Null is none.
 */
export function sightWith(actor: Actor, seeAll: readonly GivenRole[]): Sight | null {
  const windows: Window[] = [];
  if (seeAll.some((role) => hasRole(actor, role))) windows.push({ units: "all", professions: "all" });
  for (const { role, unitId, professionIds } of actor.grants) {
    if (role === "rollout_lead" && unitId !== null) windows.push({ units: [unitId], professions: "all" });
    if (role === "union_representative") windows.push({ units: "all", professions: professionIds });
  }
  const managed = actor.manages.map((unit) => unit.unitId);
  if (managed.length > 0) windows.push({ units: managed, professions: "all" });
  return windows.length > 0 ? { windows, known: new Set(managed) } : null;
}

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

/** A unit as it is named on a page; null stands for the organisation as a whole. */
export type NamedUnit = { readonly id: Id; readonly name: string };

type PlacedUnit = NamedUnit & { readonly parentId: Id | null; readonly path: readonly Id[] };

/** The unit that a page is about, the way there, and where one can go from it: what the viewer may look at and no more. */
export type Place<Unit> = {
  readonly unit: Unit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
};

/**
 * The unit that was asked for; without one the whole, or the first unit of whoever sees only a part. Throws NotFound for a unit that is
 * not there that day, or not for this viewer to look at.
 */
export function placeOf<Unit extends PlacedUnit>(
  sight: Sight,
  units: readonly Unit[],
  asked: string,
): Place<Unit> {
  const visible = units.filter((unit) => seesUnit(sight, unit.path));
  const whole = seesUnit(sight, []);
  const unit =
    asked === "" && whole ? null : asked === "" ? visible[0] : visible.find(({ id }) => id === asked);
  if (unit === undefined) throw new NotFound("unit");
  const named = ({ id, name }: Unit): NamedUnit => ({ id, name });
  const inSight = new Set(visible.map(({ id }) => id));
  const outermost = visible.filter(({ parentId }) => parentId === null || !inSight.has(parentId));
  const children = visible.filter(({ parentId }) => unit !== null && parentId === unit.id);
  return {
    unit,
    above: visible.filter(({ id }) => unit !== null && id !== unit.id && unit.path.includes(id)).map(named),
    choices: [...new Set([...outermost, ...children])].map(named),
  };
}
