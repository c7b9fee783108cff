/** The organisation of the gap tests, with a manager, those who keep templates and catalogue, and plans to write in. */
import { keepEntry, retireEntry, viewEntry } from "../../src/catalogue/keep-catalogue.ts";
import type { EntryText } from "../../src/catalogue/rules.ts";
import { goOn } from "../../src/plan/go-on.ts";
import { addActivity } from "../../src/plan/keep-activity.ts";
import { addGoal } from "../../src/plan/keep-goal.ts";
import type { ActivityText, GoalText } from "../../src/plan/plan.rules.ts";
import { viewPlan } from "../../src/plan/view-plan.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { gapWorld } from "../gap/world.ts";
import { TODAY } from "../placement/world.ts";
import type { TestDatabase } from "../support/database.ts";

export type Person = Actor & { personId: Id };

export const text: GoalText = {
  kind: "upskilling",
  title: "Handleda studenter",
  use: "Två studenter varje vår.",
  mentor: "",
  until: "2027-06-01",
};
export const doing: ActivityText = {
  title: "Hospitering",
  entryId: "",
  goalId: "",
  owner: "self",
  mentor: "",
  from: "",
  until: "2027-01-14",
};
const entry: EntryText = {
  kind: "course",
  name: "Kurs",
  provider: "",
  credits: null,
  hours: null,
  cost: null,
  places: null,
  funding: [],
  link: "",
  text: "",
  visibility: "internal",
};

export async function planWorld(database: TestDatabase) {
  const world = await gapWorld(database);
  const { rehab } = world;
  const asked = newId();
  const { number } = await world.draft([{ id: asked, text: "Handledarutbildning" }]);
  await world.adopt(number, "2026-01-01");
  const karin = await world.person("Karin Öhman");
  await world.manage(karin, rehab);
  await world.hire(karin);
  const lead = await world.withRole("process_lead");
  const hr = await world.withRole("hr_handler");

  let named = 0;
  const staff = async (values: Record<string, unknown> = {}): Promise<Person> => {
    const person = await world.person(`Anna Nr${String((named += 1))}`, values);
    await world.hire(person);
    return person;
  };
  const offer = async (change: Partial<EntryText> = {}): Promise<Id> => {
    const result = await world.as(lead, (work) =>
      keepEntry(work, null, { revision: 1, text: { ...entry, ...change }, ties: [] }),
    );
    if (!result.ok) throw new Error("no entry");
    return result.value;
  };
  const withdraw = (id: Id) =>
    world.as(lead, async (work) =>
      retireEntry(work, id, { revision: (await viewEntry(work, id)).entry.revision, retired: true }),
    );
  const plan = (who: Actor, of: Person) => world.as(who, (work) => viewPlan(work, of.personId));
  const add = async (who: Actor, of: Person, change: Partial<ActivityText> = {}) =>
    world.as(who, (work) =>
      addActivity(work, of.personId, { ...doing, ...(change.entryId && { title: "" }), ...change }),
    );
  const goal = async (who: Actor, of: Person, change: Partial<GoalText> = {}): Promise<Id> => {
    const result = await world.as(who, (work) => addGoal(work, of.personId, { ...text, ...change }));
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return result.value;
  };
  const id = (result: Awaited<ReturnType<typeof add>>): Id => {
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return result.value;
  };
  const step = (who: Actor, of: Person, part: "goal" | "activity", of_: Id, state: string, revision = 1) =>
    world.as(who, (work) =>
      goOn(
        work,
        { personId: of.personId, part, id: of_, revision },
        {
          state,
          reason: state === "not-done" ? "Den ställdes in." : "",
          on: state === "done" || state === "not-done" ? TODAY : "",
        },
      ),
    );

  return { ...world, asked, karin, lead, hr, staff, offer, withdraw, plan, add, goal, id, step };
}
