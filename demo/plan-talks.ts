/** Which talks are held in the demo, when, and in which sittings they are written down. Pure: the same every time. */
import { addDays, addMonths, type LocalDate } from "../src/shared/local-date.ts";
import type { DemoEmployment, DemoModel, DemoOrganisation } from "./organisation.ts";

export type Talk = {
  /** The employment's number. */
  readonly number: string;
  readonly unit: string;
  readonly day: LocalDate;
  /** Counted from the innermost. */
  readonly level: number;
  /** Counts those who are placed in the organisation. */
  readonly turn: number;
};

/** The talks of one unit that are written down together, on the day of the last of them. */
export type Sitting = { readonly day: LocalDate; readonly talks: readonly Talk[] };

/** Most people are in the core. */
const LEVELS = [1, 0, 1, 2, 1, 0, 1, 1, 2, 0, 1, 3];
/** From the adoption to the first talk, in days; and the time that all talks take, where nothing else is said. */
const FIRST_TALK = 3;
const ALL_TALKS = 330;
const TALKS_A_SITTING = 8;

export function planSittings(organisation: DemoOrganisation, today: LocalDate): Sitting[] {
  const byUnit = Map.groupBy(planTalks(organisation, today), (talk) => talk.unit);
  return [...byUnit.values()].flatMap((talks) => {
    const inOrder = talks.toSorted((a, b) => (a.day < b.day ? -1 : 1));
    const count = Math.ceil(inOrder.length / TALKS_A_SITTING);
    return Array.from({ length: count }, (_, index): Sitting => {
      const together = inOrder.slice(index * TALKS_A_SITTING, (index + 1) * TALKS_A_SITTING);
      return { talks: together, day: together.at(-1)?.day ?? today };
    });
  });
}

function planTalks(organisation: DemoOrganisation, today: LocalDate): Talk[] {
  let turn = 0;
  return organisation.models.flatMap((model): Talk[] => {
    const { adopted, levels = LEVELS, days = ALL_TALKS } = model;
    if (adopted === null) return [];
    const first = addDays(addMonths(today, -adopted), FIRST_TALK);
    const chosen = organisation.staff.filter((each, index) => isPlaced(organisation, model, each, index));
    return chosen.flatMap((employment, index): Talk[] => {
      const day = earliest(addDays(first, Math.floor((index * days) / chosen.length)), employment, today);
      if (day === null) return [];
      const level = levels[turn % levels.length] ?? 0;
      return [{ number: employment.number, unit: employment.unit, day, level, turn: turn++ }];
    });
  });
}

/** Is the person among those of every ten who are placed? Hourly staff and second employments are not. */
function isPlaced(
  organisation: DemoOrganisation,
  { profession, placed = 0 }: DemoModel,
  employment: DemoEmployment,
  index: number,
): boolean {
  const title = employment.title.toLowerCase();
  const known = organisation.professions.find((each) => each.nameSv === profession);
  const names = [profession, ...(known?.titles ?? [])].map((name) => name.toLowerCase());
  const share = typeof placed === "number" ? placed : (placed[title] ?? 0);
  const counts = names.includes(title) && employment.form !== "Timavlönad" && employment.main;
  return counts && (index * 7 + 3) % 10 < share;
}

/** A talk on or after `day`, when the person has worked here for a month; none when that is still ahead. */
function earliest(day: LocalDate, employment: DemoEmployment, today: LocalDate): LocalDate | null {
  const begun = addMonths(employment.from, 1);
  const held = day > begun ? day : begun;
  return held <= addDays(today, -4) ? held : null;
}
