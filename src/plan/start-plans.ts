/** Starting plans from a template (PLN-2): for one, for a whole unit at once, and by itself for whoever begins their employment. */
import type { Facts } from "../shared/events.ts";
import { newId, type Id } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { staffRoom, type StaffRoom } from "../placement/unit-room.ts";
import { holdEntries, leftOf } from "./offers.store.ts";
import { addActivities, addGoals, type Doer, type NewActivity } from "./plan.store.ts";
import { dayIn, seatKey, withoutPlace, type Seat } from "./template.rules.ts";
import {
  employedFrom,
  joinersWithout,
  templates,
  withOpenFrom,
  type Starting,
  type Template,
} from "./template.store.ts";

/** Those with whom a plan can start, with the day that their employment began, and whether they have one from the template. */
export type StartView = {
  readonly unit: StaffRoom["unit"];
  readonly templates: readonly Template[];
  /** The one that is asked about; null until it is chosen. */
  readonly template: Template | null;
  readonly people: readonly (StaffRoom["people"][number] & {
    readonly employedFrom: LocalDate | null;
    readonly hasIt: boolean;
  })[];
};

/** Throws NotFound for whoever decides for nobody in the unit. */
export async function viewStart(work: Work, unitId: string, templateId: string): Promise<StartView> {
  const { unit, people } = await staffRoom(work, unitId);
  const all = await templates(work, { retired: false });
  const template = all.find(({ id }) => id === templateId) ?? null;
  // Before there is a template nothing is told of anybody's plan.
  for (const { personId, as } of template ? people : [])
    work.reads.note({ personIds: [personId], what: "plan", basis: as });
  const ids = people.map(({ personId }) => personId);
  const begun = template ? await employedFrom(work, ids) : new Map<Id, LocalDate>();
  const has = template ? await withOpenFrom(work, template.id, ids) : new Set<Id>();
  return {
    unit,
    templates: all,
    template,
    people: people.map((person) => ({
      ...person,
      employedFrom: begun.get(person.personId) ?? null,
      hasIt: has.has(person.personId),
    })),
  };
}

/** `from` is a day, or empty for the day that each one's employment began. */
export type TypedStart = {
  readonly templateId: string;
  readonly who: readonly string[];
  readonly count: string;
  readonly from: string;
};
export type StartCode = "missing" | "not-a-day" | "nobody-chosen";

/** What came of it: how many plans started, who had one already, and who got no place on what. */
export type Started = {
  readonly started: number;
  readonly had: number;
  readonly withoutPlace: readonly { readonly title: string; readonly people: number }[];
};

/** Starts a plan for each who was chosen and has none from the template. Whoever isn't the actor's to plan with isn't there: NotFound. */
export async function startPlans(
  work: Work,
  unitId: string,
  typed: TypedStart,
): Promise<Result<Started, StartCode>> {
  const { unit, template, people } = await viewStart(work, unitId, typed.templateId);
  const by = work.actor?.personId;
  const chosen = people.filter(({ personId }) => typed.who.includes(personId));
  if (!by || !template || chosen.length !== new Set(typed.who).size) throw new NotFound("plan to start");
  const isByEmployment = typed.count === "employment";
  const reasons: Reason<StartCode>[] = [
    ...(chosen.length === 0 ? [{ code: "nobody-chosen" as const, field: "who" }] : []),
    ...(isByEmployment || isDay(typed.from)
      ? []
      : [{ code: typed.from === "" ? ("missing" as const) : ("not-a-day" as const), field: "from" }]),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const starting = chosen.flatMap(({ personId, hasIt, employedFrom: begun, as }) =>
    hasIt
      ? []
      : [
          {
            personId,
            authorityId: unit.authorityId,
            start: isByEmployment ? (begun ?? work.today) : typed.from,
            as,
          },
        ],
  );
  const without: Seat[] = [];
  // Somebody may decide for some as the manager above, and for others as the manager.
  for (const [as, those] of Map.groupBy(starting, (each) => each.as))
    without.push(...(await start(work, template, those, { id: by, as })));
  return done({
    started: starting.length,
    had: chosen.length - starting.length,
    withoutPlace: [...Map.groupBy(without, ({ entryId }) => entryId)].map(([entryId, seats]) => ({
      title: template.lines.find((line) => line.entryId === entryId)?.title ?? "",
      people: seats.length,
    })),
  });
}

/** Two statements, however many they are; gives the seats that there was no place for. */
async function start(
  work: Work,
  template: Template,
  starting: readonly Starting[],
  doer: Doer | null,
): Promise<Seat[]> {
  if (starting.length === 0) return [];
  const goals = starting.map(({ personId, authorityId, start: from }) => ({
    id: newId(),
    personId,
    authorityId,
    kind: template.kind,
    title: template.title,
    use: template.use,
    mentor: "",
    until: dayIn(from, template.days),
    modelId: null,
    levelId: null,
    trackId: null,
    itemId: null,
    templateId: template.id,
  }));
  const lines = goals.flatMap((goal, index) =>
    template.lines.map((line): { activity: NewActivity; seat: Seat | null } => {
      const until = dayIn(starting[index]?.start ?? work.today, line.days);
      const { personId, authorityId } = goal;
      return {
        activity: {
          id: newId(),
          personId,
          authorityId,
          goalId: goal.id,
          entryId: line.entryId,
          title: line.title,
          owner: line.owner,
          mentor: "",
          from: null,
          until,
        },
        seat:
          line.entryId === null ? null : { personId, entryId: line.entryId, year: Number(until.slice(0, 4)) },
      };
    }),
  );
  const without = await lacking(
    work,
    lines.flatMap(({ seat }) => seat ?? []),
  );
  await addGoals(work, goals, doer);
  await addActivities(
    work,
    lines.map(({ activity, seat }) =>
      seat && without.has(seat) ? { ...activity, entryId: null } : activity,
    ),
    doer,
  );
  return [...without];
}

async function lacking(work: Work, seats: readonly Seat[]): Promise<ReadonlySet<Seat>> {
  const entries = await holdEntries(work, [...new Set(seats.map(({ entryId }) => entryId))]);
  const left = new Map<string, number | null>();
  for (const [key, [seat]] of Map.groupBy(seats, seatKey)) {
    const entry = seat && entries.get(seat.entryId);
    const isOffered = entry && (entry.retiredOn === null || entry.retiredOn > work.today);
    left.set(key, isOffered ? await leftOf(work, entry, seat.year) : 0);
  }
  return withoutPlace(seats, left);
}

/** Handles "employments-changed": templates that start with the employment do so for those who begin, once for each of them. */
export async function startWithEmployment(
  work: Work,
  { personIds }: Pick<Facts["employments-changed"], "personIds">,
): Promise<void> {
  const joiners = await joinersWithout(work, personIds);
  if (joiners.size === 0) return;
  for (const template of await templates(work, { retired: false }))
    await start(work, template, joiners.get(template.id) ?? [], null);
}
