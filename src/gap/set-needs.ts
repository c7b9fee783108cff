/** Saying what a unit needs (NED-1): by its manager, for one model, every level and track on one sheet. */
import { isId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { unitOn } from "../organisation/store.ts";
import { unitsActedFor } from "../people/acting.ts";
import { maySetNeeds } from "./access.ts";
import {
  fieldOf,
  readNeed,
  sameNeed,
  type Need,
  type NeedCode,
  type NeedPlace,
  type TypedNeed,
} from "./need.rules.ts";
import { holdNeeds, needsNow, needsSaid, saveNeeds, type NeedSaid } from "./need.store.ts";
import { openModels, type OpenNeedModel } from "./view-needs.ts";

export type SetNeedsCode = NeedCode | "changed-meanwhile" | "unknown-place";

export type NeedSheet = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly model: OpenNeedModel;
  readonly places: readonly (NeedPlace & {
    readonly level: string;
    readonly track: string | null;
    readonly need: Need | null;
  })[];
  /** All that has been said, the latest day first and in the order of the model; what was said of levels that are no more as well. */
  readonly said: readonly NeedSaid[];
  /** What the sheet was made from: a later word by somebody else changes it. */
  readonly stamp: string;
};

/** Throws NotFound for whoever doesn't say what the unit needs, and for a unit or model that isn't there today. */
export async function viewNeedSheet(work: Work, unitId: string, slug: string): Promise<NeedSheet> {
  const unit = isId(unitId) ? await unitOn(work, unitId, work.today) : undefined;
  if (!unit || !maySetNeeds(work.actor, unit.id, await unitsActedFor(work))) throw new NotFound("unit");
  const model = (await openModels(work)).find((each) => each.slug === slug);
  if (!model) throw new NotFound("model");
  const needs = (await needsNow(work, [model.modelId])).filter((need) => need.unitId === unit.id);
  const places = model.levels.flatMap(({ levelId, name, tracks }) =>
    [{ trackId: null, name: null }, ...tracks].map(({ trackId, name: track }) => ({
      levelId,
      trackId,
      level: name,
      track,
      need: needs.find((need) => need.levelId === levelId && need.trackId === trackId) ?? null,
    })),
  );
  const order = places.map(placeKey);
  const placed = (need: NeedPlace): number => {
    const at = order.indexOf(placeKey(need));
    return at === -1 ? order.length : at;
  };
  return {
    unit: { id: unit.id, name: unit.name },
    model,
    places,
    said: (await needsSaid(work, unit.id, model.modelId)).toSorted((a, b) =>
      a.from < b.from ? 1 : a.from > b.from ? -1 : placed(a) - placed(b),
    ),
    stamp: stampOf(places),
  };
}

const placeKey = ({ levelId, trackId }: NeedPlace): string => `${levelId} ${trackId ?? ""}`;

const stampOf = (places: readonly { readonly need: Need | null }[]): string =>
  places
    .map(({ need }) => (need ? [need.people, need.fullTime ?? "", need.neededBy ?? ""].join("/") : ""))
    .join(";");

/** Says what the unit needs at these places; a place that isn't among them stays as it is. All of it or nothing. */
export async function setNeeds(
  work: Work,
  input: {
    readonly unitId: string;
    readonly slug: string;
    readonly needs: readonly TypedNeed[];
    readonly stamp: string;
  },
): Promise<Result<null, SetNeedsCode>> {
  const { actor } = work;
  if (!actor) throw new NotFound("unit");
  if (isId(input.unitId)) await holdNeeds(work, input.unitId);
  const sheet = await viewNeedSheet(work, input.unitId, input.slug);
  const reasons: Reason<SetNeedsCode>[] = [];
  const changes = input.needs.flatMap((typed) => {
    const place = sheet.places.find(
      ({ levelId, trackId }) => levelId === typed.levelId && trackId === typed.trackId,
    );
    if (!place) {
      reasons.push({ code: "unknown-place", field: fieldOf("people", typed) });
      return [];
    }
    const read = readNeed(typed, work.today, place.need?.neededBy ?? null);
    reasons.push(...read.reasons);
    return sameNeed(place.need, read.need) ? [] : [{ place, need: read.need }];
  });
  if (sheet.stamp !== input.stamp) reasons.unshift({ code: "changed-meanwhile" });
  if (reasons.length > 0) return refused(...reasons);
  const about = { unitId: sheet.unit.id, modelId: sheet.model.modelId, accountId: actor.accountId };
  if (changes.length > 0) await saveNeeds(work, about, changes);
  return done(null);
}
