/**
 * One plan over the API (INT-3, PLN-1), by the same use cases as the pages. The person's own stands at addresses of their own, where they write as themself with a token that they have made;
 * at the other addresses are those who decide for somebody, never oneself.
 */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Body, type Operation } from "../platform/http/api/operation.ts";
import { list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { NotFound, type Result } from "../shared/result.ts";
import { goOn, note } from "./go-on.ts";
import { addActivity, changeActivity } from "./keep-activity.ts";
import { addGoal, changeGoal } from "./keep-goal.ts";
import { ownPlan } from "./plan-room.ts";
import { activity, event, goal, ID, plan, planIn } from "./plan-shapes.ts";
import { KINDS, OWNERS, STATES, type ActivityText } from "./plan.rules.ts";
import { viewPlan } from "./view-plan.ts";

type Side = "self" | "manager";
type Param = (name: string) => string;

const PERSON = { personId: { description: "The person's id.", example: ID } };
const SIDE_OF = {
  self: {
    tag: "my",
    path: "/my/plan",
    params: {},
    reads: "my:read",
    writes: "my:write",
    name: "My",
    who: "For the person themself.",
    sv: "Din plan",
    en: "Your plan",
  },
  manager: {
    tag: "plans",
    path: "/people/{personId}/plan",
    params: PERSON,
    reads: "plans:read",
    writes: "plans:write",
    name: "Person",
    who: "For whoever decides for the person, never for oneself.",
    sv: "En medarbetares plan",
    en: "A person's plan",
  },
} as const;

/** Whose plan the address names, and where it stands. Throws NotFound for one's own among the others'. */
function addressed(work: Work, side: Side, param: Param): { readonly personId: Id; readonly path: string } {
  if (side === "self") return { personId: ownPlan(work), path: "/my/plan" };
  const personId = param("personId");
  if (personId === work.actor?.personId) throw new NotFound("plan");
  return { personId, path: `/people/${personId}/plan` };
}

const text = z.string().meta({ description: "Read by both, and can be disclosed as a public record." });
const until = z.string().meta({ description: "YYYY-MM-DD.", format: "date" });
const mentor = z.string().default("");
const goalText = {
  kind: z.enum(KINDS),
  title: text,
  use: z.string().default("").meta({ description: "How the new competence will be used." }),
  mentor,
  until,
};
const goalToChange = z.strictObject(goalText).meta({ id: "PlanGoalToSave" });
const goalToAdd = z
  .strictObject({
    ...goalText,
    aim: z
      .strictObject({
        model: z.string().meta({ description: "By its name in addresses." }),
        place: z.string().meta({ description: "A level's key, and a track's after a colon." }),
        itemId: z.string().nullable().default(null),
      })
      .nullable()
      .default(null)
      .meta({ description: "What it comes from, as what is missing names it; null in free words." }),
  })
  .meta({ id: "PlanGoalToAdd" });
const activityToSave = z
  .strictObject({
    title: text.default(""),
    entryId: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: "From the catalogue, whose name it gets; null in free words." }),
    goalId: z.string().nullable().default(null),
    owner: z.enum(OWNERS).meta({ description: "Who sees to it." }),
    mentor,
    from: until.nullable().default(null),
    until,
  })
  .meta({ id: "PlanActivityToSave" });
const step = json(
  z
    .strictObject({
      state: z.enum(STATES),
      reason: text.default(""),
      on: until.nullable().default(null).meta({ description: "The day on which it ended, when it has." }),
    })
    .meta({ id: "PlanStep" }),
  { state: "done", reason: "", on: "2026-11-20" },
);
const words = json(z.strictObject({ words: text }).meta({ id: "PlanNote" }), { words: "Bra början." });

const GOAL: z.input<typeof goalToChange> = {
  kind: "upskilling",
  title: "Handleda studenter",
  use: "Två studenter varje vår.",
  mentor: "",
  until: "2027-06-01",
};
const ACTIVITY: z.input<typeof activityToSave> = {
  title: "Hospitering i Uddevalla",
  entryId: null,
  goalId: null,
  owner: "self",
  mentor: "",
  from: null,
  until: "2027-01-14",
};
const WORDS = ["missing", "too-long", "bad-character"];
const DAYS = ["not-a-day", "day-passed"];
const PLACES = ["withdrawn-entry", "no-place-left"];
const CHANGED = { changed: ["stale"] };

const activityIn = ({ entryId, goalId, from, ...said }: z.output<typeof activityToSave>): ActivityText => ({
  ...said,
  entryId: entryId ?? "",
  goalId: goalId ?? "",
  from: from ?? "",
});

/** Goals and activities are kept alike, each with what it says. */
type PartKind<Added, Changed> = {
  readonly part: "goal" | "activity";
  readonly name: string;
  readonly path: "goals" | "activities";
  readonly schema: z.ZodType;
  readonly sv: string;
  readonly en: string;
  readonly toAdd: Body<Added>;
  readonly toChange: Body<Changed>;
  readonly refusals: readonly string[];
  readonly add: (work: Work, personId: Id, sent: Added) => Promise<Result<Id>>;
  readonly change: (
    work: Work,
    of: { readonly personId: Id; readonly id: Id; readonly revision: number },
    sent: Changed,
  ) => Promise<Result<unknown>>;
};

const goals: PartKind<z.output<typeof goalToAdd>, z.output<typeof goalToChange>> = {
  part: "goal",
  name: "Goal",
  path: "goals",
  schema: goal,
  sv: "mål",
  en: "goal",
  toAdd: json(goalToAdd, { ...GOAL, aim: null }),
  toChange: json(goalToChange, GOAL),
  refusals: [...WORDS, ...DAYS],
  add: (work, personId, { aim, ...said }) =>
    addGoal(work, personId, said, aim ? { ...aim, item: aim.itemId ?? "" } : undefined),
  change: (work, { id: goalId, ...of }, said) => changeGoal(work, { ...of, goalId }, said),
};
const activities: PartKind<z.output<typeof activityToSave>, z.output<typeof activityToSave>> = {
  part: "activity",
  name: "Activity",
  path: "activities",
  schema: activity,
  sv: "aktivitet",
  en: "activity",
  toAdd: json(activityToSave, ACTIVITY),
  toChange: json(activityToSave, ACTIVITY),
  refusals: [
    ...WORDS,
    ...DAYS,
    "ends-before-begins",
    "unknown-entry",
    "named-by-catalogue",
    "unknown-goal",
    ...PLACES,
  ],
  add: (work, personId, sent) => addActivity(work, personId, activityIn(sent)),
  change: (work, { id: activityId, ...of }, sent) =>
    changeActivity(work, { ...of, activityId }, activityIn(sent)),
};

function partsOf<Added, Changed>(side: Side, kind: PartKind<Added, Changed>): readonly Operation[] {
  const { tag, path: under, params, reads, writes, name, who } = SIDE_OF[side];
  const { part, path: parts, schema, sv, en } = kind;
  const id = `${name}Plan${kind.name}`;
  const param = `${part}Id`;
  const all = { tag, path: `${under}/${parts}`, params } as const;
  const one = {
    tag,
    path: `${all.path}/{${param}}`,
    params: { ...params, [param]: { description: `The ${en}'s id.`, example: ID } },
  } as const;
  const seen = async (work: Work, personId: Id, partId: string) => {
    const found = planIn(await viewPlan(work, personId));
    const present = (part === "goal" ? found.goals : found.activities).find((each) => each.id === partId);
    if (!present) throw new NotFound("part of a plan");
    return present;
  };
  const kept = async (work: Work, personId: Id, partId: string) => {
    const present = await seen(work, personId, partId);
    if (!present.mayWrite) throw new NotFound("part of a plan");
    return present;
  };
  const now = { 200: { description: "As it is now.", schema } };
  return [
    operation({
      ...all,
      id: `add${id}`,
      method: "post",
      summary: { sv: `Lägg till: ${sv}`, en: `Add: ${en}` },
      description: who,
      scope: writes,
      body: kind.toAdd,
      answers: { 201: { description: "Added.", schema } },
      creates: true,
      refusals: [...kind.refusals, ...(part === "goal" ? ["unknown-aim"] : [])],
      run: async ({ work, param: of, body }) => {
        const { personId, path } = addressed(work, side, of);
        return answerTo(await kind.add(work, personId, body), async (added) =>
          created(`${path}/${parts}/${added}`, await seen(work, personId, added)),
        );
      },
    }),
    operation({
      ...one,
      id: `get${id}`,
      method: "get",
      summary: { sv: `Läs: ${sv}`, en: `Read: ${en}` },
      description: side === "self" ? who : "For those close to the person.",
      scope: reads,
      answers: now,
      run: async ({ work, param: of }) => ok(await seen(work, addressed(work, side, of).personId, of(param))),
    }),
    operation({
      ...one,
      id: `change${id}`,
      method: "put",
      summary: { sv: `Ändra: ${sv}`, en: `Change: ${en}` },
      description: `${who} What stood there before stays in the history, with who changed it.`,
      scope: writes,
      body: kind.toChange,
      answers: now,
      edits: schema,
      refusals: kind.refusals,
      run: async ({ work, param: of, body, ifMatch }) => {
        const { personId } = addressed(work, side, of);
        const before = await kept(work, personId, of(param));
        ifMatch(before);
        const { id: partId, revision } = before;
        return answerTo(
          await kind.change(work, { personId, id: partId, revision }, body),
          async () => ok(await seen(work, personId, partId)),
          CHANGED,
        );
      },
    }),
    operation({
      ...one,
      id: `goOnWith${id}`,
      method: "put",
      path: `${one.path}/state`,
      summary: { sv: `Säg hur det går: ${sv}`, en: `Say how it goes: ${en}` },
      description: `${who} Any state may follow any. What wasn't done says why; a goal ends when nothing under it is open.`,
      scope: writes,
      body: step,
      answers: now,
      edits: schema,
      refusals: [
        ...WORDS,
        "not-a-day",
        "day-in-future",
        "not-ended",
        ...(part === "goal" ? ["open-activities"] : PLACES),
      ],
      run: async ({ work, param: of, body: { state, reason, on }, ifMatch }) => {
        const { personId } = addressed(work, side, of);
        const before = await kept(work, personId, of(param));
        ifMatch(before);
        const { id: partId, revision } = before;
        return answerTo(
          await goOn(work, { personId, part, id: partId, revision }, { state, reason, on: on ?? "" }),
          async () => ok(await seen(work, personId, partId)),
          CHANGED,
        );
      },
    }),
    operation({
      ...one,
      id: `noteOn${id}`,
      method: "post",
      path: `${one.path}/notes`,
      summary: { sv: `Skriv om: ${sv}`, en: `Write about: ${en}` },
      description: `${who} What is written stays as it is.`,
      scope: writes,
      body: words,
      answers: { 201: { description: "Written.", schema: event } },
      creates: true,
      refusals: WORDS,
      run: async ({ work, param: of, body }) => {
        const { personId, path } = addressed(work, side, of);
        const partId = of(param);
        return answerTo(await note(work, { personId, part, id: partId }, body.words), async () => {
          const [latest] = (await viewPlan(work, personId)).events;
          return created(`${path}/events`, latest);
        });
      },
    }),
  ];
}

function operationsOf(side: Side): readonly Operation[] {
  const { tag, path, params, reads, name, who, sv, en } = SIDE_OF[side];
  const description =
    side === "self" ? who : "For those close to the person. One's own stands at `/my/plan`.";
  return [
    operation({
      id: `get${name}Plan`,
      method: "get",
      path,
      tag,
      params,
      summary: { sv, en },
      description,
      scope: reads,
      answers: { 200: { description: "Goals and activities, with how each goes.", schema: plan } },
      run: async ({ work, param }) => ok(planIn(await viewPlan(work, addressed(work, side, param).personId))),
    }),
    operation({
      id: `list${name}PlanEvents`,
      method: "get",
      path: `${path}/events`,
      tag,
      params,
      summary: { sv: "Vad som har hänt med planen", en: "What has happened with the plan" },
      description,
      scope: reads,
      query: z.strictObject(paging),
      answers: { 200: { description: "The latest first.", schema: list("PlanEvents", event) } },
      run: async ({ work, param, query }) => {
        const { events } = await viewPlan(work, addressed(work, side, param).personId);
        const { page, limit } = query;
        return listed(events.slice((page - 1) * limit, page * limit), events.length, query);
      },
    }),
    ...partsOf(side, goals),
    ...partsOf(side, activities),
  ];
}

export const planApi: readonly Operation[] = [...operationsOf("self"), ...operationsOf("manager")];
