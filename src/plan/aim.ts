/** What a goal comes from (PLN-1): a requirement that is missing, or a level or track of a model, as addresses name them. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { requirementsIn } from "../assessment/met.rules.ts";
import { levelAsked } from "../gap/level-asked.ts";
import { modelsInForce } from "../gap/missing.store.ts";
import type { NewGoal } from "./plan.store.ts";

/** As it stands in an address: the model's slug, a place of it as `PlaceChoice` writes it, and a requirement's identity; all empty for free words. */
export type AimAsked = { readonly model: string; readonly place: string; readonly item: string };

export type FoundAim = Pick<NewGoal, "modelId" | "levelId" | "trackId" | "itemId"> & {
  readonly modelSv: string;
  readonly modelEn: string;
  readonly level: string;
  readonly track: string | null;
  /** What the requirement says; null of a level. */
  readonly requirement: string | null;
};

export const isFree = ({ model }: AimAsked): boolean => model === "";

/** What is asked for today where the person works; null when it isn't there, or isn't used there (MOD-9). */
export async function findAim(
  work: Work,
  unitId: Id | null,
  { model: slug, place: value, item }: AimAsked,
): Promise<FoundAim | null> {
  const model = (await modelsInForce(work)).find((each) => each.slug === slug);
  if (!model || unitId === null) return null;
  const { held, place, asks } = await levelAsked(work, model, { unitId, value, otherwise: null });
  const levelId = place && held.effective.levelIds[place.levelKey];
  if (!place || !levelId || place.value !== value) return null;
  const requirement = requirementsIn([...asks.mandatory, ...asks.recommended]).find(
    ({ itemId }) => itemId === item,
  );
  if (item !== "" && !requirement) return null;
  return {
    modelId: model.modelId,
    levelId,
    trackId: place.trackKey === null ? null : (held.effective.trackIds[place.trackKey] ?? null),
    itemId: requirement?.itemId ?? null,
    modelSv: model.nameSv,
    modelEn: model.nameEn,
    level: place.level,
    track: place.track,
    requirement: requirement?.text ?? null,
  };
}
