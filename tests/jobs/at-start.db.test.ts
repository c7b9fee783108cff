import { expect, test } from "vitest";
import { startJobs } from "../../src/platform/jobs/jobs.ts";
import { mailTasks, periodic, tasks } from "../../src/jobs.ts";
import { digest, dress } from "../../src/notices/letters.ts";
import { SEND_MAIL_TASK } from "../../src/platform/mail/post-mail.ts";
import { IMPORT_TASK } from "../../src/people/import-staff.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { NO_FILES } from "../support/no-files.ts";

const { pool, db } = await testDatabase();

test("every task comes round by itself, but those that are asked for", () => {
  const byItself = periodic.map(({ task }) => task);
  const all = { ...tasks, ...mailTasks({ carrier: null, origin: "", dress, digest }) };
  expect([...byItself, IMPORT_TASK, SEND_MAIL_TASK].toSorted()).toEqual(Object.keys(all).toSorted());
});

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
    workshop: { db, clock: () => new Date(), subscriptions, secret: SECRET, files: NO_FILES },
    tasks: Object.fromEntries(all),
    // In a month that is far away, so that the clock plays no part.
    periodic: periodic.map((each) => ({ ...each, match: "0 0 29 2 *" })),
    observer,
  });
  await expect
    .poll(() => [...ran].toSorted(), { timeout: 20_000 })
    .toEqual(["resume-staff-imports", "send-due-mail"]);
  await jobs.stop();
});
