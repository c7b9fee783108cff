/**
 * The durability trial: the built server on an embedded PostgreSQL, people who write, and a kill -9 at a random moment of the program, of
 * PostgreSQL or of both, round after round. What was acknowledged must be there, what was sent twice must be there once, and an import
 * must be whole or not at all.
 */
import { setTimeout as pause } from "node:timers/promises";
import { killPostgres } from "../support/kill-postgres.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { lookBehind, prepareTrial, type Found, type TrialWorld } from "./trial-world.ts";
import { Ledger, Writers } from "./writers.ts";

const VICTIMS = ["program", "postgres", "both"] as const;
type Victim = (typeof VICTIMS)[number];

export type TrialOptions = {
  /** Empty: what the trial works on is made in it. */
  readonly dataDir: string;
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

export type TrialResult = {
  readonly rounds: number;
  readonly killed: Readonly<Record<Victim, number>>;
  readonly acknowledged: { units: number; placements: number; settings: number; imports: number };
  /** Sent, not answered, sent again after the restart. */
  readonly resent: number;
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly twice: readonly string[];
  /** Imports of which some people are there and others not. */
  readonly half: number;
  /** Imports under way at a kill. */
  readonly cutOff: number;
  /** Imports that came to no end, or to a wrong one. */
  readonly stranded: readonly string[];
  /** From the kill until the server was ready again, in milliseconds, in order. */
  readonly recovery: readonly number[];
};

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const START_PATIENCE_MS = 120_000;

async function untilReady(server: TestServer): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${server.url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`the server did not come back:\n${server.output()}`);
    await pause(50);
  }
}

const UNDER_WAY = ["comparing", "queued", "applying"];
/** The people of the last import that is done; nobody before the first. */
const lastDone = ({ imports }: Found): string | undefined =>
  imports.findLast(({ state }) => state === "done")?.filename.replace(/\.csv$/, "");

const isHalf = (found: Found): boolean =>
  found.generations.length > 1 || found.generations[0] !== lastDone(found);

/** Compares what is there with what was acknowledged. */
function compare(ledger: Ledger, found: Found): { lost: string[]; twice: string[] } {
  const lost = [
    ...ledger.units.filter((mark) => !found.units.has(mark)),
    ...ledger.placements.filter((mark) => !found.placements.has(mark)),
    ...(ledger.principles.includes(found.principles)
      ? []
      : [`settings are "${found.principles}", acknowledged or sent was ${ledger.principles.join(", ")}`]),
  ];
  const twice = [...found.units, ...found.placements]
    .filter(([mark, times]) => times > 1 && /^(Enhet|Ord) /.test(mark))
    .map(([mark]) => mark);
  return { lost, twice };
}

/** When all is quiet: every import has come to its end. */
async function untilImportsEnd(dataDir: string, trial: TrialWorld): Promise<Found> {
  let found = await lookBehind(dataDir, trial, { resumeImports: true });
  const deadline = Date.now() + START_PATIENCE_MS;
  while (found.imports.some(({ state }) => UNDER_WAY.includes(state)) && Date.now() < deadline) {
    await pause(500);
    found = await lookBehind(dataDir, trial);
  }
  return found;
}

/** After this time, and when something has been acknowledged in it. */
async function whenAtWork(ledger: Ledger, milliseconds: number): Promise<void> {
  const before = ledger.acknowledged;
  await pause(milliseconds);
  while (ledger.acknowledged === before) await pause(20);
}

/** Runs the trial to its end, whatever it finds. Throws only when something happened that no crash explains. */
export async function crashTrial({ dataDir, rounds, seed, say }: TrialOptions): Promise<TrialResult> {
  const random = randomFrom(seed);
  const trial = await prepareTrial(dataDir);
  const ledger = new Ledger((await lookBehind(dataDir, trial)).principles);
  const writers = new Writers(trial, ledger);
  const killed = { program: 0, postgres: 0, both: 0 };
  const recovery: number[] = [];
  const lost = new Set<string>();
  const twice = new Set<string>();
  let [half, cutOff, resent] = [0, 0, 0];
  const look = (found: Found): void => {
    const compared = compare(ledger, found);
    for (const mark of compared.lost) if (!lost.has(mark)) say(`lost: ${mark}`);
    for (const mark of compared.twice) if (!twice.has(mark)) say(`done twice: ${mark}`);
    compared.lost.forEach((mark) => lost.add(mark));
    compared.twice.forEach((mark) => twice.add(mark));
    if (!isHalf(found)) return;
    half += 1;
    say(
      `half an import: people ${found.generations.join(", ")}, and the last that is done is ${lastDone(found)}`,
    );
  };

  const start = () => startServer({ dataDir, env: { VIDGA_MODE: "live" } });
  let server = await start();
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? "both";
      const stop = new AbortController();
      const working = writers.work(server.url, stop.signal);
      await Promise.race([whenAtWork(ledger, 200 + random() * 2300), working]);
      const begun = performance.now();
      if (victim !== "program") await killPostgres(dataDir);
      if (victim !== "postgres") await server.kill();
      killed[victim] += 1;
      stop.abort();
      await working;
      if (victim === "postgres") await untilReady(server);
      else server = await start();
      recovery.push(performance.now() - begun);
      const found = await lookBehind(dataDir, trial);
      cutOff += found.imports.filter(({ state }) => UNDER_WAY.includes(state)).length;
      look(found);
      resent += ledger.inDoubt.length;
      await writers.resend(server.url);
      if (round % 10 === 0 || round === rounds)
        say(
          `round ${round}: ${ledger.units.length} units, ${ledger.placements.length} placements, ${ledger.settings} settings, ${found.imports.length} imports; ${lost.size} lost, ${twice.size} twice, ${half} half`,
        );
    }
    const found = await untilImportsEnd(dataDir, trial);
    look(found);
    const confirmed = found.imports.filter(({ state }) => state === "done").length;
    return {
      rounds,
      killed,
      acknowledged: {
        units: ledger.units.length,
        placements: ledger.placements.length,
        settings: ledger.settings,
        imports: confirmed,
      },
      resent,
      lost: [...lost],
      twice: [...twice],
      half,
      cutOff,
      stranded: found.imports
        .filter(({ state }) => !["done", "preview", "mapping"].includes(state))
        .map(({ filename, state }) => `${filename}: ${state}`),
      recovery: recovery.toSorted((one, other) => one - other),
    };
  } finally {
    await server.stop();
  }
}
