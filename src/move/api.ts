/** Moves over the API (INT-3, ORG-4, ORG-8, PLC-1, PLC-3, PLC-4, PLC-7): placing one person after a dialogue, applications, what moves set off, and posts. */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, instant } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { DIALOGUE_BASES, writePlace } from "../placement/rules.ts";
import { DECLINED_FOR } from "./application.rules.ts";
import { applyForMove, withdrawApplication } from "./apply.ts";
import { declineApplication } from "./decline-application.ts";
import { keepPosts, postsAmong, viewPosts } from "./keep-posts.ts";
import { placePerson } from "./place-person.ts";
import { finishMoveTask, TASKS_SHOWN, viewMoveTasks } from "./tasks.ts";
import { viewPersonMoves } from "./view-person-moves.ts";
import type { Application } from "./application.store.ts";

const application = z
  .object({
    id,
    personId: id,
    modelId: id,
    levelId: id,
    level: z.string(),
    trackId: id.nullable(),
    track: z.string().nullable(),
    words: z.string(),
    appliedAt: instant,
    outcome: z.enum(["granted", "declined", "withdrawn", "lapsed"]).nullable().meta({
      description: "Null while it is open. Lapsed: the person left the profession or the authority.",
    }),
    endedAt: instant.nullable(),
    answeredBy: z.string().nullable(),
    declinedFor: z.enum(DECLINED_FOR).nullable(),
    answer: z.string(),
  })
  .meta({ id: "MoveApplication" });
const task = z
  .object({
    id,
    personId: id,
    name: z.string(),
    kind: z.enum(["title", "agreement"]),
    owner: z.enum(["manager", "hr"]),
    title: z
      .string()
      .meta({ description: "The local title to write to the HR system; empty for an agreement." }),
    level: z.string(),
    track: z.string().nullable(),
    from: day,
  })
  .meta({ id: "MoveTask", description: "Something that a move set off, and that is left to do." });
const posts = z
  .object({
    slug: z.string(),
    levels: z.array(z.object({ levelId: id, name: z.string(), isPost: z.boolean() })),
  })
  .meta({ id: "Posts", description: "It takes a free need to come to a level that is a post." });
const decision = z
  .strictObject({
    modelId: z.string(),
    levelId: z.string(),
    trackId: z.string().nullable().default(null),
    dialogueOn: z
      .string()
      .meta({ description: "The day of the dialogue: it is in force from then.", format: "date" }),
    basis: z.enum(DIALOGUE_BASES),
    motivation: z
      .string()
      .meta({ description: "Read by the person, and can be disclosed as a public record." }),
    despite: z.string().default("").meta({
      description:
        "Why the person moves over what isn't met, where the organisation's rule is advisory. Read by the person.",
    }),
    follows: z.string().nullable().meta({
      description: "The latest placement that you have seen (`placings[].follows`), null for none.",
    }),
    corrects: z
      .boolean()
      .default(false)
      .meta({ description: "The latest placement was wrong: this one takes its place." }),
  })
  .meta({ id: "PlacementDecision" });

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const params = { personId: { description: "The person's id.", example: ID } };
const applicationParams = { ...params, applicationId: { description: "The application's id.", example: ID } };
const modelParam = { model: { description: "The model's name in addresses.", example: "fysioterapeut" } };

const shown = (each: Application) => ({
  ...each,
  appliedAt: new Date(each.appliedAt).toISOString(),
  endedAt: each.endedAt && new Date(each.endedAt).toISOString(),
});
const noContent = z.object({ id }).meta({ id: "Ended" });

export const moveApi: readonly Operation[] = [
  operation({
    id: "placePerson",
    method: "post",
    path: "/people/{personId}/placements",
    tag: "placements",
    summary: { sv: "Placera en medarbetare", en: "Place a person" },
    description:
      "For whoever decides for the person, never for oneself: after a dialogue, in force from its day. A step outward, inward or sideways is the same decision; outward and sideways it follows the organisation's move rule, and a refusal names every requirement with what would meet it. With `corrects` the latest placement is put right.",
    params,
    scope: "placements:write",
    body: json(decision, {
      modelId: ID,
      levelId: ID,
      trackId: null,
      dialogueOn: "2026-11-20",
      basis: "development-talk",
      motivation: "Arbetar självständigt med hela gruppen.",
      follows: null,
      corrects: false,
    }),
    answers: {
      201: { description: "Placed.", schema: z.object({ personId: id, modelId: id }).meta({ id: "Placed" }) },
    },
    creates: true,
    conflicts: true,
    refusals: [
      "missing",
      "not-a-day",
      "day-in-future",
      "before-employment",
      "not-in-profession",
      "no-version",
      "unknown-level",
      "unknown-track",
      "too-long",
      "bad-character",
      "self",
      "overlaps",
      "placed-elsewhere",
      "same-place",
      "nothing-to-correct",
      "unmet",
      "unmet-group",
      "despite-missing",
      "no-need-stated",
      "no-free-need",
    ],
    run: async ({ work, param, body }) => {
      const personId = param("personId");
      const { modelId, levelId, trackId, dialogueOn, basis, motivation, despite, follows, corrects } = body;
      const draft = {
        place: levelId === "" ? "" : writePlace(levelId, trackId),
        dialogueOn,
        basis,
        motivation,
      };
      const result = await placePerson(work, { personId, modelId, draft, follows, corrects, despite });
      return answerTo(result, () => created(`/people/${personId}/placements`, { personId, modelId }), {
        conflict: ["changed-meanwhile"],
      });
    },
  }),
  operation({
    id: "listMoveApplications",
    method: "get",
    path: "/people/{personId}/move-applications",
    tag: "placements",
    summary: { sv: "Ansökningar om att flytta", en: "Applications for a move" },
    description: "For the person and those close to them, the latest first.",
    params,
    scope: "placements:read",
    answers: {
      200: {
        description: "What the person has applied for.",
        schema: z.object({ items: z.array(application) }).meta({ id: "MoveApplications" }),
      },
    },
    run: async ({ work, param }) =>
      ok({ items: (await viewPersonMoves(work, param("personId"))).applications.map(shown) }),
  }),
  operation({
    id: "applyForMove",
    method: "post",
    path: "/people/{personId}/move-applications",
    tag: "placements",
    summary: { sv: "Ansök om att flytta", en: "Apply for a move" },
    description: "For oneself, in a model that one is placed in. One at a time for each model.",
    params,
    scope: "placements:write",
    body: json(
      z
        .strictObject({
          modelId: z.string(),
          levelId: z.string(),
          trackId: z.string().nullable().default(null),
          words: z.string(),
        })
        .meta({ id: "MoveApplicationToSend" }),
      { modelId: ID, levelId: ID, trackId: null, words: "Jag vill handleda studenter." },
    ),
    answers: { 201: { description: "Sent.", schema: noContent } },
    creates: true,
    conflicts: true,
    refusals: ["missing", "unknown-level", "same-place", "too-long", "bad-character"],
    run: async ({ work, param, body: { modelId, levelId, trackId, words } }) => {
      const personId = param("personId");
      if (personId !== work.actor?.personId) throw new NotFound("somebody else's application");
      const place = levelId === "" ? "" : writePlace(levelId, trackId);
      return answerTo(
        await applyForMove(work, { modelId, place, words }),
        (made) => created(`/people/${personId}/move-applications`, { id: made }),
        { conflict: ["applied-already"] },
      );
    },
  }),
  operation({
    id: "withdrawMoveApplication",
    method: "post",
    path: "/people/{personId}/move-applications/{applicationId}/withdraw",
    tag: "placements",
    summary: { sv: "Ta tillbaka en ansökan", en: "Take an application back" },
    description: "For whoever applied.",
    params: applicationParams,
    scope: "placements:write",
    answers: { 200: { description: "Taken back.", schema: noContent } },
    conflicts: true,
    run: async ({ work, param }) => {
      if (param("personId") !== work.actor?.personId) throw new NotFound("somebody else's application");
      const applicationId = param("applicationId");
      return answerTo(await withdrawApplication(work, applicationId), () => ok({ id: applicationId }), {
        conflict: ["answered-already"],
      });
    },
  }),
  operation({
    id: "declineMoveApplication",
    method: "post",
    path: "/people/{personId}/move-applications/{applicationId}/decline",
    tag: "placements",
    summary: { sv: "Avslå en ansökan", en: "Decline an application" },
    description: "For whoever decides for the person. To grant it is to place the person there.",
    params: applicationParams,
    scope: "placements:write",
    body: json(
      z
        .strictObject({
          declinedFor: z.string().meta({ description: DECLINED_FOR.join(", ") }),
          answer: z
            .string()
            .meta({ description: "Read by the person, and can be disclosed as a public record." }),
        })
        .meta({ id: "MoveApplicationDeclined" }),
      { declinedFor: "need", answer: "Enheten har den handledning som behövs i år." },
    ),
    answers: { 200: { description: "Declined.", schema: noContent } },
    conflicts: true,
    refusals: ["missing", "too-long", "bad-character"],
    run: async ({ work, param, body }) => {
      const [personId, applicationId] = [param("personId"), param("applicationId")];
      const result = await declineApplication(work, { personId, applicationId, ...body });
      return answerTo(result, () => ok({ id: applicationId }), { conflict: ["answered-already"] });
    },
  }),
  operation({
    id: "listMoveTasks",
    method: "get",
    path: "/move-tasks",
    tag: "placements",
    summary: { sv: "Att göra efter flyttar", en: "To do after moves" },
    description: `For HR handlers, and for managers and deputies about their own staff. The oldest first, at most ${TASKS_SHOWN}.`,
    scope: "placements:read",
    answers: {
      200: {
        description: "What is left.",
        schema: z.object({ items: z.array(task) }).meta({ id: "MoveTasks" }),
      },
    },
    run: async ({ work }) => ok({ items: await viewMoveTasks(work) }),
  }),
  operation({
    id: "finishMoveTask",
    method: "post",
    path: "/move-tasks/{taskId}/done",
    tag: "placements",
    summary: { sv: "Markera som klart", en: "Mark as done" },
    description: "For HR handlers when it is HR's, and for whoever decides for the person.",
    params: { taskId: { description: "The task's id.", example: ID } },
    scope: "placements:write",
    answers: { 200: { description: "Done.", schema: noContent } },
    conflicts: true,
    run: async ({ work, param }) => {
      const taskId = param("taskId");
      return answerTo(await finishMoveTask(work, taskId), () => ok({ id: taskId }), {
        conflict: ["done-already"],
      });
    },
  }),
  operation({
    id: "getPosts",
    method: "get",
    path: "/models/{model}/posts",
    tag: "models",
    summary: { sv: "Nivåer som är tjänster", en: "Levels that are posts" },
    description: "For process leads.",
    params: modelParam,
    scope: "models:read",
    answers: { 200: { description: "The levels, from the innermost outward.", schema: posts } },
    run: async ({ work, param }) => ok(await viewPosts(work, param("model"))),
  }),
  operation({
    id: "putPosts",
    method: "put",
    path: "/models/{model}/posts",
    tag: "models",
    summary: { sv: "Säg vilka nivåer som är tjänster", en: "Say which levels are posts" },
    description: "For process leads. The whole list.",
    params: modelParam,
    scope: "models:write",
    body: json(z.strictObject({ levelIds: z.array(z.string()).max(50) }).meta({ id: "PostsToSave" }), {
      levelIds: [ID],
    }),
    answers: { 200: { description: "The levels as they are now.", schema: posts } },
    edits: posts,
    refusals: ["unknown-level"],
    run: async ({ work, param, body, ifMatch }) => {
      const slug = param("model");
      const present = await viewPosts(work, slug);
      ifMatch(present);
      return answerTo(
        await keepPosts(work, slug, { levelIds: body.levelIds, was: postsAmong(present) }),
        async () => ok(await viewPosts(work, slug)),
        { changed: ["stale"] },
      );
    },
  }),
];
