/**
 * Talks in one unit, booked, prepared, held and confirmed by those whose they are: one that was locked a year ago, some to come this week, one that waits to be confirmed, and one with another view
 * that has gone to the manager above. At one of them a placement was decided.
 */
import { bookRound } from "../src/talk/book-round.ts";
import { weekdayOf } from "../src/talk/booking.rules.ts";
import { confirmTalk, differ } from "../src/talk/confirm-talk.ts";
import { holdTalk, putToBoth } from "../src/talk/hold-talk.ts";
import { placeAtTalk } from "../src/talk/place-at-talk.ts";
import { prepareTalk } from "../src/talk/prepare-talk.ts";
import type { Kind, Question } from "../src/talk/talk.rules.ts";
import { personFacts } from "../src/people/store.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, type LocalDate } from "../src/shared/local-date.ts";
import { whoIsWhere } from "./assess.ts";
import { on, sure } from "./making.ts";
import { nextOutward } from "./move-people.ts";
import { oneself } from "./place-staff.ts";

type Words = Readonly<Partial<Record<Question, string>>>;
type Told = {
  /** Counted in the order of names in the unit, the one whose account is at the door first. */
  readonly who: number;
  readonly kind: Kind;
  /** In days from today. */
  readonly booked: number;
  readonly day: number;
  readonly at: string;
  readonly self?: Words;
  readonly manager?: Words;
  /** Why they are placed at the next level outward at the talk, and why over what isn't met. */
  readonly placed?: { readonly motivation: string; readonly despite: string };
  readonly agreed?: string;
  readonly confirmed?: readonly ("self" | "manager")[];
  readonly view?: string;
};

/** Held before the assessments that are under way were begun. */
export const PAST_TALKS: readonly Told[] = [
  {
    who: 0,
    kind: "development",
    booked: -340,
    day: -326,
    at: "10:00",
    self: {
      since: "Jag har tagit över rehabgruppen på Ekgården och lärt mig mycket av det.",
      ahead: "Jag vill handleda studenter, och behöver en handledarutbildning först.",
    },
    manager: {
      since: "Du har fått gruppen på Ekgården att fungera, och kollegorna frågar dig.",
      ahead: "Handledning passar dig. Jag ser till att det finns tid.",
    },
    agreed:
      "Åsa går handledarutbildningen i höst och tar emot sin första student i vår.\nKarin ser till att det finns tid: två timmar i veckan från september.\nVi följer upp i juni.",
    confirmed: ["self", "manager"],
  },
];

export const PRESENT_TALKS: readonly Told[] = [
  {
    who: 0,
    kind: "development",
    booked: -12,
    day: 3,
    at: "10:00",
    self: {
      since: "Handledarutbildningen är klar, och jag har haft min första student.",
      matters: "Det vi ser olika på om att handleda omsorgspersonal. Jag gör det oftare än det syns.",
    },
  },
  { who: 1, kind: "development", booked: -12, day: 3, at: "13:00" },
  {
    who: 2,
    kind: "development",
    booked: -20,
    day: -4,
    at: "09:00",
    self: { ahead: "Jag vill fördjupa mig i smärta." },
    manager: { ahead: "Vi behöver någon som kan smärta i området." },
    placed: {
      motivation: "Tar emot frågor om smärta från hela området, och arbetar självständigt med dem.",
      despite: "Hospiteringen är planerad före sommaren, och arbetet görs redan.",
    },
    agreed:
      "Hospitering på smärtmottagningen i två dagar, före sommaren.\nKarin frågar mottagningen i veckan.",
    confirmed: ["self"],
  },
  { who: 3, kind: "development", booked: -12, day: 4, at: "10:00" },
  {
    who: 5,
    kind: "development",
    booked: -24,
    day: -9,
    at: "14:00",
    self: { matters: "Var jag är placerad." },
    agreed:
      "Placeringen står kvar som den är. Vi prövar igen efter sommaren, när det finns fler hembesök att visa på.",
    confirmed: ["manager"],
    view: "Jag har arbetat självständigt i två år och tycker att jag redan visar det. Det som saknas är tillfällen, och dem råder jag inte över.",
  },
  { who: 4, kind: "follow-up", booked: -6, day: 10, at: "15:00" },
];

const PLACE = "Rum Älven";

/** In the unit of the manager of this name. */
export async function holdTalks(
  workshop: Workshop,
  tenant: Tenant,
  names: { readonly manager: string; readonly first: string },
  today: LocalDate,
  talks: readonly Told[],
): Promise<void> {
  const { manager, staff } = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
    whoIsWhere(unit, names),
  );
  const people = [...new Set(staff.map(({ personId }) => personId))];
  if (!manager) return;
  for (const told of talks) {
    const personId = people[told.who];
    if (personId) await tell({ workshop, tenant, manager, today }, personId, told);
  }
}

type Telling = {
  readonly workshop: Workshop;
  readonly tenant: Tenant;
  readonly manager: Actor;
  readonly today: LocalDate;
};

/** Days on which nobody holds talks, whichever day of the week they are. */
const HOLIDAYS = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];

/** The working day nearest to so many days from today: before it when it has been, after it when it is to come. */
function workday(today: LocalDate, days: number): LocalDate {
  const day = addDays(today, days);
  if (HOLIDAYS.includes(day.slice(5))) return workday(today, days > 0 ? days + 1 : days - 1);
  const over = weekdayOf(day) - 5;
  if (over <= 0) return day;
  return addDays(day, days > 0 ? 3 - over : -over);
}

async function tell({ workshop, tenant, manager, today }: Telling, personId: Id, told: Told): Promise<void> {
  const as = <T>(actor: Actor, day: LocalDate, run: (unit: Work) => Promise<T>) =>
    work(on(workshop, day), { slug: tenant.slug, actor }, run);
  const self = oneself(tenant, personId);
  const [booked, day] = [addDays(today, told.booked), workday(today, told.day)];
  const talkId = await as(manager, booked, async (unit) => {
    const [place] = (await personFacts(unit, [personId])).get(personId)?.units ?? [];
    if (place?.actingManagerId !== manager.personId) return undefined;
    const times = [{ personId, day, at: told.at }];
    const round = { kind: told.kind, minutes: "60", place: PLACE, times };
    return sure(await bookRound(unit, place.unitId, round)).booked.get(personId);
  });
  if (talkId === undefined) return;
  const address = { personId, talkId };
  const before = addDays(today, Math.min(told.day - 2, -1));
  for (const [who, answers] of [
    [self, told.self],
    [manager, told.manager],
  ] as const)
    if (answers)
      await as(who, before, async (unit) =>
        sure(await prepareTalk(unit, address, { answers, share: true, revision: 0 })),
      );
  const { agreed, placed } = told;
  if (agreed === undefined) return;
  await as(manager, day, async (unit) => {
    sure(await holdTalk(unit, address, { heldOn: day }));
    if (placed) sure(await placeAtTalk(unit, address, { ...(await nextOutward(unit, personId)), ...placed }));
    sure(await putToBoth(unit, address, { agreed, revision: 0 }));
  });
  const after = workday(day, 2);
  const later = after < today ? after : today;
  const { view } = told;
  if (view !== undefined)
    await as(self, later, async (unit) =>
      sure(
        await differ(unit, address, { revision: 1, words: view, toAbove: true, withRepresentative: false }),
      ),
    );
  for (const side of told.confirmed ?? [])
    await as(side === "self" ? self : manager, later, async (unit) =>
      sure(await confirmTalk(unit, address, { revision: 1 })),
    );
}
