/** The SQL of a staff import around the merge: the import itself, its staged rows, problems and progress. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { Mapping, StaffField } from "./import-fields.rules.ts";
import type { ManagerPlan } from "./import-managers.store.ts";
import { hasColumn, type ImportScope } from "./import-scope.store.ts";
import type { ImportCounts } from "./import-question.rules.ts";
import type { Progress, Step } from "./import-progress.rules.ts";
import type { SavedMapping } from "./import-saved-mapping.rules.ts";
import type { StaffEmployment, UnreadableRow } from "./import.rules.ts";

export type ImportState =
  "mapping" | "comparing" | "preview" | "queued" | "applying" | "done" | "refused" | "cancelled";

export type StaffImport = {
  readonly id: Id;
  readonly createdBy: Id;
  /** Empty when it is somebody with protected identity (ORG-7). */
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly filename: string;
  readonly state: ImportState;
  readonly format: { readonly format?: string; readonly encoding?: string; readonly delimiter?: string };
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly effectiveOn: LocalDate;
  readonly counts: ImportCounts | null;
  readonly fingerprint: string | null;
  /** A mark of what its rows were compared with (`markOfRegister`); null where they have not been compared. */
  readonly stagedFor: string | null;
  readonly leftOut: boolean;
  readonly refusal: Reason | null;
  readonly changedSince: boolean;
  readonly finishedAt: Date | null;
};

const IMPORT = sql`
  select i.id, i.created_by as "createdBy", case when p.protected_identity then '' else a.display_name end as "createdByName", i.created_at as "createdAt", i.filename, i.state,
    i.format, i.header, i.sample, i.mapping, i.effective_on as "effectiveOn", i.counts, i.fingerprint,
    i.staged_for as "stagedFor", i.left_out as "leftOut",
    i.refusal, i.changed_since as "changedSince", i.finished_at as "finishedAt"
  from staff_import i join account a on a.organisation_id = i.organisation_id and a.id = i.created_by
  left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id`;

export async function importById(work: Work, importId: Id): Promise<StaffImport | undefined> {
  const { rows } = await sql<StaffImport>`${IMPORT}
    where i.organisation_id = ${work.organisationId} and i.id = ${importId}`.execute(work.tx);
  return rows[0];
}

/** A part of the imports, the newest first, and how many there are. */
export async function latestImports(
  work: Work,
  part: { readonly limit: number; readonly offset: number },
): Promise<{ rows: StaffImport[]; total: number }> {
  const { rows } = await sql<StaffImport>`${IMPORT}
    where i.organisation_id = ${work.organisationId}
    order by i.created_at desc, i.id limit ${part.limit} offset ${part.offset}`.execute(work.tx);
  const { total } = await work.tx
    .selectFrom("staff_import")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("organisation_id", "=", work.organisationId)
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** Which of these employment numbers and names (in lower case) are of people with protected identity. */
export async function protectedAmong(
  work: Work,
  numbers: readonly string[],
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mark: string }>`
    select unnest(array[e.number, lower(p.given_name || ' ' || p.family_name)]) as mark from person p
    left join employment e on e.organisation_id = p.organisation_id and e.person_id = p.id
    where p.organisation_id = ${work.organisationId} and p.protected_identity
      and (e.number = any(${[...numbers]}::text[]) or lower(p.given_name || ' ' || p.family_name) = any(${[...names]}::text[]))`.execute(
    work.tx,
  );
  return new Set(rows.map(({ mark }) => mark));
}

export async function addImport(
  work: Work,
  added: Pick<StaffImport, "id" | "filename" | "format" | "header" | "sample" | "mapping"> & {
    readonly accountId: Id;
    readonly file: Uint8Array;
  },
): Promise<void> {
  await work.tx
    .insertInto("staff_import")
    .values({
      organisation_id: work.organisationId,
      id: added.id,
      created_by: added.accountId,
      created_at: work.now,
      filename: added.filename,
      state: "mapping",
      file: Buffer.from(added.file.buffer, added.file.byteOffset, added.file.byteLength),
      format: JSON.stringify(added.format),
      header: [...added.header],
      sample: JSON.stringify(added.sample),
      mapping: JSON.stringify(added.mapping),
      effective_on: work.today,
    })
    .execute();
}

/** Changes an import that is in one of the states `from`; false when it no longer is. */
export async function changeImport(
  work: Work,
  importId: Id,
  from: readonly ImportState[],
  change: {
    readonly state: ImportState;
    readonly mapping?: Mapping;
    readonly counts?: ImportCounts;
    readonly fingerprint?: string;
    readonly leftOut?: boolean;
    readonly refusal?: Reason;
    readonly changedSince?: boolean;
  },
): Promise<boolean> {
  const over = ["done", "refused", "cancelled"].includes(change.state);
  const result = await work.tx
    .updateTable("staff_import")
    .set({
      state: change.state,
      ...(change.mapping ? { mapping: JSON.stringify(change.mapping) } : {}),
      ...(change.counts ? { counts: JSON.stringify(change.counts) } : {}),
      ...(change.fingerprint === undefined ? {} : { fingerprint: change.fingerprint }),
      ...(change.leftOut === undefined ? {} : { left_out: change.leftOut }),
      ...(change.refusal ? { refusal: JSON.stringify(change.refusal) } : {}),
      ...(change.changedSince === undefined ? {} : { changed_since: change.changedSince }),
      // The file holds people's data: it goes when the import is over.
      ...(change.state === "done" ? { effective_on: work.today } : {}),
      ...(over ? { file: null, sample: "[]", finished_at: work.now } : {}),
    })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", importId)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Bytes of a file that are asked for at a time: each comes as text, twice as long. */
const PIECE = 256 * 1024;

export async function fileOf(work: Work, importId: Id): Promise<Buffer | null> {
  const { rows } = await sql<{ length: number | null }>`select length(file) from staff_import
    where organisation_id = ${work.organisationId} and id = ${importId}`.execute(work.tx);
  const length = rows[0]?.length ?? null;
  if (length === null) return null;
  const file = Buffer.alloc(length);
  for (let at = 0; at < length; at += PIECE) {
    const { rows } = await sql<{
      piece: Buffer;
    }>`select substring(file from ${at + 1} for ${PIECE}) as piece from staff_import
      where organisation_id = ${work.organisationId} and id = ${importId}`.execute(work.tx);
    rows[0]?.piece.copy(file, at);
  }
  return file;
}

export async function savedMapping(work: Work): Promise<unknown> {
  const row = await work.tx
    .selectFrom("staff_import_mapping")
    .select("mapping")
    .where("organisation_id", "=", work.organisationId)
    .executeTakeFirst();
  return row?.mapping ?? null;
}

export async function saveMapping(work: Work, mapping: SavedMapping): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), saved_at: work.now };
  await work.tx
    .insertInto("staff_import_mapping")
    .values({ organisation_id: work.organisationId, ...values })
    .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(values))
    .execute();
}

/** Only one process at a time works with an organisation's staff; false when another does now. */
export async function claimStaff(work: Work): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('staff-import'), hashtext(${work.organisationId})) as claimed`.execute(
    work.tx,
  );
  return rows[0]?.claimed ?? false;
}

/** As `claimStaff`, but waits for its turn. */
export async function awaitStaff(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('staff-import'), hashtext(${work.organisationId}))`.execute(
    work.tx,
  );
}

/** Imports whose work was asked for and is not done: those that a stopped process left behind among them. */
export async function unfinishedImports(work: Work): Promise<{ id: Id; state: ImportState }[]> {
  const rows = await work.tx
    .selectFrom("staff_import")
    .select(["id", "state"])
    .where("organisation_id", "=", work.organisationId)
    .where("state", "in", ["comparing", "queued", "applying"])
    .execute();
  return rows.map(({ id, state }) => ({ id, state: state as ImportState }));
}

/** A row with where it belongs. */
export type PlacedRow = {
  readonly row: StaffEmployment;
  readonly unitId: Id;
  readonly professionId: Id | null;
};

/** Rows a statement: enough to be quick, few enough to be small. */
const BATCH = 2_000;

/** Puts the readable rows where the comparison reads them; what a row lacks, and a column that the file lacks, is null. */
export async function stageRows(scope: ImportScope, rows: Iterable<PlacedRow>): Promise<void> {
  const { work, importId } = scope;
  const only = <T>(field: StaffField, value: T): T | undefined =>
    hasColumn(scope, field) ? value : undefined;
  const line = ({ row, unitId, professionId }: PlacedRow) => ({
    line: row.line,
    number: row.employmentNumber,
    person_group: row.personGroup,
    person_key: row.personKey ?? undefined,
    given_name: row.givenName,
    family_name: row.familyName,
    email: row.email ?? undefined,
    unit_id: unitId,
    manager_number: row.managerNumber ?? undefined,
    title: only("title", row.title),
    profession_id: professionId ?? undefined,
    aid_code: only("aid", row.aid),
    form: only("form", row.form),
    extent: only("extent", row.extent),
    is_main: row.main,
    valid_from: row.period.from,
    valid_to: row.period.to ?? undefined,
    leave_from: row.leave?.from,
    leave_to: row.leave?.to ?? undefined,
    protected_identity: row.protectedIdentity,
    notes: row.notes.length > 0 ? row.notes : undefined,
  });
  const each = { organisation_id: work.organisationId, import_id: importId, notes: [] };
  const put = (batch: readonly object[]) =>
    sql`insert into staff_import_line select * from json_populate_recordset(
      json_populate_record(null::staff_import_line, ${JSON.stringify(each)}), ${JSON.stringify(batch)})`.execute(
      work.tx,
    );
  let batch: object[] = [];
  for (const row of rows) {
    if (batch.push(line(row)) < BATCH) continue;
    await put(batch);
    batch = [];
  }
  if (batch.length > 0) await put(batch);
}

/** Puts the rows that can't be read beside the others. */
export async function stageProblems(
  work: Work,
  importId: Id,
  problems: readonly UnreadableRow[],
): Promise<void> {
  for (let at = 0; at < problems.length; at += BATCH) {
    const batch = problems.slice(at, at + BATCH);
    await sql`
      insert into staff_import_problem (organisation_id, import_id, line, number, name, reasons)
      select ${work.organisationId}, ${importId}, * from unnest(
        ${batch.map((row) => row.line)}::int[], ${batch.map((row) => row.number)}::text[],
        ${batch.map((row) => row.name)}::text[], ${batch.map((row) => JSON.stringify(row.reasons))}::jsonb[])`.execute(
      work.tx,
    );
  }
}

/** Lets go of the file's rows when they have been compared: what would change is kept. */
export async function clearLines(work: Work, importId: Id): Promise<void> {
  await sql`delete from staff_import_line where organisation_id = ${work.organisationId} and import_id = ${importId}`.execute(
    work.tx,
  );
}

/** Keeps what the comparison found of the managers, and what it was made of. */
export async function keepCompared(
  work: Work,
  importId: Id,
  found: { readonly managers: ManagerPlan; readonly stagedFor: string },
): Promise<void> {
  await work.tx
    .updateTable("staff_import")
    .set({ staged_for: found.stagedFor, managers: JSON.stringify(found.managers) })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", importId)
    .execute();
}

/** What the comparison found of the units' managers. */
export async function keptManagers(work: Work, importId: Id): Promise<ManagerPlan> {
  const { rows } = await sql<{ managers: ManagerPlan }>`
    select managers from staff_import where organisation_id = ${work.organisationId} and id = ${importId}`.execute(
    work.tx,
  );
  return rows[0]?.managers ?? [];
}

export async function clearStaged(work: Work, importId: Id): Promise<void> {
  await work.tx
    .updateTable("staff_import")
    .set({ staged_for: null, managers: "[]", leavers: [] })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", importId)
    .execute();
  for (const table of ["staff_import_row", "staff_import_problem"] as const)
    await work.tx
      .deleteFrom(table)
      .where("organisation_id", "=", work.organisationId)
      .where("import_id", "=", importId)
      .execute();
}

export async function saveProgress(work: Work, importId: Id, progress: Progress): Promise<void> {
  const values = { ...progress, at: work.now };
  await work.tx
    .insertInto("staff_import_progress")
    .values({ organisation_id: work.organisationId, import_id: importId, ...values })
    .onConflict((conflict) => conflict.columns(["organisation_id", "import_id"]).doUpdateSet(values))
    .execute();
}

export async function progressOf(work: Work, importId: Id): Promise<Progress | null> {
  const row = await work.tx
    .selectFrom("staff_import_progress")
    .select(["step", "done", "total"])
    .where("organisation_id", "=", work.organisationId)
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return row ? { ...row, step: row.step as Step } : null;
}

export type ProblemRow = {
  readonly line: number;
  readonly number: string | null;
  readonly name: string | null;
  readonly reasons: readonly Reason[];
};

/** A page of the rows that can't be read, in the file's order. */
export async function problemsOf(
  work: Work,
  importId: Id,
  limit: number,
  offset: number,
): Promise<ProblemRow[]> {
  const rows = await work.tx
    .selectFrom("staff_import_problem")
    .select(["line", "number", "name", "reasons"])
    .where("organisation_id", "=", work.organisationId)
    .where("import_id", "=", importId)
    .orderBy("line")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({ ...row, reasons: row.reasons as unknown as Reason[] }));
}
