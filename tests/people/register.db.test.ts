import { expect, test } from "vitest";
import { protectPerson, viewProtection } from "../../src/identity/protect-person.ts";
import { findPeople } from "../../src/people/find-people.ts";
import { personFacts } from "../../src/people/store.ts";
import { lastReadOf, viewMyReads } from "../../src/people/view-my-reads.ts";
import { viewPerson } from "../../src/people/view-person.ts";
import { viewStaff } from "../../src/people/view-staff.ts";
import { pageNumber } from "../../src/platform/http/page.ts";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { grant, TODAY, world, type World } from "./world.ts";

const database = await testDatabase();

/** Rehab, managed by Karin who works there too, below Vård, managed by Maria; Åsa is a physiotherapist, Dold is protected. */
async function clinic() {
  const here = await world(database);
  const care = await here.unit("Vård", null);
  const rehab = await here.unit("Rehab", care);
  const school = await here.unit("Skola", null);
  const physio = crypto.randomUUID();
  await here.put("profession", { id: physio, name_sv: "Fysioterapeut", name_en: "Physiotherapist" });
  const [karin, maria, asa, handler, dold] = [
    await here.person("Karin Öhman"),
    await here.person("Maria Ek"),
    await here.person("Åsa Lindqvist", { email: "asa@kommun.example" }),
    await here.person("Hanna Handläggare"),
    await here.person("Dold Person"),
  ];
  await here.employ(karin, rehab);
  await here.employ(maria, care);
  const asaJob = await here.employ(asa, rehab, {
    professionId: physio,
    title: "Leg. fysioterapeut",
    number: "100-1",
  });
  await here.employ(dold, rehab);
  await here.manage(karin, rehab);
  await here.manage(maria, care);
  await here.as(null, ({ tx }) =>
    tx
      .updateTable("person")
      .set({ protected_identity: true, protected_handler_id: handler })
      .where("id", "=", dold)
      .execute(),
  );
  const hr = { grants: [grant("hr_handler")] };
  return {
    ...here,
    care,
    rehab,
    school,
    physio,
    asaJob,
    id: { karin, maria, asa, dold, handler },
    karin: await here.actor(karin, { displayName: "Karin Öhman" }),
    maria: await here.actor(maria),
    asa: await here.actor(asa),
    dold: await here.actor(dold),
    handler: await here.actor(handler, hr),
    otherHandler: await here.actor(await here.person("Annan Handläggare"), {
      ...hr,
      displayName: "Annan Handläggare",
    }),
    admin: await here.actor(null, { grants: [grant("administrator")] }),
    deputy: await here.actor(await here.person("Stina Ställföreträdare"), {
      manages: [{ unitId: rehab, as: "deputy" }],
    }),
  };
}

const everyone = { q: "", profession: "", page: 1 };
const staff = (here: World & { rehab: string }, who: Actor | null, asked = everyone) =>
  here.as(who, (work) => viewStaff(work, here.rehab, asked));
const names = async (...args: Parameters<typeof staff>) =>
  (await staff(...args)).people.map((person) => person.givenName);

test("ORG-8 and ORG-7: each sees the staff that is theirs to see, the protected only for the few", async () => {
  const here = await clinic();
  expect(await names(here, here.karin)).toEqual(["Åsa", "Dold", "Karin"]);
  expect(await names(here, here.handler)).toEqual(["Åsa", "Dold", "Karin"]);
  expect(await names(here, here.otherHandler)).toEqual(["Åsa", "Karin"]);
  expect(await names(here, here.admin)).toEqual(["Åsa", "Karin"]);
  expect(await names(here, here.deputy)).toEqual(["Åsa"]);
  expect((await staff(here, here.admin)).total).toBe(2);
  for (const who of [here.maria, here.asa, here.dold, null])
    await expect(names(here, who)).rejects.toThrow(NotFound);
});

test("ORG-3: two employments are one person with two rows; leave shows, never why; those who have ended do not", async () => {
  const here = await clinic();
  await here.employ(here.id.asa, here.rehab, { title: "Handledare", form: "hourly", isMain: false });
  await here.employ(here.id.asa, here.rehab, { from: "2019-01-01", to: TODAY, title: "Före detta" });
  await here.put("leave_period", {
    employment_id: here.asaJob,
    valid_from: "2026-11-01",
    valid_to: "2026-12-01",
  });
  const { people, total } = await staff(here, here.karin, { ...everyone, q: "lind åsa" });
  expect(total).toBe(1);
  expect(people[0]?.periods).toEqual([
    expect.objectContaining({
      title: "Leg. fysioterapeut",
      form: "permanent",
      extent: 75,
      onLeave: true,
      from: "2020-01-01",
      to: null,
    }),
    expect.objectContaining({ title: "Handledare", form: "hourly", onLeave: false }),
  ]);
  here.on("2026-12-01");
  expect((await staff(here, here.karin, { ...everyone, q: "åsa" })).people[0]?.periods[0]?.onLeave).toBe(
    false,
  );
});

test("staff by profession and name, sorted as in Swedish, fifty a page", async () => {
  const here = await clinic();
  expect(await names(here, here.karin, { ...everyone, profession: here.physio })).toEqual(["Åsa"]);
  expect(await names(here, here.karin, { ...everyone, q: "100%" })).toEqual([]);
  for (let number = 1; number <= 52; number++) {
    const extra = await here.person(`Ny Ångström`);
    await here.employ(extra, here.rehab, { number: `N${number}` });
  }
  const second = await staff(here, here.karin, { ...everyone, page: 2 });
  expect([second.total, second.pages, second.people.length]).toEqual([55, 2, 5]);
  expect(second.people.at(-1)?.familyName).toBe("Öhman");
  const asked = ["?page=2", "?page=0", "?page=-1", "?page=1e9", ""];
  expect(asked.map((search) => pageNumber(new URL(search, "http://vidga.invalid")))).toEqual([2, 1, 1, 1, 1]);
});

test("ORG-3 and ORG-8: a person with their history, managers and handler, for those who may know", async () => {
  const here = await clinic();
  await here.employ(here.id.asa, here.school, { from: "2010-01-01", to: "2015-01-01", title: "Vikarie" });
  const seen = await here.as(here.karin, (work) => viewPerson(work, here.id.asa));
  expect(seen).toMatchObject({
    basis: "manager",
    close: true,
    mayProtect: false,
    email: "asa@kommun.example",
  });
  expect(seen.periods.map((period) => [period.unitName, period.from, period.to])).toEqual([
    ["Rehab", "2020-01-01", null],
    ["Skola", "2010-01-01", "2015-01-01"],
  ]);
  expect(seen.places).toMatchObject([
    { unitId: here.rehab, manager: { name: "Karin Öhman", vacant: false } },
  ]);
  const karin = await here.as(here.maria, (work) => viewPerson(work, here.id.karin));
  expect(karin).toMatchObject({
    basis: "manager-above",
    places: [{ manager: { name: "Maria Ek", vacant: false } }],
  });
  const dold = await here.as(here.handler, (work) => viewPerson(work, here.id.dold));
  expect(dold).toMatchObject({ basis: "hr-handler", close: false, handlerName: "Hanna Handläggare" });
  for (const who of [here.maria, here.admin, here.otherHandler, here.deputy, here.asa, null])
    await expect(here.as(who, (work) => viewPerson(work, here.id.dold))).rejects.toThrow(NotFound);
  await expect(here.as(here.karin, (work) => viewPerson(work, "nonsense"))).rejects.toThrow(NotFound);
});

test("ORG-7: the search finds by name, e-mail and number, and the protected only for the named handler", async () => {
  const here = await clinic();
  const found = async (who: Actor, q: string) =>
    (await here.as(who, (work) => findPeople(work, q, 1))).people.map((person) => person.givenName);
  expect(await found(here.admin, "lindqvist ås")).toEqual(["Åsa"]);
  expect(await found(here.admin, "ASA@kommun.example")).toEqual(["Åsa"]);
  expect(await found(here.admin, "100-1")).toEqual(["Åsa"]);
  expect(await found(here.admin, "%")).toEqual([]);
  expect(await found(here.admin, "")).toEqual([]);
  expect(await found(here.admin, "dold")).toEqual([]);
  expect(await found(here.otherHandler, "dold")).toEqual([]);
  expect(await found(here.handler, "dold")).toEqual(["Dold"]);
  await expect(found(here.karin, "åsa")).rejects.toThrow(NotFound);
});

test("PRV-1: what is read is logged with who and why, and the person sees it", async () => {
  const here = await clinic();
  await names(here, here.karin, { ...everyone, q: "åsa" });
  await here.as(here.karin, (work) => viewPerson(work, here.id.asa));
  await here.as(here.asa, (work) => viewPerson(work, here.id.asa));
  const partner = {
    ...here.maria,
    grants: [grant("hr_partner", { personId: here.id.asa, reason: "Rehabärende" })],
  };
  await here.as(partner, (work) => viewPerson(work, here.id.asa));
  const mine = await here.as(here.asa, (work) => viewMyReads(work, 1));
  expect(mine.reads.map(({ reader, what, basis, reason }) => [reader, what, basis, reason])).toEqual([
    ["Någon Annan", "person", "hr-partner", "Rehabärende"],
    ["Karin Öhman", "person", "manager", null],
    ["Karin Öhman", "staff", "manager", null],
  ]);
  expect(mine.reads[0]?.at).toBe("2026-11-22T11:00:00.000Z");
  // Looking at them is not logged as reading about somebody else, and nobody else's are shown.
  expect((await here.as(here.asa, (work) => viewMyReads(work, 1))).total).toBe(3);
  expect((await here.as(here.maria, (work) => viewMyReads(work, 1))).total).toBe(0);
  expect((await here.as(here.admin, (work) => viewMyReads(work, 1))).employee).toBe(false);
  await expect(here.as(null, (work) => viewMyReads(work, 1))).rejects.toThrow(NotFound);
});

test("PRV-1: the newest read stands first, whatever order they came in, from page to page", async () => {
  const here = await clinic();
  const days = ["2026-03-03", "2026-05-05", "2026-01-01", "2026-05-05", "2026-04-04", "2026-02-02"];
  for (const [index, day] of days.entries())
    await here.put("access_log", {
      at: `${day} 12:00+00`,
      request_id: crypto.randomUUID(),
      account_id: here.karin.accountId,
      person_ids: [here.id.asa, here.id.dold],
      what: `read-${index}`,
      basis: "manager",
    });
  const page = async (number: number) =>
    (await here.as(here.asa, (work) => viewMyReads(work, number, 2))).reads.map(({ what }) => what);
  expect([await page(1), await page(2), await page(3), await page(4)]).toEqual([
    ["read-3", "read-1"],
    ["read-4", "read-0"],
    ["read-5", "read-2"],
    [],
  ]);
  // The first page says when it was last, of the same order.
  const [last] = (await here.as(here.asa, (work) => lastReadOf(work, here.id.asa).execute(work.tx))).rows;
  expect(last?.what).toBe("read-3");
});

test("ORG-7: a reader with protected identity is not named to others", async () => {
  const here = await clinic();
  await here.as({ ...here.dold, grants: [grant("hr_handler")] }, (work) => viewPerson(work, here.id.asa));
  const mine = await here.as(here.asa, (work) => viewMyReads(work, 1));
  expect(mine.reads).toMatchObject([{ reader: null, basis: "hr-handler" }]);
});

test("PRV-1: a read whose log cannot be written fails as a whole", async () => {
  const here = await clinic();
  const forged = { ...here.karin, accountId: crypto.randomUUID() };
  let shown: unknown = null;
  const reading = here
    .as(forged, async (work) => viewPerson(work, here.id.asa))
    .then((view) => (shown = view));
  await expect(reading).rejects.toThrow("access_log");
  expect(shown).toBeNull();
});

test("ORG-7: the mark is set with one handler who has the role, and lifted by the few", async () => {
  const here = await clinic();
  await here.put("role_grant", {
    id: crypto.randomUUID(),
    account_id: here.handler.accountId,
    role: "hr_handler",
    valid_from: "2026-01-01",
  });
  const set = (who: Actor, person: string, handlerId: string, protectedIdentity = true, revision = 1) =>
    here.as(who, (work) => protectPerson(work, person, { protectedIdentity, handlerId, revision }));
  expect(await set(here.admin, here.id.asa, "")).toMatchObject({ reasons: [{ code: "missing" }] });
  expect(await set(here.admin, here.id.asa, here.id.maria)).toMatchObject({
    reasons: [{ code: "no-such-handler" }],
  });
  expect(await set(here.admin, here.id.asa, here.id.handler, true, 7)).toMatchObject({
    reasons: [{ code: "stale" }],
  });
  expect((await set(here.admin, here.id.asa, here.id.handler)).ok).toBe(true);
  await expect(set(here.admin, here.id.asa, "", false, 2)).rejects.toThrow(NotFound);
  expect(await names(here, here.admin)).toEqual(["Karin"]);
  expect((await here.as(here.karin, (work) => viewProtection(work, here.id.asa))).handlerId).toBe(
    here.id.handler,
  );
  expect((await set(here.handler, here.id.asa, "", false, 2)).ok).toBe(true);
  expect(await names(here, here.admin)).toEqual(["Åsa", "Karin"]);
});

test("ORG-4 and ORG-2: facts about people: who manages and who acts, on the days of the manager and within the authority", async () => {
  const here = await clinic();
  const facts = (who: string) => here.as(null, async (work) => (await personFacts(work, [who])).get(who));
  expect((await facts(here.id.asa))?.units).toEqual([
    {
      unitId: here.rehab,
      path: [here.care, here.rehab],
      managerId: here.id.karin,
      actingManagerId: here.id.karin,
    },
  ]);
  expect((await facts(here.id.karin))?.units[0]).toMatchObject({
    managerId: here.id.karin,
    actingManagerId: here.id.maria,
  });
  await here.as(null, ({ tx }) =>
    tx.updateTable("unit").set({ is_authority: true }).where("id", "=", here.rehab).execute(),
  );
  expect((await facts(here.id.karin))?.units[0]).toMatchObject({ actingManagerId: here.id.maria });
  await here.as(null, ({ tx }) =>
    tx
      .updateTable("unit_manager")
      .set({ valid_to: "2026-12-01" })
      .where("unit_id", "=", here.rehab)
      .execute(),
  );
  here.on("2026-11-30");
  expect((await facts(here.id.asa))?.units[0]).toMatchObject({ actingManagerId: here.id.karin });
  here.on("2026-12-01");
  expect((await facts(here.id.asa))?.units[0]).toMatchObject({ managerId: null, actingManagerId: null });
});
