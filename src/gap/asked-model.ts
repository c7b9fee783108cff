/**
 * A model as it asks of the people placed in it, everywhere: a version with the supplements over it in each part of the tree (MOD-9), what the catalogue
 * offers, and the transition rules (MOD-12). Debt asks it of the version in force, impact of one that isn't yet: it is the same computation.
 */
import { asksAt, requirementsIn, type Ask, type Asks } from "../assessment/met.rules.ts";
import { metGroups, questionOf, type AskedAt, type MetGroup } from "../assessment/met.store.ts";
import { compose } from "../career-model/compose.rules.ts";
import { versionContent, type VersionContent, type VersionRow } from "../career-model/store.ts";
import type { Counting } from "../people/counted.store.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { itemIdsOf, layersOfUnits, type Transition, type UnitLayer, type WayTo } from "./asked.store.ts";
import { askKey, newIn, rateOf, type AskedPeople, type DebtAsk } from "./debt.rules.ts";

/** A version with the supplements of all units. */
export type Layered = {
  readonly modelId: Id;
  readonly professionId: Id;
  readonly content: VersionContent;
  readonly itemIds: Readonly<Record<string, Id>>;
  readonly layers: readonly UnitLayer[];
};

/** A version with every supplement that lies over it on the day. */
export async function layeredVersion(
  work: Work,
  model: { readonly id: Id; readonly professionId: Id },
  version: Pick<VersionRow, "id">,
  day: LocalDate,
): Promise<Layered> {
  const content = await versionContent(work, version.id);
  if (!content) throw new Error("a version without content");
  return {
    modelId: model.id,
    professionId: model.professionId,
    content,
    itemIds: await itemIdsOf(work, version.id),
    layers: await layersOfUnits(work, version.id, day),
  };
}

type Place = { readonly levelId: Id; readonly trackId: Id | null };

/** What is asked at each place of a model, for the units on a path from the root. What is alike is worked out once. */
export function askerOf({ content, itemIds, layers }: Layered): (path: readonly Id[], place: Place) => Asks {
  const levelKeys = new Map(Object.entries(content.levelIds).map(([key, id]) => [id, key]));
  const trackKeys = new Map(Object.entries(content.trackIds).map(([key, id]) => [id, key]));
  const effective = new Map<string, ReturnType<typeof compose>>();
  const asked = new Map<string, Asks>();
  return (path, { levelId, trackId }) => {
    const over = layers.filter(({ unitId }) => unitId === null || path.includes(unitId));
    const inward = over.toSorted((a, b) => path.indexOf(a.unitId ?? "") - path.indexOf(b.unitId ?? ""));
    const layer = inward.map(({ unitId }) => unitId ?? "employer").join(" ");
    const key = `${levelId} ${trackId ?? ""} ${layer}`;
    const known = asked.get(key);
    if (known) return known;
    const model = effective.get(layer) ?? compose(content, inward);
    effective.set(layer, model);
    const levelKey = levelKeys.get(levelId);
    const trackKey = trackId === null ? null : (trackKeys.get(trackId) ?? null);
    const asks: Asks =
      levelKey === undefined
        ? { mandatory: [], recommended: [] }
        : asksAt(model, itemIds, { levelKey, trackKey });
    asked.set(key, asks);
    return asks;
  };
}

/** Every mandatory requirement that is asked anywhere in the model, as it is asked of facts. */
export function questionsOf(layered: Layered, ask: ReturnType<typeof askerOf>): AskedAt[] {
  const { content, modelId, professionId, layers } = layered;
  const tracks = [null, ...Object.values(content.trackIds)];
  const paths = [[], ...layers.flatMap(({ unitId }) => (unitId === null ? [] : [[unitId]]))];
  const found = new Map<string, AskedAt>();
  for (const levelId of Object.values(content.levelIds))
    for (const trackId of tracks)
      for (const path of paths)
        for (const requirement of requirementsIn(ask(path, { levelId, trackId }).mandatory))
          found.set(`${levelId} ${requirement.itemId}`, {
            ...questionOf(requirement, professionId),
            modelId,
            levelId,
          });
  return [...found.values()];
}

/** Until when a level's people are spared what is new, on a day; null when they aren't. A rule for the level goes before one for all. */
export function sparedUntil(
  transitions: readonly Transition[],
  levelId: Id,
  day: LocalDate,
): LocalDate | null {
  const rule =
    transitions.find((each) => each.levelId === levelId) ?? transitions.find((each) => each.levelId === null);
  return rule && day < rule.until ? rule.until : null;
}

/** A version as debt is counted by it: who is spared what is new in it, against the version before. */
export type Measure = {
  readonly layered: Layered;
  readonly former: Layered | null;
  readonly transitions: readonly Transition[];
  /** Who was placed before this day is spared by the rules. */
  readonly inForceFrom: LocalDate;
};

/** What each group of people is asked for, ready to be counted. `pathOf` gives the way from the root to a unit. */
export async function askedPeople(
  work: Work,
  { layered, former, transitions, inForceFrom }: Measure,
  about: {
    readonly day: LocalDate;
    readonly counting: Counting;
    readonly ways: readonly WayTo[];
    readonly pathOf: (unitId: Id) => readonly Id[];
    readonly unitIds?: readonly Id[];
  },
): Promise<AskedPeople[]> {
  const ask = askerOf(layered);
  const askFormer = former && askerOf(former);
  const groups = await metGroups(work, {
    on: about.day,
    asks: questionsOf(layered, ask),
    counting: about.counting,
    since: inForceFrom,
    ...(about.unitIds ? { unitIds: about.unitIds } : {}),
  });
  const rate = ratesFrom(layered.modelId, about.ways);
  const made = new Map<readonly Ask[], readonly DebtAsk[]>();
  const asksOf = (asks: readonly Ask[], levelId: Id): readonly DebtAsk[] => {
    const known = made.get(asks);
    if (known) return known;
    const own = asks.map((each) => ({
      key: askKey(levelId, each),
      ask: each,
      levelId,
      rate: rate(each, levelId),
    }));
    made.set(asks, own);
    return own;
  };
  const nothing: ReadonlySet<Id> = new Set();
  const spared = (group: MetGroup, asks: readonly Ask[], path: readonly Id[]): ReadonlySet<Id> =>
    askFormer && group.placedBefore && sparedUntil(transitions, group.levelId, about.day) !== null
      ? newIn(asks, askFormer(path, group).mandatory)
      : nothing;
  return groups.map((group) => {
    const path = about.pathOf(group.unitId);
    const asks = ask(path, group).mandatory;
    return {
      unitId: group.unitId,
      people: group.people,
      met: group.met,
      asks: asksOf(asks, group.levelId),
      exempt: spared(group, asks, path),
    };
  });
}

function ratesFrom(modelId: Id, ways: readonly WayTo[]) {
  const own = ways.filter((way) => way.modelId === modelId);
  const toItem = Map.groupBy(
    own.filter(({ target }) => target === "item"),
    ({ targetId }) => targetId,
  );
  const levels = new Set(own.flatMap(({ target, targetId }) => (target === "level" ? [targetId] : [])));
  return (ask: Ask, levelId: Id) => rateOf(ask, { toItem, hasForLevel: levels.has(levelId) });
}
