/** The program: opens the database, brings it up to date, serves, and stops in order. */
import { relative } from "node:path";
import { setFlagsFromString } from "node:v8";
import pino from "pino";
import { assets, routes } from "virtual:react-router/server-build";
import { GUIDE } from "../demo/guide.ts";
import { loadDemo } from "../demo/load.ts";
import { apiDocument, operations } from "./api.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { drawWith } from "./entry.server.tsx";
import { cookieName, visit } from "./identity/session.ts";
import { tokenVisit } from "./identity/token-visit.ts";
import { databaseOn } from "./platform/database/transactions.ts";
import { pendingMigrations } from "./platform/database/migrate.ts";
import { cannotOpen, openForServer } from "./platform/database/open.ts";
import { projectRoot } from "./platform/database/project-root.ts";
import type { Workshop } from "./platform/database/work.ts";
import type { FileStore } from "./platform/files/file-store.ts";
import { openFiles } from "./platform/files/open-files.ts";
import { createApi } from "./platform/http/api/create-api.ts";
import { describeFailure } from "./platform/http/describe-failure.ts";
import { openPort } from "./platform/http/port.ts";
import { createPages } from "./platform/http/pages.ts";
import { createServer } from "./platform/http/server.ts";
import { mailTasks, periodic, tasks } from "./jobs.ts";
import { digest, dress } from "./notices/letters.ts";
import { startJobs } from "./platform/jobs/jobs.ts";
import { carrierFor } from "./platform/mail/carrier.ts";
import { mailFate } from "./platform/mail/mail-fate.ts";
import { createMeters } from "./platform/observability/meters.ts";
import { serveMetrics } from "./platform/observability/metrics-server.ts";
import { createObserver, type Observer } from "./platform/observability/observer.ts";
import { within } from "./platform/within.ts";
import { subscriptions } from "./subscriptions.ts";
import { plainPage } from "./ui/plain-page.tsx";
import stylesheet from "./ui/styles.css?url";

// Eight quiet seconds are usual here, and V8 would take them as a sign to throw away what it has compiled: the next request would pay for it
// (docs/decisions/0603). What the heap doesn't need is given back all the same.
setFlagsFromString("--no-memory-reducer-favors-memory");

/** Requests and jobs in progress have this long to finish when the program is asked to stop; then it goes without them. */
const PATIENCE_MS = 25_000;

const lines = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** A key that is wrong, or a closed folder, is told at once, and not first when somebody hands in a file. */
const tryFiles = (files: FileStore, log: Observer["log"]): Promise<unknown> =>
  files.check().catch((error: unknown) => {
    log("files away", { error: describeFailure(error) }, "error");
  });

/** What people's addresses begin with. */
const originOf = ({ publicUrl, host }: Config, port: number): string => publicUrl ?? `http://${host}:${port}`;

async function start(config: Config): Promise<void> {
  const { pool, secret, mode, close } = await openForServer(config);
  const meters = createMeters(pool);
  const observer = createObserver({
    meters,
    slowQueryMs: config.slowQueryMs,
    write: (level, event, facts) => lines[level](facts, event),
  });
  const workshop: Workshop = {
    db: databaseOn(pool, { told: observer.statement, prepare: true }),
    clock: () => new Date(),
    subscriptions,
    secret,
    files: openFiles(config.files),
  };
  const inBulk: Workshop = { ...workshop, db: databaseOn(pool, { told: observer.statement }) };
  void tryFiles(workshop.files, observer.log);
  if (mode === "demo") await loadDemo(inBulk);

  const app = createServer({
    workshop,
    pages: createPages(routes, drawWith(assets.entry.module)),
    mode,
    guide: mode === "demo" ? GUIDE : null,
    mailFate: mailFate(config.smtp, mode),
    publicOrigin: config.publicUrl,
    clientFolder: relative(process.cwd(), `${projectRoot()}/build/client`),
    visit: (slug, cookie) => visit(workshop, slug, cookie),
    cookieName: (slug) => cookieName(slug, config.publicUrl !== null),
    plainPage: (status, language) => plainPage({ status, language, stylesheet, demo: mode === "demo" }),
    ready: () => pendingMigrations(pool),
    observer,
    api: createApi({
      workshop,
      operations,
      visit: (slug, token) => tokenVisit(workshop, slug, token),
      document: JSON.stringify(apiDocument()),
      log: observer.log,
    }),
  });
  /** Another program has the port, most often. */
  const refused =
    (variable: string) =>
    (error: Error): void => {
      process.stderr.write(`${variable}: ${error.message}\n`);
      void stop(2);
    };
  const opened = (port: number): void => {
    const url = originOf(config, port);
    // What gathers a log wants each line to be one of it.
    if (mode === "live" && !process.stdout.isTTY) {
      lines.info({ url }, "serving");
      return;
    }
    say(`\nVidga svarar på ${url}`);
    if (mode === "demo")
      say("Demodata: påhittade uppgifter. Välj en organisation och någon att vara: ett klick loggar in dig.");
    say("Avsluta med Ctrl-C.\n");
  };
  const open = openPort(app, config, opened, refused("PORT"));

  const jobs = startJobs({
    pool,
    workshop: inBulk,
    tasks: {
      ...tasks,
      ...mailTasks({
        carrier: carrierFor(config.smtp, mode),
        origin: originOf(config, config.port),
        dress,
        digest,
      }),
    },
    periodic,
    observer,
  });
  const metrics =
    config.metricsPort === null
      ? null
      : serveMetrics(meters, { host: config.host, port: config.metricsPort });
  metrics?.once("error", refused("VIDGA_METRICS_PORT"));

  let stopping = false;
  const stop = async (status?: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    metrics?.close();
    const finished = await Promise.all([open.close(PATIENCE_MS), within(PATIENCE_MS, jobs.stop())]);
    await close();
    process.exit(status ?? (finished.includes(false) ? 1 : 0));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
}

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError || cannotOpen(error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
