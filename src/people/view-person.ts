/** One person as the register has them, for those who may know (ORG-3, ORG-7, ORG-8). Every reading is logged (PRV-1). */
import type { Work } from "../platform/database/work.ts";
import { isId } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { unitTree } from "../organisation/store.ts";
import { closeTo, mayProtect, mayReadRegister, type Basis } from "./access.ts";
import { managersOn } from "./managers.store.ts";
import { registeredPerson, type Registered } from "./register.store.ts";
import { personFacts } from "./store.ts";

export type PersonView = Registered & {
  readonly basis: Basis;
  /** May the reader see placements and all else that only the few see? */
  readonly close: boolean;
  readonly mayProtect: boolean;
  /** Where the person works today, and who acts as manager for them there: null is a gap, a null name one that is not shown. */
  readonly places: readonly {
    readonly unitId: string;
    readonly path: readonly { readonly id: string; readonly name: string }[];
    readonly manager: { readonly name: string | null; readonly vacant: boolean } | null;
  }[];
};

export async function viewPerson(work: Work, personId: string): Promise<PersonView> {
  const facts = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  const basis = facts && mayReadRegister(work.actor, facts);
  if (!basis) throw new NotFound("person");
  const person = await registeredPerson(work, personId);
  if (!person) throw new NotFound("person");
  const grant = work.actor?.grants.find((each) => each.role === "hr_partner" && each.personId === personId);
  work.reads.note({
    personIds: [personId],
    what: "person",
    basis,
    reason: basis === "hr-partner" ? (grant?.reason ?? null) : null,
  });

  const managers = new Map((await managersOn(work, work.today)).map((each) => [each.personId, each]));
  const names = new Map((await unitTree(work, work.today)).map((unit) => [unit.id, unit.name]));
  return {
    ...person,
    basis,
    close: closeTo(work.actor, facts) !== null,
    mayProtect: mayProtect(work.actor, facts) !== null,
    places: facts.units.map(({ unitId, path, managerId, actingManagerId }) => {
      const acting = actingManagerId === null ? undefined : managers.get(actingManagerId);
      const hidden = acting?.protectedIdentity && acting.personId !== work.actor?.personId;
      return {
        unitId,
        path: path.map((id) => ({ id, name: names.get(id) ?? "" })),
        manager: acting ? { name: hidden ? null : acting.name, vacant: managerId === null } : null,
      };
    }),
  };
}
