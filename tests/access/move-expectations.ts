/** Who gets in where in moves, written by hand from the domain's rules (PLC-4, PLC-7, ORG-4, ORG-8). */
import { newId } from "../../src/shared/ids.ts";
import { by, one as apiOne, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { employees, none, one, type Case } from "./cases.ts";
import type { ActorName } from "./world.ts";

const hr: readonly ActorName[] = ["hrHandler", "otherHandler"];
const withStaff: readonly ActorName[] = ["manager", "deputy", "head", "chief", "schoolManager"];
const close: readonly ActorName[] = ["employee", "manager", "deputy", "hrPartner"];

export const moveExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/move": [one("one's own applications", { in: employees })],
  "/o/:slug/move-tasks": [one("what is left to do", { in: [...hr, ...withStaff] })],
  "/o/:slug/models/:model/posts": [
    one("one in force", { params: (world) => ({ model: world.models.adopted }), in: ["processLead"] }),
    one("no model", { params: () => ({ model: "finns-inte" }), in: none }),
  ],
};

const placing = ({ modelId }: ApiWorld) => ({
  modelId,
  levelId: newId(),
  trackId: null,
  dialogueOn: "2026-01-01",
  basis: "development-talk",
  motivation: "",
  follows: null,
  corrects: false,
});

const theirs = (world: ApiWorld) => world.models.application;
const application = (
  of: string,
  personId: (world: ApiWorld) => string,
  applicationId: (world: ApiWorld) => string,
  rest: Omit<ApiCase, "of" | "params">,
): ApiCase => ({
  of,
  params: (world) => ({ personId: personId(world), applicationId: applicationId(world) }),
  ...rest,
});
const posts = (of: string, slug: (world: ApiWorld) => string, rest: Omit<ApiCase, "of" | "params">) => ({
  of,
  params: (world: ApiWorld) => ({ model: slug(world) }),
  ...rest,
});

export const moveApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  placePerson: by("personId", { body: placing })(
    // Somebody has placed the employee already, which this does not follow on.
    ["an employee", (world) => world.people.employee, ["manager", "deputy"], 409],
    ["the manager", (world) => world.people.manager, ["head"], 422],
    ["one with protected identity", (world) => world.people.protected, ["manager"], 422],
    ["one without a manager", (world) => world.people.orphan, ["head"], 422],
    ["one in another authority", (world) => world.people.pupil, ["schoolManager"], 422],
    ["a manager below one that has none", (world) => world.people.schoolManager, none],
    ["another organisation's", (world) => world.people.otherAdministrator, none],
    ["no person at all", () => newId(), none],
  ),
  listMoveApplications: by("personId")(
    ["an employee", (world) => world.people.employee, close],
    ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
    ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
    ["another organisation's", (world) => world.people.otherAdministrator, none],
    ["no person at all", () => newId(), none],
  ),
  applyForMove: by("personId", {
    body: ({ modelId }) => ({ modelId, levelId: newId(), words: "Jag vill." }),
  })(
    ["for oneself, where one isn't placed", (world) => world.people.colleague, none],
    ["for oneself, to no level", (world) => world.people.employee, ["employee"], 409],
    ["another organisation's", (world) => world.people.otherAdministrator, none],
  ),
  withdrawMoveApplication: [
    application(
      "one that is withdrawn already",
      (world) => world.people.employee,
      (world) => world.models.withdrawn,
      { in: ["employee"], status: 409 },
    ),
    application(
      "none",
      (world) => world.people.employee,
      () => newId(),
      { in: none },
    ),
    application("somebody else's", (world) => world.people.colleague, theirs, { in: none }),
  ],
  declineMoveApplication: [
    application("an employee's", (world) => world.people.employee, theirs, {
      body: () => ({ declinedFor: "", answer: "" }),
      in: ["manager", "deputy"],
      status: 422,
    }),
    application("somebody else's of that id", (world) => world.people.colleague, theirs, {
      body: () => ({ declinedFor: "need", answer: "Nej." }),
      in: none,
    }),
  ],
  listMoveTasks: [apiOne("what is left to do", { in: [...hr, ...withStaff] })],
  finishMoveTask: by("taskId")(
    ["one that is done already", (world) => world.models.finished, ["manager", "deputy", ...hr], 409],
    ["no task", () => newId(), none],
    ["no id", () => "1", none],
  ),
  getPosts: [
    posts("one in force", (world) => world.models.adopted, { in: ["processLead"] }),
    posts("no model", () => "finns-inte", { in: none }),
  ],
  putPosts: [
    posts("one in force", (world) => world.models.adopted, {
      in: ["processLead"],
      body: () => ({ levelIds: [] }),
      status: 412,
    }),
    posts("no model", () => "finns-inte", { in: none, body: () => ({ levelIds: [] }) }),
  ],
};
