/** A unit's staff as the register has it today (ORG-3, ORG-7, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import { hasRole } from "../shared/actor.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepOrganisation } from "../organisation/access.ts";
import { professions, unitTree } from "../organisation/store.ts";
import { mayReadStaff } from "./access.ts";
import { managersOn } from "./managers.store.ts";
import { PAGE_SIZE, staffOf, type Listed } from "./register.store.ts";
import { actingFor } from "./rules.ts";

export type StaffView = {
  readonly unit: {
    readonly id: Id;
    readonly name: string;
    readonly code: string | null;
    readonly isAuthority: boolean;
  };
  /** From the root down to the unit above. */
  readonly path: readonly { readonly id: Id; readonly name: string }[];
  readonly below: readonly { readonly id: Id; readonly name: string }[];
  readonly professions: readonly { readonly id: Id; readonly nameSv: string; readonly nameEn: string }[];
  readonly people: readonly Listed[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  readonly filter: { readonly q: string; readonly professionId: Id | null };
  readonly mayKeep: boolean;
  /** May the reader place the staff of the unit? */
  readonly decides: boolean;
};

export async function viewStaff(
  work: Work,
  unitId: string,
  asked: { q: string; profession: string; page: number; size?: number },
): Promise<StaffView> {
  const tree = await unitTree(work, work.today);
  const unit = tree.find((each) => each.id === unitId);
  if (!unit) throw new NotFound("unit");
  const managerOf = new Map((await managersOn(work, work.today)).map((each) => [each.unitId, each.personId]));
  const managerId = managerOf.get(unit.id) ?? null;
  const actingManagerId = actingFor(new Map(tree.map((each) => [each.id, each])), managerOf, unit.id, null);
  const basis = mayReadStaff(work.actor, { unitId: unit.id, managerId, actingManagerId });
  if (!work.actor || !basis) throw new NotFound("unit");

  const self = work.actor.personId;
  const filter = { q: asked.q, professionId: isId(asked.profession) ? asked.profession : null };
  const size = asked.size ?? PAGE_SIZE;
  const manages = basis === "manager" || basis === "manager-above";
  const { people, total } = await staffOf(
    work,
    unit.id,
    { ...filter, page: asked.page, size },
    {
      all: manages,
      self,
      handler: hasRole(work.actor, "hr_handler") ? self : null,
      without: basis === "deputy" ? managerId : null,
    },
  );
  work.reads.note({ personIds: people.map((person) => person.personId), what: "staff", basis });
  return {
    unit: { id: unit.id, name: unit.name, code: unit.code, isAuthority: unit.isAuthority },
    path: tree
      .filter((each) => each.id !== unit.id && unit.path.includes(each.id))
      .map(({ id, name }) => ({ id, name })),
    below: tree.filter((each) => each.parentId === unit.id).map(({ id, name }) => ({ id, name })),
    professions: (await professions(work)).map(({ id, nameSv, nameEn }) => ({ id, nameSv, nameEn })),
    people,
    total,
    page: asked.page,
    pages: Math.max(1, Math.ceil(total / size)),
    pageSize: size,
    filter,
    mayKeep: mayKeepOrganisation(work.actor),
    decides: manages || basis === "deputy",
  };
}
