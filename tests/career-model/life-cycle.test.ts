import { describe, expect, test } from "vitest";
import type { Candidate, DatedVersion } from "../../src/career-model/life-cycle.rules.ts";
import {
  canAdopt,
  isEditable,
  MODEL_STATUSES,
  modelTransition,
  transition,
  VERSION_STATUSES,
  versionInForce,
} from "../../src/career-model/life-cycle.rules.ts";

describe("MOD-2: a version goes draft, consultation, adopted, superseded", () => {
  test("and nowhere else", () => {
    const possible = VERSION_STATUSES.flatMap((from) =>
      VERSION_STATUSES.filter((to) => transition(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(possible).toEqual([
      "draft → consultation",
      "draft → adopted",
      "consultation → draft",
      "consultation → adopted",
      "adopted → superseded",
    ]);
  });

  test("and is open to change only before it is adopted", () => {
    expect(VERSION_STATUSES.filter(isEditable)).toEqual(["draft", "consultation"]);
  });
});

describe("MOD-2: one version is in force at a time, from a date", () => {
  const versions: DatedVersion[] = [
    { number: 3, status: "draft", inForceFrom: null },
    { number: 2, status: "adopted", inForceFrom: "2026-12-01" },
    { number: 1, status: "superseded", inForceFrom: "2024-03-01" },
  ];

  test.each([
    ["the day before the first", "2024-02-29", undefined],
    ["the first's own day", "2024-03-01", 1],
    ["the day before the second", "2026-11-30", 1],
    ["the second's own day", "2026-12-01", 2],
    ["long after", "2199-12-31", 2],
  ])("%s", (_, day, number) => {
    expect(versionInForce(versions, day)?.number).toBe(number);
    expect(versionInForce(versions.toReversed(), day)?.number).toBe(number);
  });

  test("a draft with a date is not in force", () => {
    expect(
      versionInForce([{ number: 1, status: "consultation", inForceFrom: "2024-01-01" }], "2026-01-01"),
    ).toBeNull();
  });
});

test("MOD-2: a model rests and is taken up again; one that is withdrawn stays so", () => {
  const ways = MODEL_STATUSES.flatMap((from) =>
    MODEL_STATUSES.filter((to) => modelTransition(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(ways).toEqual(["active → dormant", "active → withdrawn", "dormant → active", "dormant → withdrawn"]);
});

describe("MOD-2: adopting a version", () => {
  const candidate: Candidate = {
    modelStatus: "active",
    status: "draft",
    structure: {
      name: "Prov",
      levels: [{ key: "ny", name: "Ny", shortText: "Du lär dig.", kind: "core" }],
      headings: [{ key: "uppgifter", name: "Uppgifter" }],
      coreCompetencies: [],
      ratingScale: [],
    },
    version: {
      number: 2,
      intro: "En modell.",
      levelIntros: [],
      tracks: [],
      groups: [],
      items: [
        {
          key: "a",
          levelKey: "ny",
          trackKey: null,
          headingKey: "uppgifter",
          kind: "duty",
          mandatory: null,
          text: "Du provar.",
          visibility: "public",
        },
      ],
      onward: [],
    },
    inForceFrom: "2026-12-01",
    others: [{ number: 1, status: "adopted", inForceFrom: "2026-11-30" }],
  };

  test("a draft that holds together can be adopted, from the day after the one in force began", () => {
    expect(canAdopt(candidate)).toEqual([]);
    expect(canAdopt({ ...candidate, status: "consultation", modelStatus: "dormant" })).toEqual([]);
  });

  test("not on the same day as the one in force, nor before", () => {
    const reason = {
      code: "not-after-version-in-force",
      field: "inForceFrom",
      data: { number: 1, from: "2026-11-30" },
    };
    expect(canAdopt({ ...candidate, inForceFrom: "2026-11-30" })).toEqual([reason]);
    expect(canAdopt({ ...candidate, inForceFrom: "2026-11-29" })).toEqual([reason]);
  });

  test.each(["adopted", "superseded"] as const)("not again when it is %s", (status) => {
    expect(canAdopt({ ...candidate, status })).toEqual([{ code: "not-adoptable-from", data: { status } }]);
  });

  test("only a withdrawn model stops it", () => {
    const stopped = MODEL_STATUSES.filter(
      (modelStatus) => canAdopt({ ...candidate, modelStatus }).length > 0,
    );
    expect(stopped).toEqual(["withdrawn"]);
  });

  test("every reason is given at once", () => {
    const reasons = canAdopt({
      ...candidate,
      status: "adopted",
      modelStatus: "withdrawn",
      version: { ...candidate.version, intro: "", items: [] },
      inForceFrom: "2026-02-30",
    });
    expect(reasons.map(({ code }) => code)).toEqual([
      "not-adoptable-from",
      "model-withdrawn",
      "not-a-day",
      "empty-text",
      "level-without-items",
    ]);
  });
});
