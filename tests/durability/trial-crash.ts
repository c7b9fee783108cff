/** `npm run trial:crash -- [--rounds 200] [--seed N]`: the durability trial, with its figures on the last line. Ends with 1 when anything was lost. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crashTrial } from "./crash-trial.ts";

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string" } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  say("--rounds and --seed are whole numbers");
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "vidga-trial-"));
say(`seed ${seed}, ${rounds} rounds in ${folder}`);
const begun = performance.now();
try {
  const result = await crashTrial({ dataDir: join(folder, "data"), rounds, seed, say });
  const { acknowledged: done, killed, recovery, lost, twice, stranded } = result;
  for (const mark of stranded) say(`stranded: ${mark}`);
  const writes = done.units + done.placements + done.settings;
  const at = (share: number): string =>
    ((recovery[Math.floor(recovery.length * share)] ?? 0) / 1000).toFixed(1);
  say(
    `${rounds} kills (${killed.program} of the program, ${killed.postgres} of PostgreSQL, ${killed.both} of both) in ${((performance.now() - begun) / 60_000).toFixed(1)} min: ` +
      `${writes} writes acknowledged, ${lost.length} lost, ${result.resent} sent again, ${twice.length} done twice; ` +
      `${done.imports} imports done, ${result.cutOff} times cut off, ${result.half} half done, ${stranded.length} stranded; ` +
      `ready again after ${at(0.5)} s in the median, ${at(0.999)} s at most; seed ${seed}`,
  );
  process.exitCode = lost.length + twice.length + result.half + stranded.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
}
