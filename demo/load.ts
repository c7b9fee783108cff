/**
 * Fills an empty demo installation with invented organisations, by the same use cases that people use: they found, set up,
 * import, adopt and place, each on their own day. Does nothing when there already is an organisation.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addVersionFromFile } from "../src/career-model/add-version.ts";
import { adoptVersion } from "../src/career-model/adopt-version.ts";
import { addAccount, giveRole, operator } from "../src/identity/keep-accounts.ts";
import { changeSettings, viewSettings } from "../src/organisation/keep-settings.ts";
import { admitMember, foundOrganisation } from "../src/organisation/found-organisation.ts";
import { addUnit, organisations, professions, putProfession, units } from "../src/organisation/store.ts";
import { importStaffNow } from "../src/people/import-now.ts";
import { nameDeputy } from "../src/people/name-manager.ts";
import { projectRoot } from "../src/platform/database/project-root.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { newId, type Id } from "../src/shared/ids.ts";
import { addDays, addMonths, dayOf, type LocalDate } from "../src/shared/local-date.ts";
import { ACCOUNTS, type DemoAccount } from "./accounts.ts";
import { ASSOCIATION, ORGANISATIONS, type DemoEmployment, type DemoOrganisation } from "./organisations.ts";
import { followUp } from "./follow-up.ts";
import { on, sure } from "./making.ts";
import { placeStaff } from "./place-staff.ts";
import { withRole } from "./roles.ts";
import { staffFile } from "./staff-file.ts";

/** Everything in the demo began so many months ago. */
const MONTHS_AGO = 14;
const UNSCOPED = { unitId: null, professionIds: [], employmentNumber: "", reason: "", lastDay: null };
const UNITS_SINCE = "2015-01-01";
const MODELS: Readonly<Record<string, readonly string[]>> = {
  harryda: ["arbetsterapeut", "fysioterapeut", "sjukskoterska"],
  "region-ostergotland": ["audionom"],
  huddinge: ["forrattningslantmatare"],
};

export async function loadDemo(workshop: Workshop): Promise<void> {
  const present = await workshop.db.transaction().execute((tx) => organisations(tx));
  if (present.length > 0) return;
  const today = dayOf(workshop.clock());
  const start = addMonths(today, -MONTHS_AGO);
  const association = sure(await foundOrganisation(workshop.db, ASSOCIATION));
  for (const organisation of ORGANISATIONS) {
    const tenant = sure(await foundOrganisation(workshop.db, organisation.tenant));
    if (tenant.slug === "harryda")
      sure(
        await admitMember(workshop.db, {
          association: association.slug,
          member: tenant.slug,
          from: UNITS_SINCE,
          to: null,
        }),
      );
    await setUp(on(workshop, start), tenant, organisation);
    await openAccounts(on(workshop, start), tenant, organisation);
    await adoptModels(workshop, tenant, addDays(start, 14));
    await placeStaff(workshop, tenant, organisation, addDays(start, 30), today);
    await followUp(workshop, tenant, today);
    await importStaff(workshop, tenant, organisation, organisation.staff);
  }
  await openAccounts(on(workshop, start), association, null);
}

/** Settings, professions, units and the first staff file. */
async function setUp(workshop: Workshop, tenant: Tenant, organisation: DemoOrganisation): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: operator(tenant) }, async (unit) => {
    sure(await changeSettings(unit, { ...(await viewSettings(unit)), ...organisation.settings }));
    for (const { ssyk, ...profession } of organisation.professions)
      await putProfession(unit, {
        ...profession,
        id: newId(),
        ssykCode: ssyk,
        aidCode: null,
        escoUri: null,
        jobtechUri: null,
      });
    const ids = new Map(organisation.units.map(({ code }) => [code, newId()]));
    for (const { code, name, parent, authority } of organisation.units)
      await addUnit(unit, {
        id: ids.get(code) as Id,
        parentId: parent === null ? null : (ids.get(parent) as Id),
        code,
        name,
        isAuthority: authority ?? false,
        validFrom: UNITS_SINCE,
        validTo: null,
        revision: 1,
      });
    const account = { username: "import", displayName: "HR-systemets export", employmentNumber: "" };
    sure(
      await giveRole(unit, sure(await addAccount(unit, account)), {
        ...UNSCOPED,
        role: "hr_handler",
        from: unit.today,
      }),
    );
  });
  const latest = addMonths(dayOf(workshop.clock()), 11);
  await importStaff(
    workshop,
    tenant,
    organisation,
    organisation.staff.filter((each) => each.from <= latest),
  );
}

async function importStaff(
  workshop: Workshop,
  tenant: Tenant,
  organisation: DemoOrganisation,
  staff: readonly DemoEmployment[],
): Promise<void> {
  sure(
    await importStaffNow(workshop, {
      slug: tenant.slug,
      actor: await withRole(workshop, tenant, "hr_handler"),
      filename: `${tenant.slug}-personal.csv`,
      bytes: Buffer.from(staffFile(organisation, staff)),
    }),
  );
}

const numberOf = (organisation: DemoOrganisation | null, name: string): string =>
  organisation?.staff.find((each) => `${each.givenName} ${each.familyName}` === name)?.number ?? "";

/** An account for everyone to sign in as, and for every manager, with their roles. */
async function openAccounts(
  workshop: Workshop,
  tenant: Tenant,
  organisation: DemoOrganisation | null,
): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: operator(tenant) }, async (unit) => {
    const chosen = ACCOUNTS[tenant.slug] ?? [];
    for (const [index, account] of chosen.entries()) await openAccount(unit, organisation, account, index);
    const managers = new Set(organisation?.staff.map((each) => each.manager));
    for (const { number, givenName, familyName, email } of organisation?.staff ?? []) {
      const displayName = `${givenName} ${familyName}`;
      if (!managers.has(number) || !email || chosen.some((account) => account.name === displayName)) continue;
      sure(await addAccount(unit, { username: email, displayName, employmentNumber: number }));
    }
  });
}

async function openAccount(
  unit: Work,
  organisation: DemoOrganisation | null,
  account: DemoAccount,
  index: number,
): Promise<void> {
  const accountId = sure(
    await addAccount(unit, {
      username: `demo-${String(index + 1).padStart(2, "0")}`,
      displayName: account.name,
      employmentNumber: numberOf(organisation, account.name),
    }),
  );
  const tree = await units(unit);
  const unitId = (code: string | undefined) => tree.find((each) => each.code === code)?.id ?? null;
  const lastDay = addMonths(unit.today, MONTHS_AGO + 4);
  if (account.deputyOf)
    sure(
      await nameDeputy(unit, unitId(account.deputyOf) ?? "", {
        person: numberOf(organisation, account.name),
        reason: "Ersätter chefen vid ledighet",
        from: unit.today,
        to: lastDay,
      }),
    );
  if (!account.role) return;
  const known = await professions(unit);
  sure(
    await giveRole(unit, accountId, {
      role: account.role,
      unitId: unitId(account.unit),
      professionIds: known
        .filter((each) => account.professions?.includes(each.nameSv))
        .map((each) => each.id),
      employmentNumber: numberOf(organisation, account.about ?? ""),
      reason: account.reason ?? "",
      from: account.role === "hr_partner" ? addMonths(unit.today, MONTHS_AGO - 1) : unit.today,
      lastDay: account.role === "hr_partner" ? lastDay : null,
    }),
  );
}

/** Each model is read in by the process lead and adopted by the adopter, a fortnight later. */
async function adoptModels(workshop: Workshop, tenant: Tenant, day: LocalDate): Promise<void> {
  const writer = await withRole(workshop, tenant, "process_lead");
  const adopter = await withRole(workshop, tenant, "adopter");
  for (const [index, name] of (MODELS[tenant.slug] ?? []).entries()) {
    const text = await readFile(join(projectRoot(), "demo", "models", `${name}.yaml`), "utf8");
    const { slug, number } = await work(
      on(workshop, day),
      { slug: tenant.slug, actor: writer },
      async (unit) => sure(await addVersionFromFile(unit, text)),
    );
    await work(on(workshop, addDays(day, 14)), { slug: tenant.slug, actor: adopter }, async (unit) =>
      sure(
        await adoptVersion(unit, slug, number, {
          decidedAs: "HR-direktör",
          delegation: "Delegationsordningen, ärendegrupp personal",
          diaryNumber: `DEMO ${day.slice(0, 4)}/${String(index + 101)}`,
          restsOn: "Arbetsgruppens förslag och samverkan med de fackliga organisationerna",
          inForceFrom: unit.today,
          revision: 1,
        }),
      ),
    );
  }
}
