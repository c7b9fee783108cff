/** How large the bench's installations are. */
import type { LocalDate } from "../src/shared/local-date.ts";

export type Size = {
  /** Organisations with people, alike in size. */
  readonly organisations: number;
  /** Open people in each; one in eleven more has left. */
  readonly people: number;
  readonly units: number;
  readonly models: number;
  /** Of ten in a profession that has a model, how many are placed; 10 is everybody there is, all of them in the one model's profession. */
  readonly placedOfTen: 7 | 10;
  /** Rows of the staff file that is read in. */
  readonly rows: number;
  /** Frozen measurements, four months between them, the latest a month ago. */
  readonly measurements: number;
  /** How many times each of those who ask at once asks for a page; the bare route twenty times as often. */
  readonly rounds: number;
};

export const SIZES = {
  /** For the tests: everything there is, in seconds. */
  tiny: {
    organisations: 1,
    people: 120,
    units: 12,
    models: 2,
    placedOfTen: 7,
    rows: 120,
    measurements: 2,
    rounds: 2,
  },
  small: {
    organisations: 1,
    people: 600,
    units: 30,
    models: 25,
    placedOfTen: 7,
    rows: 600,
    measurements: 15,
    rounds: 30,
  },
  region: {
    organisations: 1,
    people: 60_000,
    units: 3_000,
    models: 25,
    placedOfTen: 7,
    rows: 60_000,
    measurements: 15,
    rounds: 30,
  },
  /** A region whose people are all placed in one model: what a revision of it would do (MOD-12). */
  "one-model": {
    organisations: 1,
    people: 60_000,
    units: 3_000,
    models: 1,
    placedOfTen: 10,
    rows: 600,
    measurements: 0,
    rounds: 1,
  },
  national: {
    organisations: 20,
    people: 60_000,
    units: 3_000,
    models: 25,
    placedOfTen: 7,
    rows: 60_000,
    measurements: 15,
    rounds: 30,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;
export const isSizeName = (text: string): text is SizeName => Object.hasOwn(SIZES, text);

/** The day on which everything is built: what is open then is open on any later day. */
export const BUILT_ON: LocalDate = "2026-06-01";

/** People in the one unit whose manager's page is measured. */
export const TEAM = 30;
