/** What adopting a draft would do for the people placed today (MOD-12), or what any two versions ask of them: the same computation as debt. */
import type { Id } from "../shared/ids.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { placeOf, sees, type NamedUnit } from "../people/window.rules.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import { mayWriteSupplement } from "../layers/access.ts";
import { supplementContent } from "../layers/store.ts";
import { readSupplement } from "../layers/view-supplement.ts";
import { layeredVersion } from "./asked-model.ts";
import { layerOf } from "./asked.store.ts";
import { chosenRules, comparedVersions, type Compared, type ComparedVersions } from "./compared-versions.ts";
import type { DebtCount } from "./debt.rules.ts";
import { DebtTree } from "./debt-figures.rules.ts";
import { figuresBeside, figuresOf, type ImpactFigure } from "./impact-figures.rules.ts";
import { impactOf, type ImpactKind } from "./impact.rules.ts";
import { debtBy, measuresInForce, spareOfSupplement } from "./measure.ts";
import { sparedUntil, type Transition } from "./transition.rules.ts";
import { transitionsOf } from "./transition.store.ts";
import {
  debtScene,
  inModelOrder,
  namedAsk,
  rowsOf,
  type DebtScene,
  type ModelName,
  type NamedAsk,
} from "./view-debt.ts";
import { seesWhole, sightNow } from "./view-needs.ts";

export type ImpactRow = NamedAsk & {
  readonly kind: ImpactKind;
  readonly figure: ImpactFigure;
  /** From when it counts for those who are placed today; null is from the beginning. */
  readonly countsFrom: LocalDate | null;
};

export type ImpactView = {
  readonly model: ModelName;
  /** The number of the version, or of the supplement's. */
  readonly number: number;
  /** Which two versions are compared; null of a supplement. */
  readonly versions: ComparedVersions | null;
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
  readonly k: number;
  readonly rows: readonly ImpactRow[];
  /** The levels that a transition rule can be for, and the rules that the figures are made with. */
  readonly levels: readonly { readonly id: Id; readonly name: string }[];
  readonly transitions: readonly Transition[];
  /** Are these the rules that stand in the draft, and not ones that are tried? */
  readonly isKept: boolean;
  /** May the viewer set the draft's rules? */
  readonly maySet: boolean;
  /** May rules be tried? */
  readonly mayTry: boolean;
};

/** Which figures are asked for, and with which rules: `tried` are rules to see them with, instead of those that stand in the draft. */
export type AskedImpact = {
  readonly slug: string;
  readonly unitId: string;
  readonly tried: readonly Transition[] | null;
};
/** A draft by its number, or that of a supplement: the employer's (null), or a unit's. */
export type DraftAsked = { readonly number: number } | { readonly supplementOf: Id | null };
/** A version by its number, with the one that it is held against: null is the one in force before it. Or a supplement's draft. */
export type ComparisonAsked =
  { readonly number: number; readonly against?: number | null } | { readonly supplementOf: Id | null };

/** MOD-12, MOD-16: what adopting a draft would do, in the unit that is asked for. */
export async function viewImpact(work: Work, asked: AskedImpact & ComparisonAsked): Promise<ImpactView> {
  const { compared, scene, place, rowsIn } = await impactOn(work, asked);
  const { slug, nameSv, nameEn } = compared.model;
  const { content } = compared.after.layered;
  return {
    model: { slug, nameSv, nameEn },
    number: compared.number,
    versions: compared.versions,
    ...place,
    mayChooseWhole: seesWhole(scene.sight),
    k: scene.k,
    rows: rowsIn(place.unit?.id ?? null),
    levels: content.structure.levels.flatMap(({ key, name }) => {
      const id = content.levelIds[key];
      return id === undefined ? [] : [{ id, name }];
    }),
    transitions: compared.rules,
    isKept: compared.isKept,
    maySet: compared.maySet,
    mayTry: compared.mayTry,
  };
}

/** What a unit's rows are called in a file: null is the organisation as a whole. */
export type UnitImpact = { readonly unit: NamedUnit | null; readonly rows: readonly ImpactRow[] };

/** MOD-12: the same figures of the unit that is asked for and of each below it that the viewer sees, with the rules that they are made with. */
export async function impactByUnit(
  work: Work,
  asked: AskedImpact & ComparisonAsked,
): Promise<{
  readonly number: number;
  readonly versions: ComparedVersions | null;
  readonly units: readonly UnitImpact[];
}> {
  const { compared, scene, place, rowsIn } = await impactOn(work, asked);
  const within = scene.tree.filter(
    ({ path }) =>
      (place.unit === null || path.includes(place.unit.id)) &&
      sees(scene.sight, path, compared.model.professionId),
  );
  const units = [...(place.unit === null ? [null] : []), ...within.map(({ id, name }) => ({ id, name }))];
  return {
    number: compared.number,
    versions: compared.versions,
    units: units.map((unit) => ({ unit, rows: rowsIn(unit?.id ?? null) })),
  };
}

async function impactOn(work: Work, asked: AskedImpact & ComparisonAsked) {
  const compared =
    "number" in asked
      ? await comparedVersions(work, { against: null, ...asked })
      : await ofSupplement(work, { ...asked, supplementOf: asked.supplementOf });
  const { model, before, after, rules } = compared;
  const sight = await sightNow(work);
  const scene = await debtScene(work, sight, [model.id]);
  const { unit, above, choices } = placeOf(sight, scene.tree, asked.unitId);
  if (!sees(sight, unit?.path ?? [], model.professionId)) throw new NotFound("model");
  const [then, now, ...beside] = await countsOf(work, compared, scene);
  const tree = new DebtTree(scene.tree, scene.k, sight.known);
  const order = inModelOrder(after.layered, [...then.values(), ...now.values()]).map(({ key }) => key);
  const figures = impactOf(now, then).map((impact) => {
    const of = impact.kind === "removed" ? impact.before : impact.after;
    const layered = impact.kind === "removed" && before ? before.layered : after.layered;
    const spared = impact.kind === "added" && impact.isNew;
    return {
      ...namedAsk(layered, of),
      kind: impact.kind,
      countsFrom: spared ? sparedUntil(rules, of.levelId, work.today) : null,
      where: of,
      figureIn: compared.beside ? figuresBeside(tree, impact, beside) : figuresOf(tree, impact),
    };
  });
  const rowsIn = (unitId: Id | null): ImpactRow[] => {
    const rowIn = rowsOf<ImpactFigure>(scene, unitId);
    return figures
      .flatMap(({ figureIn, where, ...row }): ImpactRow[] => {
        const figure = rowIn(where, figureIn(unitId));
        return figure ? [{ ...row, figure }] : [];
      })
      .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  };
  const place = { unit: unit && { id: unit.id, name: unit.name }, above, choices };
  return { compared, scene, place, rowsIn };
}

type Counts = ReadonlyMap<string, DebtCount>;

/** The debt as the one asks and as the other does, and as everything beside them does, in one statement. */
async function countsOf(
  work: Work,
  { before, after, beside }: Compared,
  scene: DebtScene,
): Promise<readonly [then: Counts, now: Counts, ...beside: Counts[]]> {
  const measures = [after, ...(before ? [before] : []), ...(beside ?? [])];
  const [then = new Map<string, DebtCount>(), ...more] = await debtBy(work, measures, scene);
  return before
    ? [then, more[0] ?? new Map<string, DebtCount>(), ...more.slice(1)]
    : [then, new Map<string, DebtCount>(), ...more];
}

/** A supplement's draft, for those who take part in it. Throws NotFound for everyone else. */
export async function supplementDraftAsked(work: Work, slug: string, unitId: Id | null) {
  const { model, unit, versions, draft } = await readSupplement(work, slug, unitId);
  if (!draft) throw new NotFound("supplement");
  return { model, unit, versions, draft };
}

/** The same of a supplement's draft, on the base that it stands on. */
async function ofSupplement(
  work: Work,
  { slug, supplementOf, tried }: AskedImpact & { readonly supplementOf: Id | null },
): Promise<Compared> {
  const { model, unit, versions, draft } = await supplementDraftAsked(work, slug, supplementOf);
  const of = { supplement_version_id: draft.id, base_version_id: draft.baseVersionId };
  const rules = chosenRules(await transitionsOf(work, of), tried);
  const layerIn = async (versionId: Id) =>
    layerOf(supplementOf, unit?.name ?? null, await supplementContent(work, versionId));
  const current = versionInForce(versions, work.today);
  const [own, former] = [await layerIn(draft.id), current && (await layerIn(current.id))];
  const [before = null] = await measuresInForce(work, [model]);
  const base = await layeredVersion(work, model, { id: draft.baseVersionId }, work.today);
  const layered = { ...base, layers: [...base.layers.filter((layer) => layer.unitId !== supplementOf), own] };
  const spare = { ...spareOfSupplement(base, own, former), ...rules, since: addDays(work.today, 1) };
  const after = { layered, spares: [...(before?.spares ?? []), spare] };
  const maySet = mayWriteSupplement(work.actor, work.tenant, supplementOf);
  return {
    model,
    number: draft.number,
    versions: null,
    before,
    after,
    beside: null,
    ...rules,
    maySet,
    mayTry: true,
  };
}
