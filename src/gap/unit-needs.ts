/** What a unit needs and has, level by level, for whoever answers for its people and so knows them (NED-1, SUP-1). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Answers } from "../platform/database/together.ts";
import { adoptedContent } from "../career-model/adopted-content.ts";
import type { Counting } from "../people/counted.store.ts";
import type { ModelInForce } from "./missing.store.ts";
import { needLines } from "./need.rules.ts";
import { havesIn, needsIn } from "./unit-need.store.ts";

/** A level where something is needed or somebody is. */
export type LevelNeed = { readonly level: string; readonly have: number; readonly missing: number };

export type UnitModelNeeds = Pick<ModelInForce, "slug" | "nameSv" | "nameEn"> & {
  readonly levels: readonly LevelNeed[];
};

/** To be asked together with what else is asked about the units. */
export const needQuestions = (work: Work, unitIds: readonly Id[], counting: Counting) => ({
  needs: needsIn(work, unitIds),
  haves: havesIn(work, unitIds, counting),
});

/** The models in which the unit needs something, by name, each with its levels from the innermost outward. */
export async function unitNeeds(
  work: Work,
  unitId: Id,
  asked: Answers<ReturnType<typeof needQuestions>>,
): Promise<UnitModelNeeds[]> {
  const needs = asked.needs.filter((need) => need.unitId === unitId);
  const models = new Map(needs.map(({ model }) => [model.modelId, model]));
  const shown: UnitModelNeeds[] = [];
  for (const { modelId, versionId, slug, nameSv, nameEn } of models.values()) {
    const content = await adoptedContent(work, versionId);
    if (!content) continue;
    const levels = content.structure.levels.flatMap(({ key, name }) => {
      const levelId = content.levelIds[key];
      return levelId === undefined ? [] : [{ levelId, name, tracks: [] }];
    });
    const facts = {
      needs: needs.filter(({ model }) => model.modelId === modelId),
      haves: asked.haves.filter((have) => have.unitId === unitId && have.modelId === modelId),
    };
    // Whoever answers for the unit knows each of its people: nothing is hidden from them.
    const lines = needLines(
      [{ id: unitId, parentId: null, path: [unitId] }],
      levels,
      facts,
      1,
      new Set([unitId]),
    );
    shown.push({
      slug,
      nameSv,
      nameEn,
      levels: lines(unitId).map(({ levelId, have, gap }) => ({
        level: levels.find((each) => each.levelId === levelId)?.name ?? "",
        have: have.showing === "shown" ? have.people : 0,
        missing: Math.max(gap ?? 0, 0),
      })),
    });
  }
  return shown;
}
