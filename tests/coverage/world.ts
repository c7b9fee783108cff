/** The organisation of the placement tests, with what coverage needs: many people in a unit, some of them placed, and those who look. */
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Actor, GivenRole, RoleGrant } from "../../src/shared/actor.ts";
import { placementWorld } from "../placement/world.ts";
import type { TestDatabase } from "../support/database.ts";

type Days = { readonly from?: string; readonly to?: string | null };

/** One employment of someone: what is not said is permanent, full time, the main one, and since 2020. */
export type Work = Days & {
  readonly unit?: Id;
  readonly profession?: Id;
  readonly form?: "permanent" | "fixed-term" | "hourly";
  readonly extent?: number;
  readonly main?: boolean;
  readonly id?: Id;
};

export async function coverageWorld(database: TestDatabase) {
  const world = await placementWorld(database);
  const decider = await world.person("Karin Öhman");

  /** Employs a person; gives the employment's id. */
  const hire = async (who: Actor, work: Work = {}): Promise<Id> => {
    const employment_id = work.id ?? newId();
    const days = { valid_from: work.from ?? "2020-01-01", valid_to: work.to ?? null };
    const who_ = { person_id: who.personId };
    await world.put("employment", {
      id: employment_id,
      number: employment_id.slice(0, 13),
      ...who_,
      ...days,
    });
    await world.put("employment_period", {
      employment_id,
      ...who_,
      unit_id: work.unit ?? world.rehab,
      profession_id: work.profession ?? world.physio,
      form: work.form ?? "permanent",
      extent: work.extent ?? 100,
      is_main: work.main ?? true,
      ...days,
    });
    return employment_id;
  };

  const place = (who: Actor, days: Days = {}, values: Record<string, unknown> = {}) =>
    world.put("placement", {
      id: newId(),
      person_id: who.personId,
      model_id: world.model.modelId,
      version_id: world.model.versionId,
      level_id: world.model.basic,
      valid_from: days.from ?? "2021-01-01",
      valid_to: days.to ?? null,
      dialogue_on: days.from ?? "2021-01-01",
      basis: "first-introduction",
      motivation: "Efter samtalet.",
      decided_by: decider.personId,
      decided_as: "manager",
      unit_id: world.rehab,
      ...values,
    });

  let hired = 0;
  /** People in a unit, the first `placed` of them placed. */
  const team = async (unit: Id, employed: number, placed: number, days: Days = {}) => {
    const people: (Actor & { personId: Id })[] = [];
    for (let at = 0; at < employed; at += 1) {
      hired += 1;
      const who = await world.person(`Person Nr${String(hired)}`);
      await hire(who, { unit, ...days });
      if (at < placed) await place(who);
      people.push(who);
    }
    return people;
  };

  /** Someone with an account and these roles, who is not employed. */
  const withRole = async (role: GivenRole, scope: Partial<RoleGrant> = {}): Promise<Actor> => {
    const accountId = newId();
    const displayName = `Roll ${role}`;
    await world.put("account", { id: accountId, username: `demo-${accountId}`, display_name: displayName });
    const grant = { role, unitId: null, professionIds: [], personId: null, reason: null, ...scope };
    return {
      accountId,
      organisationId: world.organisation_id,
      personId: null,
      displayName,
      grants: [grant],
      manages: [],
    };
  };

  /** Another model in force, for this profession, with what is written in it before that; gives its slug. */
  const adoptModel = async (
    slug: string,
    profession_id: Id,
    write?: (draft: { structureId: Id; versionId: Id }) => Promise<void>,
  ): Promise<string> => {
    const [structure_id, id, version_id] = [newId(), newId(), newId()];
    await world.put("structure", { id: structure_id, name: `Struktur ${slug}` });
    await world.put("career_model", { id, structure_id, profession_id, slug, name_sv: slug, name_en: slug });
    await world.put("model_version", { id: version_id, model_id: id, number: 1, status: "draft" });
    await write?.({ structureId: structure_id, versionId: version_id });
    await world.put("decision", {
      id: newId(),
      kind: "adopt",
      version_id,
      decided_by: decider.accountId,
      decided_as: "HR-direktör",
      delegation: "4.2",
      decided_on: "2020-01-01",
      diary_number: "2020/2",
    });
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("model_version")
        .set({ status: "adopted", in_force_from: "2020-01-01" })
        .where("id", "=", version_id)
        .execute(),
    );
    return slug;
  };

  return { ...world, hire, place, team, adoptModel, withRole, lead: await withRole("process_lead") };
}

export type CoverageWorld = Awaited<ReturnType<typeof coverageWorld>>;
