/** Measuring on a machine where other work may run: CPU time beside wall time, and two things in turn so that both meet the same weather. */
import { readdirSync, readFileSync } from "node:fs";

/** One figure beside its floor; `ratio` is value to floor, pair by pair where they were measured in pairs. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "kB";
  /** Null where there is nothing to hold it against. */
  readonly floor: number | null;
  readonly ratio: number | null;
};

export const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The value that this share of the values (0 to 1) is at or below. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = sorted(values);
  const at = Math.min(ascending.length - 1, Math.max(0, Math.ceil(share * ascending.length) - 1));
  const value = ascending[at];
  if (value === undefined) throw new Error("bench: a percentile of nothing");
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const round = (value: number): number => Number(value.toPrecision(4));

/** A figure from pairs: the medians of both, and the median of the pairs' ratios. */
export const fromPairs = (
  name: string,
  unit: Figure["unit"],
  pairs: readonly { readonly ours: number; readonly floor: number }[],
): Figure => ({
  name,
  unit,
  value: round(median(pairs.map(({ ours }) => ours))),
  floor: round(median(pairs.map(({ floor }) => floor))),
  ratio: round(median(pairs.map(({ ours, floor }) => ours / floor))),
});

export const alone = (name: string, unit: Figure["unit"], value: number): Figure => ({
  name,
  unit,
  value: round(value),
  floor: null,
  ratio: null,
});

const TICK_MS = 10;

type Stat = { readonly parent: number; readonly own: number; readonly ended: number };

/** A process's CPU time in ms: its own, and of its children that have ended. */
function statOf(pid: number | string): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = (first: number): number => Number(fields[first]) + Number(fields[first + 1]);
  return { parent: Number(fields[1]), own: ticks(11) * TICK_MS, ended: ticks(13) * TICK_MS };
}

/** CPU time of a process that is there, in ms. */
export function processCpu(pid: number): number {
  const stat = statOf(pid);
  if (!stat) throw new Error(`bench: process ${pid} is gone`);
  return stat.own;
}

/** CPU time of a whole PostgreSQL so far, in ms: of all its processes, past and present. */
export function clusterCpu(postmaster: number): number {
  const stat = statOf(postmaster);
  if (!stat) throw new Error("bench: PostgreSQL is gone");
  let total = stat.own + stat.ended;
  for (const name of readdirSync("/proc")) {
    const child = /^\d+$/.test(name) ? statOf(name) : null;
    if (child?.parent === postmaster) total += child.own;
  }
  return total;
}

/** The process above the one that serves a connection. */
export function postmasterOf(backend: number): number {
  const stat = statOf(backend);
  if (!stat) throw new Error("bench: the connection's process is gone");
  return stat.parent;
}

/** The most memory that a process has had so far, in MB. */
export function peakMemory(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
