/** The transition rules of a draft over the API (INT-3, MOD-12, MOD-16): by the same use cases as beside its figures. */
import { z } from "zod";
import { answerTo, inList, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import { MODEL, VERSION, wholeNumber } from "../career-model/model-schemas.ts";
import { heldTransitions, setTransitions, viewTransitions } from "./set-transitions.ts";
import type { DraftAsked } from "./view-impact.ts";

const rules = z.object({ transitions: z.array(z.object({ levelId: id.nullable(), until: day })) }).meta({
  id: "Transitions",
  description: "Until when those placed before are spared what is new; null is every level.",
});
const setting = z
  .strictObject({
    transitions: z
      .array(
        z.strictObject({
          levelId: z.string().nullable(),
          until: z
            .string()
            .meta({ format: "date", description: "The first day on which it counts for them too." }),
        }),
      )
      .max(100)
      .refine((all) => new Set(all.map(({ levelId }) => levelId)).size === all.length, "repeated"),
  })
  .meta({ id: "TransitionsToSet", description: "All rules of the draft: those that are not sent go." });

/** Reading and setting the rules of one kind of draft. */
const rulesOf = <Query extends Record<string, string>>(of: {
  readonly name: string;
  readonly path: string;
  readonly params: NonNullable<Operation["params"]>;
  readonly query: z.ZodObject & z.ZodType<Query>;
  readonly sv: string;
  readonly en: string;
  readonly draft: (param: (name: string) => string, query: Query) => DraftAsked;
}): readonly Operation[] => {
  const common = { path: of.path, tag: "gaps", params: of.params, query: of.query } as const;
  return [
    operation({
      ...common,
      id: `get${of.name}Transitions`,
      method: "get",
      summary: { sv: `Övergångsregler för ${of.sv}`, en: `Transition rules of ${of.en}` },
      description: "For those who take part in the draft and see figures.",
      scope: "gaps:read",
      answers: { 200: { description: "The rules of the draft.", schema: rules } },
      run: async ({ work, param, query }) =>
        ok({ transitions: await viewTransitions(work, { slug: param("model"), ...of.draft(param, query) }) }),
    }),
    operation({
      ...common,
      id: `set${of.name}Transitions`,
      method: "put",
      summary: { sv: `Ange övergångsregler för ${of.sv}`, en: `Set the transition rules of ${of.en}` },
      description:
        "For those who write the draft. They are in force by its adoption, and never change after that.",
      scope: "models:write",
      edits: rules,
      body: json(setting, { transitions: [{ levelId: null, until: "2027-06-30" }] }),
      answers: { 200: { description: "The rules of the draft as they are now.", schema: rules } },
      refusals: ["not-a-day", "too-early", "unknown-level", "repeated"],
      run: async ({ work, param, query, body, ifMatch }) => {
        const asked = { slug: param("model"), ...of.draft(param, query) };
        // Held from here on: of two with the same tag, the second finds other rules.
        ifMatch({ transitions: await heldTransitions(work, asked) });
        const result = await setTransitions(work, { ...asked, typed: body.transitions });
        const keys = body.transitions.map(({ levelId }) => levelId ?? "all");
        return answerTo(
          result.ok ? result : { ok: false, reasons: inList(result.reasons, "transitions", keys) },
          async () => ok({ transitions: await viewTransitions(work, asked) }),
        );
      },
    }),
  ];
};

export const transitionsApi: readonly Operation[] = [
  ...rulesOf({
    name: "Version",
    path: "/models/{model}/versions/{number}/transitions",
    params: VERSION,
    query: z.strictObject({}),
    sv: "ett utkast",
    en: "a draft",
    draft: (param) => ({ number: wholeNumber(param("number")) }),
  }),
  ...rulesOf({
    name: "Supplement",
    path: "/models/{model}/supplement/transitions",
    params: MODEL,
    query: z.strictObject({
      unit: z.string().default("").meta({ description: "The unit's id; without one the employer's." }),
    }),
    sv: "ett tilläggs utkast",
    en: "a supplement's draft",
    draft: (_, { unit }) => ({ supplementOf: unit === "" ? null : unit }),
  }),
];
