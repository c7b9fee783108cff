/** One unit of work at a time on an open installation, and what it cost the program and PostgreSQL together. */
import { sql } from "kysely";
import { work, type Work } from "../src/platform/database/work.ts";
import { named } from "./data/organisation.ts";
import { MEASURED, onDay, type Installation } from "./installation.ts";
import { clusterCpu, postmasterOf } from "./measure.ts";
import { BUILT_ON } from "./sizes.ts";

/** In ms. */
export type Time = { readonly wall: number; readonly cpu: number };

export async function trialOn(installation: Installation): Promise<Trial> {
  const { rows } = await installation.workshop.db.transaction((tx) =>
    sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx),
  );
  return new Trial(installation, postmasterOf(rows[0]?.pid ?? 0));
}

export class Trial {
  readonly #installation: Installation;
  readonly #postmaster: number;

  constructor(installation: Installation, postmaster: number) {
    this.#installation = installation;
    this.#postmaster = postmaster;
  }

  /** One unit of work by the process lead. */
  take<Value>(run: (unit: Work) => Promise<Value>): Promise<Time & { readonly value: Value }> {
    const today = onDay(this.#installation.workshop, BUILT_ON);
    return this.clock(() => work(today, { slug: MEASURED, actor: named("process_lead") }, run));
  }

  /** Whatever is done. */
  async clock<Value>(run: () => Promise<Value>): Promise<Time & { readonly value: Value }> {
    const before = {
      wall: performance.now(),
      own: process.cpuUsage(),
      cluster: clusterCpu(this.#postmaster),
    };
    const value = await run();
    const wall = performance.now() - before.wall;
    const { user, system } = process.cpuUsage(before.own);
    return { value, wall, cpu: (user + system) / 1000 + clusterCpu(this.#postmaster) - before.cluster };
  }
}
