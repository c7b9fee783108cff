/**
 * Fills an empty demo installation with invented organisations, by the same use cases that people use: they found, set up,
 * import, adopt and place, each on their own day. Does nothing when there already is an organisation.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addVersionFromFile } from "../src/career-model/add-version.ts";
import { adoptVersion } from "../src/career-model/adopt-version.ts";
import { changeFreedom } from "../src/career-model/change-status.ts";
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
import { demoUsername } from "./accounts.ts";
import { agreedWhenPlaced, assessInUnit } from "./assess.ts";
import { ASSOCIATIONS, ORGANISATIONS, type DemoAssociation } from "./organisations.ts";
import { fillCatalogue } from "./catalogue.ts";
import type { DemoAccount, DemoEmployment, DemoModel, DemoOrganisation } from "./organisation.ts";
import { followUp } from "./follow-up.ts";
import { holdTalks, PAST_TALKS, PRESENT_TALKS } from "./hold-talks.ts";
import { carryOverLater, supplementModel, takeIn } from "./layers.ts";
import { on, sure } from "./making.ts";
import { secondVersion } from "./revisions.ts";
import { calibrate } from "./calibrate.ts";
import { mailPeople } from "./mail-people.ts";
import { movePeople } from "./move-people.ts";
import { placeStaff } from "./place-staff.ts";
import { beginPlans, planPeople } from "./plan-people.ts";
import { showEvidence } from "./show-evidence.ts";
import { withRole } from "./roles.ts";
import { staffFile } from "./staff-file.ts";
import { stateNeeds } from "./state-needs.ts";

const UNSCOPED = { unitId: null, professionIds: [], employmentNumber: "", reason: "", lastDay: null };
const UNITS_SINCE = "2015-01-01";
/** Who begins later than so many months after the first staff file comes with the second one, of today. */
const FIRST_FILE_MONTHS = 11;
/** Deputies were named so many months ago. */
const DEPUTY_MONTHS = 6;
/** What is out for consultation was sent out so many days ago. */
const DAYS_ASKED = 9;
/** Where assessments are under way: the unit of this manager, and whose is the first. */
const ASSESSED = { slug: "harryda", manager: "Karin Öhman", first: "Åsa Lindqvist" };
/** So many organisations are made at a time: while one waits for the database another is prepared. */
const AT_A_TIME = 3;

export async function loadDemo(workshop: Workshop): Promise<void> {
  const present = await workshop.db.transaction((tx) => organisations(tx));
  if (present.length > 0) return;
  const today = dayOf(workshop.clock());
  for (const association of ASSOCIATIONS) await makeAssociation(workshop, association, today);
  const waiting = ORGANISATIONS.values();
  const inTurn = async (): Promise<void> => {
    for (const organisation of waiting) await make(workshop, organisation, today);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, inTurn));
}

/** An association has its leads, and the base models that it stands behind. */
async function makeAssociation(
  workshop: Workshop,
  { tenant: wanted, accounts, began, professions: known, models }: DemoAssociation,
  today: LocalDate,
): Promise<void> {
  const tenant = sure(await foundOrganisation(workshop.db, wanted));
  const begun = on(workshop, addMonths(today, -began));
  await openAccounts(begun, tenant, { accounts, staff: [] }, today);
  await work(begun, { slug: tenant.slug, actor: operator(tenant) }, (unit) => addProfessions(unit, known));
  const diary = diaryNumbers();
  for (const { file, adopted, revised } of models) {
    const text = await modelText(file);
    await bringVersion(workshop, tenant, text, adopted, diary, today);
    const lead = await withRole(workshop, tenant, "association_lead");
    await work(begun, { slug: tenant.slug, actor: lead }, async (unit) =>
      sure(
        await changeFreedom(unit, file, {
          to: "adaptable",
          reason: "Medlemmarna är olika stora och har olika uppdrag.",
        }),
      ),
    );
    if (revised !== undefined)
      await bringVersion(workshop, tenant, secondVersion(file, text), revised, diary, today);
  }
}

async function make(workshop: Workshop, organisation: DemoOrganisation, today: LocalDate): Promise<void> {
  const { memberOf, staff } = organisation;
  const tenant = sure(await foundOrganisation(workshop.db, organisation.tenant));
  if (memberOf)
    sure(
      await admitMember(workshop.db, {
        association: memberOf,
        member: tenant.slug,
        from: UNITS_SINCE,
        to: null,
      }),
    );
  const day = addMonths(today, -organisation.began);
  const begun = on(workshop, day);
  await setUp(begun, tenant, organisation);
  const latest = addMonths(day, FIRST_FILE_MONTHS);
  const first = staff.filter((each) => each.from <= latest);
  if (first.length > 0) await importStaff(begun, tenant, organisation, first);
  await openAccounts(begun, tenant, organisation, today);
  const diary = diaryNumbers();
  for (const model of organisation.models)
    if (model.shared) await takeInShared(workshop, tenant, model, diary, today);
    else await bringVersion(workshop, tenant, await modelText(model.file), model.adopted, diary, today);
  await placeStaff(workshop, tenant, organisation, today);
  await agreedWhenPlaced(workshop, tenant);
  for (const { file, revised, shared } of organisation.models)
    if (shared && typeof revised === "number") {
      const day = addMonths(today, -revised);
      await takeIn(workshop, tenant, file, { number: 2, day, decision: decided(diary(day)) });
      await carryOverLater(workshop, tenant, file);
    } else if (revised !== undefined)
      await bringVersion(workshop, tenant, secondVersion(file, await modelText(file)), revised, diary, today);
  if (first.length < staff.length) await importStaff(workshop, tenant, organisation, staff);
  await showEvidence(workshop, tenant, organisation.settings.evidenceFiles ?? false);
  await fillCatalogue(workshop, tenant);
  if (tenant.slug === ASSESSED.slug) {
    await beginPlans(workshop, tenant, ASSESSED, today);
    await holdTalks(workshop, tenant, ASSESSED, today, PAST_TALKS);
    await assessInUnit(workshop, tenant, ASSESSED, today);
    await planPeople(workshop, tenant, ASSESSED, today);
    await holdTalks(workshop, tenant, ASSESSED, today, PRESENT_TALKS);
  }
  await stateNeeds(workshop, tenant, today);
  await movePeople(workshop, tenant, today);
  await calibrate(workshop, tenant, today);
  await followUp(workshop, tenant, organisation.measured, today);
  await mailPeople(workshop, tenant, ASSESSED.manager);
  await forgetPastMail(workshop, tenant);
}

/** What would have been mailed on days that have been: nobody is helped by it now. */
const forgetPastMail = (workshop: Workshop, { slug }: Tenant): Promise<unknown> =>
  work(workshop, { slug, actor: null }, ({ tx, organisationId, now }) =>
    tx
      .deleteFrom("mail")
      .where("organisation_id", "=", organisationId)
      .where("give_up_at", "<=", now)
      .execute(),
  );

/** The association's first version, with all that the member lays over it. */
async function takeInShared(
  workshop: Workshop,
  tenant: Tenant,
  { file, adopted, supplements = [] }: DemoModel,
  diary: (day: LocalDate) => string,
  today: LocalDate,
): Promise<void> {
  const day = addMonths(today, -(adopted ?? 1));
  await takeIn(workshop, tenant, file, { number: 1, day, decision: decided(diary(day)) });
  for (const supplement of supplements) {
    const isAsked = supplement.adopted === null;
    const later = isAsked ? addDays(today, -DAYS_ASKED) : addMonths(today, -supplement.adopted);
    const decision = isAsked ? null : decided(diary(later));
    await supplementModel(workshop, tenant, file, { supplement, day: later, decision });
  }
}

/** Settings, professions, units, and the account that the HR system's files come by. */
async function setUp(workshop: Workshop, tenant: Tenant, organisation: DemoOrganisation): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: operator(tenant) }, async (unit) => {
    sure(await changeSettings(unit, { ...(await viewSettings(unit)), ...organisation.settings }));
    await addProfessions(unit, organisation.professions);
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
}

async function addProfessions(unit: Work, wanted: DemoOrganisation["professions"]): Promise<void> {
  for (const { ssyk, ...profession } of wanted)
    await putProfession(unit, {
      ...profession,
      id: newId(),
      ssykCode: ssyk,
      aidCode: null,
      escoUri: null,
      jobtechUri: null,
    });
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

type Staffed = Pick<DemoOrganisation, "accounts" | "staff">;

const numberOf = ({ staff }: Staffed, name: string): string =>
  staff.find((each) => `${each.givenName} ${each.familyName}` === name)?.number ?? "";

/** An account for everyone to sign in as, and for every manager, with their roles. */
async function openAccounts(
  workshop: Workshop,
  tenant: Tenant,
  organisation: Staffed,
  today: LocalDate,
): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: operator(tenant) }, async (unit) => {
    const { accounts, staff } = organisation;
    for (const [index, account] of accounts.entries())
      await openAccount(unit, organisation, account, { index, today });
    const managers = new Set(staff.map((each) => each.manager));
    for (const { number, givenName, familyName, email } of staff) {
      const displayName = `${givenName} ${familyName}`;
      if (!managers.has(number) || !email || accounts.some((account) => account.name === displayName))
        continue;
      sure(await addAccount(unit, { username: email, displayName, employmentNumber: number }));
    }
  });
}

async function openAccount(
  unit: Work,
  organisation: Staffed,
  account: DemoAccount,
  { index, today }: { readonly index: number; readonly today: LocalDate },
): Promise<void> {
  const accountId = sure(
    await addAccount(unit, {
      username: demoUsername(index),
      displayName: account.name,
      employmentNumber: numberOf(organisation, account.name),
    }),
  );
  const lastDay = addMonths(today, 4);
  const tree = await units(unit);
  const unitId = (code: string | undefined) => tree.find((each) => each.code === code)?.id ?? null;

  if (account.deputyOf)
    sure(
      await nameDeputy(unit, unitId(account.deputyOf) ?? "", {
        person: numberOf(organisation, account.name),
        reason: "Ersätter chefen vid ledighet",
        from: addMonths(today, -DEPUTY_MONTHS),
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
      from: account.role === "hr_partner" ? addMonths(today, -1) : unit.today,
      lastDay: account.role === "hr_partner" ? lastDay : null,
    }),
  );
}

const modelText = (file: string): Promise<string> =>
  readFile(join(projectRoot(), "demo", "models", `${file}.yaml`), "utf8");

/** The diary numbers of an organisation's decisions, one after the other. */
function diaryNumbers(): (day: LocalDate) => string {
  let last = 100;
  return (day) => `DEMO ${day.slice(0, 4)}/${String(++last)}`;
}

/** A decision's words, as they are said in the demo. */
const decided = (diaryNumber: string) => ({
  decidedAs: "HR-direktör",
  delegation: "Delegationsordningen, ärendegrupp personal",
  diaryNumber,
  restsOn: "Arbetsgruppens förslag och samverkan med de fackliga organisationerna",
});

/** The process lead reads a version in; the adopter decided a fortnight later, so many months ago, unless it is a draft still. */
async function bringVersion(
  workshop: Workshop,
  tenant: Tenant,
  text: string,
  adopted: number | null,
  diary: (day: LocalDate) => string,
  today: LocalDate,
): Promise<void> {
  const day = addMonths(today, -(adopted ?? 1));
  const role = tenant.kind === "association" ? "association_lead" : "process_lead";
  const writer = await withRole(workshop, tenant, role);
  const { slug, number } = await work(
    on(workshop, addDays(day, -14)),
    { slug: tenant.slug, actor: writer },
    async (unit) => sure(await addVersionFromFile(unit, text)),
  );
  if (adopted === null) return;
  const adopter = await withRole(workshop, tenant, "adopter");
  await work(on(workshop, day), { slug: tenant.slug, actor: adopter }, async (unit) =>
    sure(
      await adoptVersion(unit, slug, number, {
        ...decided(diary(day)),
        inForceFrom: unit.today,
        revision: 1,
      }),
    ),
  );
}
