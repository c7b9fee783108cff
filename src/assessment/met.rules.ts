/**
 * What a level asks for, and what is left of it (MOD-3, MOD-4, MOD-9, DBT-1): pure, of a set of requirements that are met. One person, a unit,
 * an organisation's debt and a revision's impact are all answered by these functions, over sets that `met.store.ts` finds for a day.
 */
import type { EffectiveItem, Effective } from "../career-model/compose.rules.ts";
import { linesOf, type Line } from "../career-model/group.rules.ts";
import { isRequirement } from "../career-model/rules.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";

/** A requirement of an effective model, by its identity through versions (MOD-5). */
export type Requirement = EffectiveItem & { readonly itemId: Id };

/** One requirement, or a group of which `needed` are enough (MOD-4); all of them when `needed` is as many as there are. */
export type Ask =
  | { readonly one: Requirement }
  | { readonly key: string; readonly needed: number; readonly of: readonly Ask[] };

/** What is asked for at a level and track, mandatory and recommended apart, in reading order. */
export type Asks = Readonly<Record<"mandatory" | "recommended", readonly Ask[]>>;

/** What is left: one requirement, or `more` of the members of a group that aren't met, each with what is left of it. */
export type Left =
  | { readonly one: Requirement }
  | { readonly key: string; readonly more: number; readonly of: readonly Left[] };

/** What is known of one person and one requirement on a day. */
export type Known = {
  readonly personId: Id;
  readonly itemId: Id;
  readonly isMet: boolean;
  /** The evidence that counts; of several, what is good for longest. `until` is the first day on which it is good no longer. */
  readonly evidence: {
    readonly id: Id;
    readonly what: string;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
    readonly checkedOn: LocalDate;
    /** Empty when it is somebody with protected identity (ORG-7). */
    readonly checkedBy: string;
  } | null;
  /** Evidence that isn't checked: it waits, or was handed back for more. */
  readonly waiting: { readonly id: Id; readonly what: string; readonly returned: boolean } | null;
  /** What was met until this day, and isn't any more. */
  readonly ended: {
    readonly id: Id;
    readonly what: string;
    readonly on: LocalDate;
    readonly why: "expired" | "withdrawn";
  } | null;
  /** Of experience: the days that count so far, and the day on which they are or will be enough, with the work that is known. */
  readonly experience: { readonly days: number; readonly reachedOn: LocalDate | null } | null;
  /** What the two of them agreed last. */
  readonly agreed: {
    readonly met: boolean;
    readonly on: LocalDate;
    readonly words: string;
    /** Empty when it is somebody with protected identity (ORG-7). */
    readonly by: string;
  } | null;
};

/** The identities of what is met. */
export type MetSet = ReadonlySet<Id>;

/**
 * MOD-3, MOD-9: what is asked for at a level, and in a track if any: the level's own, the track's, and what supplements added to them. What isn't
 * used here isn't asked for. `itemIds` are the identities of the base's items by key; what a supplement added has its identity as its key.
 */
export function asksAt(
  { version, unused }: Pick<Effective, "version" | "unused">,
  itemIds: Readonly<Record<string, Id>>,
  place: { readonly levelKey: string; readonly trackKey: string | null },
): Asks {
  const { levelKey } = place;
  const trackKey = place.trackKey !== null && place.trackKey in unused.tracks ? null : place.trackKey;
  const here = version.items.flatMap((item): Requirement[] =>
    isRequirement(item) &&
    item.levelKey === levelKey &&
    (item.trackKey === null || item.trackKey === trackKey) &&
    !(levelKey in unused.levels) &&
    item.unused === null
      ? [{ ...item, itemId: item.from === null ? identity(itemIds, item.key) : item.key }]
      : [],
  );
  const inOrder = [...here.filter((item) => item.trackKey === null), ...here.filter((item) => item.trackKey)];
  const byKey = new Map(inOrder.map((item) => [item.key, item]));
  const asks = (mandatory: boolean): Ask[] =>
    linesOf(
      inOrder.filter((item) => item.mandatory === mandatory),
      version.groups,
    ).flatMap((line) => toAsk(line, byKey) ?? []);
  return { mandatory: asks(true), recommended: asks(false) };
}

function identity(itemIds: Readonly<Record<string, Id>>, key: string): Id {
  const itemId = itemIds[key];
  if (itemId === undefined) throw new Error(`no identity of the item ${key}`);
  return itemId;
}

function toAsk(line: Line, byKey: ReadonlyMap<string, Requirement>): Ask | null {
  if ("item" in line) {
    const one = byKey.get(line.item.key);
    return one ? { one } : null;
  }
  return group(
    line.group.key,
    line.group.needed,
    line.lines.flatMap((each) => toAsk(each, byKey) ?? []),
  );
}

/** A group of what is left of its members: never more of them than there are, and nothing when there are none. */
const group = (key: string, needed: number | null, of: readonly Ask[]): Ask | null =>
  of.length === 0 ? null : { key, needed: Math.min(needed ?? of.length, of.length), of };

/** The same asks of only these requirements; a group asks for no more members than it has left. */
export function narrowed(asks: readonly Ask[], isAsked: (requirement: Requirement) => boolean): Ask[] {
  return asks.flatMap((ask) =>
    "one" in ask
      ? isAsked(ask.one)
        ? [ask]
        : []
      : (group(ask.key, ask.needed, narrowed(ask.of, isAsked)) ?? []),
  );
}

/** The requirements in these, each once, in reading order. */
export const requirementsIn = (asks: readonly Ask[]): Requirement[] =>
  asks.flatMap((ask) => ("one" in ask ? [ask.one] : requirementsIn(ask.of)));

/** MOD-4: is it met by these? A group is when as many of its members are as it needs. */
export function isMet(ask: Ask, met: MetSet): boolean {
  if ("one" in ask) return met.has(ask.one.itemId);
  return ask.of.filter((each) => isMet(each, met)).length >= ask.needed;
}

/** MOD-4: what is left of it to meet: how many more of which members. Null when it is met. */
export function leftOf(ask: Ask, met: MetSet): Left | null {
  if ("one" in ask) return met.has(ask.one.itemId) ? null : ask;
  const unmet = ask.of.flatMap((each) => leftOf(each, met) ?? []);
  const more = ask.needed - (ask.of.length - unmet.length);
  return more <= 0 ? null : { key: ask.key, more, of: unmet };
}

/**
 * The day from which it is met, where each requirement is from its own day on (`null`: not by time alone). Of a group it is the day when as
 * many of its members are met as it needs.
 */
export function metFrom(ask: Ask, dayOf: (itemId: Id) => LocalDate | null): LocalDate | null {
  if ("one" in ask) return dayOf(ask.one.itemId);
  const days = ask.of.flatMap((each) => metFrom(each, dayOf) ?? []).toSorted();
  return days[ask.needed - 1] ?? null;
}
