/** What is missing for the level next to one's own, as one's first page tells it: a look ahead, and no promise of a move (MOD-8, PLC-3). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Held } from "../assessment/asked.ts";
import { asksAt, requirementsIn } from "../assessment/met.rules.ts";
import { knownOn, questionOf } from "../assessment/met.store.ts";
import { placeOf, placesOf, type PlaceChoice } from "./level-asked.ts";
import { linesFor, type Line } from "./missing.rules.ts";

export type Ahead = {
  readonly place: PlaceChoice;
  /** Is it the level where the person is, because there is none outside it? */
  readonly isOwn: boolean;
  /** What is mandatory there, in reading order. */
  readonly lines: readonly Line[];
};

type Placed = { readonly levelId: Id; readonly trackId: Id | null; readonly authorityId: Id | null };

/** The place next outward from one's own that is used here, in one's own track where it goes on there; at the outermost level one's own. Null when the version has the level no longer. */
export function placeAhead(held: Held, placed: Placed): Pick<Ahead, "place" | "isOwn"> | null {
  const places = placesOf(held);
  const own = placeOf(held, places, placed);
  if (!own) return null;
  const levelKeys = [...new Set(places.map(({ levelKey }) => levelKey))];
  const outward = places.filter(
    ({ levelKey }) => levelKey === levelKeys[levelKeys.indexOf(own.levelKey) + 1],
  );
  const place = outward.find(({ trackKey }) => trackKey === own.trackKey) ?? outward[0];
  return place ? { place, isOwn: false } : { place: own, isOwn: true };
}

/** What is known of oneself there, with the facts of the placement's own authority (ORG-2). */
export async function levelAhead(
  work: Work,
  of: { readonly personId: Id; readonly professionId: Id; readonly held: Held; readonly placed: Placed },
): Promise<Ahead | null> {
  const ahead = placeAhead(of.held, of.placed);
  if (!ahead) return null;
  const asks = asksAt(of.held.effective, of.held.itemIds, ahead.place).mandatory;
  const known = await knownOn(work, {
    on: work.today,
    personIds: [of.personId],
    questions: requirementsIn(asks).map((each) => questionOf(each, of.professionId)),
    authorities: [of.placed.authorityId],
  });
  return { ...ahead, lines: linesFor(asks, new Map(known.map((each) => [each.itemId, each])), work.today) };
}
