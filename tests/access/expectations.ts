/**
 * Who gets in where, written by hand from the domain's rules (ORG-7, ORG-8) and the policies in the table of routes, and by nothing
 * that the program itself decides with. Whoever is not named does not get in.
 */
import { newId } from "../../src/shared/ids.ts";
import {
  admins,
  anyone,
  draftReaders,
  employees,
  none,
  one,
  register,
  signedIn,
  type Case,
} from "./cases.ts";
import { gapExpectations } from "./gap-expectations.ts";
import { moveExpectations } from "./move-expectations.ts";
import { evidenceExpectations } from "./evidence-expectations.ts";
import { assessmentExpectations } from "./assessment-expectations.ts";
import { calibrationExpectations } from "./calibration-expectations.ts";
import { planExpectations } from "./plan-expectations.ts";
import { talkExpectations } from "./talk-expectations.ts";
import { layerExpectations } from "./layer-expectations.ts";
import { model, modelExpectations } from "./model-expectations.ts";
import { type AccessWorld, type ActorName } from "./world.ts";

type People = readonly [of: string, who: (world: AccessWorld) => string, getIn: readonly ActorName[]];
const people = (...rows: readonly People[]): Case[] =>
  rows.map(([of, who, getIn]) => one(of, { params: (world) => ({ personId: who(world) }), in: getIn }));
const unknownPeople: readonly People[] = [
  ["someone who has left", (world) => world.people.closed, none],
  ["someone in another organisation", (world) => world.people.otherAdministrator, none],
  ["no person at all", () => newId(), none],
  ["no id", () => "1", none],
];

/** ORG-8: the person and the few who are close to them. */
const closePeople: readonly People[] = [
  ["an employee", (world) => world.people.employee, ["employee", "manager", "deputy", "hrPartner"]],
  ["the manager", (world) => world.people.manager, ["manager", "head"]],
  ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
  ["one without a manager", (world) => world.people.orphan, ["orphan", "head"]],
  ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
  ["an authority's own manager", (world) => world.people.head, ["head", "chief"]],
  // ORG-2: whoever stands above another authority does not reach into it, and so there is a gap.
  ["a manager below one that has none", (world) => world.people.schoolManager, ["schoolManager"]],
  ...unknownPeople,
];

type Units = readonly [of: string, which: (world: AccessWorld) => string, getIn: readonly ActorName[]];
const units = (...rows: readonly Units[]): Case[] =>
  rows.map(([of, which, getIn]) => one(of, { params: (world) => ({ unitId: which(world) }), in: getIn }));
const unknownUnits: readonly Units[] = [
  ["another organisation's unit", (world) => world.units.elsewhere, none],
  ["no unit at all", () => newId(), none],
];

/** ORG-8: where somebody is decided for, by whom. */
const decidedUnits: readonly Units[] = [
  ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
  ["one without", (world) => world.units.vacant, ["head"]],
  ["another authority's", (world) => world.units.health, ["schoolManager"]],
  ...unknownUnits,
];

/** Figures, never individuals: whoever answers for all, for some professions, or for a part of the organisation. */
export const coverageOfAll: readonly ActorName[] = [
  "processLead",
  "adopter",
  "dpo",
  ...register,
  "union",
  "otherUnion",
];
export const coverage: readonly ActorName[] = [
  ...coverageOfAll,
  "rolloutLead",
  "schoolRolloutLead",
  "manager",
  "deputy",
  "head",
  "chief",
  "schoolManager",
];
export const ofPhysiotherapists = coverage.filter((name) => name !== "otherUnion");
const coverageOf = (
  which: (world: AccessWorld) => string,
  own: readonly ActorName[],
  all: readonly ActorName[] = [...coverageOfAll, "chief"],
): Case[] => [
  one("one unit", { params: (world) => ({ query: `?unit=${which(world)}` }), in: [...all, ...own] }),
];

export const expectations: Readonly<Record<string, readonly Case[]>> = {
  "/": [one("front page", { in: anyone })],
  "/language/:to": [one("English", { params: () => ({ to: "en" }), in: anyone, status: 303, file: true })],
  "/api": [one("about the API", { in: anyone })],
  "/ui": [one("live installation", { in: none, gone: true })],
  "/o/:slug": [one("one's own page", { in: signedIn })],
  "/o/:slug/sign-in": [one("sign-in", { in: anyone })],
  "/o/:slug/sign-out": [one("sign-out", { in: none, gone: true, file: true, send: anyone })],
  "/o/:slug/choose-password/:token": [
    one("an invitation", { params: (world) => ({ token: world.invitation }), in: anyone }),
    one("no invitation", { params: () => ({ token: "x".repeat(43) }), in: none, gone: true }),
  ],
  "/o/:slug/parked/:id": [
    one("kept for the employee", { params: (world) => ({ id: world.parked }), in: ["employee"] }),
    one("nothing kept", { params: () => ({ id: newId() }), in: none }),
  ],
  "/o/:slug/accounts": [one("accounts", { in: admins })],
  "/o/:slug/accounts/new": [one("a new account", { in: admins })],
  "/o/:slug/accounts/:account": [
    one("the employee's", { params: (world) => ({ account: world.accounts.employee }), in: admins }),
    one("the administrator's own", {
      params: (world) => ({ account: world.accounts.administrator }),
      in: admins,
      send: none,
    }),
    one("a protected person's", { params: (world) => ({ account: world.accounts.protected }), in: none }),
    one("another organisation's", {
      params: (world) => ({ account: world.accounts.otherAdministrator }),
      in: none,
    }),
    one("nobody's", { params: () => ({ account: newId() }), in: none }),
  ],
  "/o/:slug/tokens": [one("tokens", { in: admins })],
  "/o/:slug/tokens/:tokenId": [
    one("a token", { params: (world) => ({ tokenId: world.apiToken }), in: admins }),
    one("no token", { params: () => ({ tokenId: newId() }), in: none }),
    one("no id", { params: () => ({ tokenId: "x" }), in: none }),
  ],
  ...modelExpectations,
  ...layerExpectations,
  ...gapExpectations,
  ...moveExpectations,
  ...evidenceExpectations,
  ...assessmentExpectations,
  "/o/:slug/placement-views": [
    one("what waits for the manager above", {
      in: ["manager", "head", "chief", "schoolManager"],
      send: none,
    }),
  ],
  ...calibrationExpectations,
  ...planExpectations,
  ...talkExpectations,
  "/o/:slug/units": [one("units", { in: signedIn })],
  "/o/:slug/units/new": [one("a new unit", { in: admins })],
  "/o/:slug/units/:unitId": units(
    ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", ...register]],
    ["one without", (world) => world.units.vacant, ["head", ...register]],
    ["another authority's", (world) => world.units.health, ["schoolManager", ...register]],
    ...unknownUnits,
  ),
  "/o/:slug/units/:unitId/keep": units(["a unit", (world) => world.units.rehab, admins], ...unknownUnits),
  "/o/:slug/units/:unitId/placements": units(
    // The manager above decides for the unit's manager, and for nobody else there.
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
  "/o/:slug/units/:unitId/placements/prepare": units(...decidedUnits),
  "/o/:slug/units/:unitId/abilities": units(...decidedUnits),
  "/o/:slug/units/:unitId/abilities/file.csv": units(...decidedUnits).map((each) => ({
    ...each,
    file: true,
  })),
  "/o/:slug/people": [
    one("the search", { in: register }),
    one("a search for everyone", { in: register, search: "?q=kim" }),
  ],
  "/o/:slug/people/:personId": people(
    [
      "an employee",
      (world) => world.people.employee,
      ["employee", "manager", "deputy", "hrPartner", ...register],
    ],
    ["the manager", (world) => world.people.manager, ["manager", "head", ...register]],
    ["one with protected identity", (world) => world.people.protected, ["protected", "manager", "hrHandler"]],
    ["one without a manager", (world) => world.people.orphan, ["orphan", "head", ...register]],
    ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager", ...register]],
    ["an authority's own manager", (world) => world.people.head, ["head", "chief", ...register]],
    ...unknownPeople,
  ),
  "/o/:slug/people/:personId/protection": people(
    ["an employee", (world) => world.people.employee, register],
    ["the manager", (world) => world.people.manager, register],
    ["one with protected identity", (world) => world.people.protected, ["manager", "hrHandler"]],
    ["one without a manager", (world) => world.people.orphan, register],
    ["an HR handler", (world) => world.people.hrHandler, ["otherHandler", "administrator"]],
    ...unknownPeople,
  ),
  "/o/:slug/people/:personId/placements": people(...closePeople),
  "/o/:slug/people/:personId/missing": people(...closePeople),
  "/o/:slug/my/missing": [one("what is missing for oneself", { in: employees })],
  "/o/:slug/my/placement": [one("one's own placement", { in: employees })],
  "/o/:slug/my/notices": [one("what one gets by mail", { in: employees })],
  // Only where mail is caught, and this installation is live.
  "/o/:slug/my/mail": [one("one's own mail", { in: none, gone: true })],
  "/o/:slug/mail": [one("how mail fares", { in: admins })],
  "/o/:slug/my/reads": [one("what has been read about oneself", { in: signedIn })],
  "/o/:slug/theme.css": [one("colours", { in: anyone, file: true })],
  "/o/:slug/logo/:hash": [
    one("no logo", { params: () => ({ hash: "0".repeat(64) }), in: none, gone: true, file: true }),
  ],
  "/o/:slug/settings/logo": [one("the logo", { in: admins })],
  "/o/:slug/settings/memberships": [one("memberships", { in: admins })],
  "/o/:slug/settings": [one("settings", { in: admins })],
  "/o/:slug/professions": [one("professions", { in: signedIn })],
  "/o/:slug/professions/:professionId": [
    one("a profession", { params: (world) => ({ professionId: world.professions.physio }), in: admins }),
    one("a new profession", { params: () => ({ professionId: "new" }), in: admins }),
    one("no profession", { params: () => ({ professionId: newId() }), in: none }),
  ],
  "/o/:slug/import": [one("imports of staff", { in: register })],
  "/o/:slug/import/template/:format": [
    one("a template", { params: () => ({ format: "csv" }), in: register, file: true }),
    one("no such template", { params: () => ({ format: "exe" }), in: none, file: true }),
  ],
  "/o/:slug/import/:importId": [
    one("columns to choose", { params: (world) => ({ importId: world.imports.mapping }), in: register }),
    one("who joins", {
      params: (world) => ({ importId: world.imports.preview }),
      search: "?list=join",
      in: register,
    }),
    one("who leaves", {
      params: (world) => ({ importId: world.imports.preview }),
      search: "?list=end",
      in: register,
    }),
    one("no import", { params: () => ({ importId: newId() }), in: none }),
  ],
  "/o/:slug/import/:importId/unreadable": [
    one("a preview", { params: (world) => ({ importId: world.imports.preview }), in: register, file: true }),
    one("before its preview", {
      params: (world) => ({ importId: world.imports.mapping }),
      in: none,
      file: true,
    }),
    one("no import", { params: () => ({ importId: newId() }), in: none, file: true }),
  ],
  "/o/:slug/take-over/:takeOverId/rows/:list": [
    ...["unreadable", "conflict"].map((list) =>
      one(list, {
        params: (world) => ({ takeOverId: world.takeOvers.preview, list }),
        in: register,
        file: true,
      }),
    ),
    one("who would be placed", {
      params: (world) => ({ takeOverId: world.takeOvers.preview, list: "place" }),
      in: none,
      file: true,
    }),
    one("before its preview", {
      params: (world) => ({ takeOverId: world.takeOvers.mapping, list: "unreadable" }),
      in: none,
      file: true,
    }),
  ],
  "/o/:slug/titles": [one("local titles", { in: ["processLead", "administrator"] })],
  "/o/:slug/take-over": [one("take-overs", { in: register })],
  "/o/:slug/take-over/file/:what/:format": [
    ...["placements", "hr-titles"].map((what) =>
      one(what, { params: () => ({ what, format: "csv" }), in: register, file: true }),
    ),
    one("titles", {
      params: () => ({ what: "titles", format: "csv" }),
      in: [...register, "processLead"],
      file: true,
    }),
    one("no such file", { params: () => ({ what: "people", format: "csv" }), in: none, file: true }),
    one("no such format", { params: () => ({ what: "placements", format: "exe" }), in: none, file: true }),
  ],
  "/o/:slug/take-over/:takeOverId": [
    one("columns to choose", {
      params: (world) => ({ takeOverId: world.takeOvers.mapping }),
      in: register,
    }),
    one("who would be placed", {
      params: (world) => ({ takeOverId: world.takeOvers.preview }),
      search: "?list=place",
      in: register,
    }),
    one("what can't be read", {
      params: (world) => ({ takeOverId: world.takeOvers.preview }),
      search: "?list=unreadable",
      in: register,
    }),
    one("no take-over", { params: () => ({ takeOverId: newId() }), in: none }),
  ],
  "/o/:slug/coverage": [
    one("the whole organisation", { in: coverage }),
    ...coverageOf((world) => world.units.rehab, ["rolloutLead", "manager", "deputy", "head"]),
    ...coverageOf((world) => world.units.health, ["schoolRolloutLead", "schoolManager"]),
    ...coverageOf((world) => world.units.elsewhere, [], none),
  ],
  "/o/:slug/coverage/file.csv": [one("the whole organisation", { in: coverage, file: true })],
  "/o/:slug/coverage/:model": [
    model("one in force", "adopted", ofPhysiotherapists),
    model("a draft", "draft", none),
    model("no model", "", none),
  ],
  "/o/:slug/coverage/:model/file.csv": [
    model("one in force", "adopted", ofPhysiotherapists, { file: true }),
    model("a draft", "draft", none, { file: true }),
  ],
  "/o/:slug/measurements": [one("measurements", { in: coverage, send: ["processLead"] })],
  "/o/:slug/members": [one("a municipality", { in: none })],
  "*": [one("nothing", { params: () => ({ "*": "o/finns-inte/alls" }), in: none, gone: true })],
};

/** Whose answers may hold a person's name: nobody else's may, on whatever page. */
export const mayKnow: Readonly<Partial<Record<ActorName, readonly ActorName[]>>> = {
  employee: ["employee", "manager", "deputy", "hrPartner", ...register, "processLead", "rolloutLead"],
  colleague: ["colleague", "manager", "deputy", "head", ...register, "processLead", "rolloutLead"],
  protected: ["protected", "manager", "hrHandler"],
  orphan: ["orphan", "head", ...register, "processLead", "rolloutLead"],
  pupil: ["pupil", "schoolManager", ...register, "processLead", "schoolRolloutLead"],
};

/** Whose answers may hold a text: the words about a placement, what a draft says, what is for those who work here. */
export const mayRead: Readonly<
  Record<
    "secretWords" | "ownWords" | "managersWords" | "unshownWords" | "draftText" | "internalText",
    readonly ActorName[]
  >
> = {
  // ASM-1: before it is opened, what one has written of an assessment is one's own side's alone.
  ownWords: ["employee"],
  managersWords: ["manager", "deputy"],
  unshownWords: ["manager"],
  secretWords: ["employee", "manager", "deputy", "hrPartner"],
  draftText: draftReaders,
  internalText: signedIn,
};
