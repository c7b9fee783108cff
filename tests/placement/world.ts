/**
 * An organisation with two authorities for the placement tests: Vård (Rehab, Hemvård) and Skola (Elevhälsa). One profession has a model,
 * with two core levels and an outer one that two tracks run in; one profession has none.
 */
import { sql, type Insertable } from "kysely";
import { subscriptions } from "../../src/subscriptions.ts";
import type { DB, EmploymentPeriod } from "../../src/platform/database/schema.ts";
import type { FileStore } from "../../src/platform/files/file-store.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Actor, RoleGrant } from "../../src/shared/actor.ts";
import type { TestDatabase } from "../support/database.ts";
import { NO_FILES } from "../support/no-files.ts";
import { SECRET } from "../support/secret.ts";

export const TODAY = "2026-11-22";
type Dates = { from: string; to?: string | null };
type Table = keyof DB;

export async function placementWorld({
  db,
  files = NO_FILES,
}: Pick<TestDatabase, "db"> & { readonly files?: FileStore }) {
  const slug = `kommun-${newId().slice(0, 8)}`;
  const organisation_id = newId();
  let today = TODAY;
  const workshop = {
    db,
    clock: () => new Date(`${today}T12:00:00+01:00`),
    subscriptions,
    secret: SECRET,
    files,
  };
  const insert = (tx: Work["tx"], table: Table, row: Record<string, unknown>) =>
    tx
      .insertInto(table)
      .values({ organisation_id, ...row })
      .execute();
  const put = (table: Table, row: Record<string, unknown>) =>
    work(workshop, { slug, actor: null }, ({ tx }) => insert(tx, table, row));

  await db.transaction(async (tx) => {
    await sql`select set_config('app.organisation', ${organisation_id}, true)`.execute(tx);
    await tx
      .insertInto("organisation")
      .values({ id: organisation_id, slug, name: "Påhittade kommunen", kind: "municipality" })
      .execute();
    await insert(tx, "organisation_setting", { placement_principles: "Lika för lika." });
  });

  const unit = async (name: string, parent: Id | null, isAuthority = false): Promise<Id> => {
    const id = newId();
    await put("unit", { id, parent_id: parent, name, is_authority: isAuthority, valid_from: "2000-01-01" });
    return id;
  };
  const root = await unit("Kommunen", null);
  const care = await unit("Vård", root, true);
  const rehab = await unit("Rehab", care);
  const homeCare = await unit("Hemvård", care);
  const school = await unit("Skola", root, true);
  const pupilHealth = await unit("Elevhälsa", school);

  const profession = async (name: string): Promise<Id> => {
    const id = newId();
    await put("profession", { id, name_sv: name, name_en: name });
    return id;
  };
  const physio = await profession("Fysioterapeut");
  const clerk = await profession("Handläggare");
  const model = await draftModel(put, physio);
  await work(workshop, { slug, actor: null }, ({ tx }) =>
    tx
      .updateTable("model_version")
      .set({ status: "adopted", in_force_from: "2020-01-01" })
      .where("id", "=", model.versionId)
      .execute(),
  );

  const person = async (
    name: string,
    values: Record<string, unknown> = {},
  ): Promise<Actor & { personId: Id }> => {
    const [given_name = "", family_name = ""] = name.split(" ");
    const [personId, accountId] = [newId(), newId()];
    await put("person", { id: personId, given_name, family_name, ...values });
    await put("account", {
      id: accountId,
      person_id: personId,
      username: `demo-${accountId}`,
      display_name: name,
    });
    return {
      accountId,
      organisationId: organisation_id,
      personId,
      displayName: name,
      grants: [],
      manages: [],
    };
  };
  const employ = async (
    who: Actor,
    unit_id: Id,
    dates: Dates,
    profession_id: Id | null = physio,
  ): Promise<Id> => {
    const id = newId();
    const [from, to] = [dates.from, dates.to ?? null];
    await put("employment", {
      id,
      person_id: who.personId,
      number: id.slice(0, 8),
      valid_from: from,
      valid_to: to,
    });
    const period: Omit<Insertable<EmploymentPeriod>, "organisation_id"> = {
      employment_id: id,
      person_id: who.personId ?? "",
      unit_id,
      profession_id,
      form: "permanent",
      extent: 100,
      valid_from: from,
      valid_to: to,
    };
    await put("employment_period", period);
    return id;
  };

  /** The same actor as sessions see them on the day: the units that they manage or are deputy of are looked up. */
  const seen = async (who: Actor): Promise<Actor> => {
    const manages = await work(workshop, { slug, actor: null }, async ({ tx, today: day }) => {
      const own = (table: "unit_manager" | "unit_deputy") =>
        tx
          .selectFrom(table)
          .select("unit_id as unitId")
          .where("person_id", "=", who.personId)
          .where("valid_from", "<=", day)
          .where((e) => e.or([e("valid_to", "is", null), e("valid_to", ">", day)]))
          .execute();
      return [
        ...(await own("unit_manager")).map((row) => ({ ...row, as: "manager" as const })),
        ...(await own("unit_deputy")).map((row) => ({ ...row, as: "deputy" as const })),
      ];
    });
    return { ...who, manages };
  };

  return {
    slug,
    workshop,
    organisation_id,
    root,
    care,
    rehab,
    homeCare,
    school,
    pupilHealth,
    physio,
    clerk,
    model,
    put,
    person,
    employ,
    /** From now on it is this day. */
    on: (day: string) => {
      today = day;
    },
    manage: (who: Actor, unit_id: Id, dates: Dates = { from: "2000-01-01" }) =>
      put("unit_manager", {
        unit_id,
        person_id: who.personId,
        valid_from: dates.from,
        valid_to: dates.to ?? null,
      }),
    deputise: (who: Actor, unit_id: Id, dates: { from: string; to: string }) =>
      put("unit_deputy", {
        unit_id,
        person_id: who.personId,
        reason: "Semester",
        valid_from: dates.from,
        valid_to: dates.to,
      }),
    /** Runs a unit of work as somebody; null is nobody. */
    as: async <T>(who: Actor | null, run: (work: Work) => Promise<T>): Promise<T> =>
      work(workshop, { slug, actor: who && (await seen(who)) }, run),
    grant: (who: Actor, grant: Pick<RoleGrant, "role"> & Partial<RoleGrant>): Actor => ({
      ...who,
      grants: [{ unitId: null, professionIds: [], personId: null, reason: null, ...grant }],
    }),
    /** Ends or moves an employment as an import does it, and tells the later features. */
    change: (who: Actor, employmentId: Id, on: string, then?: { unitId?: Id; professionId?: Id | null }) =>
      work(workshop, { slug, actor: null }, async (unitOfWork) => {
        const { tx } = unitOfWork;
        const period = await tx
          .updateTable("employment_period")
          .set({ valid_to: on })
          .where("employment_id", "=", employmentId)
          .where("valid_to", "is", null)
          .returningAll()
          .executeTakeFirstOrThrow();
        if (then)
          await insert(tx, "employment_period", {
            ...period,
            id: newId(),
            unit_id: then.unitId ?? period.unit_id,
            profession_id: then.professionId === undefined ? period.profession_id : then.professionId,
            valid_from: on,
            valid_to: null,
          });
        await unitOfWork.publish("employments-changed", { personIds: [who.personId ?? ""], on });
      }),
    tell: (who: Actor) =>
      work(workshop, { slug, actor: null }, (unitOfWork) =>
        unitOfWork.publish("employments-changed", { personIds: [who.personId ?? ""], on: today }),
      ),
  };
}

export type World = Awaited<ReturnType<typeof placementWorld>>;

/** A model, decided but not yet in force: levels Bas and Skicklig, and Expert with the tracks Forskning and Master. */
async function draftModel(
  put: (table: Table, row: Record<string, unknown>) => Promise<unknown>,
  profession_id: Id,
) {
  const [structure, modelId, version_id, account] = [newId(), newId(), newId(), newId()];
  const [basic, skilled, expert] = [newId(), newId(), newId()];
  const [research, master] = [newId(), newId()];
  await put("structure", { id: structure, name: "Gemensam" });
  await put("career_model", {
    id: modelId,
    structure_id: structure,
    profession_id,
    slug: "fysio",
    name_sv: "Fysioterapeut",
    name_en: "Physio",
  });
  await put("model_version", { id: version_id, model_id: modelId, number: 1, status: "draft" });
  const levels = [basic, skilled, expert];
  for (const [position, id] of levels.entries()) {
    const level = {
      name: ["Bas", "Skicklig", "Expert"][position],
      kind: position < 2 ? "core" : "outer",
      position,
    };
    await put("structure_level", { id, structure_id: structure, key: `l${position}`, ...level });
    await put("version_level", { version_id, level_id: id, short_text: "Om nivån.", ...level });
  }
  for (const [position, track_id] of [research, master].entries()) {
    await put("version_track", {
      version_id,
      track_id,
      key: `t${position}`,
      position,
      name: ["Forskning", "Master"][position],
    });
    await put("version_track_level", { version_id, track_id, level_id: expert });
  }
  await put("account", { id: account, username: "adopter", display_name: "Beslutsfattare" });
  await put("decision", {
    id: newId(),
    kind: "adopt",
    version_id,
    decided_by: account,
    decided_as: "HR-direktör",
    delegation: "4.2",
    decided_on: "2019-12-01",
    diary_number: "2019/1",
  });
  return { modelId, versionId: version_id, basic, skilled, expert, research, master };
}
