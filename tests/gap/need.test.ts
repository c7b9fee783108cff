import { expect, test } from "vitest";
import { maySetNeeds, sightOf } from "../../src/gap/access.ts";
import { needLines, readNeed, type UnitHave, type UnitNeed } from "../../src/gap/need.rules.ts";
import { GIVEN_ROLES, type Actor } from "../../src/shared/actor.ts";

const K = 5;
const units = [
  { id: "care", parentId: null, path: ["care"] },
  { id: "rehab", parentId: "care", path: ["care", "rehab"] },
  { id: "home", parentId: "care", path: ["care", "home"] },
];
const levels = [
  { levelId: "basic", tracks: [] },
  { levelId: "skilled", tracks: [] },
  { levelId: "expert", tracks: [{ trackId: "research" }, { trackId: "teaching" }] },
];
const have = (
  unitId: string | null,
  levelId: string,
  people: number,
  trackId: string | null = null,
): UnitHave => ({
  unitId,
  levelId,
  trackId,
  people,
  fullTime: people * 0.75,
});
const need = (unitId: string, levelId: string, people: number, more: Partial<UnitNeed> = {}): UnitNeed => ({
  unitId,
  levelId,
  trackId: null,
  people,
  fullTime: null,
  neededBy: null,
  ...more,
});
const linesAt = (
  unitId: string | null,
  facts: { needs?: UnitNeed[]; haves?: UnitHave[] },
  known: string[] = [],
) =>
  needLines(
    units,
    levels,
    { needs: [], haves: [], ...facts },
    K,
    new Set(known),
  )(unitId).filter(({ trackId }) => trackId === null);

test("NED-1 need, have and gap stand side by side, summed up the tree", () => {
  const facts = {
    needs: [need("rehab", "basic", 8), need("home", "basic", 4), need("rehab", "skilled", 6)],
    haves: [
      have("rehab", "basic", 6),
      have("rehab", "skilled", 9),
      have("rehab", "expert", 5),
      have("home", "basic", 7),
      have("home", "skilled", 5),
      have("home", "expert", 6),
    ],
  };
  expect(linesAt("rehab", facts)).toEqual([
    {
      levelId: "basic",
      trackId: null,
      need: { people: 8, fullTime: null, neededBy: null },
      have: { showing: "shown", people: 6, fullTime: 4.5 },
      gap: 2,
    },
    expect.objectContaining({ have: { showing: "shown", people: 9, fullTime: 6.75 }, gap: -3 }),
    expect.objectContaining({ need: null, gap: null, have: { showing: "shown", people: 5, fullTime: 3.75 } }),
  ]);
  expect(linesAt(null, facts)[0]).toMatchObject({ need: { people: 12 }, have: { people: 13 }, gap: -1 });
});

test("SUP-1 that nobody is at a level doesn't show, not even by all the others' showing", () => {
  const facts = { haves: [have("rehab", "basic", 6), have("rehab", "skilled", 9)] };
  expect(linesAt("rehab", facts).map(({ have: has }) => has.showing)).toEqual(["hidden", "shown", "hidden"]);
});

test("NED-1, SUP-1: a need shows where have doesn't, and the gap is hidden with have", () => {
  const facts = {
    needs: [need("rehab", "expert", 2)],
    haves: [have("rehab", "basic", 9), have("rehab", "expert", 1)],
  };
  expect(linesAt("rehab", facts)[2]).toMatchObject({
    need: { people: 2 },
    have: { showing: "hidden" },
    gap: null,
  });
  expect(linesAt(null, facts)[2]).toMatchObject({
    need: { people: 2 },
    have: { showing: "hidden" },
    gap: null,
  });
});

test("NED-1, ORG-8: who sees the unit's people sees it whole, and the unit above not through it", () => {
  const facts = {
    needs: [need("rehab", "expert", 2)],
    haves: [have("rehab", "basic", 9), have("rehab", "expert", 1), have("home", "basic", 3)],
  };
  expect(linesAt("rehab", facts, ["rehab"])[2]).toMatchObject({
    have: { showing: "shown", people: 1 },
    gap: 1,
  });
  expect(linesAt("care", facts, ["rehab"])[0]).toMatchObject({ have: { showing: "hidden" } });
});

test("NED-1 of full-time equivalents there is a sum only where every need says them, and of days the first", () => {
  const [one, two] = [
    need("rehab", "basic", 4, { fullTime: 3.5, neededBy: "2027-06-30" }),
    need("home", "basic", 2, { neededBy: "2027-01-31" }),
  ];
  const of = (needs: UnitNeed[]) => linesAt("care", { needs })[0]?.need;
  expect(of([one])).toEqual({ people: 4, fullTime: 3.5, neededBy: "2027-06-30" });
  expect(of([one, two])).toEqual({ people: 6, fullTime: null, neededBy: "2027-01-31" });
});

test("NED-1 a level's line is its tracks and those in none; a track shows by those at its level", () => {
  const facts = {
    needs: [need("rehab", "expert", 3), need("rehab", "expert", 2, { trackId: "research" })],
    haves: [have("rehab", "basic", 9), have("rehab", "expert", 6, "research"), have("rehab", "expert", 5)],
  };
  const lines = needLines(units, levels, { ...facts }, K, new Set())("rehab").slice(2);
  expect(lines.map(({ trackId, need: said, have: has }) => [trackId, said?.people, has.showing])).toEqual([
    [null, 5, "shown"],
    ["research", 2, "shown"],
    ["teaching", undefined, "hidden"],
  ]);
});

const typed = { levelId: "basic", trackId: null, people: "", fullTime: "", neededBy: "" };
const TODAY = "2026-11-22";

test.each<[string, Partial<typeof typed>, string[]]>([
  ["nothing", {}, []],
  ["nobody", { people: "0" }, []],
  ["a whole number", { people: " 12 " }, []],
  ["half a person", { people: "1,5" }, ["bad-people"]],
  ["fewer than none", { people: "-1" }, ["bad-people"]],
  ["words", { people: "några" }, ["bad-people"]],
  ["too many", { people: "10000" }, ["bad-people"]],
  ["full-time with a comma", { people: "5", fullTime: "4,25" }, []],
  ["full-time with a point", { people: "5", fullTime: "4.25" }, []],
  ["three decimals", { people: "5", fullTime: "4,255" }, ["bad-full-time"]],
  ["full-time without people", { fullTime: "4" }, ["people-missing"]],
  ["a day without people", { neededBy: "2027-06-30" }, ["people-missing"]],
  ["today", { people: "5", neededBy: TODAY }, []],
  ["yesterday", { people: "5", neededBy: "2026-11-21" }, ["day-passed"]],
  ["no day", { people: "5", neededBy: "2027-02-30" }, ["not-a-day"]],
])("NED-1 a need is read from what was typed: %s", (_what, more, codes) => {
  expect(readNeed({ ...typed, ...more }, TODAY, null).reasons.map(({ code }) => code)).toEqual(codes);
});

test("NED-1 a day that has passed stands when it stood there already", () => {
  const read = readNeed({ ...typed, people: "5", neededBy: "2026-01-31" }, TODAY, "2026-01-31");
  expect(read).toEqual({
    need: { levelId: "basic", trackId: null, people: 5, fullTime: null, neededBy: "2026-01-31" },
    reasons: [],
  });
});

const someone = (more: Partial<Actor> = {}): Actor => ({
  accountId: "account",
  organisationId: "organisation",
  personId: "person",
  displayName: "Någon",
  grants: [],
  manages: [],
  ...more,
});

test("NED-1, ORG-8 a need is said by the unit's manager, deputy, or who acts there; a lead reads it", () => {
  const manager = someone({ manages: [{ unitId: "rehab", as: "manager" }] });
  const lead = someone({
    grants: [{ role: "process_lead", unitId: null, professionIds: [], personId: null, reason: null }],
  });
  expect(maySetNeeds(manager, "rehab", [])).toBe(true);
  expect(maySetNeeds(manager, "home", [])).toBe(false);
  expect(maySetNeeds(manager, "home", ["home"])).toBe(true);
  expect(maySetNeeds(lead, "rehab", [])).toBe(false);
  expect(maySetNeeds(null, "rehab", ["rehab"])).toBe(false);
});

test.each(GIVEN_ROLES)("ORG-8 the role %s sees gaps and debt of the whole, or not", (role) => {
  const actor = someone({
    grants: [{ role, unitId: null, professionIds: ["p"], personId: null, reason: null }],
  });
  const seen = ["process_lead", "adopter", "hr_handler", "union_representative"];
  expect(sightOf(actor) !== null).toBe(seen.includes(role));
});
