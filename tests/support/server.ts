/**
 * The built server as people run it: a process of its own, spoken to over HTTP. `npm test` builds it beforehand.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { freePort } from "./free-port.ts";

const START_PATIENCE_MS = 120_000;
const LOG_PATIENCE_MS = 20_000;

export type ServerOptions = {
  /** Run on the embedded PostgreSQL in this folder, which stays. Without it and `databaseUrl`: in one that goes at `stop`. */
  readonly dataDir?: string;
  /** Run on this database instead: the app's role, and the owner's to migrate with. */
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  /** A free port is chosen when it is absent or 0. */
  readonly port?: number;
  /** Further variables. Of the test's own environment the server sees only what a process needs to run. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another folder that holds a built server than the checkout. */
  readonly root?: string;
  /** So many days ahead of the machine's is its clock. */
  readonly daysAhead?: number;
  /** The most kilobytes that a file of its own or of its PostgreSQL may have: beyond that every write fails, as on a full disk. */
  readonly largestFile?: number;
};

export type TestServer = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** The folder with its data; `undefined` on another database. */
  readonly dataDir: string | undefined;
  /** All that it has written to stdout and stderr so far. */
  readonly output: () => string;
  /** The same, once the line of the request with this id (`x-request-id`) has arrived: what a process prints comes after what it answers. */
  readonly logged: (requestId: unknown) => Promise<string>;
  /** SIGTERM, and waits until it has ended; says its exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, and waits. Data and an embedded PostgreSQL stay as they are. */
  readonly kill: () => Promise<void>;
};

type Running = { readonly child: ChildProcess; readonly output: () => string };

function run(root: string, env: Readonly<Record<string, string>>, largestFile: number | undefined): Running {
  const program = join(root, "build/server/main.js");
  if (!existsSync(program))
    throw new Error(`${program} is not there: build it first, or run the tests with npm test`);
  const inherited = Object.fromEntries(
    ["PATH", "HOME", "TMPDIR", "LANG", "USER"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // A shell counts in blocks of 512 bytes.
  const limit = largestFile === undefined ? ":" : `ulimit -f ${largestFile * 2}`;
  const child = spawn("/bin/sh", ["-c", `${limit}; exec "$0" "$1"`, process.execPath, program], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return { child, output: () => output };
}

const clockAhead = (days: number): Record<string, string> =>
  days === 0
    ? {}
    : {
        NODE_OPTIONS: `--import=${new URL("./later.ts", import.meta.url).href}`,
        TEST_DAYS_AHEAD: String(days),
      };

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (!hasEnded(child)) {
    const closed = once(child, "close");
    child.kill(signal);
    await closed;
  }
  return child.exitCode;
}

const answersReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

async function untilReady({ child, output }: Running, url: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (!(await answersReady(url))) {
    if (hasEnded(child))
      throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`the server is not ready after 120 s:\n${output()}`);
    await pause(50);
  }
}

function databaseVariables(options: ServerOptions, dataDir: string): Record<string, string> {
  const variables: Record<string, string> = { VIDGA_DATA: dataDir };
  if (options.databaseUrl !== undefined) variables["DATABASE_URL"] = options.databaseUrl;
  if (options.databaseOwnerUrl !== undefined) variables["DATABASE_OWNER_URL"] = options.databaseOwnerUrl;
  return variables;
}

/** Starts the server and waits until `/readyz` says that it is ready. Throws with its output when it ends before that. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const ownFolder =
    options.dataDir === undefined ? await mkdtemp(join(tmpdir(), "vidga-server-")) : undefined;
  const dataDir = options.dataDir ?? ownFolder ?? "";
  const port = options.port || (await freePort());
  const running = run(
    options.root ?? projectRoot(),
    {
      PORT: String(port),
      ...databaseVariables(options, dataDir),
      ...clockAhead(options.daysAhead ?? 0),
      ...options.env,
    },
    options.largestFile,
  );
  const { child, output } = running;
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<number | null> => {
    const code = await end(child, "SIGTERM");
    if (ownFolder !== undefined) await rm(ownFolder, { recursive: true, force: true });
    return code;
  };
  try {
    await untilReady(running, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    pid: child.pid ?? 0,
    dataDir: options.databaseUrl === undefined ? dataDir : undefined,
    output,
    logged: async (requestId) => {
      const line = new RegExp(`"requestId":"${String(requestId)}".*"msg":"request"}\n`);
      const deadline = Date.now() + LOG_PATIENCE_MS;
      while (!line.test(output())) {
        if (Date.now() > deadline) throw new Error(`no line of request ${String(requestId)}:\n${output()}`);
        await pause(20);
      }
      return output();
    },
    stop,
    kill: async () => {
      await end(child, "SIGKILL");
    },
  };
}
