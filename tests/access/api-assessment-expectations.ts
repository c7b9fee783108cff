/** What the API answers about assessments (INT-3, ASM-1, ORG-8): the same people as on their pages, and the person too. */
import { newId } from "../../src/shared/ids.ts";
import { by, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { none } from "./cases.ts";
import type { ActorName } from "./world.ts";

const close: readonly ActorName[] = ["employee", "manager", "deputy", "hrPartner"];
const one = (
  of: string,
  personId: (world: ApiWorld) => string,
  id: (world: ApiWorld) => string,
  who: readonly ActorName[],
): ApiCase => ({
  of,
  params: (world) => ({ personId: personId(world), assessmentId: id(world) }),
  in: who,
});
const theirs = (world: ApiWorld) => world.models.assessment;

export const assessmentApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listPersonAssessments: by("personId")(
    ["an employee", (world) => world.people.employee, close],
    ["the manager", (world) => world.people.manager, ["manager", "head"]],
    ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
    ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
    ["another organisation's", (world) => world.people.otherAdministrator, none],
    ["no person at all", () => newId(), none],
  ),
  getPersonAssessment: [
    one("an employee's", (world) => world.people.employee, theirs, close),
    one("somebody else's of that id", (world) => world.people.colleague, theirs, none),
    one(
      "none",
      (world) => world.people.employee,
      () => newId(),
      none,
    ),
  ],
};
