/** Talks as the API tells them (INT-3, TLK-1): one shape each, whichever side reads. */
import { z } from "zod";
import { SIDES } from "../assessment/assessment.rules.ts";
import { LIKENESSES } from "../assessment/meeting.rules.ts";
import { KINDS as PLAN_KINDS, OWNERS, STATES } from "../plan/plan.rules.ts";
import { day, id, instant } from "../platform/http/api/schemas.ts";
import { QUESTIONS, ACTS, KINDS, type Question } from "./talk.rules.ts";
import type { TalkView } from "./view-talk.ts";
import type { TalkHead } from "./view-talks.ts";
import { EVENTS, type Preparation } from "./written.store.ts";

export const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
export const params = {
  personId: { description: "The person's id.", example: ID },
  unitId: { description: "The unit's id.", example: ID },
  talk: { talkId: { description: "The talk's id.", example: ID } },
};
/** The reasons that mean that the time for it has passed, or that somebody else was first. */
export const CLOSED = [
  "gone-on",
  "changed-by-other",
  "changed-since",
  "text-changed",
  "waits-above",
  "too-soon",
  "not-confirmed",
];

const time = z
  .string()
  .meta({ description: "What the clocks in Stockholm show, HH:MM.", examples: ["10:00"] });
const kind = z.enum(KINDS);
export const talk = z
  .object({
    id,
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    kind,
    phase: z.enum(["planned", "prepared", "held", "asked", "with-above", "locked", "cancelled"]),
    unitId: id,
    unit: z.string(),
    day,
    at: time,
    minutes: z.int(),
    place: z.string(),
    booking: z.int().meta({ description: "How many times a time has been set." }),
    bookedOn: day,
    heldOn: day.nullable(),
    heldBy: z.string().nullable(),
    closedOn: day.nullable(),
    closedHow: z.enum(["both", "other-view", "unconfirmed", "left", "pay", "cancelled"]).nullable(),
  })
  .meta({ id: "Talk", description: "How far it has come, and never what is written in it." });

const questions = [...new Set(Object.values(QUESTIONS).flat())] as [Question, ...Question[]];
const answers = z
  .partialRecord(z.enum(questions), z.string())
  .meta({ description: "By question: which are asked depends on the kind of talk. Never a score (TLK-4)." });
const preparation = z
  .object({
    answers,
    by: z.string(),
    sharedOn: day.nullable(),
    savedAt: instant,
    revision: z.int(),
  })
  .meta({ id: "TalkPreparation" });

const model = { sv: z.string(), en: z.string() };
const place = { level: z.string(), track: z.string().nullable() };
const said = z
  .object({ step: z.string().nullable(), words: z.string() })
  .nullable()
  .meta({ description: "The word of the scale as it was; empty for “not yet”." });
const partThen = {
  title: z.string(),
  mentor: z.string(),
  until: day,
  state: z.enum(STATES),
  reason: z.string(),
  endedOn: day.nullable(),
};
const planThen = z
  .object({
    goals: z.array(z.object({ ...partThen, kind: z.enum(PLAN_KINDS), use: z.string() })),
    activities: z.array(
      z.object({
        ...partThen,
        goal: z.string().nullable(),
        owner: z.enum(OWNERS),
        from: day.nullable(),
      }),
    ),
  })
  .nullable()
  .default(null)
  .meta({
    description:
      "What was left of the plan, and what had come of it since the talk before. Null of a pay talk, and of talks before plans were kept.",
  });
const snapshot = z
  .object({
    on: day,
    placements: z.array(z.object({ model: z.object({ ...model, version: z.int() }), ...place, from: day })),
    assessments: z.array(
      z.object({
        model: z.object({ ...model, version: z.int() }),
        ...place,
        self: z.enum(["handed-in", "declined", "not-in"]),
        statements: z.array(
          z.object({
            text: z.string(),
            likeness: z.enum(LIKENESSES),
            self: said,
            manager: said,
            outcome: z.object({ met: z.boolean(), words: z.string() }).nullable(),
          }),
        ),
      }),
    ),
    requirements: z.array(
      z.object({
        model: z.object(model),
        ...place,
        lines: z.array(
          z.object({
            text: z.string(),
            isMet: z.boolean(),
            shownBy: z.string().nullable(),
            through: day.nullable(),
          }),
        ),
      }),
    ),
    plan: planThen,
  })
  .meta({
    id: "TalkSnapshot",
    description: "What the talk rested on, as it stood when the text was put to both.",
  });

export const wholeTalk = z
  .object({
    talk,
    reader: z.enum([...SIDES, "above", "other"]),
    acts: z.array(z.enum(ACTS)).meta({ description: "What you may do now." }),
    preparations: z
      .object({ self: preparation.nullable(), manager: preparation.nullable() })
      .meta({ description: "Null where nothing is written, and where you may not read it." }),
    agreed: z
      .object({ text: z.string(), revision: z.int() })
      .nullable()
      .meta({ description: "What is being written of what the two agree: whoever holds the talk reads it." }),
    record: z
      .object({
        revision: z.int(),
        agreed: z.string(),
        payLinkShown: z.string(),
        writtenBy: z.string(),
        writtenOn: day,
        snapshot,
      })
      .nullable()
      .meta({ description: "The text that was put to both, with what it rested on." }),
    events: z.array(
      z.object({
        kind: z.enum(EVENTS),
        revision: z.int(),
        by: z.string().nullable(),
        as: z.enum(["self", "manager", "deputy", "manager-above"]).nullable(),
        words: z.string(),
        toAbove: z.boolean(),
        withRepresentative: z.boolean(),
        day,
      }),
    ),
    placed: z
      .array(z.object({ id, model: z.object(model), ...place, from: day }))
      .meta({ description: "The placements that came of it." }),
    unshown: z.object({ agreed: z.string(), answers }).nullable().meta({
      description:
        "What you had written and hadn't shown when the talk closed: no part of it, and nobody else's to read.",
    }),
    payLinkStatement: z.string(),
    waitsUntil: day.nullable().meta({ description: "From when the employee can be asked again." }),
  })
  .meta({ id: "WholeTalk" });

const preparationIn = (of: Preparation | null): z.input<typeof preparation> | null =>
  of && { ...of, answers: { ...of.answers }, savedAt: new Date(of.savedAt).toISOString() };

export const talkIn = (of: TalkHead): z.input<typeof talk> => of;

export const wholeIn = (view: TalkView): z.input<typeof wholeTalk> => ({
  talk: { ...view.talk, phase: view.phase },
  reader: view.reader,
  acts: [...view.acts],
  preparations: {
    self: preparationIn(view.preparations.self),
    manager: preparationIn(view.preparations.manager),
  },
  agreed:
    view.matter && view.reader === "manager"
      ? { text: view.matter.agreed, revision: view.talk.agreedRevision }
      : null,
  record: view.record && {
    ...view.record,
    snapshot: structuredClone(view.record.snapshot) as z.input<typeof snapshot>,
  },
  events: view.events.map(({ details, ...event }) => ({
    ...event,
    toAbove: details.toAbove ?? false,
    withRepresentative: details.withRepresentative ?? false,
  })),
  placed: view.placed.map(({ modelSv, modelEn, ...each }) => ({
    ...each,
    model: { sv: modelSv, en: modelEn },
  })),
  unshown: view.unshown && { agreed: view.unshown.agreed, answers: { ...view.unshown.answers } },
  payLinkStatement: view.payLinkStatement,
  waitsUntil: view.waitsUntil,
});
