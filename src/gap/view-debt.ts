/** Competence debt (DBT-1): by requirement and unit, as figures for those who answer for more than their own people, whole for a unit's manager. */
import type { LocalDate } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { UnitNode } from "../organisation/rules.ts";
import { settings, unitTree } from "../organisation/store.ts";
import type { Counting } from "../people/counted.store.ts";
import { placeOf, sees, type NamedUnit, type Sight } from "../people/window.rules.ts";
import { models } from "../career-model/store.ts";
import { requirementsIn, type Ask } from "../assessment/met.rules.ts";
import type { Layered } from "./asked-model.ts";
import { waysTo, type WayTo } from "./asked.store.ts";
import type { AskedWhere, DebtAsk, Rate } from "./debt.rules.ts";
import { DebtTree, type DebtFigure } from "./debt-figures.rules.ts";
import { debtBy, measuresInForce } from "./measure.ts";
import { ownLacks, type Named } from "./own-staff.ts";
import { seesWhole, sightNow } from "./view-needs.ts";

/** A requirement or group as a page names it. */
export type NamedAsk = {
  readonly key: string;
  readonly level: string;
  readonly track: string | null;
  /** The texts of its requirements: one, or those of a group. */
  readonly texts: readonly string[];
  /** How many of them are enough; null where there is one. */
  readonly needed: number | null;
  readonly rate: Rate;
};

export type DebtRow = NamedAsk & {
  readonly figure: DebtFigure;
  /** Those of one's own staff who lack it; null for whoever sees figures alone (ORG-8). */
  readonly people: readonly Named[] | null;
};

export type ModelName = { readonly slug: string; readonly nameSv: string; readonly nameEn: string };

export type DebtView = {
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
  readonly day: LocalDate;
  readonly k: number;
  /** Models that anybody placed is asked something in, with the requirements that are lacking or whose figures aren't shown. */
  readonly models: readonly (ModelName & { readonly rows: readonly DebtRow[] })[];
};

/** The tree, what the viewer sees of it, and what the catalogue offers: the same for debt and for impact. */
export type DebtScene = {
  readonly sight: Sight;
  readonly tree: readonly UnitNode[];
  readonly k: number;
  readonly counting: Counting;
  readonly ways: readonly WayTo[];
  readonly pathOf: (unitId: Id) => readonly Id[];
};

export async function debtScene(work: Work, sight: Sight, modelIds: readonly Id[]): Promise<DebtScene> {
  const tree = await unitTree(work, work.today);
  const paths = new Map(tree.map(({ id, path }) => [id, path]));
  const { smallestGroup, countOnLeave, countHourly } = await settings(work);
  return {
    sight,
    tree,
    k: smallestGroup,
    counting: { countOnLeave, countHourly },
    ways: await waysTo(work, modelIds),
    pathOf: (unitId) => paths.get(unitId) ?? [],
  };
}

/**
 * SUP-1: the rows of a unit, null for the organisation: what is asked for there of anybody. That nobody is at a level is hidden as any small figure is, but from whoever
 * knows everybody at and below the unit.
 */
export function rowsOf<Figure extends { readonly showing: "shown" | "hidden" | "none" }>(
  { sight, tree, pathOf }: Pick<DebtScene, "sight" | "tree" | "pathOf">,
  unitId: Id | null,
): (where: Pick<AskedWhere, "units">, figure: Figure) => Figure | { readonly showing: "hidden" } | null {
  const path = unitId === null ? [] : pathOf(unitId);
  const isBelow = (unit: { readonly path: readonly Id[] }) => unitId === null || unit.path.includes(unitId);
  const knowsAll = tree.filter(isBelow).every(({ id }) => sight.known.has(id));
  return ({ units }, figure) => {
    if (figure.showing !== "none") return figure;
    const isAsked = units.some(
      (id) => id === null || unitId === null || path.includes(id) || pathOf(id).includes(unitId),
    );
    return isAsked && !knowsAll ? { showing: "hidden" } : null;
  };
}

/** How a requirement or group is named in a version. */
export function namedAsk({ content }: Layered, { key, ask, levelId, rate }: DebtAsk): NamedAsk {
  const requirements = requirementsIn([ask]);
  const levelKey = Object.entries(content.levelIds).find(([, id]) => id === levelId)?.[0];
  const trackKey = requirements[0]?.trackKey ?? null;
  return {
    key,
    level: content.structure.levels.find((level) => level.key === levelKey)?.name ?? "",
    track: content.version.tracks.find((track) => track.key === trackKey)?.name ?? null,
    texts: requirements.map(({ text }) => text),
    needed: neededOf(ask),
    rate,
  };
}

const neededOf = (ask: Ask): number | null => ("one" in ask ? null : ask.needed);

/** In the order of the model: levels from the innermost outward, and within one as they are read. */
export function inModelOrder<Count extends DebtAsk>(layered: Layered, asks: Iterable<Count>): Count[] {
  const levels = Object.entries(layered.content.levelIds);
  const order = layered.content.structure.levels.map(({ key }) => key);
  const at = (levelId: Id): number => order.indexOf(levels.find(([, id]) => id === levelId)?.[0] ?? "");
  return [...asks].toSorted((a, b) => at(a.levelId) - at(b.levelId));
}

/** Throws NotFound for whoever sees no debt, and for a unit or model that isn't there for them. */
export async function viewDebt(
  work: Work,
  asked: { readonly unitId: string; readonly model: string },
): Promise<DebtView> {
  const sight = await sightNow(work);
  const all = (await models(work)).filter(({ status }) => status !== "withdrawn");
  const scene = await debtScene(
    work,
    sight,
    all.map(({ id }) => id),
  );
  const { unit, above, choices } = placeOf(sight, scene.tree, asked.unitId);
  const chosen = all.filter(
    ({ slug, professionId }) =>
      (asked.model === "" || slug === asked.model) && sees(sight, unit?.path ?? [], professionId),
  );
  if (asked.model !== "" && chosen.length === 0) throw new NotFound("model");
  const tree = new DebtTree(scene.tree, scene.k, sight.known);
  const rowIn = rowsOf<DebtFigure>(scene, unit?.id ?? null);
  const measures = await measuresInForce(work, chosen);
  const debts = await debtBy(work, measures, scene);
  const own = unit && sight.known.has(unit.id) ? await ownLacks(work, unit.id, measures, scene) : null;
  const named = new Map(chosen.map(({ id, slug, nameSv, nameEn }) => [id, { slug, nameSv, nameEn }]));
  const rows = measures.flatMap(({ layered }, index): DebtView["models"][number][] => {
    const model = named.get(layered.modelId);
    if (!model) return [];
    const counts = debts[index] ?? [];
    const lacks = own?.get(layered.modelId);
    const found = inModelOrder(
      layered,
      [...counts].map(([, count]) => count),
    ).flatMap((count): DebtRow[] => {
      const figure = rowIn(count, tree.figures(count)(unit?.id ?? null)) ?? { showing: "none" as const };
      const people = own && (lacks?.get(count.key) ?? []);
      const isNone = figure.showing === "none" || (figure.showing === "shown" && figure.people === 0);
      return isNone && !people?.length ? [] : [{ ...namedAsk(layered, count), figure, people }];
    });
    return found.length > 0 ? [{ ...model, rows: found }] : [];
  });
  return {
    unit: unit && { id: unit.id, name: unit.name },
    above,
    choices,
    mayChooseWhole: seesWhole(sight),
    day: work.today,
    k: scene.k,
    models: rows,
  };
}
