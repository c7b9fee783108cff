/**
 * Background work: jobs are rows in the database, put there in the transaction that wants them done, and carried out by whichever
 * process is free. A job that fails is tried again; one that was cut off with its process too.
 */
import { Logger, parseCronItems, run, type Runner } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Tx } from "../database/transactions.ts";
import type { Workshop } from "../database/work.ts";
import type { Observer } from "../observability/observer.ts";

/** What a job is told: the organisation that it is for, and ids. Never names. */
export type Payload = { readonly slug: string } & Readonly<Record<string, string>>;

export type Task = (workshop: Workshop, payload: Payload) => Promise<void>;

/** A task with the minutes at which it runs by itself, for all organisations. */
export type Periodic = {
  readonly task: string;
  readonly match: string;
  /** Also as soon as a process begins to carry out jobs: for what a killed one may have left behind. */
  readonly atStart?: boolean;
};

/** Asks for a job when this transaction commits. Two with the same `key` become one while the first waits. */
export async function enqueue(tx: Tx, task: string, payload: Payload, key?: string): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key := ${key ?? null})`.execute(
    tx,
  );
}

/** Between two tries to reach the database. */
const REST_MS = 5000;

/** Waits a little, or until it is time to stop. */
const rest = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const timer = setTimeout(resolve, REST_MS);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Carries out jobs until stopped. When the database goes away it waits and begins again. */
export function startJobs(parts: {
  readonly pool: pg.Pool;
  readonly workshop: Workshop;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly periodic: readonly Periodic[];
  readonly observer: Pick<Observer, "log" | "job">;
}): { stop(): Promise<void> } {
  let runner: Runner | undefined;
  const stopping = new AbortController();

  const taskList = Object.fromEntries(
    Object.entries(parts.tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        let outcome: "done" | "failed" = "failed";
        try {
          await task(parts.workshop, payload as Payload);
          outcome = "done";
        } finally {
          parts.observer.job(name, outcome);
        }
      },
    ]),
  );
  // Job errors may hold data; what is logged is which task failed and the kind of error.
  const logger = new Logger(() => (level, message, meta) => {
    if (level !== "error" && level !== "warning") return;
    const error = (meta as { error?: unknown } | undefined)?.error;
    parts.observer.log(
      "jobs",
      error instanceof Error ? { error: error.name } : { message },
      level === "error" ? "error" : "warn",
    );
  });

  const working = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner = await run({
          pgPool: parts.pool,
          taskList,
          parsedCronItems: parseCronItems(parts.periodic.map(({ task, match }) => ({ task, match }))),
          concurrency: 1,
          noHandleSignals: true,
          // Told at once, but through its batches: a job that is done while the database goes away is otherwise a failure that nobody
          // catches, and the end of the process.
          preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
          logger,
        });
        for (const { task, atStart } of parts.periodic)
          if (atStart) await runner.addJob(task, {}, { jobKey: `${task} at the start` });
        // Asked to stop while it was beginning: nobody has told this one yet.
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        parts.observer.log(
          "jobs interrupted",
          { error: error instanceof Error ? error.name : "unknown" },
          "warn",
        );
      }
      runner = undefined;
      await rest(stopping.signal);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      // One that has just failed by itself refuses to be stopped; that is as good.
      await runner?.stop().catch((error: unknown) => {
        parts.observer.log(
          "jobs interrupted",
          { error: error instanceof Error ? error.name : "unknown" },
          "warn",
        );
      });
      await working;
    },
  };
}
