/** SQL of a take-over (INT-4): the take-over itself, and what each of its rows would do. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { RememberedColumns } from "../people/import-columns.rules.ts";
import type { TakeOverColumns, TakeOverField } from "./take-over-row.rules.ts";
import type { TakeOverOutcome } from "./take-over.rules.ts";

export type TakeOverState = "mapping" | "preview" | "done" | "cancelled";

/** Rows by what they would do. `unknownTitles`: those that no level has, when the HR system's own titles are read. */
export type TakeOverCounts = {
  readonly rows: number;
  readonly place: number;
  readonly same: number;
  readonly conflict: number;
  readonly unreadable: number;
  readonly unknownTitles: readonly { readonly title: string; readonly count: number }[];
};

export type TakeOver = {
  readonly id: Id;
  readonly createdBy: Id;
  /** Empty when it is somebody with protected identity (ORG-7). */
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly origin: "file" | "titles";
  readonly filename: string;
  readonly state: TakeOverState;
  readonly format: { readonly format?: string; readonly encoding?: string; readonly delimiter?: string };
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: { readonly columns: TakeOverColumns; readonly dropped: readonly string[] };
  readonly counts: TakeOverCounts | null;
  readonly fingerprint: string | null;
  readonly changedSince: boolean;
  readonly finishedAt: Date | null;
};

const TAKE_OVER = sql`
  select t.id, t.created_by as "createdBy", case when p.protected_identity then '' else a.display_name end as "createdByName",
    t.created_at as "createdAt", t.origin, t.filename, t.state, t.format, t.header, t.sample, t.mapping, t.counts, t.fingerprint,
    t.changed_since as "changedSince", t.finished_at as "finishedAt"
  from take_over t join account a on a.organisation_id = t.organisation_id and a.id = t.created_by
  left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id`;

/** `hold` keeps it until the transaction ends, so that two who confirm at once take turns. */
export async function takeOverById(work: Work, id: Id, hold = false): Promise<TakeOver | undefined> {
  const { rows } = await sql<TakeOver>`${TAKE_OVER}
    where t.organisation_id = ${work.organisationId} and t.id = ${id} ${hold ? sql`for update of t` : sql``}`.execute(
    work.tx,
  );
  return rows[0];
}

/** A part of the take-overs, the newest first, and how many there are. */
export async function latestTakeOvers(
  work: Work,
  part: { readonly limit: number; readonly offset: number },
): Promise<{ rows: TakeOver[]; total: number }> {
  const { rows } = await sql<TakeOver>`${TAKE_OVER}
    where t.organisation_id = ${work.organisationId}
    order by t.created_at desc, t.id limit ${part.limit} offset ${part.offset}`.execute(work.tx);
  const { total } = await work.tx
    .selectFrom("take_over")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("organisation_id", "=", work.organisationId)
    .executeTakeFirstOrThrow();
  return { rows, total };
}

export async function addTakeOver(
  work: Work,
  added: Pick<TakeOver, "id" | "origin" | "filename" | "format" | "header" | "sample" | "mapping"> & {
    readonly accountId: Id;
    readonly file: Uint8Array | null;
  },
): Promise<void> {
  await work.tx
    .insertInto("take_over")
    .values({
      organisation_id: work.organisationId,
      id: added.id,
      created_by: added.accountId,
      created_at: work.now,
      origin: added.origin,
      filename: added.filename,
      state: "mapping",
      file: added.file && Buffer.from(added.file),
      format: JSON.stringify(added.format),
      header: [...added.header],
      sample: JSON.stringify(added.sample),
      mapping: JSON.stringify(added.mapping),
    })
    .execute();
}

/** Changes a take-over that the caller holds. When it is over, what people's data it held goes. */
export async function changeTakeOver(
  work: Work,
  id: Id,
  change: Partial<Pick<TakeOver, "mapping" | "counts" | "fingerprint" | "changedSince">> & {
    readonly state: TakeOverState;
  },
): Promise<void> {
  const over = change.state === "done" || change.state === "cancelled";
  await work.tx
    .updateTable("take_over")
    .set({
      state: change.state,
      ...(change.mapping ? { mapping: JSON.stringify(change.mapping) } : {}),
      ...(change.counts ? { counts: JSON.stringify(change.counts) } : {}),
      ...(change.fingerprint === undefined ? {} : { fingerprint: change.fingerprint }),
      ...(change.changedSince === undefined ? {} : { changed_since: change.changedSince }),
      ...(over ? { file: null, sample: "[]", finished_at: work.now } : {}),
    })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
  if (over) await clearRows(work, id);
}

/** How the columns of the latest file were read; null before the first. */
export async function savedColumns(work: Work): Promise<RememberedColumns<TakeOverField> | null> {
  const row = await work.tx
    .selectFrom("take_over_mapping")
    .select(["columns", "seen"])
    .where("organisation_id", "=", work.organisationId)
    .executeTakeFirst();
  return row ? { columns: row.columns as TakeOverColumns, seen: row.seen } : null;
}

export async function saveColumns(
  work: Work,
  { columns, seen }: RememberedColumns<TakeOverField>,
): Promise<void> {
  const values = { columns: JSON.stringify(columns), seen: [...seen], saved_at: work.now };
  await work.tx
    .insertInto("take_over_mapping")
    .values({ organisation_id: work.organisationId, ...values })
    .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(values))
    .execute();
}

export async function takeOverFile(work: Work, id: Id): Promise<Buffer | null> {
  const row = await work.tx
    .selectFrom("take_over")
    .select("file")
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.file ?? null;
}

const clearRows = async (work: Work, id: Id): Promise<void> => {
  await sql`delete from take_over_row where organisation_id = ${work.organisationId} and take_over_id = ${id}`.execute(
    work.tx,
  );
};

/** Puts what each row would do in place of what was there, and gives a mark over all of it. */
export async function stageRows(
  work: Work,
  id: Id,
  outcomes: readonly TakeOverOutcome[],
  defaultSource: string,
): Promise<string> {
  await clearRows(work, id);
  const staged = outcomes.map((each) => stagedRow(each, defaultSource));
  await sql`
    insert into take_over_row (organisation_id, take_over_id, line, outcome, number, name, person_id, model_id, version_id, level_id,
      track_id, valid_from, motivation, source, unit_id, authority_id, reasons)
    select ${work.organisationId}, ${id}, * from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as r (
      line int, outcome text, number text, name text, person_id uuid, model_id uuid, version_id uuid, level_id uuid, track_id uuid,
      valid_from date, motivation text, source text, unit_id uuid, authority_id uuid, reasons jsonb)`.execute(
    work.tx,
  );
  const { rows } = await sql<{ mark: string }>`
    select md5(coalesce(string_agg(concat_ws('|', line, outcome, person_id, model_id, version_id, level_id, track_id, valid_from, unit_id,
      motivation, source, reasons), E'\\n' order by line), '')) as mark
    from take_over_row where organisation_id = ${work.organisationId} and take_over_id = ${id}`.execute(
    work.tx,
  );
  return rows[0]?.mark ?? "";
}

function stagedRow(each: TakeOverOutcome, defaultSource: string) {
  const { outcome } = each;
  const { line, number, name } = each.row;
  const known = { line, outcome, number, name, motivation: "", source: defaultSource };
  if (outcome === "unreadable") return { ...known, person_id: each.personId, reasons: each.row.reasons };
  const { meant, row } = each;
  return {
    ...known,
    person_id: meant.personId,
    model_id: meant.modelId,
    version_id: meant.versionId,
    level_id: meant.levelId,
    track_id: meant.trackId,
    valid_from: meant.from,
    motivation: row.motivation,
    source: row.source ?? defaultSource,
    unit_id: meant.unitId,
    authority_id: meant.authorityId,
    reasons: outcome === "conflict" ? [each.reason] : [],
  };
}

/** Whom the staged rows would place. */
export async function peopleToPlace(work: Work, id: Id): Promise<Id[]> {
  const rows = await work.tx
    .selectFrom("take_over_row")
    .select("person_id")
    .distinct()
    .where("organisation_id", "=", work.organisationId)
    .where("take_over_id", "=", id)
    .where("outcome", "=", "place")
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

/** Puts the staged placements in force, each marked as taken over by the actor, now. */
export async function placeStaged(work: Work, id: Id, accountId: Id): Promise<void> {
  await sql`
    insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, track_id, valid_from, dialogue_on, basis,
      motivation, taken_over_source, taken_over_by, taken_over_at, unit_id, authority_id, created_at)
    select organisation_id, gen_random_uuid(), person_id, model_id, version_id, level_id, track_id, valid_from, valid_from, 'taken-over',
      motivation, source, ${accountId}::uuid, ${work.now}::timestamptz, unit_id, authority_id, ${work.now}::timestamptz
    from take_over_row where organisation_id = ${work.organisationId} and take_over_id = ${id} and outcome = 'place'`.execute(
    work.tx,
  );
}

export type TakeOverList = "place" | "same" | "conflict" | "unreadable";

export type TakeOverListRow = {
  readonly line: number;
  readonly personId: Id | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly modelSv: string | null;
  readonly modelEn: string | null;
  readonly level: string | null;
  readonly track: string | null;
  readonly from: LocalDate | null;
  readonly motivation: string;
  readonly source: string;
  readonly reasons: readonly Reason[];
};

/** A page of a list; `hidden` are those of it that the reader may not see. */
export type TakeOverListPage = {
  readonly rows: readonly TakeOverListRow[];
  readonly total: number;
  readonly hidden: number;
};

/** ORG-7: somebody with protected identity shows to their named handler only, and so does whoever has the same name in a row that can't be read. */
const shownTo = (work: Work, readerId: Id | null): RawBuilder<boolean> => sql<boolean>`(
  (not coalesce(p.protected_identity, false) or coalesce(p.protected_handler_id = ${readerId}::uuid, false))
  and not (p.id is null and exists (select from person q where q.organisation_id = ${work.organisationId} and q.protected_identity
    and q.protected_handler_id is distinct from ${readerId}::uuid and lower(q.given_name || ' ' || q.family_name) = lower(r.name))))`;

/** A page of `size` of the rows that would do one thing: people by name, what can't be read by its line. */
export async function takeOverList(
  work: Work,
  id: Id,
  list: TakeOverList,
  page: number,
  size: number,
): Promise<TakeOverListPage> {
  const order = list === "unreadable" ? sql`line` : sql`name collate "sv-SE-x-icu" nulls last, number, line`;
  const { rows } = await sql<{ row: TakeOverListRow | null; total: number; hidden: number }>`
    with listed as (
      select r.line, r.person_id as "personId", r.number, coalesce(p.given_name || ' ' || p.family_name, r.name) as name, u.name as unit,
        m.name_sv as "modelSv", m.name_en as "modelEn", l.name as level, t.name as track, r.valid_from as "from", r.motivation, r.source,
        r.reasons, ${shownTo(work, work.actor?.personId ?? null)} as shown
      from take_over_row r
      left join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      left join unit u on u.organisation_id = r.organisation_id and u.id = r.unit_id
      left join career_model m on m.organisation_id = r.organisation_id and m.id = r.model_id
      left join version_level l on l.organisation_id = r.organisation_id and l.version_id = r.version_id and l.level_id = r.level_id
      left join version_track t on t.organisation_id = r.organisation_id and t.version_id = r.version_id and t.track_id = r.track_id
      where r.organisation_id = ${work.organisationId} and r.take_over_id = ${id} and r.outcome = ${list}
    ), part as (select * from listed where shown order by ${order} limit ${size} offset ${(page - 1) * size})
    select to_jsonb(part) - 'shown' as row, c.total, c.hidden
    from (select count(*) filter (where shown) as total, count(*) filter (where not shown) as hidden from listed) c
    left join part on true order by ${order}`.execute(work.tx);
  return {
    rows: rows.flatMap(({ row }) => (row === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
    hidden: rows[0]?.hidden ?? 0,
  };
}
