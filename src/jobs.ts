/** What is done in the background: the one list, for the server and the tests. A periodic task runs for every organisation. */
import { SEAL_PATIENCE_MINUTES, sealLog, unsealedSince } from "./platform/access-log/seal.ts";
import { dropOrphans } from "./platform/files/stored-files.ts";
import type { Periodic, Task } from "./platform/jobs/jobs.ts";
import { work, type Work, type Workshop } from "./platform/database/work.ts";
import { deleteOldMail } from "./platform/mail/outbox.store.ts";
import { SEND_MAIL_TASK } from "./platform/mail/post-mail.ts";
import { sendMail, type PostOffice } from "./platform/mail/send-mail.ts";
import { decideMeasurements } from "./coverage/decide-measurements.ts";
import { deleteExpired } from "./identity/delete-expired.ts";
import { organisations } from "./organisation/store.ts";
import { tellOfEnding } from "./evidence/tell-of-ending.ts";
import { tellOfImport } from "./notices/tell-of-import.ts";
import { leaveAbandonedImports } from "./model-sheets/import-model.ts";
import { runImport } from "./people/import-run.ts";
import { IMPORT_TASK } from "./people/import-staff.ts";
import { unfinishedImports } from "./people/import.store.ts";
import { endPlansOfLeft } from "./plan/end-plans.ts";
import { closeTalksOfLeft } from "./talk/leave-talks.ts";

type Part<Value> = { readonly slug: string; readonly value: Value };

/** Runs `run` for each organisation, each in a transaction of its own; the failure of one is thrown when all have had their turn. */
async function forEach<Value>(
  workshop: Workshop,
  run: (unit: Work) => Promise<Value>,
): Promise<Part<Value>[]> {
  const all = await workshop.db.transaction((tx) => organisations(tx));
  const parts: Part<Value>[] = [];
  const failures: unknown[] = [];
  for (const { slug } of all) {
    try {
      parts.push({ slug, value: await work(workshop, { slug, actor: null }, run) });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return parts;
}

/** Whoever brought the file in is told when something is wrong with it. */
async function runAndTell(workshop: Workshop, slug: string, importId: string): Promise<void> {
  await runImport(workshop, slug, importId);
  await work(workshop, { slug, actor: null }, (unit) => tellOfImport(unit, importId));
}

/** Goes on with imports that a stopped process left behind: the queue itself would wait for hours before it gives a job to another. */
const resumeImports: Task = async (workshop) => {
  for (const { slug, value } of await forEach(workshop, unfinishedImports)) {
    for (const { id } of value) await runAndTell(workshop, slug, id);
  }
};

/** The alarm: fails, and is logged as failing, when a row of the access log has waited too long for its seal (PRV-1). */
const watchAccessLog: Task = async (workshop) => {
  const patience = workshop.clock().getTime() - SEAL_PATIENCE_MINUTES * 60_000;
  const waiting = await forEach(workshop, unsealedSince);
  if (waiting.some(({ value }) => value !== null && value.getTime() < patience))
    throw new Error("the access log is not sealed");
};

export const tasks: Readonly<Record<string, Task>> = {
  [IMPORT_TASK]: (workshop, { slug, importId = "" }) => runAndTell(workshop, slug, importId),
  "resume-staff-imports": resumeImports,
  "seal-access-log": async (workshop) => {
    await forEach(workshop, sealLog);
  },
  "watch-access-log": watchAccessLog,
  "delete-expired": async (workshop) => {
    await forEach(workshop, deleteExpired);
    await forEach(workshop, deleteOldMail);
  },
  "leave-model-imports": async (workshop) => {
    await forEach(workshop, leaveAbandonedImports);
  },
  "drop-files": async (workshop) => {
    await forEach(workshop, dropOrphans);
  },
  "decide-measurements": async (workshop) => {
    await forEach(workshop, decideMeasurements);
  },
  "end-plans-of-left": async (workshop) => {
    await forEach(workshop, endPlansOfLeft);
  },
  "tell-of-ending": async (workshop) => {
    await forEach(workshop, tellOfEnding);
  },
  "close-talks-of-left": async (workshop) => {
    await forEach(workshop, closeTalksOfLeft);
  },
};

/** Mail that is due: of one organisation when some has been queued, and of all of them as time goes. */
export const mailTasks = (office: PostOffice): Readonly<Record<string, Task>> => ({
  [SEND_MAIL_TASK]: async (workshop, { slug }) => {
    await sendMail(workshop, slug, office);
  },
  "send-due-mail": async (workshop) => {
    const all = await workshop.db.transaction((tx) => organisations(tx));
    for (const { slug } of all) if ((await sendMail(workshop, slug, office)) === "stopped") return;
  },
});

const EVERY_MINUTE = "* * * * *";
const EVERY_TEN_MINUTES = "*/10 * * * *";
const EVERY_HOUR = "20 * * * *";
/** In UTC: before seven in Stockholm, so that it is in the digest of the day. */
const EVERY_MORNING = "40 4 * * *";

export const periodic: readonly Periodic[] = [
  { task: "resume-staff-imports", match: EVERY_MINUTE, atStart: true },
  { task: "seal-access-log", match: EVERY_MINUTE },
  { task: "send-due-mail", match: EVERY_MINUTE, atStart: true },
  { task: "watch-access-log", match: EVERY_TEN_MINUTES },
  { task: "delete-expired", match: EVERY_TEN_MINUTES },
  { task: "leave-model-imports", match: EVERY_TEN_MINUTES },
  { task: "drop-files", match: EVERY_TEN_MINUTES },
  { task: "decide-measurements", match: EVERY_TEN_MINUTES },
  { task: "close-talks-of-left", match: EVERY_HOUR },
  { task: "tell-of-ending", match: EVERY_MORNING },
  { task: "end-plans-of-left", match: EVERY_HOUR },
];
