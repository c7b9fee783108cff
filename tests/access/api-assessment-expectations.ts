/** What the API answers about assessments (INT-3, ASM-1, ORG-4, ORG-8): the same people as on their pages, the person at addresses of their own. */
import { newId } from "../../src/shared/ids.ts";
import { by, LATE, REFUSED, STALE, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { employees, none } from "./cases.ts";
import { close, deciders, listOf, oneOf, UNITS } from "./close-cases.ts";
import type { ActorName } from "./world.ts";

const people = (own: readonly ActorName[], more: Partial<ApiCase> = {}) =>
  by("personId", more)(...listOf(own));

type Which = (world: ApiWorld) => string;
const underWay: Which = (world) => world.models.assessment;
/** Nothing more can be done with it, so that whoever gets in changes nothing. */
const cancelled: Which = (world) => world.models.cancelled;

/** One assessment at the person's own addresses. */
const mine = (which: Which, more: Partial<ApiCase> = {}): readonly ApiCase[] => {
  const of = (name: string, id: Which, getIn: readonly ActorName[]): ApiCase => ({
    ...more,
    of: name,
    params: (world) => ({ assessmentId: id(world) }),
    in: getIn,
  });
  return [of("one's own", which, ["employee"]), of("none", () => newId(), none)];
};
/** One assessment at the addresses of those who are close to the person. */
const theirs = (which: Which, who: readonly ActorName[], more: Partial<ApiCase> = {}): readonly ApiCase[] => [
  ...oneOf(who).map(([of, person, getIn]) => ({
    ...more,
    of,
    params: (world: ApiWorld) => ({ personId: person(world), assessmentId: which(world) }),
    in: getIn,
  })),
  {
    ...more,
    of: "none",
    params: (world) => ({ personId: world.people.employee, assessmentId: newId() }),
    in: none,
  },
];

const beginning = ({ modelId }: ApiWorld) => ({ modelId, levelId: "" });
const writing = ({ models }: ApiWorld) => ({
  statements: [{ itemId: models.items.adopted, step: 1, words: "" }],
});
const outcome = ({ models }: ApiWorld) => ({
  itemId: models.items.adopted,
  met: true,
  words: "",
  follows: null,
});
const LATE_FOR = { status: LATE };

export const assessmentApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listMyAssessments: [{ of: "one's own", in: employees }],
  beginMyAssessment: [{ of: "one's own", in: employees, status: REFUSED, body: beginning }],
  getMyAssessment: mine(underWay),
  getMyAssessmentSheet: mine(underWay),
  writeMyAssessmentSheet: mine(underWay, { body: writing, status: STALE }),
  handInMyAssessmentSheet: mine(cancelled, LATE_FOR),
  declineMyAssessment: mine(cancelled, LATE_FOR),
  listPersonAssessments: people(close),
  beginPersonAssessment: people(deciders, { body: beginning, status: REFUSED }),
  getPersonAssessment: theirs(underWay, close),
  getPersonAssessmentSheet: theirs(underWay, deciders),
  writePersonAssessmentSheet: theirs(underWay, deciders, { body: writing, status: STALE }),
  handInPersonAssessmentSheet: theirs(cancelled, deciders, LATE_FOR),
  listUnitAssessments: UNITS.map(({ of, params, in: getIn }) => ({
    of,
    ...(params ? { params } : {}),
    in: getIn,
  })),
  openAssessmentAtTalk: theirs(cancelled, deciders, LATE_FOR),
  cancelAssessment: theirs(cancelled, deciders),
  agreeOutcome: theirs(cancelled, deciders, { body: outcome, ...LATE_FOR }),
  endAssessment: theirs(cancelled, deciders, { body: () => ({ leaveRest: true }), ...LATE_FOR }),
};
