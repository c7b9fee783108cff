/**
 * Reads staff files in, one after the other, as a process of its own: `node reader.ts '{…}'`. Prints what each took as JSON. The program's own way, or
 * the floor's.
 */
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { importStaffNow } from "../../src/people/import-now.ts";
import { work } from "../../src/platform/database/work.ts";
import type { LocalDate } from "../../src/shared/local-date.ts";
import { makePlacements } from "../data/history.ts";
import { named } from "../data/organisation.ts";
import { administrator, IMPORTING, onDay, openInstallation, type Installation } from "../installation.ts";
import { clusterCpu, postmasterOf } from "../measure.ts";
import { readInByHand } from "./floor.ts";

export type Reading = {
  readonly folder: string;
  readonly side: "ours" | "floor";
  readonly steps: readonly { readonly file: string; readonly day: LocalDate }[];
};

export type Taken = {
  readonly wallMs: number;
  /** Of this process and of PostgreSQL. */
  readonly cpuMs: number;
  readonly programCpuMs: number;
  /** A sum over all that the organisation's staff now is: alike when the two sides have done the same. */
  readonly outcome: string;
};
export type Report = { readonly taken: readonly Taken[]; readonly peakMb: number };

/** Reads one file in; what it answers with lets go of what must be there while its CPU time is read. */
async function perform(
  installation: Installation,
  side: Reading["side"],
  file: string,
  day: LocalDate,
): Promise<() => Promise<void>> {
  const workshop = onDay(installation.workshop, day);
  if (side === "ours") {
    const input = {
      slug: IMPORTING,
      actor: named("hr_handler"),
      filename: "personal.csv",
      bytes: await readFile(file),
    };
    const read = await importStaffNow(workshop, input);
    if (!read.ok) throw new Error(`bench: ${JSON.stringify(read.reasons)}`);
    return () => Promise.resolve();
  }
  const tenant = await work(workshop, { slug: IMPORTING, actor: null }, async ({ tenant }) => tenant);
  const client = await readInByHand(installation.appUrl, tenant.id, file, day);
  return () => client.end();
}

/** What the staff, their managers, leave and placements are, without ids of their own and whatever order they were made in. */
const outcomeOf = (installation: Installation): Promise<string> =>
  work(installation.workshop, { slug: IMPORTING, actor: null }, async ({ tx }) => {
    await sql`select set_config('statement_timeout', '0', true), set_config('enable_nestloop', 'off', true)`.execute(
      tx,
    );
    const { rows } = await sql<{ mark: string }>`
      select concat_ws(' ',
        (select count(*) || ' ' || sum(hashtextextended(row(person_key, given_name, family_name, email, closed_on)::text, 0)) from person),
        (select count(*) || ' ' || sum(hashtextextended(row(e.number, p.person_key, e.valid_from, e.valid_to)::text, 0))
          from employment e join person p on p.id = e.person_id),
        (select count(*) || ' ' || sum(hashtextextended(row(e.number, l.unit_id, l.profession_id, l.title, l.form, l.extent, l.is_main,
          l.valid_from, l.valid_to)::text, 0)) from employment_period l join employment e on e.id = l.employment_id),
        (select count(*) || ' ' || sum(hashtextextended(row(e.number, l.valid_from, l.valid_to)::text, 0))
          from leave_period l join employment e on e.id = l.employment_id),
        (select count(*) || ' ' || sum(hashtextextended(row(m.unit_id, p.person_key, m.valid_from, m.valid_to)::text, 0))
          from unit_manager m join person p on p.id = m.person_id),
        (select count(*) || ' ' || sum(hashtextextended(row(p.person_key, m.slug, l.valid_from, l.valid_to, l.ended_because)::text, 0))
          from placement l join person p on p.id = l.person_id join career_model m on m.id = l.model_id)) as mark`.execute(
      tx,
    );
    return rows[0]?.mark ?? "";
  });

async function run({ folder, side, steps }: Reading): Promise<Report> {
  const installation = await openInstallation(folder);
  const admin = administrator(installation);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(admin);
  const postmaster = postmasterOf(rows[0]?.pid ?? 0);
  const taken: Taken[] = [];
  for (const { file, day } of steps) {
    await sql`checkpoint`.execute(admin);
    const before = { wall: performance.now(), program: process.cpuUsage(), cluster: clusterCpu(postmaster) };
    const finish = await perform(installation, side, file, day);
    const { user, system } = process.cpuUsage(before.program);
    const programCpuMs = (user + system) / 1000;
    const wallMs = performance.now() - before.wall;
    const cpuMs = programCpuMs + clusterCpu(postmaster) - before.cluster;
    await finish();
    await sql`vacuum analyze`.execute(admin);
    taken.push({ wallMs, cpuMs, programCpuMs, outcome: await outcomeOf(installation) });
    // The first file brings the people; then they are placed, as they would be by the next month.
    if (taken.length > 1) continue;
    await work(installation.workshop, { slug: IMPORTING, actor: null }, (unit) =>
      makePlacements(unit, { placedOfTen: 7 }),
    );
    await sql`vacuum analyze`.execute(admin);
  }
  await admin.destroy();
  await installation.close();
  return { taken, peakMb: process.resourceUsage().maxRSS / 1024 };
}

const report = await run(JSON.parse(process.argv[2] ?? "") as Reading);
process.stdout.write(`${JSON.stringify(report)}\n`);
