/** What differs between two versions, over the API (INT-3, MOD-11). */
import { z } from "zod";
import { ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { item, key, status, VERSION, versionNumber, wholeNumber } from "./model-schemas.ts";
import { ITEM_ASPECTS } from "./difference.rules.ts";
import { viewDifference } from "./view-difference.ts";
import { viewModel } from "./view-models.ts";

const change = { before: item, after: item };
const itemRow = z.union([
  z.object({ kind: z.enum(["added", "removed"]), item }),
  z.object({ kind: z.enum(["changed", "left"]), ...change }),
]);
const text = z.string().nullable();
const asked = z.object({ needed: z.number().nullable(), of: z.number() });
const differenceShown = z
  .object({
    before: z.object({ number: versionNumber, status }),
    after: z.object({ number: versionNumber, status }),
    counts: z.record(z.enum(["added", "removed", ...ITEM_ASPECTS]), z.number()),
    whole: z.array(z.object({ of: z.string(), name: z.string(), before: text, after: text })).meta({
      description: "The texts around the items: of the model as a whole, or of the part that is named.",
    }),
    groups: z
      .array(z.object({ members: z.array(z.string()), before: asked, after: asked }))
      .meta({ description: "Groups that ask for another number of their members." }),
    levels: z.array(
      z.object({
        level: z.object({ key, name: z.string() }),
        is: z.enum(["kept", "added", "removed"]),
        rows: z.array(itemRow).meta({ description: "`left` is where an item stood before it moved." }),
      }),
    ),
  })
  .meta({ id: "ModelDifference" });

/** The number of the version in force today. */
async function inForce(work: Work, slug: string): Promise<number> {
  const { inForce } = await viewModel(work, slug, null);
  if (inForce === null) throw new NotFound("version");
  return inForce;
}

export const differenceApi: readonly Operation[] = [
  operation({
    tag: "models",
    id: "compareModelVersions",
    method: "get",
    path: "/models/{model}/versions/{number}/difference",
    summary: { sv: "Vad som är ändrat i versionen", en: "What has changed in the version" },
    description: "Against the version in force, or the one before; `from` names another.",
    params: VERSION,
    query: z.strictObject({
      from: z
        .int()
        .min(1)
        .optional()
        .meta({ description: "The number of the version that it is held against." }),
    }),
    scope: "models:read",
    answers: {
      200: {
        description:
          "How much has changed in each way, the texts around the items, and the items level by level.",
        schema: differenceShown,
      },
    },
    run: async ({ work, param, query }) => {
      const to =
        param("number") === "in-force" ? await inForce(work, param("model")) : wholeNumber(param("number"));
      return ok(await viewDifference(work, param("model"), { from: query.from ?? null, to }));
    },
  }),
];
