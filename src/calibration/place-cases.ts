/** A manager places the cases, each by themself, and hands in (PLC-8). */
import { isId } from "../shared/ids.ts";
import { NotFound, done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkWords, readPlace } from "../placement/rules.ts";
import { LONGEST_WORDS, type Mark } from "./calibration.rules.ts";
import { ownRound } from "./round.ts";
import { placesIn } from "./round-text.ts";
import { casesOf, saveHandedIn, savePlacing } from "./store.ts";
import type { CaseAddress } from "./write-cases.ts";

export type PlacingCode =
  | "missing"
  | "unknown-level"
  | "unknown-requirement"
  | "too-long"
  | "bad-character"
  | "gone-on"
  | "not-all-placed";

/** `place` is a level, or a level and a track: see `readPlace`. */
export type TypedPlacing = {
  readonly place: string;
  readonly words: string;
  readonly marks: readonly Mark[];
};

/** Saves one's own placing of a case, for as long as one hasn't handed in. */
export async function placeCase(
  work: Work,
  { roundId, caseId }: CaseAddress,
  typed: TypedPlacing,
): Promise<Result<null, PlacingCode>> {
  const { round, personId } = await ownRound(work, roundId);
  if (!isId(caseId) || !(await casesOf(work, round.id)).some(({ id }) => id === caseId))
    throw new NotFound("case");
  if (round.state !== "open" || round.seat?.handedIn) return refused({ code: "gone-on" });
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const reasons: Reason<PlacingCode>[] = [];
  const places = await placesIn(work, round);
  const { levelId, trackId } = readPlace(typed.place);
  if (typed.place === "") reasons.push({ code: "missing", field: "place" });
  else if (!places.some((place) => place.levelId === levelId && place.trackId === trackId))
    reasons.push({ code: "unknown-level", field: "place" });
  reasons.push(...checkWords("words", words, LONGEST_WORDS));
  const known = new Set(places.flatMap(({ requirements }) => requirements.map(({ itemId }) => itemId)));
  const marks = new Map(typed.marks.map((mark) => [mark.itemId, mark]));
  if ([...marks.keys()].some((itemId) => !known.has(itemId))) reasons.push({ code: "unknown-requirement" });
  if (reasons.length > 0) return refused(...reasons);
  const of = { roundId: round.id, caseId, personId, versionId: round.versionId };
  await savePlacing(work, of, { levelId, trackId, words, marks: [...marks.values()] });
  return done(null);
}

/** Hands in all of one's placings; from then on none of them changes. Once more changes nothing. */
export async function handInPlacings(work: Work, roundId: string): Promise<Result<null, PlacingCode>> {
  const { round, personId } = await ownRound(work, roundId);
  if (round.seat?.handedIn) return done(null);
  if (round.state !== "open") return refused({ code: "gone-on" });
  if ((round.seat?.placed ?? 0) < round.cases) return refused({ code: "not-all-placed" });
  await saveHandedIn(work, round.id, personId);
  return done(null);
}
