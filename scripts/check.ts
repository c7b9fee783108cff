/**
 * The checks of the source as such: `npm run check`. One line each, with the output of those that fail.
 * `npm test` runs the same ones and counts each as a test.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../src/platform/database/project-root.ts";

export type Outcome = { readonly name: string; readonly ok: boolean };

type Check = { readonly name: string; readonly commands: readonly (readonly string[])[] };

const CHECKS: readonly Check[] = [
  {
    name: "types",
    commands: [
      ["react-router", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  { name: "tables' types", commands: [["node", "scripts/generate-schema.ts", "--check"]] },
  { name: "API's description", commands: [["node", "scripts/generate-openapi.ts", "--check"]] },
  { name: "lint", commands: [["oxlint"]] },
  { name: "format", commands: [["prettier", "--check", "--log-level", "warn", "."]] },
  { name: "licences", commands: [["node", "scripts/licences.ts"]] },
  { name: "unused", commands: [["knip"]] },
  {
    name: "dependencies",
    commands: [
      ["depcruise", "--config", ".dependency-cruiser.mjs", "src", "scripts", "tests", "demo", "bench"],
    ],
  },
];

/** Runs one of the packages' programs, from their own folder; says whether it went well, and all that it printed. */
function run(command: readonly string[]): Promise<{ ok: boolean; printed: string }> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const path = program === "node" ? process.execPath : join(projectRoot(), "node_modules/.bin", program);
    const child = spawn(path, args, {
      cwd: projectRoot(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ ok: code === 0, printed });
    });
  });
}

async function perform({ name, commands }: Check): Promise<Outcome> {
  const begun = performance.now();
  for (const command of commands) {
    const { ok, printed } = await run(command);
    if (ok) continue;
    console.log(`failed ${name}: ${command.join(" ")}\n${printed.trimEnd()}`);
    return { name, ok: false };
  }
  console.log(`ok ${name} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return { name, ok: true };
}

/** Performs all checks, one after the other; a failing one does not keep the next from running. */
export async function performChecks(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of CHECKS) outcomes.push(await perform(check));
  return outcomes;
}

if (import.meta.main) {
  const outcomes = await performChecks();
  process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
}
