/**
 * Plans in one unit (PLN-1, PLN-2): the demo's first account has come some way, others are at the beginning, one has let a day pass and one holds on to something that is offered no
 * longer; a course is nearly full; and whoever is new has an introduction from the organisation's template.
 */
import { keepEntry, retireEntry, viewEntry } from "../src/catalogue/keep-catalogue.ts";
import type { EntryText } from "../src/catalogue/rules.ts";
import { viewMissing } from "../src/gap/view-missing.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import { personFacts } from "../src/people/store.ts";
import { addActivity, changeActivity } from "../src/plan/keep-activity.ts";
import { addGoal } from "../src/plan/keep-goal.ts";
import { giveActivity } from "../src/plan/give-activity.ts";
import { goOn, note } from "../src/plan/go-on.ts";
import { viewPlan } from "../src/plan/view-plan.ts";
import { keepTemplate } from "../src/plan/keep-templates.ts";
import type { ActivityText, GoalText } from "../src/plan/plan.rules.ts";
import { startPlans } from "../src/plan/start-plans.ts";
import type { TypedTemplate } from "../src/plan/template.rules.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, type LocalDate } from "../src/shared/local-date.ts";
import { whoIsWhere } from "./assess.ts";
import { on, sure } from "./making.ts";
import { oneself } from "./place-staff.ts";
import { withRole } from "./roles.ts";

const line = (days: number, title: string, owner: "self" | "manager" = "self") => ({
  entryId: "",
  title,
  days,
  owner,
});

const TEMPLATES: readonly TypedTemplate[] = [
  {
    kind: "onboarding",
    title: "Komma in i arbetet",
    use: "Möta patienter på egen hand, veta vem man frågar och känna till våra rutiner.",
    days: 180,
    withEmployment: true,
    professionId: "",
    lines: [
      line(0, "Möt gruppen, nycklar, inloggning och arbetskläder", "manager"),
      line(5, "Gå igenom rutiner för dokumentation och sekretess"),
      line(14, "Följ med en kollega på hembesök i två veckor"),
      line(30, "Första uppföljningen med chefen", "manager"),
      line(90, "Läs modellen för ditt yrke och skatta dig själv"),
      line(120, "Introduktionssamtal om nivå och plan", "manager"),
    ],
  },
  {
    kind: "upskilling",
    title: "Handleda studenter",
    use: "Ta emot studenter i par och handleda nya kollegor.",
    days: 365,
    withEmployment: false,
    professionId: "",
    lines: [
      line(60, "Sitt med vid en kollegas handledning"),
      line(180, "Gå en handledarutbildning"),
      line(300, "Handled en student under en hel placering"),
    ],
  },
];

const ENTRY: EntryText = {
  kind: "course",
  name: "Motiverande samtal, grundkurs",
  provider: "Kommunens utbildningsenhet",
  credits: null,
  hours: 16,
  cost: null,
  places: 8,
  funding: ["own"],
  link: "",
  text: "Två dagar med övning mellan träffarna.",
  visibility: "internal",
};
const WITHDRAWN: EntryText = {
  ...ENTRY,
  name: "Webbkurs om välfärdsteknik",
  provider: "En leverantör",
  hours: 6,
  places: null,
  text: "",
};

const goal = (title: string, use: string, until: LocalDate, rest: Partial<GoalText> = {}): GoalText => ({
  kind: "upskilling",
  title,
  use,
  mentor: "",
  until,
  ...rest,
});
const activity = (title: string, until: LocalDate, rest: Partial<ActivityText> = {}): ActivityText => ({
  title,
  entryId: "",
  goalId: "",
  owner: "self",
  mentor: "",
  from: "",
  until,
  ...rest,
});

type Names = { readonly manager: string; readonly first: string };

/** The unit's manager and people, and their days. */
async function inUnit(workshop: Workshop, tenant: Tenant, names: Names, today: LocalDate) {
  const { manager, staff } = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
    whoIsWhere(unit, names),
  );
  const as = <T>(actor: Actor, days: number, run: (unit: Work) => Promise<T>) =>
    work(on(workshop, addDays(today, days)), { slug: tenant.slug, actor }, run);
  return manager && { manager, people: [...new Set(staff.map(({ personId }) => personId))], as };
}

/** What the first of them has in the plan before the talk a year ago: it is there when the talk is held. */
export async function beginPlans(
  workshop: Workshop,
  tenant: Tenant,
  names: Names,
  today: LocalDate,
): Promise<void> {
  const found = await inUnit(workshop, tenant, names, today);
  const [personId] = found?.people ?? [];
  if (!found || !personId) return;
  const self = oneself(tenant, personId);
  const aim = await found.as(self, -335, nextAim);
  await found.as(self, -335, async (unit) => {
    const goalId = sure(
      await addGoal(
        unit,
        personId,
        goal(
          GOAL,
          "Ta emot två studenter i par varje vår, så att gruppen kan ta emot fler.",
          addDays(today, 200),
          { mentor: "Dragana Kowalski" },
        ),
        aim,
      ),
    );
    for (const [title, days] of [
      [SITS_WITH, -150],
      [READS, -120],
    ] as const)
      sure(await addActivity(unit, personId, activity(title, addDays(today, days), { goalId })));
  });
}

export async function planPeople(
  workshop: Workshop,
  tenant: Tenant,
  names: Names,
  today: LocalDate,
): Promise<void> {
  const lead = await withRole(workshop, tenant, "process_lead");
  const found = await inUnit(workshop, tenant, names, today);
  if (!found) return;
  const { manager, people, as } = found;
  const course = await as(lead, -400, async (unit) => {
    for (const template of TEMPLATES) sure(await keepTemplate(unit, null, 1, template));
    return sure(await keepEntry(unit, null, { revision: 1, text: ENTRY, ties: [] }));
  });
  const withdrawn = await as(lead, -200, async (unit) =>
    sure(await keepEntry(unit, null, { revision: 1, text: WITHDRAWN, ties: [] })),
  );
  await firstPlan({ tenant, manager, as, today, course }, people[0] ?? "");
  await beginnings({ tenant, manager, as, today, withdrawn }, people.slice(1));
  await as(lead, -15, async (unit) => {
    const { revision } = (await viewEntry(unit, withdrawn)).entry;
    sure(await retireEntry(unit, withdrawn, { revision, retired: true }));
  });
  await as(manager, -12, async (unit) => {
    const [place] = (await personFacts(unit, people.slice(0, 1))).get(people[0] ?? "")?.units ?? [];
    if (!place) return;
    const given = { entryId: course, from: addDays(today, 80), until: addDays(today, 95) };
    // One place is left: whoever opens the page sees it.
    const who = people.slice(1, (ENTRY.places ?? 0) - 1);
    sure(await giveActivity(unit, place.unitId, { ...given, who }));
    const [newest] = people.slice(-1);
    const template = await unit.tx
      .selectFrom("plan_template")
      .select("id")
      .where("kind", "=", "onboarding")
      .executeTakeFirstOrThrow();
    if (newest)
      sure(
        await startPlans(unit, place.unitId, {
          templateId: template.id,
          who: [newest],
          count: "day",
          from: addDays(today, -12),
        }),
      );
  });
}

type Telling = {
  readonly tenant: Tenant;
  readonly manager: Actor;
  readonly as: <T>(actor: Actor, days: number, run: (unit: Work) => Promise<T>) => Promise<T>;
  readonly today: LocalDate;
};

const GOAL = "Handleda studenter på egen hand";
const SITS_WITH = "Sitta med vid Draganas handledning";
const READS = "Läsa lärosätets handledarguide";

/** A requirement that is missing at the next level, which a plan has come some way towards. */
async function firstPlan({ tenant, manager, as, today, course }: Telling & { course: Id }, personId: Id) {
  const self = oneself(tenant, personId);
  const { goals } = await as(self, -300, (unit) => viewPlan(unit, personId));
  const begun = goals.find(({ title }) => title === GOAL);
  const goalId = begun?.id ?? "";
  const visit = activity("Hospitering på rehab i Mölnlycke", addDays(today, 54), {
    goalId,
    from: addDays(today, 53),
    owner: "manager",
  });
  await as(manager, -290, async (unit) => sure(await addActivity(unit, personId, visit)));
  const whole = activity("Handleda en student en hel placering", addDays(today, 180), { goalId });
  await as(self, -290, async (unit) => sure(await addActivity(unit, personId, whole)));
  for (const [title, days] of [
    [SITS_WITH, -160],
    [READS, -130],
  ] as const) {
    const id = begun?.activities.find((each) => each.title === title)?.id ?? "";
    const step = { state: "done", reason: "", on: addDays(today, days) };
    await as(self, days, async (unit) =>
      sure(await goOn(unit, { personId, part: "activity", id, revision: 1 }, step)),
    );
  }
  const own = await as(self, -120, async (unit) =>
    sure(await addActivity(unit, personId, activity("", addDays(today, 30), { entryId: course }))),
  );
  await as(manager, -60, async (unit) => {
    sure(
      await changeActivity(
        unit,
        { personId, activityId: own, revision: 1 },
        activity("", addDays(today, 95), { entryId: course, from: addDays(today, 80) }),
      ),
    );
    sure(
      await note(
        unit,
        { personId, part: "goal", id: goalId },
        "Jag har pratat med lärosätet. De skickar en student till oss efter påsk, om du vill.",
      ),
    );
  });
}

/** What is asked at the next level and isn't met, as an address names it; in free words where nothing is. */
async function nextAim(unit: Work) {
  const first = await viewMissing(unit, { personId: null, model: "", place: "" });
  const places = first.here?.places ?? [];
  const next = places[places.findIndex(({ value }) => value === first.here?.own?.value) + 1];
  const { here } = await viewMissing(unit, { personId: null, model: "", place: next?.value ?? "" });
  const missing = here?.mandatory.find((each) => "requirement" in each && !each.isMet);
  return here && missing && "requirement" in missing
    ? { model: here.model.slug, place: here.place.value, item: missing.requirement.itemId }
    : { model: "", place: "", item: "" };
}

/** Plans that have just begun, each in its own way. */
async function beginnings(
  { tenant, manager, as, today, withdrawn }: Telling & { withdrawn: Id },
  people: readonly Id[],
) {
  const [second, third, fourth] = people;
  if (!second || !third || !fourth) return;
  await as(manager, -180, async (unit) => {
    const goalId = sure(
      await addGoal(
        unit,
        second,
        goal(
          "Leda gruppens arbete med fallprevention",
          "Ett gemensamt arbetssätt i hela enheten.",
          addDays(today, 90),
        ),
      ),
    );
    const late = activity("Gå igenom fallrapporterna för året", addDays(today, -20), { goalId });
    sure(await addActivity(unit, second, late));
  });
  await as(oneself(tenant, third), -90, async (unit) => {
    const goalId = sure(
      await addGoal(
        unit,
        third,
        goal(
          "Skriva journal och brev på säker svenska",
          "Patienter och anhöriga förstår utan att fråga igen.",
          addDays(today, 120),
          {
            kind: "language",
          },
        ),
      ),
    );
    const practice = activity(
      "Skriva brev tillsammans med en kollega, en timme i veckan",
      addDays(today, 60),
      {
        goalId,
      },
    );
    const id = sure(await addActivity(unit, third, practice));
    const step = { state: "under-way", reason: "", on: "" };
    sure(await goOn(unit, { personId: third, part: "activity", id, revision: 1 }, step));
  });
  await as(oneself(tenant, fourth), -40, async (unit) =>
    sure(await addActivity(unit, fourth, activity("", addDays(today, 70), { entryId: withdrawn }))),
  );
}
