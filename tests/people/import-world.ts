/** Bringing staff files into an invented municipality, and seeing what became of it. */
import { sql } from "kysely";
import { importStaffNow, type ImportNow } from "../../src/people/import-now.ts";
import type { ImportCounts } from "../../src/people/import-question.rules.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import type { TestDatabase } from "../support/database.ts";
import { csv, type Row } from "./staff-file.ts";
import { grant, world } from "./world.ts";

const TABLES = ["person", "employment", "employment_period", "leave_period", "unit_manager", "placement"];

/** A municipality with three units and a profession, and an HR handler who brings in files. */
export async function importWorld(database: TestDatabase) {
  const base = await world(database);
  const workshop = { ...base.workshop, subscriptions };
  const root = await base.unit("Vård", null, { code: "310" });
  const units = {
    root,
    rehab: await base.unit("Rehab", root, { code: "311" }),
    home: await base.unit("Hemvård", root, { code: "312" }),
  };
  const professionId = "00000000-0000-4000-8000-0000000000a1";
  await base.put("profession", {
    id: professionId,
    name_sv: "Arbetsterapeut",
    name_en: "Occupational therapist",
    titles: ["leg. arbetsterapeut"],
  });
  const handler = await base.actor(await base.person("Hanna Handläggare"), {
    displayName: "Hanna Handläggare",
    grants: [grant("hr_handler")],
  });
  const bring = (rows: readonly Row[] | Uint8Array, more: Partial<ImportNow> = {}) =>
    importStaffNow(workshop, {
      slug: base.slug,
      actor: handler,
      filename: "personal.csv",
      bytes: rows instanceof Uint8Array ? rows : csv(rows),
      ...more,
    });
  const query = async <T>(text: ReturnType<typeof sql<T>>): Promise<T[]> =>
    base.as(null, async ({ tx }) => (await text.execute(tx)).rows);

  return {
    ...base,
    workshop,
    units,
    professionId,
    handler,
    bring,
    query,
    /** Brings the file in and says what it did; a refusal fails the test. */
    async brings(rows: readonly Row[] | Uint8Array, more: Partial<ImportNow> = {}): Promise<ImportCounts> {
      const result = await bring(rows, { confirmLeavers: true, leaveOut: true, ...more });
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
      return result.value;
    },
    /** What each employment was: `number: unit title extent from–to`, a line for each period. */
    async periods(): Promise<string[]> {
      const rows = await query(sql<{ line: string }>`
        select e.number || ': ' || u.code || ' ' || p.title || ' ' || trim_scale(p.extent) || ' ' || p.valid_from || '–'
          || coalesce(p.valid_to::text, '') as line
        from employment_period p join employment e on e.id = p.employment_id join unit u on u.id = p.unit_id
        order by e.number, p.valid_from`);
      return rows.map(({ line }) => line);
    },
    /** `number: from–to` of every employment. */
    async employments(): Promise<string[]> {
      const rows = await query(sql<{ line: string }>`
        select number || ': ' || valid_from || '–' || coalesce(valid_to::text, '') as line from employment order by number`);
      return rows.map(({ line }) => line);
    },
    async leave(): Promise<string[]> {
      const rows = await query(sql<{ line: string }>`
        select e.number || ': ' || l.valid_from || '–' || coalesce(l.valid_to::text, '') as line
        from leave_period l join employment e on e.id = l.employment_id order by e.number, l.valid_from`);
      return rows.map(({ line }) => line);
    },
    /** The people whose names start with none of ours: `given family e-mail key`, with how many employments. */
    async people(): Promise<string[]> {
      const rows = await query(sql<{ line: string }>`
        select concat_ws(' ', p.given_name, p.family_name, p.email, p.person_key, case when p.protected_identity then 'skyddad' end,
          case when p.closed_on is not null then 'slut ' || p.closed_on end, '×' || count(e.id)) as line
        from person p left join employment e on e.person_id = p.id where p.given_name <> 'Hanna'
        group by p.organisation_id, p.id order by p.given_name, p.family_name, p.id`);
      return rows.map(({ line }) => line);
    },
    personNamed: (given: string) => sql<{ id: string }>`select id from person where given_name = ${given}`,
    /** `unit: name from–to` of every manager. */
    async managers(): Promise<string[]> {
      const rows = await query(sql<{ line: string }>`
        select u.code || ': ' || p.given_name || ' ' || m.valid_from || '–' || coalesce(m.valid_to::text, '') as line
        from unit_manager m join unit u on u.id = m.unit_id join person p on p.id = m.person_id
        order by u.code, m.valid_from`);
      return rows.map(({ line }) => line);
    },
    /** A mark of every row of the organisation's register and of when it was last written: the same only if nothing was. */
    async mark(): Promise<string> {
      const marks = TABLES.map(
        (table) =>
          `select '${table} ' || md5(coalesce(string_agg(t.xmin::text || t::text, ',' order by t::text), '')) as mark from ${table} t`,
      );
      const rows = await query(sql<{ mark: string }>`${sql.raw(marks.join(" union all "))}`);
      return rows.map(({ mark }) => mark).join("; ");
    },
  };
}

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;
