/**
 * What debt is counted by (DBT-1, MOD-12, MOD-16): a model as it asks, and who is spared what of it. Debt asks it of the versions in force, impact of one that isn't
 * yet: it is the same computation, of everybody in one statement or of one's own staff by name.
 */
import type { Ask } from "../assessment/met.rules.ts";
import { metGroups } from "../assessment/met.store.ts";
import type { Counting } from "../people/counted.store.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import type { ModelWithVersions } from "../career-model/store.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import {
  askerOf,
  bareVersion,
  layeredVersion,
  questionsOf,
  type Layered,
  type Place,
} from "./asked-model.ts";
import type { UnitLayer, WayTo } from "./asked.store.ts";
import {
  askKey,
  countDebt,
  rateOf,
  type Asked,
  type AskedWhere,
  type DebtAsk,
  type DebtCount,
} from "./debt.rules.ts";
import { newIn, sparedUntil, type Transition } from "./transition.rules.ts";
import { rulesOfSupplements, rulesOfVersions } from "./transition.store.ts";

/** Who was placed before the day `since` is spared, by these rules, what this asks for and the former didn't. */
export type Spare = {
  readonly of: Layered;
  readonly former: Layered;
  readonly rules: readonly Transition[];
  readonly since: LocalDate;
};

export type Measure = { readonly layered: Layered; readonly spares: readonly Spare[] };

/** A supplement's rules are about what the supplement asks for alone, on the base that it stands on. */
export const spareOfSupplement = (
  base: Layered,
  layer: UnitLayer,
  former: UnitLayer | null,
): Pick<Spare, "of" | "former"> => ({
  of: { ...base, layers: [layer] },
  former: { ...base, layers: former ? [former] : [] },
});

/**
 * The models as they ask today; those without a version in force aren't there. A rule runs to its day, whatever is adopted after the version or supplement that it
 * was set for.
 */
export async function measuresInForce(
  work: Work,
  models: readonly ModelWithVersions[],
): Promise<readonly Measure[]> {
  const spares = await sparesToday(work, models);
  const measures: Measure[] = [];
  for (const model of models) {
    const version = versionInForce(model.versions, work.today);
    if (version)
      measures.push({
        layered: await layeredVersion(work, model, version, work.today),
        spares: spares.get(model.id) ?? [],
      });
  }
  return measures;
}

async function sparesToday(
  work: Work,
  models: readonly ModelWithVersions[],
): Promise<ReadonlyMap<Id, readonly Spare[]>> {
  const byId = new Map(models.map((model) => [model.id, model]));
  const bare = async (modelId: Id, versionId: Id): Promise<Layered> => {
    const model = byId.get(modelId);
    if (!model) throw new Error("rules of a model that wasn't asked for");
    return bareVersion(work, model, versionId);
  };
  const spares: Spare[] = [];
  for (const { modelId, versionId, formerId, ...ruled } of await rulesOfVersions(work, [...byId.keys()]))
    spares.push({ ...ruled, of: await bare(modelId, versionId), former: await bare(modelId, formerId) });
  for (const rule of await rulesOfSupplements(work, [...byId.keys()])) {
    const { modelId, versionId, layer, former, rules, since } = rule;
    spares.push({ rules, since, ...spareOfSupplement(await bare(modelId, versionId), layer, former) });
  }
  return Map.groupBy(spares, ({ of }) => of.modelId);
}

/** Somebody who is placed, in a unit with this way from the root. */
type Placed = Place & {
  readonly path: readonly Id[];
  readonly wasPlacedBefore: (day: LocalDate) => boolean;
};

const NOTHING: ReadonlySet<Id> = new Set();

/** What is asked at a place that the former didn't ask there. */
function newAtOf(of: Layered, former: Layered): (path: readonly Id[], place: Place) => ReadonlySet<Id> {
  const [ask, askFormer] = [askerOf(of), askerOf(former)];
  const found = new Map<readonly Ask[], Map<readonly Ask[], ReadonlySet<Id>>>();
  return (path, place) => {
    const [asks, had] = [ask(path, place).mandatory, askFormer(path, place).mandatory];
    const beside = found.get(asks) ?? new Map<readonly Ask[], ReadonlySet<Id>>();
    const fresh = beside.get(had) ?? newIn(asks, had);
    found.set(asks, beside.set(had, fresh));
    return fresh;
  };
}

/** What a measure asks of anybody on a day, with what it takes by what the catalogue has. What is alike is worked out once. */
export function askingOf({ layered, spares }: Measure, day: LocalDate, ways: readonly WayTo[]) {
  const ask = askerOf(layered);
  const rate = ratesFrom(layered.modelId, ways);
  const sparing = spares.map(({ of, former, ...spare }) => ({ ...spare, newAt: newAtOf(of, former) }));
  const made = new Map<readonly Ask[], readonly DebtAsk[]>();
  const debtAsks = (asks: readonly Ask[], levelId: Id): readonly DebtAsk[] => {
    const own =
      made.get(asks) ??
      asks.map((each) => ({ key: askKey(levelId, each), ask: each, levelId, rate: rate(each, levelId) }));
    made.set(asks, own);
    return own;
  };
  const asked = ({ path, wasPlacedBefore, ...place }: Placed): Asked => {
    const exempt = sparing.flatMap(({ rules, since, newAt }) =>
      wasPlacedBefore(since) && sparedUntil(rules, place.levelId, day) !== null ? [newAt(path, place)] : [],
    );
    const [only = NOTHING, ...more] = exempt;
    return {
      asks: debtAsks(ask(path, place).mandatory, place.levelId),
      exempt: more.length === 0 ? only : new Set(exempt.flatMap((each) => [...each])),
    };
  };
  /** `pathOf` gives the way to a unit that has a supplement. */
  const everywhere = (pathOf: (unitId: Id) => readonly Id[]): AskedWhere[] => {
    const found = new Map<string, DebtAsk & { tracks: Set<Id | null>; units: Set<Id | null> }>();
    const { content, layers } = layered;
    const units = [null, ...layers.flatMap(({ unitId }) => unitId ?? [])];
    for (const unitId of units)
      for (const levelId of Object.values(content.levelIds))
        for (const trackId of [null, ...Object.values(content.trackIds)]) {
          const path = unitId === null ? [] : pathOf(unitId);
          for (const each of debtAsks(ask(path, { levelId, trackId }).mandatory, levelId)) {
            const where = found.get(each.key) ?? { ...each, tracks: new Set(), units: new Set() };
            found.set(each.key, where);
            where.tracks.add(trackId);
            if (!where.units.has(null)) where.units.add(unitId);
          }
        }
    return [...found.values()].map(({ tracks, units: own, ...each }) => ({
      ...each,
      tracks: [...tracks],
      units: [...own],
    }));
  };
  return { asked, everywhere, questions: () => questionsOf(layered, ask) };
}

/** DBT-1, MOD-12: who lacks what, by requirement and unit, as each of these measures asks: in one statement, in their order. */
export async function debtBy(
  work: Work,
  measures: readonly Measure[],
  about: {
    readonly counting: Counting;
    readonly ways: readonly WayTo[];
    /** The way from the root to a unit. */
    readonly pathOf: (unitId: Id) => readonly Id[];
  },
): Promise<readonly ReadonlyMap<string, DebtCount>[]> {
  const asking = measures.map((measure) => askingOf(measure, work.today, about.ways));
  const groups = await metGroups(work, {
    on: work.today,
    lists: asking.map(({ questions }) => questions()),
    counting: about.counting,
    since: [...new Set(measures.flatMap(({ spares }) => spares.map(({ since }) => since)))],
  });
  const byList = Map.groupBy(groups, ({ list }) => list);
  return asking.map(({ asked, everywhere }, list) => {
    const people = (byList.get(list) ?? []).map(({ unitId, levelId, trackId, placedBefore, ...alike }) => {
      const wasPlacedBefore = (day: LocalDate): boolean => placedBefore !== null && placedBefore <= day;
      const placed = { path: about.pathOf(unitId), levelId, trackId, wasPlacedBefore };
      return { unitId, people: alike.people, met: alike.met, ...asked(placed) };
    });
    return countDebt(people, everywhere(about.pathOf));
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
