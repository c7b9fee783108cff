/** Reading in a staff file (INT-1): the first time, a month later, and the same file again; beside its floor, in turn. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../src/platform/database/schema.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { firstStaff, laterStaff, staffFile } from "../data/staff-file.ts";
import { administrator, IMPORTING, type Installation } from "../installation.ts";
import { fromPairs, type Figure } from "../measure.ts";
import { BUILT_ON, type Size } from "../sizes.ts";
import { STAGING } from "./floor.ts";
import type { Reading, Report } from "./reader.ts";

const STEPS = ["first time", "a month later", "the same again"] as const;

/** What a staff file brings, in an order in which it can be taken away. */
const BROUGHT = [
  "placement_response",
  "placement",
  "leave_period",
  "unit_manager",
  "employment_period",
  "employment",
  "person",
  "staff_import_row",
  "staff_import_problem",
  "staff_import_progress",
  "staff_import",
  "staff_import_mapping",
];

/** Takes the organisation back to before its first file. */
export async function empty(admin: Kysely<DB>): Promise<void> {
  await admin.transaction().execute(async (tx) => {
    await sql`select set_config('session_replication_role', 'replica', true), set_config('statement_timeout', '0', true)`.execute(
      tx,
    );
    for (const table of BROUGHT)
      await sql`delete from ${sql.table(table)} where organisation_id = (select id from organisation where slug = ${IMPORTING})`.execute(
        tx,
      );
  });
  for (const table of BROUGHT) await sql`vacuum analyze ${sql.table(table)}`.execute(admin);
}

/** Runs the reader to its end; what it says of itself. */
function read(reading: Reading): Promise<Report> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, "reader.ts");
    const child = spawn(process.execPath, [script, JSON.stringify(reading)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(printed) as Report);
      else reject(new Error(`bench: the reader ended with ${code}`));
    });
  });
}

/** Throws where the two sides have not come to the same staff. */
export async function importFigures(
  installation: Installation,
  size: Size,
  pairs: number,
): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-bench-"));
  const admin = administrator(installation);
  try {
    await sql.raw(STAGING).execute(admin);
    const [first, later] = [join(folder, "first.csv"), join(folder, "later.csv")];
    await writeFile(first, staffFile(firstStaff(size, BUILT_ON)));
    await writeFile(later, staffFile(laterStaff(size, BUILT_ON)));
    const month = addDays(BUILT_ON, 30);
    const steps = [
      { file: first, day: BUILT_ON },
      { file: later, day: month },
      { file: later, day: addDays(month, 1) },
    ];
    const runs: { readonly ours: Report; readonly floor: Report }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      await empty(admin);
      const ours = await read({ folder: installation.folder, side: "ours", steps });
      await empty(admin);
      const floor = await read({ folder: installation.folder, side: "floor", steps });
      for (const [at, step] of STEPS.entries())
        if (ours.taken[at]?.outcome !== floor.taken[at]?.outcome)
          throw new Error(`bench: ${step}: ${ours.taken[at]?.outcome} is not ${floor.taken[at]?.outcome}`);
      runs.push({ ours, floor });
    }
    await empty(admin);
    const over = (at: number, of: "cpuMs" | "wallMs" | "programCpuMs") =>
      runs.map(({ ours, floor }) => ({
        ours: ours.taken[at]?.[of] ?? NaN,
        floor: floor.taken[at]?.[of] ?? NaN,
      }));
    return [
      ...STEPS.flatMap((step, at) => [
        fromPairs(`import, ${step}: CPU`, "ms", over(at, "cpuMs")),
        fromPairs(`import, ${step}: of it the program's own`, "ms", over(at, "programCpuMs")),
        fromPairs(`import, ${step}: wall`, "ms", over(at, "wallMs")),
      ]),
      fromPairs(
        "import: peak memory",
        "MB",
        runs.map(({ ours, floor }) => ({ ours: ours.peakMb, floor: floor.peakMb })),
      ),
    ];
  } finally {
    await admin.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
