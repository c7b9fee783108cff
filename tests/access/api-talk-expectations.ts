/** What the API answers about talks (INT-3, TLK-1, ORG-4, ORG-8): the same people as on their pages. Whoever gets in sends something that changes nothing. */
import { newId } from "../../src/shared/ids.ts";
import { by, LATE, REFUSED, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { employees, none } from "./cases.ts";
import { close, deciders, listOf, oneOf, UNITS } from "./close-cases.ts";
import type { ActorName } from "./world.ts";

type Which = (world: ApiWorld) => string;
const planned: Which = ({ models }) => models.talk;
const locked: Which = ({ models }) => models.lockedTalk;
const calledOff: Which = ({ models }) => models.calledOff;
const held: Which = ({ models }) => models.heldTalk;

const lists = by("personId")(...listOf());
const units = (more: Partial<ApiCase> = {}): ApiCase[] =>
  UNITS.map(({ of, params, in: getIn }) => ({ ...more, of, ...(params ? { params } : {}), in: getIn }));
const mine = (which: Which, more: Partial<ApiCase> = {}): readonly ApiCase[] => [
  { ...more, of: "one's own", params: (world) => ({ talkId: which(world) }), in: ["employee"] },
  { ...more, of: "none", params: () => ({ talkId: newId() }), in: none },
];
const theirs = (which: Which, who: readonly ActorName[], more: Partial<ApiCase> = {}): readonly ApiCase[] =>
  oneOf(who).map(([of, person, getIn]) => ({
    ...more,
    of,
    params: (world: ApiWorld) => ({ personId: person(world), talkId: which(world) }),
    in: getIn,
  }));

const late = (body?: ApiCase["body"]): Partial<ApiCase> => ({ status: LATE, ...(body ? { body } : {}) });
const refused = (body: ApiCase["body"]): Partial<ApiCase> => ({
  status: REFUSED,
  body: body ?? (() => ({})),
});
const nothing = refused(() => ({ answers: {}, share: true, revision: 1 }));
const unseen = late(() => ({ revision: 7 }));
const round = { kind: "development", minutes: 60, times: [] };
const agreed = late(() => ({ agreed: "Ord.", revision: 0 }));
const place = ({ modelId }: ApiWorld) => ({ modelId, levelId: "", motivation: "", follows: null });

export const talkApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listMyTalks: [{ of: "one's own", in: employees }],
  getMyTalk: [...mine(planned), ...mine(locked), ...mine(calledOff)],
  getMyTalkFile: mine(held),
  prepareMyTalk: mine(planned, nothing),
  confirmMyTalk: mine(held, unseen),
  removeMyUnshownWords: mine(calledOff, { changes: true }),
  removePersonUnshownWords: theirs(locked, close, { changes: true }),
  seeTalkDifferently: mine(
    held,
    late(() => ({ revision: 7, words: "Ord." })),
  ),
  listPersonTalks: lists,
  getPersonTalk: [...theirs(planned, close), ...theirs(locked, close), ...theirs(calledOff, close)],
  getPersonTalkFile: theirs(held, close),
  preparePersonTalk: theirs(planned, deciders, nothing),
  confirmPersonTalk: theirs(held, deciders, unseen),
  listUnitTalks: units(),
  bookTalks: units(refused(() => round)),
  rebookTalk: theirs(
    planned,
    deciders,
    refused(() => ({ day: "", at: "", minutes: 60, booking: 1 })),
  ),
  cancelTalk: theirs(
    planned,
    deciders,
    refused(() => ({ words: "x".repeat(501) })),
  ),
  holdTalk: theirs(
    planned,
    deciders,
    refused(() => ({ heldOn: "" })),
  ),
  writeAgreed: theirs(planned, deciders, agreed),
  putTalkToBoth: theirs(planned, deciders, agreed),
  placeAtTalk: theirs(held, deciders, refused(place)),
  remindOfTalk: theirs(planned, deciders, late()),
  closeTalkUnconfirmed: theirs(planned, deciders, late()),
  answerOtherView: [
    {
      of: "a colleague's, put to the manager above",
      params: ({ people, models }) => ({ personId: people.colleague, talkId: models.viewedTalk }),
      in: ["head"],
      ...refused(() => ({ words: "" })),
    },
    {
      of: "the same id as the employee's",
      params: ({ people, models }) => ({ personId: people.employee, talkId: models.viewedTalk }),
      in: none,
      ...refused(() => ({ words: "" })),
    },
  ],
};
