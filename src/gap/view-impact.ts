/** What adopting a draft would do for the people placed today (MOD-12): the same computation as debt, with the draft in the place of the version in force. */
import type { Id } from "../shared/ids.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { placeOf, sees, type NamedUnit } from "../people/window.rules.ts";
import { mayReadDrafts, mayWriteModels } from "../career-model/access.ts";
import { isEditable } from "../career-model/life-cycle.rules.ts";
import { modelBySlug, type ModelWithVersions, type VersionRow } from "../career-model/store.ts";
import { layeredVersion, sparedUntil, type Layered, type Measure } from "./asked-model.ts";
import { transitionsOf, type Transition, type UnitLayer } from "./asked.store.ts";
import { supplementContent } from "../layers/store.ts";
import { readSupplement } from "../layers/view-supplement.ts";
import type { DebtCount } from "./debt.rules.ts";
import { DebtTree, type Amounts } from "./debt-figures.rules.ts";
import { impactOf, type Impact, type ImpactKind } from "./impact.rules.ts";
import {
  debtBy,
  debtScene,
  inModelOrder,
  measureInForce,
  namedAsk,
  type ModelName,
  type NamedAsk,
} from "./view-debt.ts";
import { sightNow } from "./view-needs.ts";

/** `before` and `after` are null where they are nothing to compare with. */
export type ImpactFigure =
  | { readonly showing: "shown"; readonly before: Amounts | null; readonly after: Amounts | null }
  | { readonly showing: "hidden" }
  | { readonly showing: "none" };

export type ImpactRow = NamedAsk & {
  readonly kind: ImpactKind;
  readonly figure: ImpactFigure;
  /** From when it counts for those who are placed today; null is from the beginning. */
  readonly countsFrom: LocalDate | null;
};

export type ImpactView = {
  readonly model: ModelName;
  /** The number of the draft. */
  readonly number: number;
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
};

/** A draft's model and version, for those who take part in it and see figures. Throws NotFound for everyone else. */
export async function draftAsked(
  work: Work,
  slug: string,
  number: number,
): Promise<{ readonly model: ModelWithVersions; readonly draft: VersionRow }> {
  const model = await modelBySlug(work, slug);
  const draft = model?.versions.find((version) => version.number === number);
  if (!model || !draft || !isEditable(draft.status) || !mayReadDrafts(work.actor, model.professionId))
    throw new NotFound("version");
  return { model, draft };
}

/** The draft as it would ask the day after it was adopted: whoever is placed today was so before. */
const measureOfDraft = async (
  work: Work,
  model: ModelWithVersions,
  draft: VersionRow,
  former: Layered | null,
  transitions: readonly Transition[],
): Promise<Measure> => ({
  layered: await layeredVersion(work, model, draft, work.today),
  former,
  transitions,
  inForceFrom: addDays(work.today, 1),
});

/** Where figures are asked for, and with which rules: `tried` are rules to see them with, instead of those that stand in the draft. */
type AskedImpact = {
  readonly slug: string;
  readonly unitId: string;
  readonly tried: readonly Transition[] | null;
};

/** MOD-12: what adopting a version's draft would do. */
export async function viewImpact(
  work: Work,
  asked: AskedImpact & { readonly number: number },
): Promise<ImpactView> {
  const { model, draft } = await draftAsked(work, asked.slug, asked.number);
  const transitions = asked.tried ?? (await transitionsOf(work, draft.id));
  const before = await measureInForce(work, model);
  const after = await measureOfDraft(work, model, draft, before?.layered ?? null, transitions);
  return impactView(work, asked, { model, number: draft.number, before, after });
}

/** MOD-12, MOD-16: what adopting the draft of a supplement would do: the employer's, or a unit's. */
export async function viewSupplementImpact(
  work: Work,
  asked: { readonly slug: string; readonly of: Id | null; readonly unitId: string },
): Promise<ImpactView> {
  const { model, unit, draft } = await readSupplement(work, asked.slug, asked.of);
  if (!draft || !mayReadDrafts(work.actor, model.professionId)) throw new NotFound("supplement");
  const before = await measureInForce(work, model);
  const base = await layeredVersion(work, model, { id: draft.baseVersionId }, work.today);
  const own: UnitLayer = {
    unitId: asked.of,
    by: unit === null ? { of: "employer" } : { of: "unit", name: unit.name },
    content: await supplementContent(work, draft.id),
  };
  const layers = [...base.layers.filter(({ unitId }) => unitId !== asked.of), own];
  const after = {
    layered: { ...base, layers },
    former: null,
    transitions: [],
    inForceFrom: addDays(work.today, 1),
  };
  return impactView(work, { ...asked, tried: null }, { model, number: draft.number, before, after });
}

async function impactView(
  work: Work,
  asked: AskedImpact,
  {
    model,
    number,
    before,
    after,
  }: {
    readonly model: ModelWithVersions;
    readonly number: number;
    readonly before: Measure | null;
    readonly after: Measure;
  },
): Promise<ImpactView> {
  const sight = await sightNow(work);
  const scene = await debtScene(work, sight, [model.id]);
  const { unit, above, choices } = placeOf(sight, scene.tree, asked.unitId);
  if (!sees(sight, unit?.path ?? [], model.professionId)) throw new NotFound("model");
  const now = before ? await debtBy(work, before, scene) : new Map<string, DebtCount>();
  const then = await debtBy(work, after, scene);
  const tree = new DebtTree(scene.tree, scene.k, sight.known);
  const { content } = after.layered;
  const rows = impactOf(now, then).flatMap((impact): ImpactRow[] => {
    const of = impact.kind === "removed" ? impact.before : impact.after;
    const layered = impact.kind === "removed" && before ? before.layered : after.layered;
    const figure = figureOf(tree, impact, unit?.id ?? null);
    const countsFrom =
      impact.kind === "added" ? sparedUntil(after.transitions, of.levelId, work.today) : null;
    if (figure.showing === "none") return [];
    return [{ ...namedAsk(layered, of), kind: impact.kind, figure, countsFrom }];
  });
  const order = inModelOrder(after.layered, [...then.values(), ...now.values()]).map(({ key }) => key);
  const { slug, nameSv, nameEn } = model;
  return {
    model: { slug, nameSv, nameEn },
    number,
    unit: unit && { id: unit.id, name: unit.name },
    above,
    choices,
    mayChooseWhole: sight.windows.some(({ units }) => units === "all"),
    k: scene.k,
    rows: rows.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
    levels: content.structure.levels.flatMap(({ key, name }) => {
      const id = content.levelIds[key];
      return id === undefined ? [] : [{ id, name }];
    }),
    transitions: after.transitions,
    isKept: asked.tried === null,
    maySet: mayWriteModels(work.actor),
  };
}

function figureOf(tree: DebtTree, impact: Impact, unitId: Id | null): ImpactFigure {
  if (impact.kind === "changed") return tree.change(impact.before, impact.after)(unitId);
  const figure = tree.figures(impact.kind === "added" ? impact.after : impact.before)(unitId);
  if (figure.showing !== "shown") return figure;
  const { showing, ...amounts } = figure;
  return impact.kind === "added"
    ? { showing, before: null, after: amounts }
    : { showing, before: amounts, after: null };
}
