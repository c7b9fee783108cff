/** What is counted and timed, for `/metrics` in Prometheus' text format. Labels are patterns and names of tasks, never addresses or people. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type pg from "pg";

export type Meters = {
  readonly requests: Histogram<"route" | "method" | "status">;
  readonly queries: Histogram;
  readonly slowQueries: Counter;
  readonly jobs: Counter<"task" | "outcome">;
  /** All of it, as text, with its media type. */
  readonly read: () => Promise<string>;
  readonly mediaType: string;
};

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const QUERY_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];

/** `pool` is looked at when somebody reads. Its waiting jobs are counted there and then, in one statement. */
export function createMeters(pool: pg.Pool): Meters {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const gauge = (name: string, help: string, read: () => number | Promise<number>): unknown =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  gauge("vidga_database_connections", "Connections of this process to the database", () => pool.totalCount);
  gauge("vidga_database_connections_idle", "Connections that nobody uses", () => pool.idleCount);
  gauge("vidga_database_waiting", "Requests that wait for a connection", () => pool.waitingCount);
  gauge("vidga_jobs_waiting", "Jobs that should have begun; -1 when the database does not answer", () =>
    waitingJobs(pool),
  );
  return {
    requests: new Histogram({
      name: "vidga_request_seconds",
      help: "Time until a page or an answer of the API begins, by the pattern of its route",
      labelNames: ["route", "method", "status"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    queries: new Histogram({
      name: "vidga_query_seconds",
      help: "Time that a statement took in the database, the way there and back included",
      buckets: QUERY_SECONDS,
      registers,
    }),
    slowQueries: new Counter({
      name: "vidga_slow_queries_total",
      help: "Statements that took longer than VIDGA_SLOW_QUERY_MS; the log names them",
      registers,
    }),
    jobs: new Counter({
      name: "vidga_jobs_total",
      help: "Jobs that were carried out or failed",
      labelNames: ["task", "outcome"],
      registers,
    }),
    read: () => register.metrics(),
    mediaType: register.contentType,
  };
}

/** A database that is away is a figure too: whoever watches must not be left without the others. */
async function waitingJobs(pool: pg.Pool): Promise<number> {
  try {
    const { rows } = await pool.query<{ waiting: number }>(
      "select count(*) as waiting from graphile_worker.jobs where run_at <= now() and attempts < max_attempts",
    );
    return rows[0]?.waiting ?? 0;
  } catch {
    return -1;
  }
}
