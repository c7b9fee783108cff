import { expect, test } from "vitest";
import { admitMember, foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { keepProfession, viewProfession, viewProfessions } from "../../src/organisation/keep-professions.ts";
import { changeLogo, removeLogo, viewLogo } from "../../src/organisation/keep-logo.ts";
import { changeSettings, viewSettings } from "../../src/organisation/keep-settings.ts";
import { DEFAULT_SETTINGS } from "../../src/organisation/rules.ts";
import {
  addOffer,
  declineOffer,
  memberships,
  memberTimes,
  takeUpOffer,
} from "../../src/organisation/membership.store.ts";
import type { Work } from "../../src/platform/database/work.ts";
import { settings } from "../../src/organisation/store.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { png } from "../support/png.ts";
import { grant, world } from "../people/world.ts";

const database = await testDatabase();

async function withAdministrator() {
  const here = await world(database);
  return {
    ...here,
    admin: await here.actor(null, { grants: [grant("administrator")] }),
    reader: await here.actor(null),
  };
}

test("ORG-1: an organisation is founded with safe defaults (ORG-5), once, under a name that can stand in an address", async () => {
  const slug = `ny-${crypto.randomUUID().slice(0, 8)}`;
  const found = (wanted: { slug: string; name: string }) =>
    foundOrganisation(database.db, { kind: "region", ...wanted });
  expect(await found({ slug, name: " Nya regionen " })).toMatchObject({
    ok: true,
    value: { slug, name: "Nya regionen" },
  });
  expect(await found({ slug, name: "Igen" })).toMatchObject({ reasons: [{ code: "taken" }] });
  expect(await found({ slug: "Å/..", name: "" })).toMatchObject({
    reasons: [{ code: "not-a-slug" }, { code: "missing" }],
  });
});

test("ORG-1: an association has members from a day to a day, seen from both sides and by nobody else", async () => {
  const [member, stranger] = [await world(database, "medlem"), await world(database, "annan")];
  const slug = `forbund-${crypto.randomUUID().slice(0, 8)}`;
  const founded = await foundOrganisation(database.db, { slug, name: "Förbundet", kind: "association" });
  const associationId = founded.ok ? founded.value.id : "";
  const admit = (from: string, to: string | null, association = slug) =>
    admitMember(database.db, { association, member: member.slug, from, to });
  expect(await admit("2026-01-01", "2027-01-01")).toEqual({ ok: true, value: undefined });
  expect(await admit("2026-12-31", null)).toMatchObject({ reasons: [{ code: "already-member" }] });
  expect(await admit("2027-01-01", "2027-01-01")).toMatchObject({
    reasons: [{ code: "ends-before-it-begins" }],
  });
  expect(await admit("2027-01-01", null, member.slug)).toMatchObject({
    reasons: [{ code: "not-an-association" }],
  });
  const seen = (from: typeof member, day: string) => from.as(null, (work) => memberships(work, day));
  const row = { associationId, memberId: member.organisationId, from: "2026-01-01", to: "2027-01-01" };
  expect([
    await seen(member, "2025-12-31"),
    await seen(member, "2026-12-31"),
    await seen(member, "2027-01-01"),
  ]).toEqual([[], [row], []]);
  expect(await seen(stranger, "2026-12-31")).toEqual([]);
  const selfMade = member.as(null, ({ tx }) =>
    tx
      .insertInto("membership")
      .values({ association_id: associationId, member_id: member.organisationId, valid_from: "2030-01-01" })
      .execute(),
  );
  await expect(selfMade).rejects.toThrow("row-level security");
});

test("ORG-1: a membership takes both sides: what is offered is no membership until the member has said yes", async () => {
  const [association, member] = [
    await world(database, "forbund", "association"),
    await world(database, "medlem"),
  ];
  const offered = { associationId: association.organisationId, memberId: member.organisationId };
  const times = { from: "2026-01-01", to: null };
  const add = (work: Pick<Work, "tx">) => addOffer(work.tx, { ...offered, ...times });
  const own = (from: typeof member) => from.as(null, (work) => memberTimes(work, "member"));
  expect(await association.as(null, add)).toBe(true);
  expect(await association.as(null, add)).toBe(false);
  expect(await own(member)).toMatchObject({ items: [], offers: [times] });
  const insert = {
    association_id: offered.associationId,
    member_id: offered.memberId,
    valid_from: times.from,
  };
  await expect(
    association.as(null, ({ tx }) => tx.insertInto("membership").values(insert).execute()),
  ).rejects.toThrow("row-level security");
  await expect(
    member.as(null, ({ tx }) =>
      tx
        .insertInto("membership")
        .values({ ...insert, valid_from: "2020-01-01" })
        .execute(),
    ),
  ).rejects.toThrow("row-level security");
  expect(await member.as(null, ({ tx }) => declineOffer(tx, offered))).toBe(true);
  expect(await member.as(null, ({ tx }) => takeUpOffer(tx, offered))).toBe(false);
  await association.as(null, add);
  expect(await member.as(null, ({ tx }) => takeUpOffer(tx, offered))).toBe(true);
  expect(await own(member)).toMatchObject({ items: [times], offers: [] });
  const change = (values: { valid_from?: string; valid_to?: string | null }) =>
    association.as(null, ({ tx }) => tx.updateTable("membership").set(values).execute());
  await change({ valid_to: "2027-01-01" });
  for (const values of [{ valid_to: null }, { valid_to: "2028-01-01" }, { valid_from: "2020-01-01" }])
    await expect(change(values)).rejects.toThrow("only ended");
});

test("ORG-5: an administrator changes the settings; everybody else finds nothing", async () => {
  const { as, admin, reader } = await withAdministrator();
  const wanted = {
    ...DEFAULT_SETTINGS,
    modelWord: "karriärstege",
    presentation: "stairs" as const,
    reviewIntervalMonths: null,
    theme: { brand: "#123456", accent: "#abcdef" },
  };
  expect(await as(admin, (work) => changeSettings(work, wanted))).toEqual({ ok: true, value: undefined });
  expect(await as(admin, viewSettings)).toEqual({ ...wanted, revision: 2 });
  for (const who of [reader, null]) await expect(as(who, viewSettings)).rejects.toThrow(NotFound);
});

test("ORG-5: settings that somebody else changed meanwhile are not overwritten", async () => {
  const { as, admin } = await withAdministrator();
  const change = (talkWord: string) =>
    as(admin, (work) => changeSettings(work, { ...DEFAULT_SETTINGS, talkWord }));
  expect((await change("medarbetarsamtal")).ok).toBe(true);
  expect(await change("utvecklingssamtalet")).toMatchObject({ reasons: [{ code: "stale" }] });
  expect((await as(admin, settings)).talkWord).toBe("medarbetarsamtal");
});

test("ORG-5: k can be raised, never lowered, in the database as well", async () => {
  const { as, admin } = await withAdministrator();
  const raise = (smallestGroup: number, revision: number) =>
    as(admin, (work) => changeSettings(work, { ...DEFAULT_SETTINGS, smallestGroup, revision }));
  expect((await raise(8, 1)).ok).toBe(true);
  expect(await raise(7, 2)).toMatchObject({ reasons: [{ code: "not-lowered", data: { present: 8 } }] });
  const lower = (k: number) =>
    as(null, ({ tx }) => tx.updateTable("organisation_setting").set({ smallest_group: k }).execute());
  await expect(lower(7)).rejects.toThrow("never lowered");
  await lower(9);
  expect((await as(admin, settings)).smallestGroup).toBe(9);
});

test("ORG-6: professions are kept by administrators, with codes from their lists alone", async () => {
  const { as, admin, reader } = await withAdministrator();
  const shape = {
    nameSv: "Audionom",
    nameEn: "Audiologist",
    aidCode: null,
    ssykCode: "2283",
    escoUri: null,
    jobtechUri: null,
    licensed: true,
    unions: ["SRAT"],
    titles: ["Leg. audionom"],
    revision: 1,
  };
  const keep = (id: string | null, more: object = {}) =>
    as(admin, (work) => keepProfession(work, id, { ...shape, ...more }));
  const added = await keep(null);
  const id = added.ok ? added.value : "";
  expect(await keep(null, { ssykCode: "9999", aidCode: "151511" })).toMatchObject({
    reasons: [
      { code: "taken" },
      { code: "title-taken" },
      { code: "not-in-list", field: "ssykCode" },
      { code: "not-in-list", field: "aidCode" },
    ],
  });
  expect((await keep(id, { nameEn: "Audiologist (licensed)" })).ok).toBe(true);
  expect(await keep(id, { nameEn: "Late" })).toMatchObject({ reasons: [{ code: "stale" }] });
  const seen = await as(reader, viewProfessions);
  expect(seen).toMatchObject({
    mayKeep: false,
    professions: [{ nameEn: "Audiologist (licensed)", ssykCode: "2283", unions: ["SRAT"] }],
  });
  await expect(as(reader, (work) => viewProfession(work, id))).rejects.toThrow(NotFound);
  await expect(as(null, viewProfessions)).rejects.toThrow(NotFound);
});

test("ORG-5: administrators keep the logo, which is everybody's to see at the address of what it holds", async () => {
  const here = await withAdministrator();
  const hashNow = () => here.as(null, ({ tenant }) => Promise.resolve(tenant.logoHash ?? null));
  expect(await hashNow()).toBeNull();
  const [first, second] = [png(200, 64), png(64, 64)];
  expect(await here.as(here.admin, (work) => changeLogo(work, first))).toMatchObject({ ok: true });
  const hash = (await hashNow()) ?? "";
  expect(await here.as(null, (work) => viewLogo(work, hash))).toEqual(first);
  await expect(here.as(here.reader, (work) => changeLogo(work, second))).rejects.toThrow(NotFound);
  await expect(here.as(here.reader, (work) => removeLogo(work))).rejects.toThrow(NotFound);
  expect(await hashNow()).toBe(hash);

  await here.as(here.admin, (work) => changeLogo(work, second));
  expect(await hashNow()).not.toBe(hash);
  await expect(here.as(null, (work) => viewLogo(work, hash))).rejects.toThrow(NotFound);
  const elsewhere = await world(database, "annan");
  const shown = (await hashNow()) ?? "";
  await expect(elsewhere.as(null, (work) => viewLogo(work, shown))).rejects.toThrow(NotFound);
  await here.as(here.admin, (work) => removeLogo(work));
  expect(await hashNow()).toBeNull();
  await expect(here.as(null, (work) => viewLogo(work, shown))).rejects.toThrow(NotFound);
});
