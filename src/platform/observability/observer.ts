/** Whoever watches the program: structured lines without names, and figures. The one place where anything is logged. */
import { currentRequest } from "./request-scope.ts";
import type { Meters } from "./meters.ts";

export type Level = "info" | "warn" | "error";
type Facts = Readonly<Record<string, unknown>>;

export type Observer = {
  /** A line: what happened, as a short fixed text, and facts about it. Never names, addresses or what somebody typed. */
  readonly log: (event: string, facts?: Facts, level?: Level) => void;
  /** A page or an answer of the API, once it has begun. */
  readonly request: (answered: { route: string; method: string; status: number; ms: number }) => void;
  readonly job: (task: string, outcome: "done" | "failed") => void;
  /** A statement that was carried out, and the time until its answer was there. */
  readonly statement: (sql: string, ms: number) => void;
};

/** Of a statement that is told: its text holds no values, for they are sent apart from it. */
const MOST_SQL = 1000;

export function createObserver(parts: {
  readonly meters: Meters;
  /** A statement that takes longer is named in the log. */
  readonly slowQueryMs: number;
  readonly write: (level: Level, event: string, facts: Facts) => void;
}): Observer {
  const { meters } = parts;
  const log = (event: string, facts: Facts = {}, level: Level = "info"): void => {
    const request = currentRequest();
    parts.write(level, event, { ...(request ? { requestId: request.id } : {}), ...facts });
  };
  return {
    log,
    request({ route, method, status, ms }) {
      meters.requests.observe({ route, method, status }, ms / 1000);
      log("request", { route, method, status, ms: Math.round(ms) });
    },
    job(task, outcome) {
      meters.jobs.inc({ task, outcome });
    },
    statement(text, ms) {
      meters.queries.observe(ms / 1000);
      if (ms <= parts.slowQueryMs) return;
      meters.slowQueries.inc();
      const sql = text.replaceAll(/\s+/g, " ").trim().slice(0, MOST_SQL);
      log("slow query", { route: currentRequest()?.route ?? null, ms: Math.round(ms), sql }, "warn");
    },
  };
}
