/** Models and their versions over the API (INT-3, MOD-2, MOD-14, MOD-15). */
import { z } from "zod";
import { answerTo, created, file, ok } from "../platform/http/api/answer.ts";
import { operation, type Body, type Operation } from "../platform/http/api/operation.ts";
import { readJson } from "../platform/http/api/sent.ts";
import { day, whole } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { mayAdopt, mayWriteModels } from "./access.ts";
import { addVersionFromFile } from "./add-version.ts";
import { adoptVersion } from "./adopt-version.ts";
import { MAX_FILE_BYTES, writeModelFile, writeModelFileAsJson } from "./model-file.ts";
import { modelFileShape } from "./model-file-schema.ts";
import { textOfFile } from "./model-file-text.ts";
import {
  adoptionBody,
  addedVersion,
  MODEL,
  model,
  names,
  status,
  VERSION,
  version,
  versionNumber,
  versionOf,
} from "./model-schemas.ts";
import { viewModel, viewModels } from "./view-models.ts";

const summary = z
  .object({
    ...names,
    dormant: z.boolean(),
    adopted: z.object({ number: versionNumber, from: day, isInForce: z.boolean() }).nullable().meta({
      description: "The version in force; while there is none, the adopted one that will be first.",
    }),
    drafts: z
      .array(z.object({ number: versionNumber, status }))
      .meta({ description: "For those who work with them." }),
  })
  .meta({ id: "ModelSummary" });

const YAML = "application/yaml";
const fileBody: Body<Uint8Array> = {
  content: { [YAML]: "text", "application/json": modelFileShape.meta({ id: "ModelFile" }) },
  maxBytes: MAX_FILE_BYTES + 1,
  read: (bytes, request) => {
    const text = request.headers.get("Content-Type")?.startsWith("application/json")
      ? textOfFile(bytes)
      : null;
    if (text?.ok) readJson(text.value);
    return bytes;
  },
};

const common = { tag: "models" } as const;

export const modelsApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listModels",
    method: "get",
    path: "/models",
    summary: { sv: "Modellerna", en: "The models" },
    description: "What is adopted; drafts for those who work with them.",
    scope: "models:read",
    answers: { 200: { description: "The models by name.", schema: whole("Models", summary) } },
    run: async ({ work }) => ok({ items: (await viewModels(work)).models }),
  }),
  operation({
    ...common,
    id: "addModelVersion",
    method: "post",
    path: "/models",
    summary: { sv: "Läs in en version från en modellfil", en: "Add a version from a model file" },
    description:
      "For process leads and association leads. The file names its model and its version; both are made the first time. What is added is a draft. The same file with `replaceDraft` writes a draft anew, and its items keep their identities.",
    scope: "models:write",
    query: z.strictObject({
      replaceDraft: z
        .boolean()
        .default(false)
        .meta({ description: "Write a draft of the same number anew." }),
    }),
    body: fileBody,
    answers: {
      201: {
        description: "Added as a draft.",
        schema: addedVersion,
        example: { slug: "fysioterapeut", number: 1 },
      },
    },
    creates: true,
    refusals: [
      "unknown-profession",
      "profession-of-model-differs",
      "structure-differs",
      "structure-of-model-differs",
      "model-withdrawn",
      "model-shared",
      "version-exists",
      "draft-exists",
      "not-readable",
    ],
    run: async ({ work, query, body }) => {
      if (!mayWriteModels(work.actor)) throw new NotFound("models");
      const text = textOfFile(body);
      const result = text.ok ? await addVersionFromFile(work, text.value, query) : text;
      return answerTo(result, ({ slug, number }) =>
        created(`/models/${slug}/versions/${number}`, { slug, number }),
      );
    },
  }),
  operation({
    ...common,
    id: "getModel",
    method: "get",
    path: "/models/{model}",
    summary: { sv: "En modell", en: "A model" },
    params: MODEL,
    scope: "models:read",
    answers: { 200: { description: "The model with its versions, the one in force first.", schema: model } },
    run: async ({ work, param }) => ok(await viewModel(work, param("model"), null)),
  }),
  operation({
    ...common,
    id: "getModelVersion",
    method: "get",
    path: "/models/{model}/versions/{number}",
    summary: { sv: "En version av modellen", en: "A version of the model" },
    params: VERSION,
    scope: "models:read",
    answers: { 200: { description: "Its whole text.", schema: version } },
    run: async ({ work, param }) => ok((await versionOf(work, param("model"), param("number"))).shown),
  }),
  operation({
    ...common,
    id: "getModelFile",
    method: "get",
    path: "/models/{model}/versions/{number}/file",
    summary: { sv: "Versionen som modellfil", en: "The version as a model file" },
    description: "YAML, or JSON when Accept asks for it: what `addModelVersion` reads.",
    params: VERSION,
    scope: "models:read",
    answers: { 200: { description: "The file.", files: [YAML, "application/json"] } },
    run: async ({ work, param, prefers }) => {
      const { view } = await versionOf(work, param("model"), param("number"));
      const { slug, nameSv, nameEn, content } = view;
      const { structure, version: text } = content;
      const whole = { structure, version: text, profession: { slug, name: nameSv, nameEn } };
      const type = prefers([YAML, "application/json"]);
      return type === YAML ? file(writeModelFile(whole), YAML) : file(writeModelFileAsJson(whole), type);
    },
  }),
  operation({
    ...common,
    id: "adoptModelVersion",
    method: "post",
    path: "/models/{model}/versions/{number}/adoption",
    summary: { sv: "Fastställ versionen", en: "Adopt the version" },
    description:
      "For adopters. If-Match is the ETag of the version as it was read (`getModelVersion`): what is decided is that text. From then on it can't change.",
    params: VERSION,
    scope: "models:write",
    body: adoptionBody,
    answers: { 201: { description: "Adopted.", schema: version } },
    edits: version,
    creates: true,
    refusals: [
      "missing",
      "too-long",
      "not-adoptable-from",
      "model-withdrawn",
      "level-without-items",
      "not-a-day",
      "not-after-version-in-force",
    ],
    run: async ({ work, param, body, ifMatch }) => {
      if (!mayAdopt(work.actor)) throw new NotFound("adoption");
      const [slug, number] = [param("model"), param("number")];
      const { view, shown } = await versionOf(work, slug, number);
      ifMatch(shown);
      const { revision } = view.version;
      const result = await adoptVersion(work, slug, view.version.number, { ...body, revision });
      return answerTo(
        result,
        async () =>
          created(
            `/models/${slug}/versions/${view.version.number}`,
            (await versionOf(work, slug, number)).shown,
          ),
        { changed: ["changed-since"] },
      );
    },
  }),
];
