/** Holding talks over the API (INT-3, TLK-1, TLK-3, PLC-9): a round is booked, a talk held, its text put to both, and another view answered. */
import { z } from "zod";
import { answerTo, created, inList, listed } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import type { Scope } from "../shared/scopes.ts";
import type { Id } from "../shared/ids.ts";
import type { Result } from "../shared/result.ts";
import { writePlace } from "../placement/rules.ts";
import { bookRound } from "./book-round.ts";
import { MOST_BOOKED } from "./booking.rules.ts";
import { cancelTalk, rebook } from "./change-booking.ts";
import { answerView, closeUnconfirmed, remind } from "./confirm-talk.ts";
import { holdTalk, putToBoth, writeAgreed } from "./hold-talk.ts";
import { placeAtTalk } from "./place-at-talk.ts";
import { addressIn, asItIsNow } from "./talk-answers.ts";
import type { TalkAddress } from "./talk-room.ts";
import { ID, params, talk, talkIn, wholeTalk } from "./talk-shapes.ts";
import { viewUnitTalks } from "./view-talks.ts";

const ONE = "/people/{personId}/talks/{talkId}";
const text = z.string().meta({ description: "Read by both, and can be disclosed as a public record." });
const when = {
  day: z.string().meta({ description: "YYYY-MM-DD." }),
  at: z.string().meta({ description: "HH:MM, as the clocks in Stockholm show it." }),
};
const agreed = z
  .strictObject({
    agreed: text,
    revision: z.int().min(0).meta({ description: "`agreed.revision` as you have read it." }),
  })
  .meta({ id: "AgreedAtTalk" });
const AGREED = { agreed: "Hospitera i två dagar före sommaren.", revision: 0 };
const WRITING = ["missing", "too-long", "bad-character"];

/** Something that one of those who hold the talk does with it. */
const acting = <Sent = undefined>(of: {
  readonly name: string;
  readonly id: string;
  readonly method?: "post" | "put";
  readonly summary: { readonly sv: string; readonly en: string };
  readonly description: string;
  readonly body?: ReturnType<typeof json<Sent>>;
  readonly scope?: Scope;
  readonly refusals?: readonly string[];
  readonly act: (work: Work, address: TalkAddress, sent: Sent) => Promise<Result<unknown>>;
}): Operation =>
  operation<Record<string, never>, Sent>({
    id: of.id,
    method: of.method ?? "post",
    path: `${ONE}/${of.name}`,
    tag: "talks",
    params: { personId: params.personId, ...params.talk },
    summary: of.summary,
    description: of.description,
    scope: of.scope ?? "talks:write",
    ...(of.body ? { body: of.body } : {}),
    answers: { 200: { description: "The talk as it is now.", schema: wholeTalk } },
    conflicts: true,
    ...(of.refusals ? { refusals: of.refusals } : {}),
    run: async ({ work, param, body }) => {
      const address = addressIn(work, "manager", param);
      return asItIsNow(work, address, await of.act(work, address, body));
    },
  });

export const holdingApi: readonly Operation[] = [
  operation({
    id: "listUnitTalks",
    method: "get",
    path: "/units/{unitId}/talks",
    tag: "talks",
    summary: { sv: "Enhetens samtal", en: "The unit's talks" },
    description:
      "For whoever decides for someone in the unit: what is under way with each of them, and the latest that was held. Never what is written.",
    params: { unitId: params.unitId },
    scope: "talks:read",
    query: z.strictObject(paging),
    answers: {
      200: {
        description: "A page of them, by name.",
        schema: list(
          "UnitTalks",
          z.object({
            personId: id,
            givenName: z.string(),
            familyName: z.string(),
            underWay: z.array(talk),
            latest: talk.nullable(),
          }),
        ),
      },
    },
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewUnitTalks(work, { unitId: param("unitId"), page, size });
      const rows = view.rows.map((row) => ({
        ...row,
        underWay: row.underWay.map(talkIn),
        latest: row.latest && talkIn(row.latest),
      }));
      return listed(page > view.pages ? [] : rows, view.people, query);
    },
  }),
  operation({
    id: "bookTalks",
    method: "post",
    path: "/units/{unitId}/talks",
    tag: "talks",
    summary: { sv: "Boka en samtalsomgång", en: "Book a round of talks" },
    description: `For whoever decides for them: all of them are booked, or nobody. At most ${MOST_BOOKED}. Each is called by mail, with the calendar's entry.`,
    params: { unitId: params.unitId },
    scope: "talks:write",
    body: json(
      z
        .strictObject({
          kind: z.string(),
          minutes: z.int(),
          place: z.string().default(""),
          times: z.array(z.strictObject({ personId: z.string(), ...when })),
        })
        .meta({ id: "RoundToBook" }),
      {
        kind: "development",
        minutes: 60,
        place: "Rum Älven",
        times: [{ personId: ID, day: "2026-12-03", at: "10:00" }],
      },
    ),
    answers: {
      201: {
        description: "Booked.",
        schema: z
          .object({ booked: z.array(z.object({ personId: id, talkId: id })) })
          .meta({ id: "RoundBooked" }),
      },
    },
    creates: true,
    refusals: [
      "missing",
      "unknown-kind",
      "not-between",
      "nobody-chosen",
      "too-many",
      "not-a-day",
      "not-a-time",
      "day-passed",
      "time-passed",
      "booked-already",
      "clash",
      "too-long",
      "bad-character",
    ],
    run: async ({ work, param, body: { minutes, times, ...round } }) => {
      const unitId = param("unitId");
      const result = await bookRound(work, unitId, { ...round, times, minutes: String(minutes) });
      const keys = times.map(({ personId }) => personId);
      return answerTo(
        result.ok ? result : { ok: false, reasons: inList(result.reasons, "times", keys) },
        ({ booked }) =>
          created(`/units/${unitId}/talks`, {
            booked: [...booked].map(([personId, talkId]: [Id, Id]) => ({ personId, talkId })),
          }),
      );
    },
  }),
  acting({
    name: "booking",
    id: "rebookTalk",
    method: "put",
    summary: { sv: "Byt tid eller plats", en: "Change time or place" },
    description: "For whoever decides for the person, before it is held. The calendar's entry moves.",
    body: json(
      z
        .strictObject({
          ...when,
          minutes: z.int(),
          place: z.string().default(""),
          booking: z.int().meta({ description: "`booking` as you have read it." }),
        })
        .meta({ id: "TalkToRebook" }),
      { day: "2026-12-04", at: "13:00", minutes: 60, place: "", booking: 1 },
    ),
    refusals: [
      "missing",
      "not-a-day",
      "not-a-time",
      "day-passed",
      "time-passed",
      "not-between",
      "clash",
      "too-long",
    ],
    act: (work, address, { minutes, ...typed }) =>
      rebook(work, address, { ...typed, minutes: String(minutes) }),
  }),
  acting({
    name: "cancel",
    id: "cancelTalk",
    summary: { sv: "Ställ in samtalet", en: "Cancel the talk" },
    description:
      "For whoever decides for the person, before it is held. What each has prepared stays their own.",
    body: json(z.strictObject({ words: text.default("") }).meta({ id: "TalkToCancel" }), { words: "" }),
    refusals: ["too-long", "bad-character"],
    act: cancelTalk,
  }),
  acting({
    name: "hold",
    id: "holdTalk",
    summary: { sv: "Öppna samtalet", en: "Open the talk" },
    description:
      "For whoever decides for the person: what both have prepared is opened to both. Once more is harmless.",
    body: json(z.strictObject({ heldOn: when.day }).meta({ id: "TalkToHold" }), { heldOn: "2026-12-03" }),
    refusals: ["missing", "not-a-day", "day-in-future", "before-booking"],
    act: holdTalk,
  }),
  acting({
    name: "agreed",
    id: "writeAgreed",
    method: "put",
    summary: { sv: "Skriv det ni kommer överens om", en: "Write what you agree" },
    description: "For whoever decides for the person. The employee reads it when it is put to both.",
    body: json(agreed, AGREED),
    refusals: WRITING,
    act: writeAgreed,
  }),
  acting({
    name: "record",
    id: "putTalkToBoth",
    summary: { sv: "Visa för båda att bekräfta", en: "Put it to both to confirm" },
    description:
      "For whoever decides for the person: the text, the pay link statement and what it rests on are kept as they stand. A pay talk is locked by it.",
    body: json(agreed, AGREED),
    refusals: WRITING,
    act: putToBoth,
  }),
  acting({
    name: "placements",
    id: "placeAtTalk",
    summary: { sv: "Besluta om placering vid samtalet", en: "Decide a placement at the talk" },
    description:
      "For whoever decides for the person. By the same rules as every other; the talk knows which came of it.",
    body: json(
      z
        .strictObject({
          modelId: z.string(),
          levelId: z.string(),
          trackId: z.string().nullable().default(null),
          motivation: text,
          follows: z
            .string()
            .nullable()
            .meta({ description: "The latest placement that you have seen; null for none." }),
          despite: z.string().default(""),
        })
        .meta({ id: "PlacementAtTalk" }),
      {
        modelId: ID,
        levelId: ID,
        trackId: null,
        motivation: "Arbetar självständigt.",
        follows: null,
        despite: "",
      },
    ),
    refusals: [
      "missing",
      "unknown-level",
      "unknown-track",
      "same-place",
      "unmet",
      "unmet-group",
      "despite-missing",
    ],
    act: (work, address, { levelId, trackId, ...typed }) =>
      placeAtTalk(work, address, { ...typed, place: levelId === "" ? "" : writePlace(levelId, trackId) }),
  }),
  acting({
    name: "remind",
    id: "remindOfTalk",
    summary: { sv: "Fråga medarbetaren igen", en: "Ask the employee again" },
    description: "For whoever decides for the person, a week after the last time.",
    act: remind,
  }),
  acting({
    name: "close",
    id: "closeTalkUnconfirmed",
    summary: { sv: "Stäng utan bekräftelse", en: "Close without confirmation" },
    description: "For whoever decides for the person, when the employee has been asked three times.",
    act: closeUnconfirmed,
  }),
  acting({
    name: "answer",
    id: "answerOtherView",
    summary: { sv: "Svara på en annan uppfattning", en: "Answer another view" },
    description:
      "For the manager above to whom it went: once, in writing, with a token that they have made themself.",
    scope: "my:write",
    body: json(z.strictObject({ words: text }).meta({ id: "AnswerToOtherView" }), {
      words: "Vi prövar i mars.",
    }),
    refusals: WRITING,
    act: answerView,
  }),
];
