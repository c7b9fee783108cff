/** A model as it asks of the people placed in it, everywhere: a version with the supplements over it in each part of the tree (MOD-9). */
import { asksAt, requirementsIn, type Asks } from "../assessment/met.rules.ts";
import { questionOf, type AskedAt } from "../assessment/met.store.ts";
import { compose } from "../career-model/compose.rules.ts";
import { versionContent, type VersionContent, type VersionRow } from "../career-model/store.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { layersOfUnits, type UnitLayer } from "./asked.store.ts";

/** A version with the supplements of all units. */
export type Layered = {
  readonly modelId: Id;
  readonly professionId: Id;
  readonly content: VersionContent;
  readonly layers: readonly UnitLayer[];
};

type OfModel = { readonly id: Id; readonly professionId: Id };

/** A version by itself, without supplements. */
export async function bareVersion(work: Work, model: OfModel, versionId: Id): Promise<Layered> {
  const content = await versionContent(work, versionId);
  if (!content) throw new Error("a version without content");
  return {
    modelId: model.id,
    professionId: model.professionId,
    content,
    layers: [],
  };
}

/** A version with every supplement that lies over it on the day. */
export const layeredVersion = async (
  work: Work,
  model: OfModel,
  version: Pick<VersionRow, "id">,
  day: LocalDate,
): Promise<Layered> => ({
  ...(await bareVersion(work, model, version.id)),
  layers: await layersOfUnits(work, version.id, day),
});

export type Place = { readonly levelId: Id; readonly trackId: Id | null };

/** What is asked at each place of a model, for the units on a path from the root. What is alike is worked out once. */
export function askerOf({ content, layers }: Layered): (path: readonly Id[], place: Place) => Asks {
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
        : asksAt(model, content.itemIds, { levelKey, trackKey });
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
