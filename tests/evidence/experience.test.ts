/** Experience as rules: calendar time in a profession, leave as the organisation says, and the day that some months are reached. */
import { expect, test } from "vitest";
import {
  countedExperience,
  daysCounted,
  reachedOn,
  type Leave,
  type Worked,
} from "../../src/evidence/experience.rules.ts";

const work = (
  from: string,
  to: string | null,
  employmentId: string | null = "a",
  professionId = "physio",
): Worked => ({
  from,
  to,
  employmentId,
  professionId,
});
const leave = (from: string, to: string | null, employmentId = "a"): Leave => ({ from, to, employmentId });
const pieces = (worked: Worked[], leaves: Leave[] = [], leaveDays: number | null = null) =>
  countedExperience(worked, leaves, { professionId: "physio", leaveDays });
const drawn = (...args: Parameters<typeof pieces>): string[] =>
  pieces(...args).map(({ from, to, daysBefore }) => `${from} ${to ?? "-"} ${daysBefore}`);

test("ASM-2: one who is still employed has one piece that goes on", () => {
  expect(drawn([work("2024-01-01", null)])).toEqual(["2024-01-01 - 0"]);
});

test("ASM-2: overlapping employments count once, and a gap not at all", () => {
  expect(
    drawn([
      work("2020-01-01", "2021-01-01"),
      work("2020-06-01", "2021-07-01", "b"),
      work("2021-07-01", "2021-08-01", "c"),
      work("2022-01-01", null, "d"),
    ]),
  ).toEqual(["2020-01-01 2021-08-01 0", "2022-01-01 - 578"]);
});

test("ASM-2: work in another profession is that profession's", () => {
  expect(drawn([work("2020-01-01", "2021-01-01"), work("2021-01-01", null, "b", "clerk")])).toEqual([
    "2020-01-01 2021-01-01 0",
  ]);
});

test("ASM-2: time elsewhere lays itself together with employments here", () => {
  expect(drawn([work("2018-01-01", "2020-03-01", null), work("2020-01-01", null)])).toEqual([
    "2018-01-01 - 0",
  ]);
});

// A leave of 31 days, from 1 January to 31 January.
test.each([
  [null, ["2024-06-01 - 0"]],
  [31, ["2024-06-01 - 0"]],
  [30, ["2024-06-01 2025-01-01 0", "2025-02-01 - 214"]],
  [0, ["2024-06-01 2025-01-01 0", "2025-02-01 - 214"]],
])("ASM-2: with %j days of leave counted, a leave of 31 days leaves %j", (days, expected) => {
  expect(drawn([work("2024-06-01", null)], [leave("2025-01-01", "2025-02-01")], days)).toEqual(expected);
});

test("ASM-2: leaves that follow each other are one, and one that hasn't ended is long", () => {
  const two = [leave("2025-01-01", "2025-01-20"), leave("2025-01-20", "2025-02-01")];
  expect(drawn([work("2024-06-01", null)], two, 30)).toEqual(["2024-06-01 2025-01-01 0", "2025-02-01 - 214"]);
  expect(drawn([work("2024-06-01", null)], [leave("2025-01-01", null)], 365)).toEqual([
    "2024-06-01 2025-01-01 0",
  ]);
});

test("ASM-2: leave from one employment takes nothing from another", () => {
  expect(
    drawn([work("2024-06-01", null), work("2024-09-01", null, "b")], [leave("2024-07-01", null)], 0),
  ).toEqual(["2024-06-01 2024-07-01 0", "2024-09-01 - 30"]);
});

test.each([
  ["at the end of the time exactly", [work("2020-01-01", "2022-01-01")], 24, "2022-01-01"],
  ["not with a day less", [work("2020-01-01", "2021-12-31")], 24, null],
  ["in time that goes on, on a day to come", [work("2025-08-31", null)], 18, "2027-02-28"],
  [
    "with earlier time just before",
    [work("2020-01-01", "2020-12-31"), work("2025-01-01", null)],
    12,
    "2025-01-02",
  ],
  ["before a gap", [work("2020-01-01", "2022-01-01"), work("2025-01-01", null)], 12, "2021-01-01"],
  ["never by somebody who hasn't worked", [], 1, null],
] as const)("ASM-2: months are reached %s", (_, worked, months, expected) => {
  expect(reachedOn(pieces([...worked]), months)).toBe(expected);
});

test("ASM-2: days are counted up to a day, that day not among them", () => {
  const two = pieces([work("2020-01-01", "2020-01-11"), work("2026-11-01", null)]);
  expect(daysCounted(two, "2026-11-01")).toBe(10);
  expect(daysCounted(two, "2026-11-02")).toBe(11);
  expect(daysCounted(two, "2020-01-05")).toBe(4);
});
