/** An invented municipality for the tests of units, people and access, and a second organisation beside it. */
import { foundOrganisation } from "../../src/organisation/found-organisation.ts";
import type { Unit } from "../../src/organisation/unit.rules.ts";
import type { DB } from "../../src/platform/database/schema.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { closePeople } from "../../src/people/close-people.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import type { Actor, GivenRole, RoleGrant, Tenant } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { TestDatabase } from "../support/database.ts";
import { NO_FILES } from "../support/no-files.ts";
import { SECRET } from "../support/secret.ts";

export const TODAY = "2026-11-22";

type Dates = { from?: string; to?: string | null };

export const grant = (role: GivenRole, more: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  unitId: null,
  professionIds: [],
  personId: null,
  reason: null,
  ...more,
});

/** Founds an organisation, and gives what is needed to fill it and to work in it as anybody on any day. */
export async function world(
  { db }: Pick<TestDatabase, "db">,
  name = "kommun",
  kind: Tenant["kind"] = "municipality",
) {
  const slug = `${name}-${newId().slice(0, 8)}`;
  const founded = await foundOrganisation(db, { slug, name: "Påhittade kommunen", kind });
  if (!founded.ok) throw new Error("the organisation was not founded");
  const organisationId = founded.value.id;
  let now = `${TODAY}T12:00:00+01:00`;
  const workshop = {
    db,
    clock: () => new Date(now),
    subscriptions: { ...subscriptions, "employments-changed": [closePeople] },
    secret: SECRET,
    files: NO_FILES,
  };
  const as = <T>(actor: Actor | null, run: (work: Work) => Promise<T>): Promise<T> =>
    work(workshop, { slug, actor }, run);
  const put = (table: keyof DB, row: Record<string, unknown>) =>
    as(null, ({ tx }) =>
      tx
        .insertInto(table)
        .values({ organisation_id: organisationId, ...row } as never)
        .execute(),
    );

  const unit = async (unitName: string, parentId: Id | null, more: Partial<Unit> = {}): Promise<Id> => {
    const id = more.id ?? newId();
    await put("unit", {
      id,
      parent_id: parentId,
      name: unitName,
      code: more.code ?? null,
      is_authority: more.isAuthority ?? false,
      valid_from: more.validFrom ?? "2000-01-01",
      valid_to: more.validTo ?? null,
    });
    return id;
  };

  const person = async (fullName: string, more: Record<string, unknown> = {}): Promise<Id> => {
    const id = newId();
    const [given_name = "", family_name = ""] = fullName.split(" ");
    await put("person", { id, given_name, family_name, ...more });
    return id;
  };

  const employ = async (
    personId: Id,
    unitId: Id,
    more: Dates & {
      professionId?: Id;
      title?: string;
      number?: string;
      form?: string;
      isMain?: boolean;
    } = {},
  ): Promise<Id> => {
    const id = newId();
    const days = { valid_from: more.from ?? "2020-01-01", valid_to: more.to ?? null };
    await put("employment", { id, person_id: personId, number: more.number ?? id.slice(0, 8), ...days });
    await put("employment_period", {
      employment_id: id,
      person_id: personId,
      unit_id: unitId,
      profession_id: more.professionId ?? null,
      title: more.title ?? "",
      form: more.form ?? "permanent",
      extent: 75,
      is_main: more.isMain ?? true,
      ...days,
    });
    return id;
  };

  return {
    slug,
    organisationId,
    workshop,
    as,
    put,
    unit,
    person,
    employ,
    manage: (personId: Id, unitId: Id, days: Dates = {}) =>
      put("unit_manager", {
        unit_id: unitId,
        person_id: personId,
        valid_from: days.from ?? "2000-01-01",
        valid_to: days.to ?? null,
      }),
    /** An account for the person (or for nobody in particular), as the actor that its session would give. */
    actor: async (personId: Id | null, more: Partial<Actor> = {}): Promise<Actor> => {
      const accountId = newId();
      const displayName = more.displayName ?? "Någon Annan";
      await put("account", {
        id: accountId,
        person_id: personId,
        username: accountId,
        display_name: displayName,
      });
      return { accountId, organisationId, personId, displayName, grants: [], manages: [], ...more };
    },
    /** From now on it is noon of this day. */
    on: (day: string) => {
      now = `${day}T12:00:00+01:00`;
    },
  };
}

export type World = Awaited<ReturnType<typeof world>>;
