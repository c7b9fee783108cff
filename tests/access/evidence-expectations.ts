/** Who gets in to evidence (ASM-2, ORG-4, ORG-8), as `expectations.ts` has it for the rest. Leads see nothing of it, nor do those who keep the register. */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

type Row = readonly [
  of: string,
  who: (world: AccessWorld) => string,
  getIn: readonly ActorName[],
  send?: readonly ActorName[],
];
const about = (
  rows: readonly Row[],
  more: (world: AccessWorld) => Readonly<Record<string, string>> = () => ({}),
) =>
  rows.map(([of, who, getIn, send]): Case =>
    one(of, {
      params: (world) => ({ personId: who(world), ...more(world) }),
      in: getIn,
      ...(send ? { send } : {}),
    }),
  );

const papers: readonly (readonly [
  of: string,
  whose: "employee" | "manager",
  fileId: (world: AccessWorld) => string,
  getIn: readonly ActorName[],
])[] = [
  ["the employee's", "employee", (world) => world.paper.id, ["employee", "manager", "deputy", "hrPartner"]],
  ["as another's", "manager", (world) => world.paper.id, none],
  ["nothing", "employee", () => newId(), none],
  ["no id", "employee", () => "intyg.pdf", none],
];

const nobody: readonly Row[] = [
  ["someone who has left", (world) => world.people.closed, none],
  ["someone in another organisation", (world) => world.people.otherAdministrator, none],
  ["no person at all", () => newId(), none],
  ["no id", () => "1", none],
];
/** Everything, for the few who are close; writing it down for the person and whoever decides for them. */
const people = (partners: readonly ActorName[]): Row[] => [
  ["an employee", (world) => world.people.employee, ["employee", "manager", "deputy", ...partners]],
  ["the manager", (world) => world.people.manager, ["manager", "head"]],
  ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
  ["one without a manager", (world) => world.people.orphan, ["orphan", "head"]],
  ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
  ["a manager below one that has none", (world) => world.people.schoolManager, ["schoolManager"]],
  ...nobody,
];
const units: readonly (readonly [
  of: string,
  which: (world: AccessWorld) => string,
  getIn: readonly ActorName[],
])[] = [
  ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
  ["one without", (world) => world.units.vacant, ["head"]],
  ["another authority's", (world) => world.units.health, ["schoolManager"]],
  ["another organisation's unit", (world) => world.units.elsewhere, none],
  ["no unit at all", () => newId(), none],
];

export const evidenceExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/units/:unitId/evidence": units.map(([of, which, getIn]) =>
    one(of, { params: (world) => ({ unitId: which(world) }), in: getIn }),
  ),
  "/o/:slug/people/:personId/evidence": about(people(["hrPartner"])),
  "/o/:slug/people/:personId/evidence/new": about(people([])),
  "/o/:slug/people/:personId/evidence/:evidenceId": [
    // Which button was pressed is missing in an empty form: nothing is there for it, whoever sends it.
    ...about(
      [
        [
          "the employee's",
          (world) => world.people.employee,
          ["employee", "manager", "deputy", "hrPartner"],
          none,
        ],
      ],
      (world) => ({ evidenceId: world.evidence }),
    ),
    ...about([["another's", (world) => world.people.manager, none]], (world) => ({
      evidenceId: world.evidence,
    })),
    ...about([["nothing", (world) => world.people.employee, none]], () => ({ evidenceId: newId() })),
  ],
  "/o/:slug/people/:personId/evidence/:evidenceId/files/:fileId": papers.map(([of, who, fileId, getIn]) =>
    one(of, {
      params: (world) => ({
        personId: world.people[who],
        evidenceId: world.evidence,
        fileId: fileId(world),
      }),
      in: getIn,
      file: true,
      send: null,
    }),
  ),
  "/o/:slug/my/data": [one("what is held about oneself", { in: employees })],
  "/o/:slug/my/data/file.json": [one("the same as a file", { in: employees, file: true })],
  "/o/:slug/data-requests": [
    one("what one answers for", {
      in: ["manager", "deputy", "head", "chief", "schoolManager", "hrHandler", "otherHandler"],
      send: none,
    }),
  ],
  "/o/:slug/my/evidence": [one("one's own evidence", { in: employees, status: 303 })],
};
