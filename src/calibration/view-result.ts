/** The answers side by side, differences first, case by case and requirement by requirement, with what was agreed (PLC-8). */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayRaise } from "./access.ts";
import {
  byRequirement,
  isMet,
  mayAgree,
  mayCompare,
  seesNames,
  sideBySide,
  type CaseSideBySide,
  type Placing,
  type RequirementSideBySide,
} from "./calibration.rules.ts";
import { draftOf } from "./agree-reading.ts";
import { oneRound } from "./round.ts";
import { placesIn, type NamedPlace } from "./round-text.ts";
import { agreedIn, casesOf, placingsFor, type Agreed, type Case, type Round } from "./store.ts";

export type ResultView = {
  readonly round: Round;
  /** Has everybody handed in, or has the round been closed? */
  readonly isMet: boolean;
  readonly hasNames: boolean;
  readonly mayAgree: boolean;
  /** The version that what was agreed can be put to; null when the reader can't, or none is being written. */
  readonly raiseTo: number | null;
  readonly mayRaise: boolean;
  readonly cases: readonly Case[];
  readonly places: readonly NamedPlace[];
  readonly sideBySide: readonly CaseSideBySide[];
  readonly requirements: readonly RequirementSideBySide[];
  readonly agreed: readonly Agreed[];
};

/** Throws NotFound while the reader may not see others' answers. */
export async function viewResult(work: Work, id: string): Promise<ResultView> {
  const { round, reader, standing } = await oneRound(work, id);
  if (!mayCompare(reader, standing)) throw new NotFound("result");
  const hasNames = seesNames(reader, standing);
  const own = work.actor?.personId ?? null;
  const placings = await placingsFor(work, round.id, own);
  if (hasNames)
    work.reads.note({ personIds: others(placings, own), what: "calibration", basis: "calibration" });
  const [cases, places] = [await casesOf(work, round.id), await placesIn(work, round)];
  const shown = placings.map(({ caseId, levelId, trackId, words, marks, by }): Placing => ({
    caseId,
    levelId,
    trackId,
    words,
    marks,
    by: hasNames ? by : null,
  }));
  // Without names they stand in no order that tells whose they are.
  if (!hasNames) shown.sort((a, b) => (a.words < b.words ? -1 : 1));
  const compared = sideBySide(
    cases.map((each) => each.id),
    places,
    shown,
  );
  const maySend = mayRaise(work.actor, work.tenant);
  return {
    round,
    isMet: isMet(standing),
    hasNames,
    mayAgree: mayAgree(reader, standing),
    mayRaise: maySend,
    raiseTo: maySend ? ((await draftOf(work, round))?.number ?? null) : null,
    cases,
    places,
    sideBySide: compared,
    requirements: byRequirement(
      places.flatMap(({ requirements }) => requirements.map(({ itemId }) => itemId)),
      compared,
    ),
    agreed: await agreedIn(work, round.id),
  };
}

const others = (placings: readonly { readonly personId: Id }[], own: Id | null): Id[] => [
  ...new Set(placings.map(({ personId }) => personId).filter((personId) => personId !== own)),
];
