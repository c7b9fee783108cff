/** A short durability trial; `npm run trial:crash` is the long one. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { crashTrial } from "./crash-trial.ts";

const ROUNDS = 3;

test("killed at random moments, nothing acknowledged is lost, nothing is done twice, and no import is half done", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vidga-trial-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));
  const seed = Date.now() % 1e9;
  const said: string[] = [];
  const result = await crashTrial({
    dataDir: join(folder, "data"),
    rounds: ROUNDS,
    seed,
    say: (line) => said.push(line),
  });
  expect({ seed, ...result }).toMatchObject({ lost: [], twice: [], half: 0, stranded: [] });
  expect(result.recovery).toHaveLength(ROUNDS);
  const { units, placements, settings } = result.acknowledged;
  expect(units + placements + settings).toBeGreaterThanOrEqual(ROUNDS);
});
