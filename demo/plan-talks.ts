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

/**
 * The talks of one unit that are written down together. `place`: on the day of the last of them. `save`: talks to come, prepared.
 * `move`: a later talk with one person each, after which they are at another level.
 */
export type Sitting = {
  readonly intent: "place" | "save" | "move";
  readonly day: LocalDate;
  readonly talks: readonly Talk[];
};

/** Most people are in the core. */
const LEVELS = [1, 0, 1, 2, 1, 0, 1, 1, 2, 0, 1, 3];
/** From the adoption to the first talk, in days; and the time that all talks take, where nothing else is said. */
const FIRST_TALK = 3;
const ALL_TALKS = 330;
const TALKS_A_SITTING = 8;
const DAYS_A_SITTING = 45;

/** From the first talk to the next, for those whose place changes; and from today to talks that are prepared; in days. */
const NEXT_TALK = 290;
const PREPARED_TALK = 9;
const PREPARED_A_UNIT = 2;
/** The outermost level that there is in every model, counted from the innermost. */
const EVERY_MODEL_HAS = 3;

export function planSittings(organisation: DemoOrganisation, today: LocalDate): Sitting[] {
  const talks = planTalks(organisation, today, (placed) => placed);
  const sittings = unitByUnit(talks).flatMap((own) =>
    inSittings(own).map((together): Sitting => ({
      intent: "place",
      talks: together,
      day: together.at(-1)?.day ?? today,
    })),
  );
  return [
    ...sittings,
    ...(organisation.goesOn ? [...planMoves(talks, today), ...planPrepared(organisation, today)] : []),
  ];
}

/** A unit's talks in order, cut where there are enough of them or the first is too long ago. */
function inSittings(talks: readonly Talk[]): Talk[][] {
  const sittings: Talk[][] = [];
  for (const talk of talks.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const open = sittings.at(-1);
    const first = open?.[0];
    if (open && first && open.length < TALKS_A_SITTING && talk.day <= addDays(first.day, DAYS_A_SITTING))
      open.push(talk);
    else sittings.push([talk]);
  }
  return sittings;
}

const unitByUnit = (talks: readonly Talk[]): Talk[][] => [
  ...Map.groupBy(talks, (talk) => talk.unit).values(),
];

/** One in six has moved: outward, or inward from the outer levels, when they changed field. */
function planMoves(talks: readonly Talk[], today: LocalDate): Sitting[] {
  const moving = talks.filter(
    ({ day, turn }) => turn % 6 === 2 && addDays(day, NEXT_TALK) < addDays(today, -4),
  );
  return moving.map((talk): Sitting => {
    const day = addDays(talk.day, NEXT_TALK);
    const level = talk.level < EVERY_MODEL_HAS ? talk.level + 1 : talk.level - 1;
    return { intent: "move", day, talks: [{ ...talk, day, level }] };
  });
}

/** In every unit the next talks are prepared. */
function planPrepared(organisation: DemoOrganisation, today: LocalDate): Sitting[] {
  const waiting = planTalks(organisation, today, (placed) => !placed);
  return unitByUnit(waiting).map((own) => ({
    intent: "save",
    day: addDays(today, -2),
    talks: own
      .slice(0, PREPARED_A_UNIT)
      .map((talk, index) => ({ ...talk, day: addDays(today, PREPARED_TALK + index) })),
  }));
}

/** The first talk with everyone whom `wanted` takes: those who are placed, or those who are not yet. */
function planTalks(
  organisation: DemoOrganisation,
  today: LocalDate,
  wanted: (placed: boolean) => boolean,
): Talk[] {
  let turn = 0;
  return organisation.models.flatMap((model): Talk[] => {
    const { adopted, levels = LEVELS, days = ALL_TALKS } = model;
    if (adopted === null) return [];
    const first = addDays(addMonths(today, -adopted), FIRST_TALK);
    const chosen = organisation.staff.filter(
      (each, index) => counts(organisation, model, each) && wanted(isPlaced(model, each, index)),
    );
    return chosen.flatMap((employment, index): Talk[] => {
      const day = earliest(addDays(first, Math.floor((index * days) / chosen.length)), employment, today);
      if (day === null) return [];
      const level = levels[turn % levels.length] ?? 0;
      return [{ number: employment.number, unit: employment.unit, day, level, turn: turn++ }];
    });
  });
}

/** Works in the model's profession; not by the hour, and not in a second employment. */
function counts(
  organisation: DemoOrganisation,
  { profession }: DemoModel,
  employment: DemoEmployment,
): boolean {
  const known = organisation.professions.find((each) => each.nameSv === profession);
  const names = [profession, ...(known?.titles ?? [])].map((name) => name.toLowerCase());
  return (
    names.includes(employment.title.toLowerCase()) && employment.form !== "Timavlönad" && employment.main
  );
}

/** Is the person among those of every ten who are placed? */
function isPlaced({ placed = 0 }: DemoModel, employment: DemoEmployment, index: number): boolean {
  const share = typeof placed === "number" ? placed : (placed[employment.title.toLowerCase()] ?? 0);
  return (index * 7 + 3) % 10 < share;
}

/** A talk on or after `day`, when the person has worked here for a month; none when that is still ahead. */
function earliest(day: LocalDate, employment: DemoEmployment, today: LocalDate): LocalDate | null {
  const begun = addMonths(employment.from, 1);
  const held = day > begun ? day : begun;
  return held <= addDays(today, -4) ? held : null;
}
