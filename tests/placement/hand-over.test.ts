import { expect, test } from "vitest";
import { handOverOffers } from "../../src/placement/hand-over.rules.ts";

const authorities = new Map([
  ["rehab", "care"],
  ["pupil-health", "school"],
  ["town-hall", null],
]);
const ended = {
  id: "p1",
  modelId: "m1",
  professionId: "physio",
  versionId: "v1",
  levelId: "l1",
  trackId: null,
  from: "2020-01-01",
  to: "2024-12-01",
  endedBecause: "authority" as const,
  authorityId: "care",
  takenOver: null,
};
const works = (unitId: string, from = "2024-12-01", professionId = "physio") => ({
  unitId,
  professionId,
  from,
  to: null,
});
const units = (
  today: string,
  history: (typeof ended | (Omit<typeof ended, "to"> & { to: null }))[],
  ...periods: ReturnType<typeof works>[]
) => handOverOffers(today, history, periods, authorities).map((offer) => offer.unitId);

test.each([
  ["2024-11-30", []],
  ["2024-12-01", ["pupil-health"]],
  ["2026-11-30", ["pupil-health"]],
  ["2026-12-01", []],
])("PLC-2 from the day that it ended until the retention time is over: %s", (today, expected) => {
  expect(units(today, [ended], works("pupil-health"))).toEqual(expected);
});

test("ORG-2 only across an authority's line, the organisation itself being one", () => {
  expect(units("2025-01-01", [ended], works("rehab"))).toEqual([]);
  expect(units("2025-01-01", [ended], works("town-hall"))).toEqual(["town-hall"]);
  expect(units("2025-01-01", [ended], works("pupil-health"), works("pupil-health"))).toEqual([
    "pupil-health",
  ]);
});

test("PLC-2 only in the profession, and only the latest placement once it has ended", () => {
  expect(units("2025-01-01", [ended], works("pupil-health", "2024-12-01", "clerk"))).toEqual([]);
  expect(units("2025-01-01", [{ ...ended, to: null }], works("pupil-health"))).toEqual([]);
  const later = { ...ended, id: "p2", from: "2024-12-01", to: null };
  expect(units("2025-01-01", [ended, later], works("pupil-health"))).toEqual([]);
});
