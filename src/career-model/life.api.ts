/** The life of a model and its versions over the API (INT-3, MOD-2): revisions, consultation, rest, and what has been done by whom. */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id, instant, list, paging } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { mayRetire, mayWriteModels } from "./access.ts";
import { beginRevision } from "./begin-revision.ts";
import { changeModelStatus, changeVersionStatus } from "./change-status.ts";
import { FREEDOMS, MODEL_STATUSES, VERSION_EVENTS } from "./life-cycle.rules.ts";
import {
  consultationBody,
  addedVersion,
  MODEL,
  model,
  VERSION,
  version,
  versionNumber,
  versionOf,
  wholeNumber,
} from "./model-schemas.ts";
import { viewHistory } from "./view-history.ts";
import { viewModel } from "./view-models.ts";

const event = z
  .object({
    id,
    kind: z.enum([...VERSION_EVENTS, ...MODEL_STATUSES, ...FREEDOMS, "adopted", "taken-in"]),
    number: versionNumber.nullable().meta({ description: "The version; null for the model as a whole." }),
    begunFrom: versionNumber.nullable().meta({ description: "The version that a revision began from." }),
    by: z.string(),
    at: instant,
    reason: z.string().meta({ description: "Why; for what was adopted the diary number." }),
  })
  .meta({ id: "ModelEvent" });

const common = { tag: "models" } as const;

export const lifeApi: readonly Operation[] = [
  operation({
    ...common,
    id: "getModelHistory",
    method: "get",
    path: "/models/{model}/history",
    summary: { sv: "Vad som är gjort med modellen", en: "What has been done with the model" },
    description: "By whom, when and why, the latest first. For those who take part in writing it.",
    params: MODEL,
    scope: "models:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of what has been done.", schema: list("ModelHistory", event) } },
    run: async ({ work, param, query }) => {
      const page = { number: query.page, size: query.limit };
      const { events, total } = await viewHistory(work, param("model"), page);
      return listed(
        events.map((each) => ({ ...each, at: each.at.toISOString() })),
        total,
        query,
      );
    },
  }),
  operation({
    ...common,
    id: "beginModelRevision",
    method: "post",
    path: "/models/{model}/versions",
    summary: { sv: "Börja en revidering", en: "Begin a revision" },
    description:
      "For process leads and association leads. A draft with the text of any version, under the model's next number; every item in it is the same item.",
    params: MODEL,
    scope: "models:write",
    body: json(z.strictObject({ from: versionNumber }).meta({ id: "RevisionToBegin" }), { from: 1 }),
    answers: {
      201: { description: "Begun.", schema: addedVersion, example: { slug: "fysioterapeut", number: 2 } },
    },
    creates: true,
    run: async ({ work, param, body }) => {
      const slug = param("model");
      const number = await beginRevision(work, slug, body.from);
      return created(`/models/${slug}/versions/${number}`, { slug, number });
    },
  }),
  operation({
    ...common,
    id: "changeModelVersionStatus",
    method: "put",
    path: "/models/{model}/versions/{number}/status",
    summary: {
      sv: "Remittera utkastet eller ta tillbaka det",
      en: "Send out for consultation, or take back",
    },
    description:
      "For process leads and association leads. If-Match is the ETag of the version as it was read (`getModelVersion`).",
    params: VERSION,
    scope: "models:write",
    body: consultationBody,
    answers: { 200: { description: "Changed.", schema: version } },
    edits: version,
    refusals: ["reason-too-long", "level-without-items"],
    run: async ({ work, param, body, ifMatch }) => {
      if (!mayWriteModels(work.actor)) throw new NotFound("models");
      const [slug, number] = [param("model"), wholeNumber(param("number"))];
      const { view, shown } = await versionOf(work, slug, param("number"));
      ifMatch(shown);
      const { revision } = view.version;
      const change = { to: body.status, revision, reason: body.reason };
      return answerTo(
        await changeVersionStatus(work, slug, number, change),
        async () => ok((await versionOf(work, slug, param("number"))).shown),
        { changed: ["changed-since"] },
      );
    },
  }),
  operation({
    ...common,
    id: "changeModelStatus",
    method: "put",
    path: "/models/{model}/status",
    summary: { sv: "Låt modellen vila, ta upp den igen eller dra in den", en: "Let rest, take up, withdraw" },
    description:
      "For adopters. If-Match is the ETag of the model as it was read (`getModel`). Nobody is placed in a model that rests; one that is withdrawn is not taken up again.",
    params: MODEL,
    scope: "models:write",
    body: json(
      z
        .strictObject({ status: z.enum(MODEL_STATUSES), reason: z.string() })
        .meta({ id: "ModelStatusToSave" }),
      { status: "dormant", reason: "Arbetsgruppen är vilande under 2027" },
    ),
    answers: {
      200: {
        description: "Changed.",
        schema: z.object({ status: z.enum(MODEL_STATUSES) }).meta({ id: "ModelStanding" }),
      },
    },
    edits: model,
    refusals: ["no-reason", "reason-too-long"],
    run: async ({ work, param, body, ifMatch }) => {
      if (!mayRetire(work.actor)) throw new NotFound("models");
      const slug = param("model");
      const view = await viewModel(work, slug, null);
      ifMatch(view);
      const change = { from: view.status, to: body.status, reason: body.reason };
      return answerTo(await changeModelStatus(work, slug, change), () => ok({ status: body.status }), {
        changed: ["changed-since"],
      });
    },
  }),
];
