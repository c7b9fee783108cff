/** Plans as the API tells them (INT-3, PLN-1, PLN-2): one shape each, whichever of the two reads. */
import { z } from "zod";
import { day, id } from "../platform/http/api/schemas.ts";
import { KINDS, OWNERS, STATES } from "./plan.rules.ts";
import type { Template } from "./template.store.ts";
import type { PlanView } from "./view-plan.ts";

export const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

const standing = {
  state: z.enum(STATES),
  reason: z.string().meta({ description: "What was said of how it goes; of what wasn't done, why." }),
  hasLeft: z
    .boolean()
    .meta({ description: "It ended by itself, when the person no longer worked where it was made." }),
  endedOn: day.nullable(),
  mayWrite: z.boolean().meta({ description: "May whoever asks change it?" }),
};
export const goal = z
  .object({
    id,
    kind: z.enum(KINDS),
    title: z.string(),
    use: z.string().meta({ description: "How the new competence will be used." }),
    mentor: z.string(),
    until: day,
    ...standing,
    aim: z
      .object({
        model: z.string().meta({ description: "By its name in addresses." }),
        levelId: id,
        level: z.string(),
        trackId: id.nullable(),
        track: z.string().nullable(),
        itemId: id.nullable().meta({ description: "The requirement; null of a level or track." }),
      })
      .nullable()
      .meta({ description: "What it comes from; null in free words." }),
  })
  .meta({ id: "PlanGoal" });
export const activity = z
  .object({
    id,
    goalId: id.nullable().meta({ description: "The goal that it leads to; null stands by itself." }),
    title: z.string(),
    entry: z
      .object({
        id,
        retiredOn: day.nullable().meta({ description: "Since when the catalogue offers it no longer." }),
      })
      .nullable()
      .meta({ description: "The catalogue's, of which it takes a place; null in free words." }),
    owner: z.enum(OWNERS).meta({ description: "Who sees to it." }),
    mentor: z.string(),
    from: day.nullable(),
    until: day,
    ...standing,
  })
  .meta({ id: "PlanActivity" });
export const plan = z
  .object({
    personId: id,
    name: z.string(),
    mayWrite: z.boolean(),
    goals: z.array(goal),
    activities: z.array(activity),
  })
  .meta({ id: "Plan", description: "What is open first, by the day that counts; then what has ended." });
export const event = z
  .object({
    id,
    goalId: id.nullable(),
    activityId: id.nullable(),
    kind: z.enum(["added", "changed", "state", "noted"]),
    by: z.string().nullable().meta({ description: "Null where nobody did it, or the name isn't told." }),
    as: z.enum(["self", "manager", "deputy", "manager-above"]).nullable(),
    state: z.enum(STATES).nullable(),
    words: z.string(),
    former: z
      .record(z.string(), z.string().nullable())
      .meta({ description: "What was changed, as it stood before." }),
    day,
  })
  .meta({ id: "PlanEvent" });

const line = {
  title: z.string(),
  days: z.int().meta({ description: "Counted from the day on which the plan starts." }),
  owner: z.enum(OWNERS),
};
export const templateText = {
  kind: z.enum(KINDS),
  title: z.string(),
  use: z.string(),
  days: z.int().meta({ description: "The goal is to be reached so many days after it starts." }),
  withEmployment: z.boolean().meta({ description: "Does it start by itself for whoever is employed?" }),
};
export const template = z
  .object({
    id,
    ...templateText,
    professionId: id.nullable().meta({ description: "Null is all of them." }),
    retiredOn: day.nullable().meta({ description: "From this day nothing starts from it." }),
    lines: z.array(
      z.object({
        ...line,
        entryId: id.nullable(),
        retiredOn: day.nullable().meta({ description: "Since when the catalogue offers it no longer." }),
      }),
    ),
  })
  .meta({ id: "PlanTemplate" });
export const templateSent = z
  .strictObject({
    ...templateText,
    professionId: z.string().nullable().default(null),
    lines: z.array(
      z.strictObject({
        ...line,
        title: line.title.default("").meta({ description: "Of the catalogue's own it is the catalogue's." }),
        entryId: z.string().nullable().default(null),
      }),
    ),
  })
  .meta({ id: "PlanTemplateToSave" });

/** The plan with its activities beside its goals, each saying which it leads to; with the revisions that a change rests on, which aren't told. */
export const planIn = ({ personId, name, writes, goals, loose }: PlanView) =>
  ({
    personId,
    name,
    mayWrite: writes,
    goals: goals.map(({ aim, ...each }) => ({
      ...each,
      aim: aim && { ...aim, model: aim.modelSlug },
    })),
    activities: [
      ...goals.flatMap(({ activities, mayWrite }) => activities.map((each) => ({ ...each, mayWrite }))),
      ...loose,
    ],
  }) satisfies z.input<typeof plan>;

export const templateIn = ({ lines, ...text }: Template): z.input<typeof template> => ({
  ...text,
  lines: [...lines],
});
