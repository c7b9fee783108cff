import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { takeFigures } from "../../bench/figures.ts";
import { printFigures } from "../../bench/report.ts";

const cache = await mkdtemp(join(tmpdir(), "vidga-bench-test-"));
afterAll(() => rm(cache, { recursive: true, force: true }));

/** What must be among the figures, whatever the machine. */
const EXPECTED = [
  "start: ready on existing data",
  "public model, 8 at once: CPU a request",
  "manager's list of 30, 32 at once: p99",
  "public model: script, packed",
  "server: peak memory after load",
  "coverage, a node and its children: p95",
  "coverage, the whole tree in all models: CPU",
  "missing, one person: p50",
  "met, everybody in groups: p50",
  "assessments side by side, 8 at once: CPU a request",
  "debt of everybody, all models: CPU",
  "talks: 70 people booked in one round: p50",
  "plans: an activity to 70 people: p50",
  "impact of a revision of one model: CPU",
  "import, first time: CPU",
  "import, the same again: CPU",
  "import: peak memory",
];

// The bench itself throws where the program's answer is not the floor's: staff after each file, every figure of coverage that shows, and debt.
test("INT-1, FUP-1, DBT-1 the bench takes its figures on a tiny installation, each beside a floor that gives the same answer", async () => {
  const report = await takeFigures({ size: "tiny", only: "", pairs: 1, cache, say: () => undefined });
  const names = report.figures.map(({ name }) => name);
  for (const name of EXPECTED) expect(names).toContain(name);
  expect(new Set(names).size).toBe(names.length);
  const unsound = report.figures.filter(
    ({ value, floor, ratio }) =>
      !(value > 0) || (floor === null) !== (ratio === null) || !Number.isFinite(ratio ?? 0),
  );
  expect(unsound).toEqual([]);
  const table = printFigures(report);
  for (const name of names) expect(table).toContain(`| ${name}`);
}, 300_000);
