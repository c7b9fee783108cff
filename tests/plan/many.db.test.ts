import { beforeEach, describe, expect, test } from "vitest";
import { giveActivity, viewGiving } from "../../src/plan/give-activity.ts";
import { changeActivity } from "../../src/plan/keep-activity.ts";
import { keepTemplate } from "../../src/plan/keep-templates.ts";
import type { ActivityText } from "../../src/plan/plan.rules.ts";
import { startPlans, startWithEmployment } from "../../src/plan/start-plans.ts";
import type { TypedTemplate } from "../../src/plan/template.rules.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { TODAY } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";
import { doing, planWorld, type Person } from "./world.ts";

const world = await planWorld(await testDatabase());
const { rehab, care, karin, lead, hr, staff, offer, withdraw, plan, add, id, step } = world;

beforeEach(() => world.on(TODAY));

describe("MOD-13 activities from the catalogue", () => {
  test("a place of the year is taken, and given back when it wasn't done", async () => {
    const [anna, bo] = [await staff(), await staff()];
    const entryId = await offer({ places: 1 });
    const taken = id(await add(anna, anna, { entryId }));
    expect(await add(bo, bo, { entryId })).toEqual({
      ok: false,
      reasons: [{ code: "no-place-left", field: "entryId", data: { name: "Kurs", year: 2027 } }],
    });
    id(await add(bo, bo, { entryId, until: "2028-01-01" }));
    await step(anna, anna, "activity", taken, "not-done");
    id(await add(bo, bo, { entryId }));
    expect(await step(anna, anna, "activity", taken, "planned", 2)).toMatchObject({
      ok: false,
      reasons: [{ code: "no-place-left" }],
    });
  });

  test("the last place can't be taken twice: not by two at once, nor past the use case", async () => {
    const people = await Promise.all([staff(), staff(), staff()]);
    const entryId = await offer({ places: 1 });
    const results = await Promise.all(people.map((who) => add(who, who, { entryId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const loser = people[results.findIndex(({ ok }) => !ok)] as Person;
    const past = world.put("plan_activity", {
      id: newId(),
      person_id: loser.personId,
      authority_id: care,
      entry_id: entryId,
      title: "Kurs",
      owner: "self",
      until_on: "2027-01-14",
    });
    await expect(past).rejects.toMatchObject({ constraint: "plan_place_is_there" });
  });

  test("what is withdrawn stays readable and is marked; it can't be chosen anew, and what has it keeps it", async () => {
    const [anna, bo] = [await staff(), await staff()];
    const entryId = await offer();
    const activityId = id(await add(anna, anna, { entryId }));
    await withdraw(entryId);
    expect((await plan(anna, anna)).loose).toMatchObject([
      { title: "Kurs", entry: { id: entryId, retiredOn: TODAY } },
    ]);
    expect(await add(bo, bo, { entryId })).toEqual({
      ok: false,
      reasons: [{ code: "withdrawn-entry", field: "entryId", data: { since: TODAY } }],
    });
    const change = (text_: Partial<ActivityText>) =>
      world.as(anna, (work) =>
        changeActivity(
          work,
          { personId: anna.personId, activityId, revision: 1 },
          { ...doing, title: "Kurs", entryId, ...text_ },
        ),
      );
    expect(await change({ title: "Kurs i Uddevalla" })).toEqual({
      ok: false,
      reasons: [{ code: "named-by-catalogue", field: "title", data: { name: "Kurs" } }],
    });
    expect(await change({ mentor: "Dragana" })).toEqual({ ok: true, value: 2 });
  });

  test("ORG-1 an entry that isn't there is refused in words", async () => {
    const anna = await staff();
    expect(await add(anna, anna, { entryId: newId() })).toMatchObject({
      ok: false,
      reasons: [{ code: "unknown-entry", field: "entryId" }],
    });
  });
});

describe("PLN-2 templates, and giving to many", () => {
  const introduction: TypedTemplate = {
    kind: "onboarding",
    title: "Ny hos oss",
    use: "",
    days: 180,
    withEmployment: true,
    professionId: "",
    lines: [
      { entryId: "", title: "Nycklar", days: 0, owner: "manager" },
      { entryId: "", title: "Uppföljning", days: 30, owner: "self" },
    ],
  };
  const keep = async (change: Partial<TypedTemplate> = {}): Promise<Id> => {
    const result = await world.as(lead, (work) =>
      keepTemplate(work, null, 1, { ...introduction, withEmployment: false, ...change }),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return result.value;
  };

  test("who begins gets the introduction, once, with days from the employment; who has worked there doesn't", async () => {
    await keep({ withEmployment: true, title: "Startar själv" });
    const [old, young] = [await staff(), await world.person("Nils Ny")];
    await world.hire(young, { from: "2026-11-16" });
    const begin = () =>
      world.as(null, (work) => startWithEmployment(work, { personIds: [old.personId, young.personId] }));
    await begin();
    await begin();
    expect((await plan(old, old)).goals).toEqual([]);
    expect((await plan(young, young)).goals).toMatchObject([
      {
        title: "Startar själv",
        kind: "onboarding",
        until: "2027-05-15",
        activities: [
          { title: "Nycklar", until: "2026-11-16", owner: "manager" },
          { title: "Uppföljning", until: "2026-12-16" },
        ],
      },
    ]);
    expect((await plan(young, young)).events.every(({ by, as }) => by === null && as === null)).toBe(true);
  });

  test("for a whole unit at once; who has one keeps it, and where places don't suffice it is told", async () => {
    const entryId = await offer({ name: "Brandövning", places: 1 });
    const templateId = await keep({
      title: "Säkerhet",
      lines: [{ entryId, title: "", days: 10, owner: "self" }],
    });
    const people = [await staff(), await staff()];
    const start = (who: readonly string[]) =>
      world.as(karin, (work) => startPlans(work, rehab, { templateId, who, count: "day", from: TODAY }));
    const ids = people.map(({ personId }) => personId);
    expect(await start(ids)).toEqual({
      ok: true,
      value: { started: 2, had: 0, withoutPlace: [{ title: "Brandövning", people: 1 }] },
    });
    expect(await start(ids)).toMatchObject({ value: { started: 0, had: 2 } });
    const outsider = await world.person("Ulla Annan");
    await expect(start([outsider.personId])).rejects.toBeInstanceOf(NotFound);
    expect(await start([])).toEqual({ ok: false, reasons: [{ code: "nobody-chosen", field: "who" }] });
  });

  test("one who isn't to keep templates isn't told of them; a stale one is told so", async () => {
    const templateId = await keep({ title: "Delad" });
    const again = (who: Actor, revision: number) =>
      world.as(who, (work) => keepTemplate(work, templateId, revision, introduction));
    await expect(again(karin, 1)).rejects.toBeInstanceOf(NotFound);
    expect(await again(hr, 1)).toMatchObject({ ok: true });
    expect(await again(lead, 1)).toMatchObject({ ok: false, reasons: [{ code: "stale" }] });
  });

  test("MOD-13 a line of the catalogue has its name from there: words of one's own beside it are refused, not dropped", async () => {
    const entryId = await offer({ name: "HLR i vatten" });
    const templateId = await keep();
    const again = (revision: number, title: string) =>
      world.as(lead, (work) =>
        keepTemplate(work, templateId, revision, {
          ...introduction,
          lines: [...introduction.lines, { entryId, title, days: 3, owner: "self" }],
        }),
      );
    expect(await again(1, "HLR i sjön")).toEqual({
      ok: false,
      reasons: [{ code: "named-by-catalogue", field: "title-2", data: { name: "HLR i vatten" } }],
    });
    expect(await again(1, "")).toMatchObject({ ok: true });
    expect(await again(2, "HLR i vatten")).toMatchObject({ ok: true });
  });

  test("seventy at once: who has it is told and gets it once; with too few places nobody gets it", async () => {
    const people: Person[] = [];
    for (let at = 0; at < 70; at += 1) people.push(await staff());
    const who = people.map(({ personId }) => personId);
    const entryId = await offer({ name: "HLR", places: 70 });
    const [first] = people as [Person];
    id(await add(first, first, { entryId }));
    const give = (change: { who?: readonly string[]; entryId?: string } = {}) =>
      world.as(karin, (work) =>
        giveActivity(work, rehab, { entryId, from: "", until: "2027-03-01", who, ...change }),
      );
    expect(await give()).toEqual({ ok: true, value: { given: 69, had: 1 } });
    expect(await give()).toEqual({ ok: true, value: { given: 0, had: 70 } });
    const view = await world.as(karin, (work) =>
      viewGiving(work, rehab, { entryId, from: "", until: "2027-03-01" }),
    );
    expect(view.chosen).toMatchObject({ year: 2027, left: 0 });
    const few = await offer({ name: "Få", places: 69 });
    expect(await give({ entryId: few })).toEqual({
      ok: false,
      reasons: [{ code: "too-few-places", field: "who", data: { left: 69, people: 70, year: 2027 } }],
    });
    expect((await plan(first, first)).loose.map(({ title }) => title)).toEqual(["HLR"]);
    const [outsider] = [await world.person("Utanför Enheten")];
    await expect(give({ who: [outsider.personId] })).rejects.toBeInstanceOf(NotFound);
  });
});
