import { expect, test } from "vitest";
import { startJobs } from "../../src/platform/jobs/jobs.ts";
import { periodic } from "../../src/jobs.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { SECRET, testDatabase } from "../support/database.ts";

const { pool, db } = await testDatabase();

test("INT-1 what a killed process may have left behind is looked for as soon as jobs are carried out, not at the next minute", async () => {
  const ran = new Set<string>();
  const all = periodic.map(({ task }) => [task, async () => void ran.add(task)] as const);
  const observer = {
    log: () => undefined,
    request: () => undefined,
    job: () => undefined,
    query: () => undefined,
  };
  const jobs = startJobs({
    pool,
    workshop: { db, clock: () => new Date(), subscriptions, secret: SECRET },
    tasks: Object.fromEntries(all),
    // In a month that is far away, so that the clock plays no part.
    periodic: periodic.map((each) => ({ ...each, match: "0 0 29 2 *" })),
    observer,
  });
  await expect.poll(() => [...ran], { timeout: 20_000 }).toEqual(["resume-staff-imports"]);
  await jobs.stop();
});
