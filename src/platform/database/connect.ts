/**
 * Connections. Every pool in the program is made here, so that values are read the same way everywhere:
 * a `date` is the text `YYYY-MM-DD`, `bigint` and `numeric` are numbers, `timestamptz` is a Date.
 */
import pg from "pg";

const OID = {
  int8: 20,
  date: 1082,
  int8Array: 1016,
  dateArray: 1182,
  numeric: 1700,
  textArray: 1009,
} as const;

/** A whole number that JavaScript can hold exactly; anything else is a surprise, never a wrong figure. */
function exactInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number`);
  return number;
}

/** How values are read from the wire. */
const types = new pg.TypeOverrides();
// pg's types say that a reader takes a number; it takes the text.
const readTextArray = types.getTypeParser(OID.textArray) as unknown as (text: string) => (string | null)[];
types.setTypeParser(OID.date, (text) => text);
types.setTypeParser(OID.dateArray, readTextArray);
types.setTypeParser(OID.int8, exactInteger);
types.setTypeParser(OID.int8Array, (text) =>
  readTextArray(text).map((each) => (each === null ? null : exactInteger(each))),
);
types.setTypeParser(OID.numeric, Number);

export type PoolOptions = {
  /** The most connections at once. */
  readonly max?: number;
  /** What `pg_stat_activity` shows. */
  readonly applicationName?: string;
  /** Told when a connection that nobody uses is lost; the pool makes a new one by itself. */
  readonly onIdleError?: (error: Error) => void;
};

const printIdleError = (error: Error): void => {
  process.stderr.write(`database: an idle connection was lost: ${error.message}\n`);
};

/** How every connection behaves. Compiling a statement costs more here than it saves: reports are one statement, and run once. */
const SESSION = {
  statement_timeout: "30s",
  idle_in_transaction_session_timeout: "60s",
  timezone: "Europe/Stockholm",
  jit: "off",
} as const;

/**
 * A pool on `url`. Waits 5 s for a connection, 30 s for a statement and 60 s for a transaction in which
 * nothing happens. Days are Stockholm's. The caller ends it.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.max ?? 10,
    application_name: options.applicationName ?? "vidga",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: true,
    options: Object.entries(SESSION)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  const onIdleError = options.onIdleError ?? printIdleError;
  // What is cut off while it is being let go of is no news: the database may stop right behind us.
  pool.on("error", (error) => {
    if (!pool.ending) onIdleError(error);
  });
  // A connection that is lost between two queries of a transaction says so by itself, and would end the process if nobody
  // listened; the next query on it fails with the same news.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
