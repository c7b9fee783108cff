/** What the API answers about evidence (INT-3, ORG-4, ORG-8): the same people as on its pages. */
import { newId } from "../../src/shared/ids.ts";
import { by, LATE, REFUSED, type ApiCase, type ApiWorld, type Row } from "./api-cases.ts";
import { none } from "./cases.ts";
import type { ActorName } from "./world.ts";

const CHECK = { how: "", checkedOn: "2026-01-01", source: "" };
const FACTS = { kind: "", what: "", issuedOn: "2026-01-01" };

const checkers: readonly ActorName[] = ["manager", "deputy"];
/** Whoever decides for them; with `own` the person themself and a partner as well, who read. */
const people = (own: boolean, status = 200): Row[] => {
  const readers = (getIn: readonly ActorName[], ...self: readonly ActorName[]) =>
    own ? [...getIn, ...self] : getIn;
  return [
    ["an employee", (world) => world.people.employee, readers(checkers, "employee", "hrPartner"), status],
    ["the manager", (world) => world.people.manager, readers(["head"], "manager"), status],
    [
      "one with protected identity",
      (world) => world.people.protected,
      readers(["manager"], "protected"),
      status,
    ],
    ["one in another authority", (world) => world.people.pupil, readers(["schoolManager"], "pupil"), status],
    ["no person at all", () => newId(), none],
    ["another organisation's", (world) => world.people.otherAdministrator, none],
  ];
};
const units = (status = 200): Row[] => [
  ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"], status],
  ["one without", (world) => world.units.vacant, ["head"], status],
  ["another authority's", (world) => world.units.health, ["schoolManager"], status],
  ["another organisation's unit", (world) => world.units.elsewhere, none],
];
const piece = (getIn: readonly ActorName[], body?: unknown): ApiCase[] => {
  const of = (name: string, evidenceId: (world: ApiWorld) => string, who: readonly ActorName[]): ApiCase => ({
    of: name,
    params: (world) => ({ personId: world.people.employee, evidenceId: evidenceId(world) }),
    in: who,
    ...(body === undefined ? {} : { body: () => body, status: LATE }),
  });
  return [of("the employee's", (world) => world.evidence, getIn), of("nothing", () => newId(), none)];
};
const files = (
  rows: readonly (readonly [
    of: string,
    which: (world: ApiWorld) => readonly [personId: string, fileId: string],
    getIn: readonly ActorName[],
  ])[],
): ApiCase[] =>
  rows.map(([of, which, getIn]) => ({
    of,
    params: (world) => {
      const [personId, fileId] = which(world);
      return { personId, evidenceId: world.evidence, fileId };
    },
    in: getIn,
  }));
const LATE_REVISION = { revision: 99 };

export const evidenceApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listUnitEvidence: by("unitId")(...units()),
  recordUnitEvidence: by("unitId", {
    body: () => ({ rows: [{ personId: newId(), ...FACTS, check: CHECK }] }),
  })(...units(REFUSED)),
  getPersonEvidence: by("personId")(...people(true)),
  addEvidence: by("personId", { body: () => ({ ...FACTS, check: CHECK }) })(...people(false, REFUSED)),
  getEvidence: piece(["employee", "manager", "deputy", "hrPartner"]),
  getEvidenceFile: files([
    [
      "the employee's",
      ({ people, paper }) => [people.employee, paper.id],
      ["employee", ...checkers, "hrPartner"],
    ],
    ["through somebody else", ({ people, paper }) => [people.manager, paper.id], none],
    ["none", ({ people }) => [people.employee, newId()], none],
  ]),
  checkEvidence: piece(checkers, { ...LATE_REVISION, check: CHECK, itemIds: [] }),
  returnEvidence: piece(checkers, { ...LATE_REVISION, words: "" }),
  withdrawEvidence: piece(checkers, { ...LATE_REVISION, words: "" }),
};
