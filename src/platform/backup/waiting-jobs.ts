/** Jobs that wait or are under way: taken along as jobs, not as rows of the queue's tables, which are its package's own. */
import type pg from "pg";
import type { Section } from "./format.ts";
import { columnList, copyOut } from "./tables.ts";

export const WAITING_JOBS: Section = {
  table: "waiting jobs",
  columns: ["task", "payload", "queue", "run_at", "max_attempts", "key", "priority"],
};

/** One that has failed for the last time is none that waits. */
export const rowsOfJobs = (client: pg.ClientBase): AsyncGenerator<Buffer> =>
  copyOut(
    client,
    `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
     from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts order by j.id`,
  );

/** Where the rows are put before they become jobs. */
export async function makeRoomForJobs(client: pg.ClientBase): Promise<string> {
  await client.query("delete from graphile_worker._private_jobs");
  await client.query(`create temporary table waiting_job (
    at bigint generated always as identity, task text, payload json, queue text, run_at timestamptz, max_attempts int, key text, priority int
  ) on commit drop`);
  return `waiting_job (${columnList(WAITING_JOBS.columns)})`;
}

/** They are carried out anew, in the same order. */
export async function enqueueAgain(client: pg.ClientBase): Promise<void> {
  await client.query(`
    select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority)
    from (select * from waiting_job order by at) as waiting`);
}
