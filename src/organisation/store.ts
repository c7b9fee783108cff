/** All SQL about organisations, their settings, units and professions. Every read is of the transaction's own organisation. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Tenant } from "../shared/actor.ts";
import type { Tx } from "../platform/database/transactions.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { DEFAULT_SETTINGS, type Profession, type Settings, type UnitNode } from "./rules.ts";
import type { Unit } from "./unit.rules.ts";

/** Every organisation that uses this installation, by name: that they do is public. */
export async function organisations(tx: Tx): Promise<Tenant[]> {
  const { rows } = await sql<Tenant>`
    select id, slug, name, kind from organisation order by name collate "sv-SE-x-icu"`.execute(tx);
  return rows;
}

/** What the settings are in each transaction: nearly every use case asks, and a page has several. */
const known = new WeakMap<Tx, Settings>();

export type SettingsRow = Omit<Settings, "theme"> & {
  readonly brand: string | null;
  readonly accent: string | null;
};

/** One row, or none where the organisation has made no settings. */
export const settingsOf: RawBuilder<SettingsRow> = sql<SettingsRow>`
    select model_word as "modelWord", talk_word as "talkWord", presentation, rating_scale as "ratingScale",
      coverage_threshold as "coverageThreshold", smallest_group as "smallestGroup",
      review_interval_months as "reviewIntervalMonths", move_rule as "moveRule", need_for_moves as "needForMoves",
      title_task_of as "titleTaskOf", agreement_task_of as "agreementTaskOf",
      placement_principles as "placementPrinciples", pay_link_statement as "payLinkStatement",
      count_on_leave as "countOnLeave", count_hourly as "countHourly", experience_leave_days as "experienceLeaveDays", evidence_files as "evidenceFiles",
      theme_brand as brand, theme_accent as accent, revision
    from organisation_setting where organisation_id = app_organisation()`;

const themed = ({ brand, accent, ...rest }: SettingsRow): Settings => ({
  ...rest,
  theme: brand && accent ? { brand, accent } : null,
});

/** Whoever has asked for `settingsOf` together with something else keeps the answer for the rest of the transaction. */
export function knowSettings(tx: Tx, row: SettingsRow | null | undefined): Settings {
  const made = row ? themed(row) : DEFAULT_SETTINGS;
  known.set(tx, made);
  return made;
}

/** The organisation's settings; safe defaults where it has made none (ORG-5). Asked of the database once in a transaction, and again when they have been saved in it. */
export async function settings(work: Pick<Work, "tx" | "organisationId">): Promise<Settings> {
  return known.get(work.tx) ?? knowSettings(work.tx, (await settingsOf.execute(work.tx)).rows[0]);
}

/** Saves the settings if they are still at `settings.revision`; false when somebody else was first. */
export async function saveSettings(work: Work, settings: Settings): Promise<boolean> {
  known.delete(work.tx);
  const values = {
    model_word: settings.modelWord,
    talk_word: settings.talkWord,
    presentation: settings.presentation,
    rating_scale: [...settings.ratingScale],
    coverage_threshold: settings.coverageThreshold,
    smallest_group: settings.smallestGroup,
    review_interval_months: settings.reviewIntervalMonths,
    move_rule: settings.moveRule,
    need_for_moves: settings.needForMoves,
    title_task_of: settings.titleTaskOf,
    agreement_task_of: settings.agreementTaskOf,
    placement_principles: settings.placementPrinciples,
    pay_link_statement: settings.payLinkStatement,
    count_on_leave: settings.countOnLeave,
    count_hourly: settings.countHourly,
    experience_leave_days: settings.experienceLeaveDays,
    evidence_files: settings.evidenceFiles,
    theme_brand: settings.theme?.brand ?? null,
    theme_accent: settings.theme?.accent ?? null,
    revision: settings.revision + 1,
  };
  const result = await work.tx
    .insertInto("organisation_setting")
    .values({ organisation_id: work.organisationId, ...values })
    .onConflict((conflict) =>
      conflict
        .column("organisation_id")
        .doUpdateSet(values)
        .where("organisation_setting.revision", "=", settings.revision),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n) === 1;
}

/**
 * The unit tree as it was on a day, each unit after the one above it, brothers and sisters in Swedish order. `depth`
 * counts from 0; `path` is every unit from the root down to and including this one.
 */
export async function unitTree(
  work: Pick<Work, "tx" | "organisationId">,
  day: LocalDate,
): Promise<UnitNode[]> {
  type Row = Pick<UnitNode, "id" | "parentId" | "code" | "name" | "isAuthority">;
  const { rows } = await sql<Row>`
    select id, parent_id as "parentId", code, name, is_authority as "isAuthority" from unit
    where organisation_id = ${work.organisationId} and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by parent_id, name collate "sv-SE-x-icu", id`.execute(work.tx);
  const below = Map.groupBy(rows, ({ parentId }) => parentId);
  const grow = (above: UnitNode | null): UnitNode[] =>
    (below.get(above?.id ?? null) ?? []).flatMap((unit) => {
      const node = {
        ...unit,
        depth: above ? above.depth + 1 : 0,
        path: [...(above?.path ?? []), unit.id],
        authorityId: unit.isAuthority ? unit.id : (above?.authorityId ?? null),
      };
      return [node, ...grow(node)];
    });
  return grow(null);
}

/** A unit on the way from the root down to the unit `of`. */
export type UnitOnLine = Pick<UnitNode, "id" | "parentId" | "code" | "name" | "isAuthority"> & {
  readonly of: Id;
};

/** These units as they stand in the tree on a day, each with all above it, the outermost first: for `unitsOf`. */
export function unitLines(
  work: Pick<Work, "organisationId">,
  unitIds: readonly Id[],
  day: LocalDate,
): RawBuilder<UnitOnLine> {
  const present = sql`u.organisation_id = ${work.organisationId}
    and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to > ${day})`;
  return sql<UnitOnLine>`
    with recursive line as (
      select u.id as of, u.id, u.parent_id, u.code, u.name, u.is_authority, 0 as up from unit u where ${present} and ${among("u.id", unitIds)}
      union all
      select l.of, u.id, u.parent_id, u.code, u.name, u.is_authority, l.up + 1 from line l join unit u on u.id = l.parent_id where ${present}
    )
    select of, id, parent_id as "parentId", code, name, is_authority as "isAuthority" from line order by up desc`;
}

/** The units whose lines these are; without those that are not there, or have something above them that is not. */
export function unitsOf(lines: readonly UnitOnLine[]): Map<Id, UnitNode> {
  const found = new Map<Id, UnitNode>();
  for (const [id, line] of Map.groupBy(lines, ({ of }) => of)) {
    const unit = line.at(-1);
    if (!unit || line[0]?.parentId !== null) continue;
    const { parentId, code, name, isAuthority } = unit;
    const authorityId = line.findLast((each) => each.isAuthority)?.id ?? null;
    const path = line.map((each) => each.id);
    found.set(id, { id, parentId, code, name, isAuthority, authorityId, depth: path.length - 1, path });
  }
  return found;
}

/** One unit as it stands in the tree on a day, without reading the rest; undefined when it is not there, or something above it is not. */
export async function unitOn(
  work: Pick<Work, "tx" | "organisationId">,
  unitId: Id,
  day: LocalDate,
): Promise<UnitNode | undefined> {
  const { rows } = await unitLines(work, [unitId], day).execute(work.tx);
  return unitsOf(rows).get(unitId);
}

/** Every unit there is, was or will be, in Swedish order. */
export async function units(work: Pick<Work, "tx" | "organisationId">): Promise<Unit[]> {
  return work.tx
    .selectFrom("unit")
    .select(["id", "parent_id as parentId", "code", "name", "is_authority as isAuthority"])
    .select(["valid_from as validFrom", "valid_to as validTo", "revision"])
    .where("organisation_id", "=", work.organisationId)
    .orderBy(sql`name collate "sv-SE-x-icu"`)
    .orderBy("id")
    .execute();
}

/** Waits until nobody else is changing the units or their managers, and holds them for the rest of the transaction. */
export async function holdUnits(work: Pick<Work, "tx" | "organisationId">): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201010, hashtext(${work.organisationId}::text))`.execute(work.tx);
}

const unitValues = (unit: Unit) => ({
  parent_id: unit.parentId,
  code: unit.code,
  name: unit.name,
  is_authority: unit.isAuthority,
  valid_from: unit.validFrom,
  valid_to: unit.validTo,
});

export async function addUnit(work: Work, unit: Unit): Promise<void> {
  await work.tx
    .insertInto("unit")
    .values({ organisation_id: work.organisationId, id: unit.id, ...unitValues(unit) })
    .execute();
}

/** Saves the unit if it is still at `unit.revision`; false when somebody else was first. */
export async function saveUnit(work: Work, unit: Unit): Promise<boolean> {
  const result = await work.tx
    .updateTable("unit")
    .set({ ...unitValues(unit), revision: unit.revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", unit.id)
    .where("revision", "=", unit.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The professions of the organisation in Swedish order. */
export async function professions(work: Pick<Work, "tx" | "organisationId">): Promise<Profession[]> {
  const rows = await work.tx
    .selectFrom("profession")
    .select(["id", "name_sv", "name_en", "aid_code", "ssyk_code", "esco_uri", "jobtech_uri", "licensed"])
    .select(["unions", "titles", "revision"])
    .where("organisation_id", "=", work.organisationId)
    .orderBy(sql`name_sv collate "sv-SE-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nameSv: row.name_sv,
    nameEn: row.name_en,
    aidCode: row.aid_code,
    ssykCode: row.ssyk_code,
    escoUri: row.esco_uri,
    jobtechUri: row.jobtech_uri,
    licensed: row.licensed,
    unions: row.unions,
    titles: row.titles,
    revision: row.revision,
  }));
}

/** Makes the rest of the transaction this organisation's: for the few acts that no unit of work is open for. */
export const enter = (tx: Tx, organisationId: Id): Promise<unknown> =>
  sql`select set_config('app.organisation', ${organisationId}, true)`.execute(tx);

/** Adds an organisation with its settings; false when the short name is taken. See `found-organisation.ts`. */
export async function addOrganisation(tx: Tx, tenant: Tenant): Promise<boolean> {
  await enter(tx, tenant.id);
  const added = await tx
    .insertInto("organisation")
    .values(tenant)
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  await tx.insertInto("organisation_setting").values({ organisation_id: tenant.id }).execute();
  return true;
}

const professionValues = (profession: Omit<Profession, "revision">) => ({
  name_sv: profession.nameSv,
  name_en: profession.nameEn,
  aid_code: profession.aidCode,
  ssyk_code: profession.ssykCode,
  esco_uri: profession.escoUri,
  jobtech_uri: profession.jobtechUri,
  licensed: profession.licensed,
  unions: [...profession.unions],
  titles: [...profession.titles],
});

/** Saves the profession if it is still at `profession.revision`; false when somebody else was first. */
export async function saveProfession(work: Work, profession: Profession): Promise<boolean> {
  const result = await work.tx
    .updateTable("profession")
    .set({ ...professionValues(profession), revision: profession.revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", profession.id)
    .where("revision", "=", profession.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Adds or changes a profession by its Swedish name; returns its id. */
export async function putProfession(work: Work, profession: Omit<Profession, "revision">): Promise<Id> {
  const values = professionValues(profession);
  const { id } = await work.tx
    .insertInto("profession")
    .values({ organisation_id: work.organisationId, id: profession.id, ...values })
    .onConflict((conflict) => conflict.expression(sql`organisation_id, lower(name_sv)`).doUpdateSet(values))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
