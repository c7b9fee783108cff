/** An organisation that is set up and has no staff yet: units, professions, accounts, and models in force. By the use cases that people use. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addVersionFromFile } from "../../src/career-model/add-version.ts";
import { adoptVersion } from "../../src/career-model/adopt-version.ts";
import { addAccount, giveRole, operator } from "../../src/identity/keep-accounts.ts";
import { foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { putProfession } from "../../src/organisation/store.ts";
import type { Tx } from "../../src/platform/database/transactions.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { work, type Work, type Workshop } from "../../src/platform/database/work.ts";
import type { Actor, Tenant } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { addMonths } from "../../src/shared/local-date.ts";
import type { Result } from "../../src/shared/result.ts";
import { BUILT_ON, type Size } from "../sizes.ts";
import { PROFESSIONS } from "./staff.ts";
import { makeUnits } from "./units.ts";

/** What the bench asks for and is refused is a fault of the bench. */
export function sure<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`bench: ${JSON.stringify(result.reasons)}`);
  return result.value;
}

/** Models have been in force for so long. */
const MONTHS_IN_FORCE = 66;

const MODEL_FILES = [
  "arbetsterapeut",
  "fysioterapeut",
  "sjukskoterska",
  "audionom",
  "forrattningslantmatare",
];

const ROLES = ["process_lead", "adopter", "hr_handler"] as const;
type Role = (typeof ROLES)[number];

/** What later steps need to know of it; ids in the order of the units and the professions. */
export type Bare = {
  readonly tenant: Tenant;
  readonly unitIds: readonly Id[];
  readonly professionIds: readonly Id[];
};

/** Who acts in this role: the account of that name, for the whole organisation. */
export const named =
  (role: Role) =>
  async (tx: Tx): Promise<Actor> => {
    const { id, organisation_id } = await tx
      .selectFrom("account")
      .select(["id", "organisation_id"])
      .where("username", "=", role)
      .executeTakeFirstOrThrow();
    return {
      accountId: id,
      organisationId: organisation_id,
      personId: null,
      displayName: role,
      grants: [{ role, unitId: null, professionIds: [], personId: null, reason: null }],
      manages: [],
    };
  };

export async function makeOrganisation(
  workshop: Workshop,
  wanted: { readonly slug: string; readonly name: string },
  size: Size,
): Promise<Bare> {
  const tenant = sure(await foundOrganisation(workshop.db, { ...wanted, kind: "region" }));
  const since = { ...workshop, clock: () => new Date(`${addMonths(BUILT_ON, -MONTHS_IN_FORCE)}T08:00:00Z`) };
  const bare = await work(since, { slug: tenant.slug, actor: operator(tenant) }, async (unit) => {
    const unitIds = await makeUnits(unit, size);
    const professionIds: Id[] = [];
    for (const name of PROFESSIONS.slice(0, size.models)) professionIds.push(await addProfession(unit, name));
    for (const role of ROLES) await openAccount(unit, role);
    return { tenant, unitIds, professionIds };
  });
  for (const [index, name] of PROFESSIONS.slice(0, size.models).entries())
    await adoptModel(since, tenant, name, MODEL_FILES[index % MODEL_FILES.length] ?? "");
  return bare;
}

const addProfession = (unit: Work, name: string): Promise<Id> =>
  putProfession(unit, {
    id: newId(),
    nameSv: name,
    nameEn: name,
    ssykCode: null,
    aidCode: null,
    escoUri: null,
    jobtechUri: null,
    licensed: true,
    unions: [],
    titles: [],
  });

async function openAccount(unit: Work, role: Role): Promise<void> {
  const account = sure(await addAccount(unit, { username: role, displayName: role, employmentNumber: "" }));
  sure(
    await giveRole(unit, account, {
      role,
      unitId: null,
      professionIds: [],
      employmentNumber: "",
      reason: "",
      from: unit.today,
      lastDay: null,
    }),
  );
}

/** The profession of the long model, and its slug: with `rows` statements more than the short one that it is made of. */
export const LONG = { profession: "Lång", slug: "lang", rows: 500 };

export async function adoptLongModel(workshop: Workshop, tenant: Tenant): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: operator(tenant) }, (unit) =>
    addProfession(unit, LONG.profession),
  );
  const rows = Array.from(
    { length: LONG.rows },
    (_, index) =>
      `          - Du planerar och följer upp arbetet i ärende ${index + 1} med dem som berörs.\n`,
  );
  const text = await renamed(LONG.profession, MODEL_FILES[0] ?? "");
  await adoptText(
    workshop,
    tenant,
    text.replace(/^ {8}uppgifter:\n/m, (heading) => heading + rows.join("")),
  );
}

/** A demo model's text for the profession, with a structure of its own, adopted the same day. */
async function adoptModel(
  workshop: Workshop,
  tenant: Tenant,
  profession: string,
  file: string,
): Promise<void> {
  await adoptText(workshop, tenant, await renamed(profession, file));
}

/** The demo's text for another profession. */
async function renamed(profession: string, file: string): Promise<string> {
  const text = await readFile(join(projectRoot(), "demo/models", `${file}.yaml`), "utf8");
  const key = profession
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
  return text
    .replace(/^ {2}nyckel: .*$/m, `  nyckel: ${key}`)
    .replace(/^ {2}namn: .*$/m, `  namn: ${profession}`)
    .replace(/^ {2}engelska: .*$/m, `  engelska: ${profession}`);
}

async function adoptText(workshop: Workshop, tenant: Tenant, text: string): Promise<void> {
  const as = (role: Role) => ({ slug: tenant.slug, actor: named(role) });
  const { slug, number } = await work(workshop, as("process_lead"), async (unit) =>
    sure(await addVersionFromFile(unit, text)),
  );
  await work(workshop, as("adopter"), async (unit) =>
    sure(
      await adoptVersion(unit, slug, number, {
        decidedAs: "HR-direktör",
        delegation: "Delegationsordningen",
        diaryNumber: `MÄT ${number}`,
        restsOn: "",
        inForceFrom: unit.today,
        revision: 1,
      }),
    ),
  );
}
