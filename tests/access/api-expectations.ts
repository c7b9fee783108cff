/**
 * Who gets in where in the REST API, written by hand from the domain's rules (ORG-7, ORG-8) beside those of the pages: the same people, for the same
 * reasons. Whoever is not named is told that there is nothing. What is sent is such that it is refused, so that nothing changes.
 */
import { featureApiExpectations } from "./api-feature-expectations.ts";
import { newId } from "../../src/shared/ids.ts";
import { adoption, by, consultation, CREATED, LATE, one, REFUSED, STALE } from "./api-cases.ts";
import type { ApiCase, ApiWorld, Row } from "./api-cases.ts";
import { admins, draftReaders, none, register, signedIn, writers } from "./cases.ts";
import { coverage, coverageOfAll, ofPhysiotherapists } from "./expectations.ts";
import type { ActorName } from "./world.ts";

const titleKeepers: readonly ActorName[] = ["processLead", "administrator"];
const people = by("personId");
const units = by("unitId");
const unknownPeople: readonly Row[] = [
  ["someone who has left", (world) => world.people.closed, none],
  ["someone in another organisation", (world) => world.people.otherAdministrator, none],
  ["no person at all", () => newId(), none],
  ["no id", () => "1", none],
];

/** ORG-8: the person and the few who are close to them. */
const closePeople: readonly Row[] = [
  ["an employee", (world) => world.people.employee, ["employee", "manager", "deputy", "hrPartner"]],
  ["the manager", (world) => world.people.manager, ["manager", "head"]],
  ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
  ["one without a manager", (world) => world.people.orphan, ["orphan", "head"]],
  ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
  // ORG-2: whoever stands above another authority does not reach into it, and so there is a gap.
  ["a manager below one that has none", (world) => world.people.schoolManager, ["schoolManager"]],
  ...unknownPeople,
];
const unknownUnits: readonly Row[] = [
  ["another organisation's unit", (world) => world.units.elsewhere, none],
  ["no unit at all", () => newId(), none],
  ["no id", () => "x", none],
];
const unknownImports: readonly Row[] = [
  ["no import", () => newId(), none],
  ["no id", () => "x", none],
];

const readPerson: readonly Row[] = [
  [
    "an employee",
    (world) => world.people.employee,
    ["employee", "manager", "deputy", "hrPartner", ...register],
  ],
  ["the manager", (world) => world.people.manager, ["manager", "head", ...register]],
  ["one with protected identity", (world) => world.people.protected, ["protected", "manager", "hrHandler"]],
  ["one without a manager", (world) => world.people.orphan, ["orphan", "head", ...register]],
  ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager", ...register]],
  ...unknownPeople,
];

const unit = {
  name: "",
  parentId: null,
  code: null,
  isAuthority: false,
  validFrom: "2020-01-01",
  validTo: null,
};
const profession = {
  nameSv: "",
  nameEn: "",
  aidCode: null,
  ssykCode: null,
  escoUri: null,
  jobtechUri: null,
  licensed: false,
  unions: [],
  titles: [],
};
const settings = {
  modelWord: "modell",
  talkWord: "samtal",
  presentation: "rings",
  ratingScale: ["a", "b"],
  coverageThreshold: 80,
  smallestGroup: 5,
  reviewIntervalMonths: null,
  moveRule: "advisory",
  needForMoves: false,
  titleTaskOf: null,
  agreementTaskOf: null,
  placementPrinciples: "",
  payLinkStatement: "",
  countOnLeave: true,
  countHourly: true,
  experienceLeaveDays: null,
  evidenceFiles: false,
  theme: null,
};
const manager = { person: "", from: "2026-01-01", to: null };
const deputy = { person: "", reason: "", from: "2026-01-01", to: "2026-02-01" };
const ending = { to: "2026-06-01" };
const rest = { status: "dormant", reason: "" };
const confirmation = { fingerprint: "another", leavers: false, leaveOut: false };
const model = (of: string, slug: "adopted" | "draft" | "", getIn: readonly ActorName[], number = "") =>
  one(of, {
    params: (world) => ({ model: slug === "" ? "finns-inte" : world.models[slug], number }),
    in: getIn,
  });
const versions: readonly ApiCase[] = [
  model("the one in force", "adopted", signedIn, "in-force"),
  model("one in force, by number", "adopted", signedIn, "1"),
  model("its draft", "adopted", draftReaders, "2"),
  model("a draft", "draft", draftReaders, "1"),
  model("none in force", "draft", none, "in-force"),
  model("no number", "adopted", none, "1x"),
  model("no model", "", none, "1"),
];

const prepareUnits: readonly Row[] = [
  ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
  ["one without", (world) => world.units.vacant, ["head"]],
  ["another authority's", (world) => world.units.health, ["schoolManager"]],
  ...unknownUnits,
];
const endings = units(["a unit", (world) => world.units.rehab, admins, STALE], ...unknownUnits).map(
  (each): ApiCase => ({
    ...each,
    params: (world) => ({ ...each.params?.(world), assignmentId: newId() }),
    body: () => ending,
  }),
);

/** A row of nobody: those who prepare the unit are told that it is not theirs. */
const preparing = ({ modelId }: ApiWorld) => ({ rows: [{ personId: newId(), modelId, revision: 0 }] });
const refusedThere = ([of, which, getIn]: Row): Row => [of, which, getIn, REFUSED];

const coverageOf = (
  which: (world: ApiWorld) => string,
  own: readonly ActorName[],
  all: readonly ActorName[] = [...coverageOfAll, "chief"],
): ApiCase => one("one unit", { search: (world) => `?unit=${which(world)}`, in: [...all, ...own] });

/** By the operation's name in the description of the API. */
export const apiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  getToken: [one("one's own token", { in: signedIn })],
  getOrganisation: [one("the organisation", { in: signedIn })],
  getSettings: [one("settings", { in: admins })],
  replaceSettings: [one("settings", { in: admins, status: STALE, body: () => settings })],
  listProfessions: [one("professions", { in: signedIn })],
  createProfession: [one("a profession", { in: admins, status: REFUSED, body: () => profession })],
  getProfession: by("professionId")(
    ["a profession", (world) => world.professions.physio, signedIn],
    ["no profession", () => newId(), none],
  ),
  replaceProfession: by("professionId", { body: () => profession })(
    ["a profession", (world) => world.professions.physio, admins, STALE],
    ["no profession", () => newId(), none],
  ),
  listUnits: [
    one("units", { in: signedIn }),
    one("another organisation's", { search: (world) => `?under=${world.units.elsewhere}`, in: none }),
  ],
  createUnit: [one("a unit", { in: admins, status: REFUSED, body: () => unit })],
  getUnit: units(["a unit", (world) => world.units.rehab, signedIn], ...unknownUnits),
  replaceUnit: by("unitId", { body: () => unit })(
    ["a unit", (world) => world.units.rehab, admins, STALE],
    ...unknownUnits,
  ),
  getUnitManagers: units(["a unit", (world) => world.units.vacant, admins], ...unknownUnits),
  nameManager: by("unitId", { body: () => manager })(
    ["a unit", (world) => world.units.rehab, admins, REFUSED],
    ...unknownUnits,
  ),
  nameDeputy: by("unitId", { body: () => deputy })(
    ["a unit", (world) => world.units.rehab, admins, REFUSED],
    ...unknownUnits,
  ),
  endManager: endings,
  endDeputy: endings,
  // An association's own: `tests/api/members.db.test.ts`.
  listMembers: [one("a municipality", { in: none })],
  listMemberships: [one("memberships", { in: admins })],
  takeUpMembership: [one("no association", { in: none, params: () => ({ association: "finns-inte" }) })],
  declineMembership: [one("no association", { in: none, params: () => ({ association: "finns-inte" }) })],
  offerMembership: [one("a municipality", { in: none, body: () => ({ member: "aby", from: "2026-01-01" }) })],
  endMembership: [one("a municipality", { in: none, params: () => ({ member: "aby" }), body: () => ending })],
  searchPeople: [one("a search for everyone", { in: register, search: () => "?q=kim&limit=200" })],
  getPerson: people(...readPerson),
  listEmployments: people(...readPerson),
  listStaff: units(
    ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", ...register]],
    ["one without", (world) => world.units.vacant, ["head", ...register]],
    ["another authority's", (world) => world.units.health, ["schoolManager", ...register]],
    ...unknownUnits,
  ),
  listStaffImports: [one("imports of staff", { in: register })],
  beginStaffImport: [
    one("an empty file", {
      in: register,
      status: REFUSED,
      search: () => "?filename=tom.csv",
      type: "text/csv",
      body: () => "",
    }),
  ],
  getStaffImport: by("importId")(
    ["columns to choose", (world) => world.imports.mapping, register],
    ["a preview", (world) => world.imports.preview, register],
    ...unknownImports,
  ),
  confirmStaffImportMapping: by("importId", { body: () => ({ columns: {} }) })(
    ["columns to choose", (world) => world.imports.mapping, register, STALE],
    ...unknownImports,
  ),
  listStaffImportChanges: [
    ...by("importId", { search: () => "?list=join" })(
      ["who joins", (world) => world.imports.preview, register],
      ["before its preview", (world) => world.imports.mapping, register, LATE],
      ...unknownImports,
    ),
    ...by("importId", { search: () => "?list=end" })([
      "who leaves",
      (world) => world.imports.preview,
      register,
    ]),
  ],
  confirmStaffImport: by("importId", { body: () => confirmation })(
    ["another preview than this one", (world) => world.imports.preview, register, LATE],
    ...unknownImports,
  ),
  reviseStaffImportMapping: by("importId")(
    ["columns to choose already", (world) => world.imports.mapping, register, LATE],
    ...unknownImports,
  ),
  cancelStaffImport: by("importId")(
    ["one that is left already", (world) => world.cancelledImport, register, LATE],
    ...unknownImports,
  ),
  ...featureApiExpectations,
  listModels: [one("models", { in: signedIn })],
  getLocalTitles: [
    model("one in force", "adopted", titleKeepers),
    model("a draft", "draft", titleKeepers),
    model("no model", "", none),
  ],
  replaceLocalTitles: [
    { ...model("one in force", "adopted", titleKeepers), body: () => ({ places: [] }), status: STALE },
    { ...model("no model", "", none), body: () => ({ places: [] }) },
  ],
  takeInLocalTitles: [
    one("an empty file", { in: titleKeepers, status: REFUSED, type: "text/csv", body: () => "" }),
  ],
  addModelVersion: [
    one("no model file", {
      in: writers,
      status: REFUSED,
      type: "application/yaml",
      body: () => "ingen modell",
    }),
  ],
  getModel: [
    model("one in force", "adopted", signedIn),
    model("a draft", "draft", draftReaders),
    model("no model", "", none),
  ],
  getModelVersion: versions,
  getModelFile: versions,
  compareModelVersions: [
    { ...model("one in force and itself", "adopted", signedIn, "1"), search: () => "?from=1" },
    model("its draft", "adopted", draftReaders, "2"),
    model("no version", "draft", none, "9"),
  ],
  adoptModelVersion: [
    { ...model("a draft", "draft", ["adopter"], "1"), body: () => adoption, status: STALE },
    { ...model("no version", "draft", none, "9"), body: () => adoption },
  ],
  getModelHistory: [
    model("one in force", "adopted", draftReaders),
    model("a draft", "draft", draftReaders),
    model("no model", "", none),
  ],
  beginModelRevision: [
    { ...model("no version", "draft", none), body: () => ({ from: 9 }) },
    {
      ...model("one in force", "adopted", writers),
      body: () => ({ from: 1 }),
      status: CREATED,
      changes: true,
    },
  ],
  changeModelVersionStatus: [
    { ...model("a draft", "draft", writers, "1"), body: () => consultation, status: STALE },
    { ...model("no version", "draft", none, "9"), body: () => consultation },
  ],
  changeModelStatus: [
    { ...model("one in force", "adopted", ["adopter"]), body: () => rest, status: STALE },
    { ...model("no model", "", none), body: () => rest },
  ],
  listUnitPlacements: units(
    [
      "a unit with a manager",
      (world) => world.units.rehab,
      ["manager", "deputy", "head", "processLead", "rolloutLead"],
    ],
    ["one without", (world) => world.units.vacant, ["head", "processLead", "rolloutLead"]],
    [
      "another authority's",
      (world) => world.units.health,
      ["schoolManager", "processLead", "schoolRolloutLead"],
    ],
    ...unknownUnits,
  ),
  getPersonPlacements: people(...closePeople),
  getPersonMissing: people(...closePeople),
  getUnitPreparation: units(...prepareUnits),
  prepareUnit: by("unitId", { body: preparing })(...prepareUnits.map(refusedThere)),
  placeUnit: by("unitId", { body: preparing })(...prepareUnits.map(refusedThere)),
  listTakeOvers: [one("take-overs", { in: register })],
  beginTakeOver: [
    one("an empty file", {
      in: register,
      status: REFUSED,
      search: () => "?filename=tom.csv",
      type: "text/csv",
      body: () => "",
    }),
  ],
  beginTakeOverFromTitles: [one("the titles", { in: register, status: CREATED, changes: true })],
  getTakeOver: by("takeOverId")(
    ["columns to choose", (world) => world.takeOvers.mapping, register],
    ["a preview", (world) => world.takeOvers.preview, register],
    ...unknownImports,
  ),
  confirmTakeOverMapping: by("takeOverId", { body: () => ({ columns: {} }) })(
    ["columns to choose", (world) => world.takeOvers.mapping, register, STALE],
    ...unknownImports,
  ),
  listTakeOverRows: [
    ...by("takeOverId", { search: () => "?list=place" })(
      ["who would be placed", (world) => world.takeOvers.preview, register],
      ["before its preview", (world) => world.takeOvers.mapping, register, LATE],
      ...unknownImports,
    ),
    ...by("takeOverId", { search: () => "?list=unreadable" })([
      "what can't be read",
      (world) => world.takeOvers.preview,
      register,
    ]),
  ],
  confirmTakeOver: by("takeOverId", { body: () => ({ fingerprint: "another" }) })(
    ["another preview than this one", (world) => world.takeOvers.preview, register, LATE],
    ...unknownImports,
  ),
  reviseTakeOverMapping: by("takeOverId")(
    ["columns to choose already", (world) => world.takeOvers.mapping, register, LATE],
    ...unknownImports,
  ),
  cancelTakeOver: by("takeOverId")(
    ["one that is left already", (world) => world.cancelledTakeOver, register, LATE],
    ...unknownImports,
  ),
  takeOut: by("what")(
    ["placements", () => "placements", register],
    ["titles for the HR system", () => "hr-titles", register],
    ["local titles", () => "titles", [...register, "processLead"]],
    ["nothing that there is", () => "people", none],
  ),
  getCoverage: [
    one("the whole organisation", { in: coverage }),
    coverageOf((world) => world.units.rehab, ["rolloutLead", "manager", "deputy", "head"]),
    coverageOf((world) => world.units.health, ["schoolRolloutLead", "schoolManager"]),
    coverageOf((world) => world.units.elsewhere, [], none),
  ],
  getModelCoverage: [
    model("one in force", "adopted", ofPhysiotherapists),
    model("a draft", "draft", none),
    model("no model", "", none),
  ],
  listMeasurements: [one("measurements", { in: coverage })],
  freezeMeasurement: [
    one("a measurement", { in: ["processLead"], status: REFUSED, body: () => ({ note: "x".repeat(600) }) }),
  ],
};
