/**
 * Everything that must hold before a change goes in: `npm test`. The checks, the build, and the tests: pure, against
 * the embedded PostgreSQL, once more against a PostgreSQL 15 or newer where one is on the machine, and through a browser.
 * `npm test -- tests/people` runs only the tests whose path contains the text. The last line is the account:
 * `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed and something ran.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { projectRoot } from "../src/platform/database/project-root.ts";
import { installedPostgres } from "./installed-postgres.ts";
import { performChecks } from "./check.ts";

type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name, and by what: told again at the end, where it is found. */
  readonly failures: readonly string[];
};
type Phase = { readonly name: string; readonly perform: () => Promise<Tally> };

/** What this file reads of vitest's JSON report. */
type Report = {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const filters = process.argv.slice(2);

const only = (ok: boolean, what: string): Tally => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  failures: ok ? [] : [what],
});

const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  skipped: tallies.reduce((total, tally) => total + tally.skipped, 0),
  failures: tallies.flatMap((tally) => tally.failures),
});

/** Runs a program of this project with the terminal as its own; resolves to its exit code, `null` after a signal. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot(),
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("close", resolve);
  });
}

const reportIn = async (file: string): Promise<Report | null> =>
  existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Report) : null;

const firstLine = (text = ""): string => text.split("\n", 1)[0] ?? "";

/** What the report says. A file that fails without a failing test (an import, a hook) counts as one that failed. */
function tallyOf(report: Report | null, exitCode: number | null): Tally {
  const ended = `vitest ended with ${exitCode}`;
  if (!report) return only(false, ended);
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(projectRoot(), name);
    if (status === "failed" && assertionResults.length === 0) return [`${file}: ${firstLine(message)}`];
    return assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });
  if (failures.length === 0 && exitCode !== 0) failures.push(ended);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

async function vitest(
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-report-"));
  const file = join(folder, "report.json");
  try {
    const exitCode = await run(
      [
        join(projectRoot(), "node_modules/vitest/vitest.mjs"),
        "run",
        ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
        ...(filters.length > 0 ? ["--passWithNoTests", ...filters] : []),
      ],
      env,
    );
    return tallyOf(await reportIn(file), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const checks: Phase = {
  name: "checks",
  perform: async () => sum((await performChecks()).map(({ ok, name }) => only(ok, name))),
};

const build: Phase = {
  name: "build",
  perform: async () => {
    const ok = (await run([join(projectRoot(), "scripts/prepare.mjs"), "test"])) === 0;
    return { ...only(ok, "the build"), passed: 0 };
  },
};

function phases(): Phase[] {
  const postgres = installedPostgres();
  if ("missing" in postgres)
    console.log(`The database tests run on the embedded PostgreSQL only: ${postgres.missing}.`);
  const external: Phase[] =
    "missing" in postgres
      ? []
      : [
          {
            name: `database on ${postgres.binaries}`,
            perform: () => vitest(["database"], { TEST_POSTGRES_BIN: postgres.binaries }),
          },
        ];
  return [
    ...(filters.length === 0 ? [checks] : []),
    build,
    { name: "unit and database", perform: () => vitest(["unit", "database"]) },
    ...external,
    { name: "e2e", perform: () => vitest(["e2e"]) },
  ];
}

/** Performs the phase and prints its account. One that can't be performed is one failed test. */
async function account({ name, perform }: Phase): Promise<Tally> {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const tally = await perform().catch((error: unknown) => {
    console.log(error);
    return only(false, `${name}: ${String(error)}`);
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped, ${seconds} s`,
  );
  return tally;
}

const tallies: Tally[] = [];
for (const phase of phases()) tallies.push(await account(phase));
const { passed, failed, skipped, failures } = sum(tallies);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
