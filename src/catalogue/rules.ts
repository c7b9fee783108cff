/** What a catalogue of development holds, when an entry holds together, and what nobody offers (MOD-13). */
import type { LayerName } from "../career-model/compose.rules.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { LIMITS, type FormalDetail, type ItemKind, type Visibility } from "../career-model/rules.ts";

export const ENTRY_KINDS = [
  "course",
  "programme",
  "assignment",
  "role",
  "mentoring",
  "supervision",
  "hospitering",
  "utbildningsanstallning",
  "kliniskt-basar",
  "forenad-anstallning",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const FUNDINGS = ["omstallningsfonden", "aldreomsorgslyftet", "studiestod", "own"] as const;
export type Funding = (typeof FUNDINGS)[number];

/** What an entry says of itself. Credits in hp, cost in kronor for one participant, places a year. */
export type EntryText = {
  readonly kind: EntryKind;
  readonly name: string;
  readonly provider: string;
  readonly credits: number | null;
  readonly hours: number | null;
  readonly cost: number | null;
  readonly places: number | null;
  readonly funding: readonly Funding[];
  readonly link: string;
  readonly text: string;
  readonly visibility: Visibility;
};

/** A way to a level of a model, or to a requirement, by its identity through versions. */
export type Tie = { readonly modelId: Id; readonly target: "level" | "item"; readonly targetId: Id };

export type Entry = EntryText & {
  readonly id: Id;
  /** From this day it is offered no longer. */
  readonly retiredOn: LocalDate | null;
  readonly revision: number;
  readonly ties: readonly Tie[];
};

/** An entry in use that is a way to something, named. */
export type Way = {
  readonly entryId: Id;
  readonly name: string;
  readonly kind: EntryKind;
  /** The association whose catalogue it is in; null in one's own. */
  readonly association: { readonly name: string; readonly slug: string } | null;
};
export type Ways = {
  /** By the key of the item in this version. */
  readonly items: Readonly<Record<string, readonly Way[]>>;
  /** By the key of the level. */
  readonly levels: Readonly<Record<string, readonly Way[]>>;
};

/** Longest texts in characters; largest numbers. */
export const ENTRY_LIMITS = {
  name: 200,
  provider: 200,
  link: 500,
  text: 3000,
  hours: 10_000,
  cost: 10_000_000,
  places: 100_000,
} as const;

export type EntryCode = "missing" | "too-long" | "bad-character" | "bad-number" | "not-an-address";

const CONTROL = /[^\P{Cc}\n]/u;

/** Only addresses of the web: a link with a script in it is none. */
const isAddress = (link: string): boolean => URL.canParse(link) && /^https?:\/\//i.test(link);

/** MOD-13: everything that is wrong with an entry, at once. `field` is the entry's own. */
export function checkEntry(entry: EntryText): Reason<EntryCode>[] {
  const reasons: Reason<EntryCode>[] = [];
  const refuse = (code: EntryCode, field: string, data?: Reason["data"]): void => {
    reasons.push({ code, field, ...(data ? { data } : {}) });
  };
  if (entry.name === "") refuse("missing", "name");
  for (const field of ["name", "provider", "link", "text"] as const) {
    if (entry[field].length > ENTRY_LIMITS[field]) refuse("too-long", field, { max: ENTRY_LIMITS[field] });
    if (CONTROL.test(entry[field]) || !entry[field].isWellFormed()) refuse("bad-character", field);
  }
  if (entry.link !== "" && !isAddress(entry.link)) refuse("not-an-address", "link");
  const { credits } = entry;
  if (credits !== null && !(credits > 0 && credits <= LIMITS.credits && Number.isInteger(credits * 2)))
    refuse("bad-number", "credits", { max: LIMITS.credits });
  for (const field of ["hours", "cost", "places"] as const) {
    const value = entry[field];
    const least = field === "hours" ? 1 : 0;
    if (value !== null && !(Number.isInteger(value) && value >= least && value <= ENTRY_LIMITS[field]))
      refuse("bad-number", field, { max: ENTRY_LIMITS[field] });
  }
  return reasons;
}

/** A requirement of a version in force, as the catalogue is held against it. */
export type Wanted = {
  readonly itemId: Id;
  readonly levelId: Id;
  readonly level: string;
  readonly heading: string;
  readonly text: string;
  readonly kind: ItemKind;
  readonly mandatory: boolean;
  readonly formal: FormalDetail | null;
  /** The group that it is a member of; null for none. */
  readonly groupKey: string | null;
  /** The layer that added it; null for the base. */
  readonly by: LayerName | null;
  /** MOD-9: false when the employer has said that it, its level or its track isn't used. */
  readonly isUsed: boolean;
};

/** A group of a version in force (MOD-4): `needed` of its members are enough, null is all of them. */
export type WantedGroup = {
  readonly key: string;
  readonly needed: number | null;
  readonly groupKey: string | null;
};

/** What somebody must offer: the requirement, or so many of these, which can stand in for each other. */
export type Lacking = { readonly needed: number; readonly items: readonly Wanted[] };

export type Shortage = {
  /** Formal requirements that somebody must offer, and nobody does. */
  readonly formal: readonly Lacking[];
  /** Levels whose demonstrated requirements have no way to any of them, with how many there are. */
  readonly levels: readonly { readonly levelId: Id; readonly level: string; readonly count: number }[];
};

/** A licence comes with the programme before the profession, and experience with time: nobody is asked to offer them. */
const OFFERED: readonly FormalDetail["type"][] = ["degree", "specialist", "course", "merit"];

/**
 * MOD-13: what nobody offers. `offered` are the identities of the levels and requirements that an entry in use is a way to. A formal requirement
 * needs a way of its own, and where any number of a group are enough (MOD-4) so many of them do; what is demonstrated may be reached by anything
 * that is for its level. What isn't used (MOD-9) nobody is asked to offer.
 */
export function shortageOf(
  wanted: readonly Wanted[],
  groups: readonly WantedGroup[],
  offered: ReadonlySet<Id>,
): Shortage {
  const used = wanted.filter(({ isUsed }) => isUsed);
  const byLevel = Map.groupBy(
    used.filter(({ kind }) => kind === "demonstrated"),
    ({ levelId }) => levelId,
  );
  const levels = [...byLevel].flatMap(([levelId, items]) =>
    offered.has(levelId) || items.some(({ itemId }) => offered.has(itemId))
      ? []
      : [{ levelId, level: items[0]?.level ?? "", count: items.length }],
  );
  return { formal: lackingIn(used, groups, offered), levels };
}

function lackingIn(
  wanted: readonly Wanted[],
  groups: readonly WantedGroup[],
  offered: ReadonlySet<Id>,
): Lacking[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  /** The groups that something is within, the innermost first. */
  const around = ({ groupKey }: { readonly groupKey: string | null }): WantedGroup[] => {
    const group = groupKey === null ? undefined : byKey.get(groupKey);
    return group ? [group, ...around(group)] : [];
  };
  const inUse = new Set(wanted.flatMap(around));
  const ofItem = (item: Wanted): Lacking[] =>
    item.formal !== null && OFFERED.includes(item.formal.type) && !offered.has(item.itemId)
      ? [{ needed: 1, items: [item] }]
      : [];
  const ofGroup = (group: WantedGroup): Lacking[] => {
    const members = [
      ...wanted.filter(({ groupKey }) => groupKey === group.key).map(ofItem),
      ...groups.filter((each) => each.groupKey === group.key && inUse.has(each)).map(ofGroup),
    ];
    const lacking = members.filter((member) => member.length > 0);
    if (group.needed === null) return lacking.flat();
    // Fewer may be used than the group asks for.
    const needed = Math.min(group.needed - (members.length - lacking.length), lacking.length);
    return needed > 0 ? [{ needed, items: lacking.flat().flatMap(({ items }) => items) }] : [];
  };
  // Each group where the first of its members stands.
  const told = new Set<WantedGroup>();
  return wanted.flatMap((item) => {
    const group = around(item).at(-1);
    if (!group) return ofItem(item);
    if (told.has(group)) return [];
    told.add(group);
    return ofGroup(group);
  });
}
