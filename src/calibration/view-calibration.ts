/** One round: to those who lead it, its cases and whom it asks; to a manager, the cases to place and one's own placings (PLC-8). */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { mayCompare, type Placing, type Reader } from "./calibration.rules.ts";
import { askable, type Askable } from "./open-round.ts";
import { oneRound } from "./round.ts";
import { placesIn, type NamedPlace } from "./round-text.ts";
import { casesOf, ownPlacings, seatsOf, type Case, type Round, type Seat } from "./store.ts";

export type CalibrationView = {
  readonly round: Round;
  readonly reader: Reader;
  readonly mayCompare: boolean;
  readonly cases: readonly (Case & { readonly isPlaced: boolean })[];
  /** For those who lead: the units that are asked, and those that can be. Who the managers are isn't told. */
  readonly seats: readonly Pick<Seat, "unitId" | "unit" | "handedIn">[];
  readonly askable: readonly Pick<Askable, "unitId" | "name">[];
};

export async function viewCalibration(work: Work, id: string): Promise<CalibrationView> {
  const { round, reader, standing } = await oneRound(work, id);
  const own = await placedBy(work, round);
  const seats = reader.isLead ? await seatsOf(work, round.id) : [];
  const seated = new Set(seats.map(({ personId }) => personId));
  const open = reader.isLead && round.state !== "closed" ? await askable(work, round) : [];
  return {
    round,
    reader,
    mayCompare: mayCompare(reader, standing),
    cases: (await casesOf(work, round.id)).map((each) => ({
      ...each,
      isPlaced: own.some(({ caseId }) => caseId === each.id),
    })),
    seats: seats.map(({ unitId, unit, handedIn }) => ({ unitId, unit, handedIn })),
    askable: open
      .filter(({ personId }) => !seated.has(personId))
      .map(({ unitId, name }) => ({ unitId, name })),
  };
}

const placedBy = async (work: Work, round: Round): Promise<readonly Placing[]> =>
  round.seat !== null && work.actor?.personId ? ownPlacings(work, round.id, work.actor.personId) : [];

export type CaseView = {
  readonly round: Round;
  readonly reader: Reader;
  readonly case: Case;
  /** The next case that isn't placed; null when there is none. */
  readonly next: string | null;
  readonly places: readonly NamedPlace[];
  readonly own: Placing | null;
  readonly principles: string;
};

/** A case with what it is placed by, and one's own placing of it. */
export async function viewCase(work: Work, id: string, caseId: string): Promise<CaseView> {
  const { round, reader } = await oneRound(work, id);
  const cases = await casesOf(work, round.id);
  const one = cases.find((each) => each.id === caseId);
  if (!one) throw new NotFound("case");
  const own = await placedBy(work, round);
  const placed = new Set(own.map((each) => each.caseId));
  return {
    round,
    reader,
    case: one,
    next: cases.find((each) => each.id !== caseId && !placed.has(each.id))?.id ?? null,
    places: await placesIn(work, round),
    own: own.find((each) => each.caseId === caseId) ?? null,
    principles: (await settings(work)).placementPrinciples,
  };
}
