/** Weighs one step from a place of a model to another with what is known of the person and of the need, on the day from which it would hold (PLC-3, PLC-4). */
import type { Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { effectiveOn, type Held } from "../assessment/asked.ts";
import { asksAt, requirementsIn } from "../assessment/met.rules.ts";
import { knownOn, questionOf, type Authorities } from "../assessment/met.store.ts";
import { settings, unitOn } from "../organisation/store.ts";
import type { Placing } from "../placement/person-room.ts";
import type { Decided, Over, UnmetAt } from "../placement/rules.ts";
import { directionOf, placesAsked, unmetOf, weighMove, type MoveCode, type Place } from "./move.rules.ts";
import { holdPlace, needAt, postLevels } from "./store.ts";

type PlaceIds = { readonly levelId: Id; readonly trackId: Id | null };

export type Step = {
  readonly placing: Placing;
  readonly personId: Id;
  readonly from: PlaceIds;
  readonly to: PlaceIds & Pick<Decided, "versionId" | "from">;
  readonly despite: string;
  /** Whose facts the one who decides may use (ORG-2). */
  readonly authorities: Authorities;
};

/** What the move is made in spite of, or every reason against it. Whoever decides about the same level waits until this transaction has ended. */
export async function weighStep(work: Work, step: Step): Promise<Result<Over, MoveCode>> {
  const { model, unitId } = step.placing;
  const { moveRule: rule, needForMoves } = await settings(work);
  const held = await effectiveOn(work, step.to.versionId, unitId, step.to.from);
  const levelKeys = held.effective.structure.levels
    .map(({ key }) => key)
    .filter((key) => !(key in held.effective.unused.levels));
  const [from, to] = [placeIn(held, step.from), placeIn(held, step.to)];
  const { levelId, trackId } = step.to;
  await holdPlace(work, levelId);
  const unit = await unitOn(work, unitId, work.today);
  return weighMove({
    rule,
    direction: directionOf(levelKeys, from, to),
    unmet: await unmetIn(work, step, held, placesAsked(rule, levelKeys, from, to)),
    isPost: (await postLevels(work, model.modelId)).includes(levelId),
    needForMoves,
    need: await needAt(work, {
      personId: step.personId,
      modelId: model.modelId,
      professionId: model.professionId,
      place: { levelId, trackId },
      path: unit?.path ?? [unitId],
    }),
    despite: step.despite,
  });
}

/** The keys of a place in the version; those of a level or track that it has no longer name nothing. */
function placeIn({ effective: { levelIds, trackIds } }: Held, { levelId, trackId }: PlaceIds): Place {
  const keyOf = (ids: Readonly<Record<string, Id>>, id: Id | null) =>
    Object.keys(ids).find((key) => ids[key] === id);
  return { levelKey: keyOf(levelIds, levelId) ?? "", trackKey: keyOf(trackIds, trackId) ?? null };
}

/** What isn't met of the mandatory requirements of these places, place by place; those where nothing is left are not there. */
async function unmetIn(work: Work, step: Step, held: Held, places: readonly Place[]): Promise<UnmetAt[]> {
  const asked = places.map((place) => ({
    place,
    asks: asksAt(held.effective, held.itemIds, place).mandatory,
  }));
  const known = await knownOn(work, {
    on: step.to.from,
    personIds: [step.personId],
    questions: asked
      .flatMap(({ asks }) => requirementsIn(asks))
      .map((each) => questionOf(each, step.placing.model.professionId)),
    authorities: step.authorities,
  });
  const byItem = new Map(known.map((each) => [each.itemId, each]));
  const { structure, version } = held.effective;
  return asked.flatMap(({ place, asks }): UnmetAt[] => {
    const unmet = unmetOf(asks, byItem);
    const level = structure.levels.find(({ key }) => key === place.levelKey)?.name ?? "";
    const track = version.tracks.find(({ key }) => key === place.trackKey)?.name ?? null;
    return unmet.length === 0 ? [] : [{ level, track, unmet }];
  });
}
