/**
 * Protected identity (ORG-7): the mark, and the one HR handler who is named for the person. Stands here and not among the people
 * because the handler is chosen among those who have been given that role. An import never unsets what is set here.
 */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayProtect, mayReadRegister } from "../people/access.ts";
import { registeredPerson, saveProtection, type Registered } from "../people/register.store.ts";
import { personFacts } from "../people/store.ts";
import { hrHandlers } from "./store.ts";

export type ProtectionView = {
  readonly person: Pick<
    Registered,
    "personId" | "givenName" | "familyName" | "protectedIdentity" | "revision"
  >;
  readonly handlerId: Id | null;
  /** Those who can be named: never the person themself. */
  readonly handlers: readonly { readonly personId: Id; readonly displayName: string }[];
};

export type ProtectionCode = "missing" | "no-such-handler" | "stale";

export async function viewProtection(work: Work, personId: string): Promise<ProtectionView> {
  const facts = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  const basis = facts && mayProtect(work.actor, facts);
  const person = basis && (await registeredPerson(work, personId));
  if (!basis || !person) throw new NotFound("person");
  work.reads.note({ personIds: [personId], what: "protection", basis });
  const { givenName, familyName, protectedIdentity, revision } = person;
  return {
    person: { personId, givenName, familyName, protectedIdentity, revision },
    handlerId: facts.protectedHandlerId,
    handlers: (await hrHandlers(work)).filter((each) => each.personId !== personId),
  };
}

/**
 * Sets the mark with its handler, or lifts it, and says whether the actor still may see the person: whoever has just protected someone
 * may no longer be one of the few. `stale` when the person is no longer at `revision`.
 */
export async function protectPerson(
  work: Work,
  personId: string,
  wanted: { protectedIdentity: boolean; handlerId: string; revision: number },
): Promise<Result<{ seen: boolean }, ProtectionCode>> {
  const { person, handlers } = await viewProtection(work, personId);
  if (person.revision !== wanted.revision) return refused({ code: "stale" });
  const handlerId = wanted.protectedIdentity ? wanted.handlerId : null;
  if (handlerId === "") return refused({ code: "missing", field: "handler" });
  if (handlerId !== null && !handlers.some((each) => each.personId === handlerId))
    return refused({ code: "no-such-handler", field: "handler" });
  const { protectedIdentity, revision } = wanted;
  const saved = await saveProtection(work, { personId, revision, protectedIdentity, handlerId });
  if (!saved) return refused({ code: "stale" });
  const facts = (await personFacts(work, [personId])).get(personId);
  return done({ seen: facts !== undefined && mayReadRegister(work.actor, facts) !== null });
}
