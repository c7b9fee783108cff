/** MOD-12, MOD-16, DBT-1: the impact that was shown, the adoption and the debt afterwards agree. */
import { expect, test } from "vitest";
import fc from "fast-check";
import { debtBy, measuresInForce } from "../../src/gap/measure.ts";
import { debtScene, viewDebt, type DebtRow } from "../../src/gap/view-debt.ts";
import { viewImpact } from "../../src/gap/view-impact.ts";
import type { Transition } from "../../src/gap/transition.rules.ts";
import { saveTransitions } from "../../src/gap/transition.store.ts";
import { modelBySlug } from "../../src/career-model/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { gapWorld, type Asked, type GapWorld } from "./world.ts";

const database = await testDatabase();
const TODAY = "2026-11-22";

/** The lead, who also sees everybody in these units one by one: then every figure shows. */
const seesAll = (world: GapWorld): Actor => ({
  ...world.lead,
  manages: [world.rehab, world.homeCare].map((unitId) => ({ unitId, as: "manager" as const })),
});
const asWhoSeesAll = async <T>(world: GapWorld, run: Parameters<typeof world.as<T>>[1]): Promise<T> =>
  world.as(null, (work) => run({ ...work, actor: seesAll(world) }));

/** People lacking each thing, by unit and key. */
const debtNow = (world: GapWorld) =>
  asWhoSeesAll(world, async (work) => {
    const model = await modelBySlug(work, "fysio");
    if (!model) throw new Error("no model");
    const measures = await measuresInForce(work, [model]);
    const scene = await debtScene(work, { windows: [], known: new Set() }, [model.id]);
    const [counts] = await debtBy(work, measures, scene);
    return Object.fromEntries(
      [...(counts ?? [])].map(([key, { cells }]) => [
        key,
        Object.fromEntries(cells.map(({ unitId, unmet }) => [unitId, unmet])),
      ]),
    );
  });

type Preview = Awaited<ReturnType<typeof viewImpact>>;
const previewAt = (world: GapWorld, number: number, unitId: Id, tried: readonly Transition[] | null = null) =>
  asWhoSeesAll(world, (work) => viewImpact(work, { slug: "fysio", number, unitId, tried }));
const peopleAfter = ({ rows }: Preview) =>
  Object.fromEntries(
    rows.flatMap(({ key, figure, countsFrom }) =>
      figure.showing === "shown" ? [[key, countsFrom === null ? (figure.after?.people ?? 0) : 0]] : [],
    ),
  );
const debtRows = (world: GapWorld, unitId: Id): Promise<readonly DebtRow[]> =>
  asWhoSeesAll(
    world,
    async (work) => (await viewDebt(work, { unitId, model: "fysio" })).models[0]?.rows ?? [],
  );

const ITEMS = Array.from({ length: 6 }, () => newId());
/** How a version asks for one of the items: not at all, as it may be in a version. */
const anyAsk = fc.record({
  asked: fc.boolean(),
  mandatory: fc.boolean(),
  validMonths: fc.constantFrom(null, 12, 120),
  skilled: fc.boolean(),
});
const anyVersion = fc.record({
  asks: fc.array(anyAsk, { minLength: ITEMS.length, maxLength: ITEMS.length }),
  /** The last two are a group, of which this many are enough; null is no group. */
  needed: fc.constantFrom(null, 1, 2),
});
type AnyVersion = typeof anyVersion extends fc.Arbitrary<infer T> ? T : never;

const asksOf = (world: GapWorld, { asks, needed }: AnyVersion): Asked[] =>
  asks.flatMap(({ asked, mandatory, validMonths, skilled }, at): Asked[] => {
    const id = ITEMS[at] ?? "";
    if (at >= 4 && needed !== null) return [{ id, validMonths, group: "vagar", needed }];
    return asked
      ? [{ id, mandatory, validMonths, levelId: skilled ? world.model.skilled : world.model.basic }]
      : [];
  });

test("MOD-12, DBT-1: for any revision and any transition rule, the debt after adoption is what the preview said", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyVersion,
      anyVersion,
      fc.array(
        fc.record({
          skilled: fc.boolean(),
          has: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
          recent: fc.boolean(),
        }),
        { minLength: 4, maxLength: 8 },
      ),
      fc.constantFrom("none", "all", "skilled", "over"),
      async (former, next, people, rule) => {
        const world = await gapWorld(database);
        const first = await world.draft(asksOf(world, former));
        await world.adopt(first.number, "2024-01-01");
        for (const [at, { skilled, has, recent }] of people.entries()) {
          const [who] = await world.team(at % 2 === 0 ? world.rehab : world.homeCare, 1, 0);
          if (!who) throw new Error("nobody was hired");
          await world.place(who, {}, { level_id: skilled ? world.model.skilled : world.model.basic });
          const own = ITEMS.filter((_, item) => has[item]);
          await world.prove(who, own, recent ? "2026-06-01" : "2022-01-01");
        }
        const second = await world.draft(asksOf(world, next));
        const transitions: Transition[] =
          rule === "none"
            ? []
            : [
                {
                  levelId: rule === "skilled" ? world.model.skilled : null,
                  until: rule === "over" ? TODAY : "2027-12-31",
                },
              ];
        await world.as(null, (work) => saveTransitions(work, { version_id: second.id }, transitions));
        const before = await debtNow(world);
        const previews = new Map<Id, Preview>();
        for (const unitId of [world.rehab, world.homeCare])
          previews.set(unitId, await previewAt(world, second.number, unitId));
        await world.adopt(second.number, TODAY);
        const after = await debtNow(world);
        for (const [unitId, preview] of previews) {
          const told = peopleAfter(preview);
          const gone = preview.rows.filter(({ kind }) => kind === "removed").map(({ key }) => key);
          for (const [key, cells] of Object.entries(after))
            expect([key, cells[unitId] ?? 0]).toEqual([key, told[key] ?? before[key]?.[unitId] ?? 0]);
          expect(gone.filter((key) => key in after)).toEqual([]);
          const shown = await debtRows(world, unitId);
          expect(
            Object.fromEntries(
              shown.map(({ key, figure }) => [key, figure.showing === "shown" && figure.people]),
            ),
          ).toEqual(
            Object.fromEntries(
              Object.entries(after).flatMap(([key, cells]) => (cells[unitId] ? [[key, cells[unitId]]] : [])),
            ),
          );
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);

test("MOD-12, SUP-1: hours, credits, cost and years are those of the people, by the cheapest way, and hidden with them", async () => {
  const world = await gapWorld(database);
  const course = newId();
  await world.adopt((await world.draft([])).number, "2024-01-01");
  const everyone = await world.team(world.rehab, 20, 20);
  for (const who of everyone.slice(0, 8)) await world.prove(who, [course]);
  for (const who of await world.team(world.homeCare, 6, 6)) await world.prove(who, [course]);
  const way = async (values: Record<string, unknown>) => {
    const id = newId();
    await world.put("catalogue_entry", {
      id,
      kind: "course",
      name: "Kursen",
      created_at: `${TODAY}T08:00:00Z`,
      ...values,
    });
    await world.put("catalogue_tie", {
      entry_id: id,
      model_id: world.model.modelId,
      target: "item",
      target_id: course,
    });
  };
  await way({ hours: 200, cost: 9000, places: 2 });
  await way({ hours: 150, cost: 6000, places: 3 });
  await way({ hours: 1, cost: 1, places: 99, retired_on: "2026-01-01" });
  const next = await world.draft([{ id: course }]);
  const seen = (unitId: string) =>
    world.as(world.lead, (work) =>
      viewImpact(work, { slug: "fysio", number: next.number, unitId, tried: null }),
    );
  const [row] = (await seen("")).rows;
  expect(row).toMatchObject({
    kind: "added",
    level: "Bas",
    texts: ["Kurs 0"],
    needed: null,
    countsFrom: null,
  });
  expect(row?.figure).toEqual({
    showing: "shown",
    before: null,
    after: { people: 12, hours: 1800, credits: 90, cost: 72000, years: 2.4 },
  });
  // All six have it: neither none nor all shows, and the whole less the one that shows is those six.
  expect((await seen(world.homeCare)).rows.map(({ figure }) => figure)).toEqual([{ showing: "hidden" }]);
  expect((await seen(world.rehab)).rows.map(({ figure }) => figure)).toEqual([{ showing: "hidden" }]);
});

test("MOD-12: a rule that is tried moves the figures and is kept nowhere", async () => {
  const world = await gapWorld(database);
  const course = newId();
  await world.adopt((await world.draft([])).number, "2024-01-01");
  await world.team(world.rehab, 3, 3);
  const next = await world.draft([{ id: course }]);
  const tried = [{ levelId: null, until: "2028-01-01" }];
  expect((await previewAt(world, next.number, world.rehab, tried)).rows[0]).toMatchObject({
    countsFrom: "2028-01-01",
  });
  expect((await previewAt(world, next.number, world.rehab)).rows[0]).toMatchObject({ countsFrom: null });
});

test("MOD-16, MOD-12: a locally added mandatory course makes debt, as its preview said", async () => {
  const world = await gapWorld(database);
  const base = await world.draft([]);
  await world.adopt(base.number, "2024-01-01");
  const own = await world.team(world.rehab, 3, 3);
  await world.team(world.homeCare, 2, 2);
  const item = newId();
  if (own[0]) await world.prove(own[0], [item]);
  await world.supplement(world.rehab, base.id, [item]);
  const preview = (unitId: Id) =>
    asWhoSeesAll(world, (work) =>
      viewImpact(work, { slug: "fysio", supplementOf: world.rehab, unitId, tried: null }),
    );
  expect((await preview(world.rehab)).rows).toMatchObject([
    { kind: "added", texts: ["Lokal kurs 0"], figure: { showing: "shown", after: { people: 2 } } },
  ]);
  expect((await preview(world.homeCare)).rows).toEqual([]);
  await world.adoptOwn(world.rehab, TODAY);
  expect(await debtRows(world, world.rehab)).toMatchObject([
    { texts: ["Lokal kurs 0"], figure: { people: 2 } },
  ]);
  expect(await debtRows(world, world.homeCare)).toEqual([]);
});

test("ORG-8 a draft's impact is for those who take part in it and see figures", async () => {
  const world = await gapWorld(database);
  const { number } = await world.draft([]);
  const manager = await world.person("Kim Chef");
  await world.manage(manager, world.rehab);
  const asked = { slug: "fysio", number, unitId: "", tried: null };
  for (const who of [manager, await world.withRole("hr_handler"), await world.withRole("administrator")])
    await expect(world.as(who, (work) => viewImpact(work, asked))).rejects.toThrow(NotFound);
  for (const absent of [0, 99, Number.NaN])
    await expect(
      world.as(world.lead, (work) => viewImpact(work, { ...asked, number: absent })),
    ).rejects.toThrow(NotFound);
});

/** Versions 2 to 5: two that have been in force, the one that is, and a draft. Number 1 is the world's own, in force before them all. */
const revised = async (world: GapWorld, asks: readonly (readonly Asked[])[]) => {
  const days = ["2024-01-01", "2025-01-01", "2026-01-01"];
  const numbers: number[] = [];
  for (const [at, each] of asks.entries()) {
    const { number } = await world.draft(each);
    const day = days[at];
    if (day !== undefined) await world.adopt(number, day);
    numbers.push(number);
  }
  return numbers;
};
const compare = (world: GapWorld, who: Actor, number: number, against: number | null = null) =>
  world.as(who, (work) => viewImpact(work, { slug: "fysio", number, against, unitId: "", tried: null }));
const pairOf = ({ versions }: Preview) => [
  versions?.version.number,
  versions?.against?.number ?? null,
  versions?.choices.map(({ number }) => number),
];

test("MOD-12 any adopted version is compared with another, by default with the one before it; a number that isn't there is the default", async () => {
  const world = await gapWorld(database);
  const [old, both, late] = [newId(), newId(), newId()];
  const numbers = await revised(world, [
    [{ id: old }],
    [{ id: old }, { id: both }],
    [{ id: both }],
    [{ id: both }, { id: late }],
  ]);
  expect(numbers).toEqual([2, 3, 4, 5]);
  const everyone = await world.team(world.rehab, 20, 20);
  for (const who of everyone.slice(0, 8)) await world.prove(who, [old, both, late]);
  const see = (number: number, against?: number) => compare(world, world.lead, number, against);
  expect(pairOf(await see(5))).toEqual([5, 4, [4, 3, 2, 1]]);
  expect(pairOf(await see(4))).toEqual([4, 3, [3, 2, 1]]);
  expect(pairOf(await see(2))).toEqual([2, 1, [1, 4, 3]]);
  expect(pairOf(await see(1))).toEqual([1, null, [4, 3, 2]]);
  for (const absent of [5, 99, 0, -1, Number.NaN])
    expect(pairOf(await see(5, absent))).toEqual(pairOf(await see(5)));
  const rows = async (number: number, against: number) =>
    (await see(number, against)).rows.map(({ key, kind, figure }) => [
      key.split(" ")[1],
      kind,
      figure.showing === "shown" && [figure.before?.people, figure.after?.people],
    ]);
  expect(await rows(4, 2)).toEqual([
    [both, "added", [undefined, 12]],
    [old, "removed", [12, undefined]],
  ]);
  expect(await rows(2, 4)).toEqual([
    [old, "added", [undefined, 12]],
    [both, "removed", [12, undefined]],
  ]);
  expect(await rows(5, 3)).toEqual([
    [late, "added", [undefined, 12]],
    [old, "removed", [12, undefined]],
  ]);
  expect(await see(4, 2)).toMatchObject({ maySet: false, mayTry: false, number: 4 });
});

test("ORG-8, MOD-12 two adopted versions are compared by those who take part in drafts and see figures alone", async () => {
  const world = await gapWorld(database);
  await revised(world, [[], []]);
  const manager = await world.person("Kim Chef");
  await world.manage(manager, world.rehab);
  for (const who of [manager, await world.withRole("hr_handler"), await world.withRole("administrator")])
    await expect(compare(world, who, 3, 2)).rejects.toThrow(NotFound);
  expect(pairOf(await compare(world, world.lead, 3))).toEqual([3, 2, [2, 1]]);
});

test("SUP-1, MOD-12 figures of versions that few tell apart can't be had from two comparisons and subtracted", async () => {
  const world = await gapWorld(database);
  const course = newId();
  // Valid for ever, for ten years, for one: 10, 12 and 18 of 24 lack it. The first two differ by two people.
  await revised(world, [
    [{ id: course }],
    [{ id: course, validMonths: 120 }],
    [{ id: course, validMonths: 12 }],
    [],
  ]);
  const everyone = await world.team(world.rehab, 24, 24);
  for (const who of everyone.slice(0, 2)) await world.prove(who, [course], "2010-01-01");
  for (const who of everyone.slice(2, 8)) await world.prove(who, [course], "2022-01-01");
  for (const who of everyone.slice(8, 14)) await world.prove(who, [course], "2026-06-01");
  const figures = async (number: number, against: number) =>
    (await compare(world, world.lead, number, against)).rows.map(({ figure }) => figure.showing);
  expect(await figures(4, 2)).toEqual(["hidden"]);
  expect(await figures(4, 3)).toEqual(["hidden"]);
  expect(await figures(3, 2)).toEqual(["hidden"]);
  expect(await figures(5, 2)).toEqual(["hidden"]);
  expect(await figures(5, 4)).toEqual(["shown"]);
});
