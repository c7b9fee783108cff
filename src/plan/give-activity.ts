/** Giving an activity of the catalogue to many at once (PLN-2, MOD-13). */
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { staffRoom, type StaffRoom } from "../placement/unit-room.ts";
import { alreadyWith, holdEntries, leftOf, offers, type Offer } from "./offers.store.ts";
import { checkActivity, placesLeft, placeYear, type PlanCode } from "./plan.rules.ts";
import { addActivities } from "./plan.store.ts";

/** What is given, and when, as it was typed. */
export type TypedGiving = { readonly entryId: string; readonly from: string; readonly until: string };

export type GiveView = {
  readonly unit: StaffRoom["unit"];
  readonly offers: readonly Offer[];
  /** What is given and to whom; null until it is chosen, and when something is wrong with it. */
  readonly chosen: {
    readonly name: string;
    readonly year: number;
    /** Null is any number. */
    readonly left: number | null;
    readonly people: readonly (StaffRoom["people"][number] & { readonly hasIt: boolean })[];
  } | null;
  readonly people: number;
  readonly reasons: readonly Reason<PlanCode>[];
};

/** What can be given in the unit, and who has it already; `typed` is null before anything is chosen. Throws NotFound for whoever decides for nobody there. */
export async function viewGiving(work: Work, unitId: string, typed: TypedGiving | null): Promise<GiveView> {
  const { unit, people } = await staffRoom(work, unitId);
  const all = await offers(work, null);
  const base = { unit, offers: all, people: people.length };
  const reasons = typed ? checkGiving(work, typed) : [];
  if (!typed || reasons.length > 0) return { ...base, chosen: null, reasons };
  const offer = all.find(({ id }) => id === typed.entryId);
  if (!offer) return { ...base, chosen: null, reasons: [{ code: "unknown-entry", field: "entryId" }] };
  const year = placeYear(typed);
  for (const { personId, as } of people) work.reads.note({ personIds: [personId], what: "plan", basis: as });
  const personIds = people.map(({ personId }) => personId);
  const has = await alreadyWith(work, offer.id, { personIds, year });
  return {
    ...base,
    chosen: {
      name: offer.name,
      year,
      left: placesLeft(offer.places, offer.taken[String(year)] ?? 0),
      people: people.map((person) => ({ ...person, hasIt: has.has(person.personId) })),
    },
    reasons,
  };
}

const checkGiving = ({ today }: Work, { entryId, from, until }: TypedGiving): Reason<PlanCode>[] => [
  ...(entryId === "" ? [{ code: "missing", field: "entryId" } as const] : []),
  ...checkActivity(
    { entryId: "-", title: "", goalId: "", owner: "self", mentor: "", from, until },
    { today, was: null },
  ),
];

export type GiveCode = PlanCode | "nobody-chosen" | "too-few-places";

/** How many got it, and how many of those who were chosen had it already. */
export type Given = { readonly given: number; readonly had: number };

/**
 * Gives it to everybody who was chosen and hasn't it, in one statement, or to nobody: when there are fewer places than people it is a human who says who gets them. Whoever isn't
 * the actor's to plan with isn't there: NotFound.
 */
export async function giveActivity(
  work: Work,
  unitId: string,
  typed: TypedGiving & { readonly who: readonly string[] },
): Promise<Result<Given, GiveCode>> {
  const { unit, people } = await staffRoom(work, unitId);
  const by = work.actor?.personId;
  const chosen = people.filter(({ personId }) => typed.who.includes(personId));
  if (!by || chosen.length !== new Set(typed.who).size) throw new NotFound("person");
  const entry = isId(typed.entryId)
    ? (await holdEntries(work, [typed.entryId])).get(typed.entryId)
    : undefined;
  const reasons: Reason<GiveCode>[] = [
    ...(chosen.length === 0 ? [{ code: "nobody-chosen" as const, field: "who" }] : []),
    ...checkGiving(work, typed),
    ...(entry || typed.entryId === "" ? [] : [{ code: "unknown-entry" as const, field: "entryId" }]),
    ...(entry?.retiredOn && entry.retiredOn <= work.today
      ? [{ code: "withdrawn-entry" as const, field: "entryId", data: { since: entry.retiredOn } }]
      : []),
  ];
  if (reasons.length > 0 || !entry) return refused(...reasons);
  const year = placeYear(typed);
  const has = await alreadyWith(work, entry.id, { personIds: chosen.map(({ personId }) => personId), year });
  const without = chosen.filter(({ personId }) => !has.has(personId));
  const left = await leftOf(work, entry, year);
  if (left !== null && left < without.length)
    return refused({ code: "too-few-places", field: "who", data: { left, people: without.length, year } });
  for (const [as, those] of Map.groupBy(without, (person) => person.as))
    await addActivities(
      work,
      those.map(({ personId }: { readonly personId: Id }) => ({
        id: newId(),
        personId,
        authorityId: unit.authorityId,
        goalId: null,
        entryId: entry.id,
        title: entry.name,
        owner: "self",
        mentor: "",
        from: typed.from || null,
        until: typed.until,
      })),
      { id: by, as },
    );
  return done({ given: without.length, had: has.size });
}
