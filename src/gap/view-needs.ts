/** Need, have and gap of a unit with all below it, or of the whole organisation (NED-1, SUP-1, ORG-8). */
import type { Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { professions, settings, unitTree } from "../organisation/store.ts";
import type { UnitNode } from "../organisation/rules.ts";
import { unitsActedFor } from "../people/acting.ts";
import { placeOf, sees, seesUnit, type NamedUnit, type Sight } from "../people/window.rules.ts";
import { placementModels, type NamedLevel, type PlacementModel } from "../placement/store.ts";
import { maySetNeeds, sightOf } from "./access.ts";
import { needLines, type NeedLine } from "./need.rules.ts";
import { havesNow, needsNow } from "./need.store.ts";

/** A line of need beside have, with its place named. */
export type NamedNeedLine = NeedLine & { readonly level: string; readonly track: string | null };

export type ModelNeeds = {
  readonly modelId: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly lines: readonly NamedNeedLine[];
};

export type NeedsView = {
  /** Null is the organisation as a whole. */
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
  readonly k: number;
  readonly presentation: "rings" | "stairs";
  /** The models where something is needed or somebody is placed. */
  readonly models: readonly ModelNeeds[];
  /** The models for which the viewer says what the unit needs; none when that is somebody else's. */
  readonly settable: readonly Pick<ModelNeeds, "slug" | "nameSv" | "nameEn">[];
  /** Does the viewer see the unit's own people one by one? */
  readonly isKnown: boolean;
};

/** A model with the levels of its version of today. */
export type OpenNeedModel = Pick<
  PlacementModel,
  "modelId" | "slug" | "nameSv" | "nameEn" | "professionId"
> & {
  readonly levels: readonly NamedLevel[];
};

/** The models in force today, with their levels from the innermost outward. */
export async function openModels(work: Work): Promise<OpenNeedModel[]> {
  const ids = (await professions(work)).map(({ id }) => id);
  return (await placementModels(work, ids)).flatMap(({ versions, ...model }) => {
    const version = versions.find((each) => holds(each, work.today));
    return version ? [{ ...model, levels: version.levels }] : [];
  });
}

/** What everything about gaps is seen through: the viewer's own windows and the units whose people they know. Throws NotFound for whoever sees none. */
export async function sightNow(work: Work): Promise<Sight> {
  const sight = sightOf(work.actor);
  if (!sight) throw new NotFound("gaps");
  return { ...sight, known: new Set([...sight.known, ...(await unitsActedFor(work))]) };
}

/** May the organisation as a whole be chosen? */
export const seesWhole = (sight: Sight): boolean => seesUnit(sight, []);

/** Throws NotFound for whoever sees no gaps, and for a unit that is not there for them. */
export async function viewNeeds(work: Work, asked: { readonly unitId: string }): Promise<NeedsView> {
  const sight = await sightNow(work);
  const tree = await unitTree(work, work.today);
  const { unit, above, choices } = placeOf(sight, tree, asked.unitId);
  const open = await openModels(work);
  const seen = open.filter(({ professionId }) => sees(sight, unit?.path ?? [], professionId));
  const { smallestGroup, presentation, countHourly, countOnLeave } = await settings(work);
  const needs = await needsNow(
    work,
    seen.map(({ modelId }) => modelId),
  );
  const haves = await havesNow(
    work,
    seen.map(({ modelId, professionId }) => ({ id: modelId, professionId })),
    { countHourly, countOnLeave },
  );
  const shown = seen.flatMap(({ modelId, slug, nameSv, nameEn, levels }) => {
    const facts = {
      needs: needs.filter((need) => need.modelId === modelId),
      haves: haves.filter((have) => have.modelId === modelId),
    };
    const lines = needLines(tree, levels, facts, smallestGroup, sight.known)(unit?.id ?? null);
    const isEmpty = lines.every(({ need, have }) => need === null && have.showing === "none");
    return isEmpty ? [] : [{ modelId, slug, nameSv, nameEn, lines: named(lines, levels) }];
  });
  const maySet = unit !== null && maySetNeeds(work.actor, unit.id, [...sight.known]);
  return {
    unit: unit && { id: unit.id, name: unit.name },
    above,
    choices,
    mayChooseWhole: seesWhole(sight),
    k: smallestGroup,
    presentation,
    models: shown,
    settable: maySet ? open.map(({ slug, nameSv, nameEn }) => ({ slug, nameSv, nameEn })) : [],
    isKnown: unit !== null && isLeaf(tree, unit) && sight.known.has(unit.id),
  };
}

const isLeaf = (tree: readonly UnitNode[], unit: UnitNode): boolean =>
  !tree.some(({ parentId }) => parentId === unit.id);

function named(lines: readonly NeedLine[], levels: readonly NamedLevel[]): NamedNeedLine[] {
  return lines.map((line) => {
    const level = levels.find(({ levelId }) => levelId === line.levelId);
    const track = level?.tracks.find(({ trackId }) => trackId === line.trackId);
    return { ...line, level: level?.name ?? "", track: track?.name ?? null };
  });
}
