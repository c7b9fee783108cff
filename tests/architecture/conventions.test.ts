import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";

/** The rules of the domain that are built: each is cited, by itself, by at least one test. */
// prettier-ignore
const BUILT = [
  "ORG-1", "ORG-2", "ORG-3", "ORG-4", "ORG-5", "ORG-6", "ORG-7", "ORG-8", "INT-1", "INT-3", "INT-4",
  "MOD-1", "MOD-2", "MOD-3",
  "MOD-4", "MOD-5", "MOD-6",
  "MOD-7", "MOD-8", "MOD-9", "MOD-10", "MOD-11", "MOD-12", "MOD-13", "MOD-14", "MOD-15", "MOD-16", "PLC-1", "PLC-2", "PLC-3", "PLC-4", "PLC-5", "PLC-6", "PLC-7", "PLC-8", "PLC-9",
  "ASM-1", "ASM-2", "ASM-3", "ASM-4", "ASM-5", "FUP-1", "FUP-2", "FUP-3", "NED-1", "SUP-1", "SUP-2", "PRV-1", "PRV-3", "DBT-1", "TLK-1", "TLK-2", "TLK-3", "TLK-4", "PLN-1", "PLN-2",
];

const find = (pattern: string): string[] => globSync(pattern, { cwd: projectRoot() });
const read = (path: string): string => readFileSync(join(projectRoot(), path), "utf8");

/** The source without its comments; texts that hold `//` after a colon, as addresses do, stay whole. */
const codeOf = (source: string): string =>
  source.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/(?<!:)\/\/.*$/gm, "");

/** What a file of rules must not hold, and a line that does. */
const IMPURITIES: readonly { readonly what: string; readonly sign: RegExp; readonly example: string }[] = [
  {
    what: "the clock",
    sign: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    example: "const now = new Date();",
  },
  { what: "async", sign: /\basync\b|\bawait\b|\bPromise\b/, example: "export async function load() {}" },
  {
    what: "the database",
    sign: /from "(?:kysely|pg)"|platform\/database/,
    example: 'import { sql } from "kysely";',
  },
  { what: "the environment", sign: /\bprocess\./, example: "process.env.PORT" },
  { what: "chance", sign: /\bMath\.random\b|\brandomUUID\b/, example: "Math.random()" },
];

const ruleFiles = find("src/*/{rules,*.rules}.ts");
const tests = find("tests/**/*.test.{ts,tsx}").filter((path) => !path.startsWith("tests/architecture/"));
const citing = new Map(tests.map((path) => [path, new Set(read(path).match(/\b[A-Z]{3}-\d+\b/g))]));

test("there are rules and tests to look at", () => {
  expect(ruleFiles.length).toBeGreaterThan(2);
  expect(tests.length).toBeGreaterThan(5);
});

test("no file is named as a place for anything", () => {
  const forbidden = /(?:^|[/.-])(?:utils?|helpers?|common|misc)(?:[/.-]|$)/;
  expect("src/people/date-utils.ts").toMatch(forbidden);
  expect(find("{src,scripts,tests,demo}/**/*.*").filter((path) => forbidden.test(path))).toEqual([]);
});

test.each(BUILT)("%s is cited by a test", (id) => {
  const files = [...citing].flatMap(([path, ids]) => (ids.has(id) ? [path] : []));
  expect(files, `tests that cite ${id}`).not.toEqual([]);
});

test.each(IMPURITIES)("rules hold nothing of $what", ({ sign, example }) => {
  expect(codeOf(example)).toMatch(sign);
  expect(ruleFiles.filter((path) => sign.test(codeOf(read(path))))).toEqual([]);
});
