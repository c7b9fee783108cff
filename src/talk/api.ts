/**
 * Talks over the API (INT-3, TLK-1), by the same use cases as the pages: each of the two at addresses of their own. What somebody says as themself, their preparation, their confirmation and
 * another view, takes a token that they have made themself.
 */
import { z } from "zod";
import type { Side } from "../assessment/assessment.rules.ts";
import { file, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id } from "../platform/http/api/schemas.ts";
import { makePdf } from "../platform/pdf/make-pdf.ts";
import { NotFound } from "../shared/result.ts";
import { confirmTalk, differ } from "./confirm-talk.ts";
import { prepareTalk } from "./prepare-talk.ts";
import { talkDocument } from "./talk-document.ts";
import { addressIn, asItIsNow } from "./talk-answers.ts";
import { params, talk, talkIn, wholeIn, wholeTalk } from "./talk-shapes.ts";
import { QUESTIONS } from "./talk.rules.ts";
import { removeUnshown } from "./unshown.ts";
import { viewTalk } from "./view-talk.ts";
import { viewMyTalks, viewPersonTalks } from "./view-talks.ts";

const PDF = "application/pdf";
const talks = z
  .object({ personId: id, talks: z.array(talk) })
  .meta({ id: "Talks", description: "What is under way first, then the latest." });
const toPrepare = z
  .strictObject({
    answers: z
      .strictObject(
        Object.fromEntries(
          Object.values(QUESTIONS)
            .flat()
            .map((question) => [question, z.string().optional()]),
        ),
      )
      .meta({ description: "By question; what isn't sent is empty. Can be disclosed as a public record." }),
    share: z
      .boolean()
      .default(false)
      .meta({ description: "Show it to the other. What has been shown stays so." }),
    revision: z
      .int()
      .min(0)
      .meta({ description: "The preparation's as you have read it; 0 before the first." }),
  })
  .meta({ id: "TalkPreparationToSave" });
export const ofText = {
  revision: z
    .int()
    .meta({ description: "The record's as you have read it: nobody confirms words that they haven't seen." }),
};

const SIDE_OF = {
  self: {
    tag: "my",
    path: "/my/talks",
    params: {},
    reads: "my:read",
    name: "My",
    who: "For the person themself.",
    sv: { all: "Dina samtal", one: "Ett av dina samtal" },
    en: { all: "Your talks", one: "One of your talks" },
  },
  manager: {
    tag: "talks",
    path: "/people/{personId}/talks",
    params: { personId: params.personId },
    reads: "talks:read",
    name: "Person",
    who: "For whoever decides for the person, never for oneself.",
    sv: { all: "Samtal med en medarbetare", one: "Ett samtal" },
    en: { all: "Talks with a person", one: "One talk" },
  },
} as const;

/** What both can do, each of them at their own addresses. */
function operationsOf(side: Side): readonly Operation[] {
  const { tag, path, reads, name, who, sv, en, ...of } = SIDE_OF[side];
  const one = { tag, path: `${path}/{talkId}`, params: { ...of.params, ...params.talk } };
  const answers = { 200: { description: "The talk as you may read it now.", schema: wholeTalk } };
  return [
    operation({
      id: `list${name}Talks`,
      method: "get",
      path,
      tag,
      params: of.params,
      summary: { sv: sv.all, en: en.all },
      description:
        side === "self"
          ? who
          : "For those close to the person: how far each has come, and never what is written in it.",
      scope: reads,
      answers: { 200: { description: "What is under way first.", schema: talks } },
      run: async ({ work, param }) => {
        const view = await (side === "self" ? viewMyTalks(work) : viewPersonTalks(work, param("personId")));
        return ok({ personId: view.personId, talks: view.talks.map(talkIn) });
      },
    }),
    operation({
      ...one,
      id: `get${name}Talk`,
      method: "get",
      summary: { sv: sv.one, en: en.one },
      description:
        "What each has prepared when it has been shown or the talk is held, the text that was put to both with what it rested on, and what each has said of it.",
      scope: reads,
      answers,
      run: async ({ work, param }) => ok(wholeIn(await viewTalk(work, addressIn(work, side, param)))),
    }),
    operation({
      ...one,
      id: `get${name}TalkFile`,
      method: "get",
      path: `${one.path}/file`,
      summary: { sv: "Samtalet som PDF", en: "The talk as a PDF" },
      description:
        "Accessible (PDF/UA-1), once a text has been put to both. Of a talk that isn't locked it says so.",
      scope: reads,
      query: z.strictObject({
        language: z
          .enum(["sv", "en"])
          .default("sv")
          .meta({ description: "Of what the document says around the texts." }),
      }),
      answers: { 200: { description: "The file.", files: [PDF] } },
      run: async ({ work, param, query: { language } }) => {
        const view = await viewTalk(work, addressIn(work, side, param));
        const made = talkDocument(view, { language, organisation: work.tenant.name });
        if (!made) throw new NotFound("talk's record");
        return file(new Uint8Array(makePdf(made.document, work.now)), PDF);
      },
    }),
    operation({
      ...one,
      id: `prepare${name}Talk`,
      method: "put",
      path: `${one.path}/preparation`,
      summary: { sv: "Spara sin förberedelse", en: "Save what you prepare" },
      description: `${who} The other reads it when it is shown, or when the talk is held.`,
      scope: "my:write",
      body: json(toPrepare, { answers: { ahead: "Handleda studenter." }, share: false, revision: 0 }),
      answers,
      conflicts: true,
      refusals: ["too-long", "bad-character", "nothing-written"],
      run: async ({ work, param, body }) => {
        const address = addressIn(work, side, param);
        return asItIsNow(work, address, await prepareTalk(work, address, body));
      },
    }),
    operation({
      ...one,
      id: `confirm${name}Talk`,
      method: "post",
      path: `${one.path}/confirm`,
      summary: { sv: "Bekräfta", en: "Confirm" },
      description: `${who} As oneself: with a token that one has made. When both have confirmed the talk is locked. Once more is harmless.`,
      scope: "my:write",
      body: json(z.strictObject(ofText).meta({ id: "TalkToConfirm" }), { revision: 1 }),
      answers,
      conflicts: true,
      refusals: [],
      run: async ({ work, param, body }) => {
        const address = addressIn(work, side, param);
        return asItIsNow(work, address, await confirmTalk(work, address, body));
      },
    }),
    operation({
      ...one,
      id: `remove${name}UnshownWords`,
      method: "delete",
      path: `${one.path}/unshown`,
      summary: { sv: "Ta bort det man aldrig visade", en: "Remove what one never showed" },
      description:
        "For whoever wrote it, when the talk is closed: `unshown` of the talk is taken away for good, and nothing else of it. Once more is harmless.",
      scope: "my:write",
      answers,
      run: async ({ work, param }) => {
        const address = addressIn(work, side, param);
        return asItIsNow(work, address, await removeUnshown(work, address));
      },
    }),
  ];
}

export const talkApi: readonly Operation[] = [
  ...operationsOf("self"),
  operation({
    id: "seeTalkDifferently",
    method: "post",
    path: "/my/talks/{talkId}/other-view",
    tag: "my",
    params: params.talk,
    summary: { sv: "Lämna en annan uppfattning", en: "Record another view" },
    description:
      "For the person themself. It stays beside the text, and may go to the manager above, who answers in writing.",
    scope: "my:write",
    body: json(
      z
        .strictObject({
          ...ofText,
          words: z.string().meta({ description: "Read by both, and can be disclosed as a public record." }),
          toAbove: z.boolean().default(false),
          withRepresentative: z.boolean().default(false).meta({
            description: "Whether a union representative is wished for: never which.",
          }),
        })
        .meta({ id: "OtherViewOfTalk" }),
      { revision: 1, words: "Jag ser det så här.", toAbove: false, withRepresentative: false },
    ),
    answers: { 200: { description: "The talk as you may read it now.", schema: wholeTalk } },
    conflicts: true,
    refusals: ["missing", "too-long", "bad-character", "nobody-above"],
    run: async ({ work, param, body }) => {
      const address = addressIn(work, "self", param);
      return asItIsNow(work, address, await differ(work, address, body));
    },
  }),
  ...operationsOf("manager"),
];
