/**
 * An invented municipality for the matrix of who gets in where: two authorities, units with and without a manager, everyone who may
 * sign in, and everything that an address can name. Each person's family name is found nowhere else, so that an answer that
 * holds it is about them. A second organisation stands beside it.
 */
import { paperAsPdf } from "../../demo/papers.ts";
import { hashOf } from "../../src/platform/files/file-store.ts";
import { randomBytes } from "node:crypto";
import { GIVEN_ROLES, type GivenRole } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { addDays, dayOf } from "../../src/shared/local-date.ts";
import { parkPost } from "../../src/platform/http/parked-posts.ts";
import { hashToken, newToken } from "../../src/identity/session.ts";
import { SECRET, type TestDatabase } from "../support/database.ts";
import { world, type World } from "../people/world.ts";
import { addCatalogue, addModelImport, addModels } from "./models.ts";
import { addImports } from "./imports.ts";
import { addTakeOvers } from "./take-overs.ts";

/** Everyone who asks. What each is stands in `people` and `grants` below. */
export const ACTORS = [
  "nobody",
  "employee",
  "colleague",
  "protected",
  "manager",
  "formerManager",
  "head",
  "chief",
  "deputy",
  "pastDeputy",
  "futureDeputy",
  "orphan",
  "pupil",
  "schoolManager",
  "hrPartner",
  "pastPartner",
  "hrHandler",
  "otherHandler",
  "processLead",
  "rolloutLead",
  "schoolRolloutLead",
  "adopter",
  "associationLead",
  "union",
  "otherUnion",
  "dpo",
  "administrator",
  "pastAdministrator",
  "futureAdministrator",
  "guest",
  "closed",
  "disabled",
  "expired",
  "otherAdministrator",
] as const;
export type ActorName = (typeof ACTORS)[number];

/** Those whose cookie is nobody's: they are answered as `nobody` is. */
export const NOBODY: readonly ActorName[] = ["nobody", "closed", "disabled", "expired", "otherAdministrator"];
export const SIGNED_IN = ACTORS.filter((name) => !NOBODY.includes(name));

type Grant = {
  role: GivenRole;
  from?: string;
  to?: string;
  unit?: Id;
  person?: Id;
  professions?: readonly Id[];
};

export async function accessWorld(database: TestDatabase) {
  const here = await world(database, "aby");
  const { put, unit, person, employ, manage } = here;
  const today = dayOf(new Date());
  const [yesterday, tomorrow, later] = [addDays(today, -1), addDays(today, 1), addDays(today, 30)];

  const units = {} as Record<"root" | "office" | "care" | "rehab" | "vacant" | "school" | "health", Id>;
  units.root = await unit("Kommunen", null);
  units.office = await unit("Kansliet", units.root);
  units.care = await unit("Omsorgen", units.root, { isAuthority: true });
  units.rehab = await unit("Rehab", units.care);
  units.vacant = await unit("Hemvården", units.care);
  units.school = await unit("Skolan", units.root, { isAuthority: true });
  units.health = await unit("Elevhälsan", units.school);
  const professions = { physio: newId(), clerk: newId() };
  await put("profession", { id: professions.physio, name_sv: "Fysioterapeut", name_en: "Physiotherapist" });
  await put("profession", { id: professions.clerk, name_sv: "Handläggare", name_en: "Administrator" });

  const people = {} as Record<ActorName, Id>;
  const surnames = {} as Record<ActorName, string>;
  const join = async (name: ActorName, unitId: Id, more: Record<string, unknown> = {}) => {
    surnames[name] = `Släkten${randomBytes(5).toString("hex")}`;
    people[name] = await person(`Kim ${surnames[name]}`, {
      email: `${surnames[name].toLowerCase()}@exempel.se`,
      ...more,
    });
    await employ(people[name], unitId, { professionId: professions.physio });
  };
  for (const name of ["employee", "colleague", "manager"] as const) await join(name, units.rehab);
  await join("orphan", units.vacant);
  for (const name of ["pupil", "schoolManager"] as const) await join(name, units.health);
  await join("head", units.care);
  const others = ACTORS.filter(
    (name) => !(name in people) && !["nobody", "guest", "protected", "otherAdministrator"].includes(name),
  );
  for (const name of others) await join(name, units.office);
  await join("protected", units.rehab, {
    protected_identity: true,
    protected_handler_id: people.hrHandler,
  });

  await manage(people.formerManager, units.rehab, { from: "2020-01-01", to: today });
  await manage(people.manager, units.rehab, { from: today });
  await manage(people.head, units.care);
  await manage(people.chief, units.root);
  await manage(people.schoolManager, units.health);
  const deputise = (name: ActorName, from: string, to: string) =>
    put("unit_deputy", {
      unit_id: units.rehab,
      person_id: people[name],
      reason: "Ledighet",
      valid_from: from,
      valid_to: to,
    });
  await deputise("deputy", today, tomorrow);
  await deputise("pastDeputy", "2020-01-01", today);
  await deputise("futureDeputy", tomorrow, later);

  const grants: { readonly [name in ActorName]?: Grant } = {
    hrPartner: { role: "hr_partner", person: people.employee, to: later },
    pastPartner: { role: "hr_partner", person: people.employee, from: "2020-01-01", to: today },
    hrHandler: { role: "hr_handler" },
    otherHandler: { role: "hr_handler" },
    processLead: { role: "process_lead" },
    rolloutLead: { role: "rollout_lead", unit: units.care },
    schoolRolloutLead: { role: "rollout_lead", unit: units.school },
    adopter: { role: "adopter" },
    associationLead: { role: "association_lead" },
    union: { role: "union_representative", professions: [professions.physio] },
    otherUnion: { role: "union_representative", professions: [professions.clerk] },
    dpo: { role: "data_protection_officer" },
    administrator: { role: "administrator" },
    pastAdministrator: { role: "administrator", from: "2020-01-01", to: today },
    futureAdministrator: { role: "administrator", from: tomorrow },
    closed: { role: "administrator" },
    disabled: { role: "administrator" },
    expired: { role: "administrator" },
  };
  const given = new Set(Object.values(grants).map(({ role }) => role));
  for (const role of GIVEN_ROLES) if (!given.has(role)) throw new Error(`nobody here is ${role}`);

  const accounts = {} as Record<ActorName, Id>;
  const cookies = { nobody: "" } as Record<ActorName, string>;
  const openAccount = async (at: World, name: ActorName, personId: Id | null, grant?: Grant) => {
    const surname = surnames[name] ?? `Gästen${randomBytes(5).toString("hex")}`;
    surnames[name] = surname;
    const [id, token] = [newId(), newToken()];
    accounts[name] = id;
    const [username, display_name] = [`${surname.toLowerCase()}@exempel.se`, `Kim ${surname}`];
    await at.put("account", {
      id,
      person_id: personId,
      username,
      display_name,
      disabled: name === "disabled",
    });
    if (grant)
      await at.put("role_grant", {
        id: newId(),
        account_id: id,
        role: grant.role,
        unit_id: grant.unit ?? null,
        person_id: grant.person ?? null,
        profession_ids: [...(grant.professions ?? [])],
        reason: grant.role === "hr_partner" ? "Rehabiliteringsärende" : null,
        valid_from: grant.from ?? today,
        valid_to: grant.to ?? null,
      });
    const begun = new Date(Date.now() - (name === "expired" ? 13 : 0) * 3_600_000);
    const session = { token_hash: hashToken(token), account_id: id, created_at: begun, seen_at: begun };
    await at.put("session", session);
    cookies[name] = `vidga-${here.slug}=${token}`;
  };
  for (const name of ACTORS)
    if (name !== "nobody" && name !== "otherAdministrator")
      await openAccount(here, name, people[name] ?? null, grants[name]);
  const closing = { closed_on: yesterday };
  await here.as(null, ({ tx }) =>
    tx.updateTable("person").set(closing).where("id", "=", people.closed).execute(),
  );

  const other = await world(database, "bortom");
  const otherUnit = await other.unit("Bortom", null);
  surnames.otherAdministrator = "Släktenbortom";
  people.otherAdministrator = await other.person(`Kim ${surnames.otherAdministrator}`);
  await other.employ(people.otherAdministrator, otherUnit);
  await openAccount(other, "otherAdministrator", people.otherAdministrator, { role: "administrator" });

  const models = await addModels(here, {
    professionId: professions.physio,
    adopter: accounts.adopter,
    addingUnit: units.vacant,
    colleague: people.colleague,
    placed: { personId: people.employee, by: people.manager, unitId: units.rehab, authorityId: units.care },
  });
  const invitation = newToken();
  await put("invitation", {
    token_hash: hashToken(invitation),
    account_id: accounts.employee,
    expires_at: new Date(Date.now() + 3_600_000),
  });
  const parked = await here.as(null, (work) =>
    parkPost({ ...work, now: new Date() }, SECRET, accounts.employee, {
      action: `/o/${here.slug}/my/placement`,
      fields: [["words", models.secretWords]],
      hadFiles: false,
    }),
  );
  const evidence = newId();
  await put("evidence", {
    id: evidence,
    person_id: people.employee,
    kind: "course",
    what: models.secretWords.slice(0, 300),
    issued_on: "2026-01-01",
    authority_id: units.care,
    added_by: people.employee,
    created_at: new Date(),
  });
  const dataRequest = newId();
  await put("data_request", {
    id: dataRequest,
    person_id: people.employee,
    kind: "correction",
    about: "placements",
    words: models.secretWords,
    at: new Date(),
  });
  const paper = { id: newId(), bytes: paperAsPdf([models.secretWords]) };
  const hash = hashOf(paper.bytes);
  await put("evidence_file", {
    id: paper.id,
    evidence_id: evidence,
    hash,
    name: "intyg.pdf",
    type: "pdf",
    bytes: paper.bytes.byteLength,
    added_by: people.employee,
    added_at: new Date(),
  });
  const apiToken = newId();
  await put("api_token", {
    id: apiToken,
    account_id: accounts.guest,
    name: "Integration",
    token_hash: hashToken(newToken()),
    prefix: "vidga_provet12",
    scopes: ["models:read"],
    created_at: new Date(),
    expires_at: new Date(Date.now() + 3_600_000),
  });
  const takeOvers = await addTakeOvers(here, accounts.hrHandler, people, surnames.protected);
  const modelImport = await addModelImport(here, accounts.processLead);
  const catalogue = await addCatalogue(here);
  const imports = await addImports(here, accounts.hrHandler, surnames.protected);
  return {
    slug: here.slug,
    imports,
    takeOvers,
    modelImport,
    catalogue,
    apiToken,
    evidence,
    dataRequest,
    /** The one file: where it is named, and what a server that is to find it has to keep. */
    paper: { ...paper, name: { organisationId: here.organisationId, hash } },
    units: { ...units, elsewhere: otherUnit },
    professions,
    people,
    surnames,
    accounts,
    cookies,
    models,
    invitation,
    parked: parked ?? "",
  };
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>;
