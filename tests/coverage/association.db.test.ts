import { expect, test } from "vitest";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { viewMembers } from "../../src/coverage/view-members.ts";
import { admitMember, foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import type { Actor, Tenant } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();

async function association(): Promise<Tenant> {
  const slug = `forbund-${newId().slice(0, 8)}`;
  const founded = await foundOrganisation(database.db, {
    slug,
    name: `Förbundet ${slug}`,
    kind: "association",
  });
  if (!founded.ok) throw new Error("not founded");
  return founded.value;
}
const admit = (to: Tenant, member: CoverageWorld, from: string, until: string | null = null) =>
  admitMember(database.db, { association: to.slug, member: member.slug, from, to: until });

const leadOf = (tenant: Tenant): Actor => ({
  accountId: newId(),
  organisationId: tenant.id,
  personId: null,
  displayName: "Förbundets processledare",
  grants: [{ role: "association_lead", unitId: null, professionIds: [], personId: null, reason: null }],
  manages: [],
});
const inside = <T>(
  world: CoverageWorld,
  tenant: Tenant,
  actor: Actor | null,
  run: (unit: Work) => Promise<T>,
) => work(world.workshop, { slug: tenant.slug, actor }, run);
const seen = async (world: CoverageWorld, tenant: Tenant) =>
  (await inside(world, tenant, leadOf(tenant), viewMembers)).members.map(({ slug, models }) => [
    slug,
    models.map(({ day, figure }) => [day, figure]),
  ]);
const freezeOn = (world: CoverageWorld, day: string) => {
  world.on(day);
  return world.as(world.lead, (unit) => freezeMeasurement(unit));
};

test("ORG-1 the association sees whole models at the latest measurement, ten or more, and never people", async () => {
  const tenant = await association();
  const [large, small] = [await coverageWorld(database), await coverageWorld(database)];
  await admit(tenant, large, "2020-01-01");
  await admit(tenant, small, "2020-01-01");
  await large.team(large.rehab, 10, 7);
  await small.team(small.rehab, 9, 7);
  expect(Object.fromEntries(await seen(large, tenant))).toEqual({ [large.slug]: [], [small.slug]: [] });
  await freezeOn(large, "2026-02-01");
  await freezeOn(small, "2026-02-01");
  await large.team(large.homeCare, 10, 9);
  await freezeOn(large, "2026-06-01");
  expect(Object.fromEntries(await seen(large, tenant))).toEqual({
    [large.slug]: [["2026-06-01", { showing: "shown", placed: 16, employed: 20, percent: 80 }]],
    [small.slug]: [["2026-02-01", { showing: "hidden" }]],
  });
  const all = await inside(large, tenant, null, ({ tx }) =>
    tx.selectFrom("member_figure").selectAll().execute(),
  );
  expect(all.find((row) => row.member_id === small.organisation_id)).toMatchObject({
    employed: null,
    placed: null,
    smallest_group: 10,
    adopted_from: "2020-01-01",
  });
  const people = await inside(large, tenant, null, ({ tx }) => tx.selectFrom("person").selectAll().execute());
  expect(people).toEqual([]);
});

test("ORG-1 figures are given on days of membership only, and to one's own association only", async () => {
  const [own, other] = [await association(), await association()];
  const member = await coverageWorld(database);
  await member.team(member.rehab, 12, 6);
  await admit(own, member, "2026-02-01", "2026-06-01");
  for (const day of ["2026-01-31", "2026-02-01", "2026-05-31", "2026-06-01"]) await freezeOn(member, day);
  const given = (tenant: Tenant) =>
    inside(member, tenant, null, ({ tx }) =>
      tx.selectFrom("member_figure").select("day").orderBy("day").execute(),
    );
  expect(await given(own)).toEqual([{ day: "2026-02-01" }, { day: "2026-05-31" }]);
  expect(await given(other)).toEqual([]);
  // Who has left is no member to see.
  expect(await seen(member, own)).toEqual([]);
});

test("ORG-1 the database lets nobody write in another's name, nor outside a membership", async () => {
  const tenant = await association();
  const [member, stranger] = [await coverageWorld(database), await coverageWorld(database)];
  await admit(tenant, member, "2026-01-01");
  const row = (memberId: string) => ({
    association_id: tenant.id,
    member_id: memberId,
    member_name: "Kommunen",
    model_slug: "fysio",
    model_name_sv: "Fysioterapeut",
    model_name_en: "Physio",
    adopted_from: "2020-01-01",
    day: "2026-03-01",
    smallest_group: 10,
    employed: 12,
    placed: 6,
  });
  const write = (as: CoverageWorld, memberId: string, more: Record<string, unknown> = {}) =>
    as.as(null, ({ tx }) =>
      tx
        .insertInto("member_figure")
        .values({ ...row(memberId), ...more })
        .execute(),
    );
  await expect(write(stranger, stranger.organisation_id)).rejects.toThrow("row-level security");
  await expect(write(stranger, member.organisation_id)).rejects.toThrow("row-level security");
  await expect(write(member, member.organisation_id, { day: "2025-12-31" })).rejects.toThrow(
    "row-level security",
  );
  await expect(write(member, member.organisation_id, { employed: 9 })).rejects.toThrow("check constraint");
  await expect(write(member, member.organisation_id, { smallest_group: 9 })).rejects.toThrow(
    "check constraint",
  );
  const byAssociation = inside(member, tenant, null, ({ tx }) =>
    tx.insertInto("member_figure").values(row(member.organisation_id)).execute(),
  );
  await expect(byAssociation).rejects.toThrow("row-level security");
  await write(member, member.organisation_id);
  const read = (as: CoverageWorld) =>
    as.as(null, ({ tx }) => tx.selectFrom("member_figure").select("day").execute());
  expect(await read(member)).toHaveLength(1);
  expect(await read(stranger)).toEqual([]);
});

test("ORG-1 members are not found by anybody else", async () => {
  const tenant = await association();
  const member = await coverageWorld(database);
  await admit(tenant, member, "2026-01-01");
  const lead = leadOf(tenant);
  await expect(inside(member, tenant, null, viewMembers)).rejects.toThrow(NotFound);
  await expect(inside(member, tenant, { ...lead, grants: [] }, viewMembers)).rejects.toThrow(NotFound);
  await expect(member.as(lead, viewMembers)).rejects.toThrow(NotFound);
});
