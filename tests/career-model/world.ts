/** An invented municipality that keeps models: its professions, those who write, decide and read, and ways to add and adopt. */
import { addVersionFromFile } from "../../src/career-model/add-version.ts";
import { adoptVersion, type AdoptionInput } from "../../src/career-model/adopt-version.ts";
import { foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { putProfession } from "../../src/organisation/store.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import type { Actor, GivenRole, RoleGrant, Tenant } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { SECRET, type TestDatabase } from "../support/database.ts";
import { NO_FILES } from "../support/no-files.ts";

export const TODAY = "2026-11-22";

export const DECISION: Omit<AdoptionInput, "revision"> = {
  decidedAs: "HR-direktör",
  delegation: "Delegationsordningen 4.2",
  diaryNumber: "2026/113",
  restsOn: "Protokoll från samråd",
  inForceFrom: TODAY,
};

export async function modelWorld(
  { db }: Pick<TestDatabase, "db">,
  { slug, kind = "municipality" }: { slug?: string; kind?: Tenant["kind"] } = {},
) {
  const name = slug ?? `kommun-${newId().slice(0, 8)}`;
  const founded = await foundOrganisation(db, {
    slug: name,
    name: "Påhittade kommunen",
    kind,
  });
  if (!founded.ok) throw new Error("the organisation was not founded");
  const organisationId = founded.value.id;
  let today = TODAY;
  const workshop = {
    db,
    clock: () => new Date(`${today}T12:00:00+01:00`),
    subscriptions,
    secret: SECRET,
    files: NO_FILES,
  };
  const as = <T>(actor: Actor | null, run: (work: Work) => Promise<T>): Promise<T> =>
    work(workshop, { slug: name, actor }, run);

  const account = async (
    displayName: string,
    role?: GivenRole,
    scope: Partial<RoleGrant> = {},
  ): Promise<Actor> => {
    const accountId = newId();
    const grant = role && { role, unitId: null, professionIds: [], personId: null, reason: null, ...scope };
    await as(null, async ({ tx }) => {
      const of = { organisation_id: organisationId };
      await tx
        .insertInto("account")
        .values({ ...of, id: accountId, username: accountId, display_name: displayName })
        .execute();
      if (grant)
        await tx
          .insertInto("role_grant")
          .values({
            ...of,
            id: newId(),
            account_id: accountId,
            role: grant.role,
            profession_ids: [...grant.professionIds],
            unit_id: grant.unitId,
            valid_from: "2020-01-01",
          })
          .execute();
    });
    return {
      accountId,
      organisationId,
      personId: null,
      displayName,
      grants: grant ? [grant] : [],
      manages: [],
    };
  };
  const lead = await account("Petra Processledare", "process_lead");
  const adopter = await account("Hanna Direktör", "adopter");

  return {
    slug: name,
    organisationId,
    workshop,
    as,
    account,
    lead,
    adopter,
    employee: await account("Åsa Anställd"),
    profession: (nameSv: string): Promise<Id> =>
      as(null, (unit) =>
        putProfession(unit, {
          id: newId(),
          nameSv,
          nameEn: nameSv,
          aidCode: null,
          ssykCode: null,
          escoUri: null,
          jobtechUri: null,
          licensed: false,
          unions: [],
          titles: [],
        }),
      ),
    add: (text: string, options?: { replaceDraft: boolean }) =>
      as(lead, (unit) => addVersionFromFile(unit, text, options)),
    adopt: (model: string, number: number, input: Partial<AdoptionInput> = {}) =>
      as(adopter, (unit) => adoptVersion(unit, model, number, { ...DECISION, revision: 1, ...input })),
    /** From now on it is this day. */
    on: (day: string) => {
      today = day;
    },
  };
}

export type World = Awaited<ReturnType<typeof modelWorld>>;
