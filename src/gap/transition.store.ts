/** SQL of transition rules (MOD-12, MOD-16): of versions and of supplements' versions. */
import { sql } from "kysely";
import type { SupplementContent } from "../career-model/supplement.rules.ts";
import type { Work } from "../platform/database/work.ts";
import type { Facts } from "../shared/events.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { layerOf, type UnitLayer } from "./asked.store.ts";
import type { Transition } from "./transition.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** Whose rules: a version's, or those of a supplement's version, which stand at levels of its base. */
export type RulesOf =
  { readonly version_id: Id } | { readonly supplement_version_id: Id; readonly base_version_id: Id };

const heldBy = (of: RulesOf) =>
  "version_id" in of
    ? sql<boolean>`version_id = ${of.version_id}`
    : sql<boolean>`supplement_version_id = ${of.supplement_version_id}`;

export async function transitionsOf(work: Scope, of: RulesOf): Promise<Transition[]> {
  return work.tx
    .selectFrom("transition")
    .select(["level_id as levelId", "until_date as until"])
    .where("organisation_id", "=", work.organisationId)
    .where(heldBy(of))
    .orderBy("level_id", (order) => order.asc().nullsFirst())
    .execute();
}

/**
 * MOD-10: a draft that is carried over to another base has its rules with it: those of levels that are there, and whose day is still to come. What has been adopted keeps its own, which
 * run on.
 */
export async function carryTransitions(
  { tx, organisationId, today }: Pick<Work, "tx" | "organisationId" | "today">,
  carried: Facts["supplement-carried-over"],
): Promise<void> {
  await sql`
    insert into transition (organisation_id, supplement_version_id, base_version_id, level_id, until_date)
    select t.organisation_id, ${carried.toVersionId}, ${carried.baseVersionId}, t.level_id, t.until_date
    from transition t join supplement_version f on f.organisation_id = t.organisation_id and f.id = t.supplement_version_id
    where t.organisation_id = ${organisationId} and f.id = ${carried.fromVersionId} and f.in_force_from is null and t.until_date > ${today}
      and (t.level_id is null or exists (select from version_level l
        where l.organisation_id = t.organisation_id and l.version_id = ${carried.baseVersionId} and l.level_id = t.level_id))`.execute(
    tx,
  );
}

/** Sets the transition rules of a draft anew. */
export async function saveTransitions(
  work: Scope,
  of: RulesOf,
  transitions: readonly Transition[],
): Promise<void> {
  await work.tx
    .deleteFrom("transition")
    .where("organisation_id", "=", work.organisationId)
    .where(heldBy(of))
    .execute();
  if (transitions.length === 0) return;
  await work.tx
    .insertInto("transition")
    .values(
      transitions.map(({ levelId, until }) => ({
        organisation_id: work.organisationId,
        ...of,
        level_id: levelId,
        until_date: until,
      })),
    )
    .execute();
}

/** Rules that somebody may be spared by: `versionId` is the base that they stand on. */
type Running = {
  readonly modelId: Id;
  readonly versionId: Id;
  /** Who was placed before this day is spared. */
  readonly since: LocalDate;
  readonly rules: readonly Transition[];
};
export type RunningOfVersion = Running & { readonly formerId: Id };
export type RunningOfSupplement = Running & {
  readonly layer: UnitLayer;
  /** The supplement as it was the day before; null where it is the first. */
  readonly former: UnitLayer | null;
};

const RULES = sql`jsonb_agg(jsonb_build_object('levelId', t.level_id, 'until', t.until_date)) as rules`;

/** The rules of versions that have come into force and took over from another, where one of them still runs. */
export async function rulesOfVersions(
  work: Scope & Pick<Work, "today">,
  modelIds: readonly Id[],
): Promise<RunningOfVersion[]> {
  const { rows } = await sql<RunningOfVersion>`
    select v.model_id as "modelId", v.id as "versionId", v.in_force_from as since, f.id as "formerId", ${RULES}
    from transition t
    join model_version v on v.organisation_id = t.organisation_id and v.id = t.version_id
    join model_version f on f.organisation_id = v.organisation_id and f.model_id = v.model_id
      and f.in_force_to = v.in_force_from and f.in_force_from < v.in_force_from
    where t.organisation_id = ${work.organisationId} and v.model_id = any(${[...modelIds]}::uuid[]) and v.in_force_from <= ${work.today}
    group by v.model_id, v.id, v.in_force_from, f.id having max(t.until_date) > ${work.today}`.execute(
    work.tx,
  );
  return rows;
}

/** The rules of supplements that have come into force, where one of them still runs. */
export async function rulesOfSupplements(
  work: Scope & Pick<Work, "today">,
  modelIds: readonly Id[],
): Promise<RunningOfSupplement[]> {
  const { rows } = await sql<
    Running & {
      unitId: Id | null;
      name: string | null;
      content: SupplementContent;
      former: SupplementContent | null;
    }
  >`
    select v.model_id as "modelId", v.base_version_id as "versionId", v.in_force_from as since, s.unit_id as "unitId", u.name,
      supplement_content(v.organisation_id, v.id) as content,
      case when f.id is not null then supplement_content(f.organisation_id, f.id) end as former, ${RULES}
    from transition t
    join supplement_version v on v.organisation_id = t.organisation_id and v.id = t.supplement_version_id
    join supplement s on s.organisation_id = v.organisation_id and s.id = v.supplement_id
    left join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    left join supplement_version f on f.organisation_id = v.organisation_id and f.supplement_id = v.supplement_id
      and f.in_force_to = v.in_force_from and f.in_force_from < v.in_force_from
    where t.organisation_id = ${work.organisationId} and v.model_id = any(${[...modelIds]}::uuid[]) and v.in_force_from <= ${work.today}
    group by v.organisation_id, v.id, v.model_id, v.base_version_id, v.in_force_from, s.unit_id, u.name, f.organisation_id, f.id
    having max(t.until_date) > ${work.today}`.execute(work.tx);
  return rows.map(({ unitId, name, content, former, ...running }) => ({
    ...running,
    layer: layerOf(unitId, name, content),
    former: former && layerOf(unitId, name, former),
  }));
}
