/** Load on one address, and what it cost. */
import autocannon from "autocannon";
import { percentile, processCpu } from "../measure.ts";
import type { Running } from "./servers.ts";

export type Cost = {
  /** CPU time of the server's own process for each request, in ms. */
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

/** What one load took: CPU time of the server's process, and each answer's own time, in ms. */
export type Taken = { readonly cpu: number; readonly times: readonly number[] };

/** A load is over when its end is next looked for. */
const LOOKS_MS = 20;

/** Asks for the address, `rounds` times over each of so many connections. Throws where an answer was not the page. */
export async function load(
  server: Running,
  path: string,
  cookie: string,
  connections: number,
  rounds: number,
): Promise<Taken> {
  const times: number[] = [];
  const before = processCpu(server.pid);
  const faults = await new Promise<number>((resolve, reject) => {
    const run = autocannon(
      {
        url: `${server.origin}${path}`,
        connections,
        amount: connections * rounds,
        sampleInt: LOOKS_MS,
        headers: { "accept-encoding": "gzip", ...(cookie === "" ? {} : { cookie }) },
      },
      (error: Error | null, result) => {
        if (error) reject(error);
        else resolve(result.errors + result.timeouts + result.non2xx);
      },
    );
    run.on("response", (_client, _status, _bytes, time) => times.push(time));
  });
  if (faults > 0 || times.length === 0)
    throw new Error(`bench: ${path}: ${faults} of ${times.length} answers failed`);
  return { cpu: processCpu(server.pid) - before, times };
}

/** What the loads came to, together. */
export function costOf(loads: readonly Taken[]): Cost {
  const times = loads.flatMap((each) => each.times);
  return {
    cpu: loads.reduce((sum, { cpu }) => sum + cpu, 0) / times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}
