/** What an assessment asks: the effective model as it was when it was begun, and what differs from today's (MOD-5, MOD-9). */
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { compose, type Layer } from "../career-model/compose.rules.ts";
import { adoptedContent } from "../career-model/adopted-content.ts";
import { layersOver } from "../layers/store.ts";
import type { EffectiveContent } from "../layers/view-effective.ts";
import type { Assessment } from "./assessment.store.ts";
import {
  askedAt,
  demonstratedIn,
  NOTHING_SINCE,
  sinceBegun,
  statementsOf,
  type Asked,
  type AskedPlace,
  type Since,
} from "./statements.rules.ts";

/** An adopted version with the supplements of a unit over it as they were on a day, and the identities of its items. */
export type Held = { readonly effective: EffectiveContent; readonly itemIds: Readonly<Record<string, Id>> };

export const effectiveOn = async (work: Work, versionId: Id, unitId: Id, day: LocalDate): Promise<Held> =>
  heldUnder(work, versionId, await layersOver(work, versionId, { day, unitId }));

/** An adopted version under layers that have been read. */
export async function heldUnder(work: Work, versionId: Id, layers: readonly Layer[]): Promise<Held> {
  const content = await adoptedContent(work, versionId);
  if (!content) throw new Error("a version that was adopted is gone");
  return { effective: compose(content, layers), itemIds: content.itemIds };
}

export type AskedOf = Pick<Assessment, "versionId" | "unitId" | "begunOn" | "levelId" | "trackId">;

/** What is asked, where in the model, and the model that asks it. */
export type AskedThen = Asked & { readonly place: AskedPlace; readonly held: Held };

/** What is asked, in the version that the assessment was begun on, with the supplements of that day. */
export async function askedIn(work: Work, assessment: AskedOf): Promise<AskedThen> {
  const { versionId, unitId, begunOn } = assessment;
  return askedUnder(assessment, await effectiveOn(work, versionId, unitId, begunOn));
}

/** The same of a model that has been read. */
export function askedUnder(assessment: AskedOf, held: Held): AskedThen {
  const { levelIds, trackIds } = held.effective;
  const levelKey = keyOf(levelIds, assessment.levelId);
  const trackKey = assessment.trackId === null ? null : keyOf(trackIds, assessment.trackId);
  const place = { levelKey, trackKey };
  return { ...askedAt(held.effective, held.itemIds, place), place, held };
}

function keyOf(ids: Readonly<Record<string, Id>>, id: Id): string {
  const key = Object.keys(ids).find((each) => ids[each] === id);
  if (key === undefined) throw new Error("an assessment's level or track is gone");
  return key;
}

/** MOD-5: what differs today from what was asked. Where the model has no version in force, nothing is said to differ. */
export async function sinceThen(
  work: Work,
  assessment: AskedOf & Pick<Assessment, "inForce">,
  asked: AskedThen,
): Promise<Since> {
  const { inForce, unitId } = assessment;
  return inForce ? sinceUnder(asked, await effectiveOn(work, inForce.id, unitId, work.today)) : NOTHING_SINCE;
}

/** The same of a model that has been read. */
export const sinceUnder = (asked: AskedThen, now: Held): Since =>
  sinceBegun(
    statementsOf(asked),
    statementsOf(askedAt(now.effective, now.itemIds, asked.place)),
    demonstratedIn(now.effective, now.itemIds),
  );

/** The name of a level, and of a track in it, in the version that the assessment was begun on. */
export const placeNames = ({ held }: { readonly held: Held }) => ({
  level: (key: string): string =>
    held.effective.structure.levels.find((each) => each.key === key)?.name ?? key,
  track: (key: string): string => held.effective.version.tracks.find((each) => each.key === key)?.name ?? key,
});
