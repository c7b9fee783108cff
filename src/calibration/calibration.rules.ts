/**
 * Calibration (PLC-8): managers place the same invented cases apart; then it shows where they differ, and by which requirement. What is held side by side are
 * readings of a model's words: nobody's answers are added up, and none is more right than another.
 */
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import { checkWords } from "../placement/rules.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";

export type State = "draft" | "open" | "closed";

/** How far a round has come. */
export type Standing = {
  readonly state: State;
  /** Managers who are asked, and how many of them have handed in. */
  readonly seats: number;
  readonly handedIn: number;
};

/** How somebody comes to a round: as one who leads it, as one who is asked, or both. */
export type Reader = { readonly isLead: boolean; readonly seat: { readonly handedIn: boolean } | null };

const allIn = ({ seats, handedIn }: Standing): boolean => seats > 0 && handedIn === seats;

/** May the answers be talked about: has everybody handed in, or has the round been closed? */
export const isMet = (standing: Standing): boolean =>
  standing.state === "closed" || (standing.state === "open" && allIn(standing));

/** May the reader hold others' answers side by side? Never before one's own is handed in, while the round is open. */
export const mayCompare = ({ isLead, seat }: Reader, standing: Standing): boolean =>
  isMet(standing) ? isLead || seat !== null : seat !== null && seat.handedIn;

/** Are the answers shown with whose they are? Only for those who gave one themselves, when all can talk about them. */
export const seesNames = ({ seat }: Reader, standing: Standing): boolean =>
  seat !== null && seat.handedIn && isMet(standing);

/** May the reader write down what those who met agreed? */
export const mayAgree = ({ isLead, seat }: Reader, standing: Standing): boolean =>
  isMet(standing) && (isLead || (seat !== null && seat.handedIn));

export type Place = { readonly levelId: Id; readonly trackId: Id | null };
export type Mark = { readonly itemId: Id; readonly shows: boolean };
/** One manager's answer about one case; `by` is whose, where that is shown. */
export type Placing = Place & {
  readonly caseId: Id;
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly by: string | null;
};

/** Those who placed a case alike, each with their reasons. */
export type Placed = Place & { readonly placings: readonly Placing[] };

/** How the requirements of one case were read. */
export type Reading = { readonly itemId: Id; readonly shows: number; readonly not: number };

export type CaseSideBySide = {
  readonly caseId: Id;
  /** In the model's order. */
  readonly places: readonly Placed[];
  /** Those that somebody marked; those that divide first. */
  readonly readings: readonly Reading[];
  readonly differs: boolean;
};

/** Do some read the requirement one way, and some the other? */
export const divides = ({ shows, not }: Pick<Reading, "shows" | "not">): boolean => shows > 0 && not > 0;

/** PLC-8: case by case, those that were placed differently first; otherwise in the order in which they were written. `order` is the model's places, inmost first. */
export function sideBySide(
  cases: readonly Id[],
  order: readonly Place[],
  placings: readonly Placing[],
): CaseSideBySide[] {
  const all = cases.map((caseId): CaseSideBySide => {
    const own = placings.filter((placing) => placing.caseId === caseId);
    const places = order.flatMap(({ levelId, trackId }): Placed[] => {
      const alike = own.filter((placing) => placing.levelId === levelId && placing.trackId === trackId);
      return alike.length > 0 ? [{ levelId, trackId, placings: alike }] : [];
    });
    return { caseId, places, readings: readingsOf(own), differs: places.length > 1 };
  });
  return [...all.filter(({ differs }) => differs), ...all.filter(({ differs }) => !differs)];
}

function readingsOf(placings: readonly Placing[]): Reading[] {
  const byItem = Map.groupBy(
    placings.flatMap(({ marks }) => marks),
    ({ itemId }) => itemId,
  );
  const readings = [...byItem].map(([itemId, marks]): Reading => {
    const shows = marks.filter((mark) => mark.shows).length;
    return { itemId, shows, not: marks.length - shows };
  });
  return [...readings.filter(divides), ...readings.filter((reading) => !divides(reading))];
}

/** A requirement through the cases. */
export type RequirementSideBySide = {
  readonly itemId: Id;
  readonly cases: readonly (Omit<Reading, "itemId"> & { readonly caseId: Id })[];
  readonly divides: boolean;
};

/** PLC-8: requirement by requirement, those that divide in some case first, then those that decided for somebody; in the model's order. */
export function byRequirement(
  items: readonly Id[],
  cases: readonly CaseSideBySide[],
): RequirementSideBySide[] {
  const all = items.flatMap((itemId): RequirementSideBySide[] => {
    const own = cases.flatMap(({ caseId, readings }) =>
      readings.flatMap(({ shows, not, ...reading }) =>
        reading.itemId === itemId ? [{ caseId, shows, not }] : [],
      ),
    );
    return own.length > 0 ? [{ itemId, cases: own, divides: own.some(divides) }] : [];
  });
  return [...all.filter((each) => each.divides), ...all.filter((each) => !each.divides)];
}

/** In characters; a reading has room for where it comes from when it is put to those who write the model. */
export const LONGEST_TITLE = 120;
export const LONGEST_STORY = 3000;
export const LONGEST_WORDS = 2000;
export const LONGEST_READING = 1800;
export const MOST_CASES = 12;
export const MOST_SEATS = 200;

export type RoundCode =
  | "missing"
  | "too-long"
  | "bad-character"
  | "not-a-day"
  | "day-passed"
  | "unknown-model"
  | "unknown-unit"
  | "no-cases"
  | "too-many-cases"
  | "too-few-managers"
  | "too-many-managers"
  | "gone-on";

export const checkRound = (
  { title, until }: { readonly title: string; readonly until: string },
  today: LocalDate,
): Reason<RoundCode>[] => [...checkWords("title", title, LONGEST_TITLE), ...checkUntil(until, today)];

function checkUntil(until: string, today: LocalDate): Reason<RoundCode>[] {
  if (until === "") return [{ code: "missing", field: "until" }];
  if (!isDay(until)) return [{ code: "not-a-day", field: "until" }];
  return until < today ? [{ code: "day-passed", field: "until" }] : [];
}

export const checkCase = ({
  title,
  story,
}: {
  readonly title: string;
  readonly story: string;
}): Reason<RoundCode>[] => [
  ...checkWords("title", title, LONGEST_TITLE),
  ...checkWords("story", story, LONGEST_STORY),
];
