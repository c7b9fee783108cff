/** Who answers what somebody says of what is held about them (ASM-4, ORG-4): never the person themself. Pure, deny by default. */
import type { MaybeActor } from "../shared/actor.ts";
import { mayDecideFor, mayReadRegister, type Basis, type PersonFacts } from "../people/access.ts";
import type { About } from "./request.rules.ts";

/** What the register says, and who has read it, is HR's to answer for; all else whoever decides for the person. */
export function mayAnswer(actor: MaybeActor, person: PersonFacts, about: About): Basis | null {
  if (about !== "register" && about !== "reads") return mayDecideFor(actor, person);
  return mayReadRegister(actor, person) === "hr-handler" ? "hr-handler" : null;
}
