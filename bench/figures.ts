/** All figures of one size, part by part. */
import { cpus, totalmem } from "node:os";
import { sql } from "kysely";
import { coverageFigures } from "./coverage/figures.ts";
import { debtFigures } from "./gap/debt.ts";
import { gapFigures } from "./gap/figures.ts";
import { mailFigures } from "./mail/figures.ts";
import { modelFigures } from "./models/figures.ts";
import { planFigures } from "./plans/figures.ts";
import { pageFigures } from "./pages/figures.ts";
import { startFigures } from "./pages/start.ts";
import { importFigures } from "./import/figures.ts";
import {
  buildInstallation,
  installationFolder,
  openInstallation,
  type Installation,
} from "./installation.ts";
import type { Figure } from "./measure.ts";
import { SIZES, type Size, type SizeName } from "./sizes.ts";

export type Asked = {
  readonly size: SizeName;
  readonly only: string;
  readonly pairs: number;
  readonly cache: string;
  readonly say: (line: string) => void;
};

export type Report = {
  readonly machine: string;
  readonly size: SizeName;
  readonly figures: readonly Figure[];
};

type Part = (folder: string, size: Size, pairs: number) => Promise<Figure[]>;

/** A part that measures on an installation which is open. */
const opened =
  (take: (installation: Installation, size: Size, pairs: number) => Promise<Figure[]>): Part =>
  async (folder, size, pairs) => {
    const installation = await openInstallation(folder);
    try {
      return await take(installation, size, pairs);
    } finally {
      await installation.close();
    }
  };

const PARTS: Readonly<Record<string, Part>> = {
  start: (folder, _size, pairs) => startFigures(folder, pairs),
  pages: opened(pageFigures),
  models: async () => modelFigures(),
  coverage: opened(coverageFigures),
  missing: opened(gapFigures),
  mail: opened(mailFigures),
  plans: opened(planFigures),
  debt: opened(debtFigures),
  import: opened(importFigures),
};

async function describeMachine({ workshop }: Installation): Promise<string> {
  const { rows } = await workshop.db.transaction((tx) =>
    sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx),
  );
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model.trim() ?? "?"}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? "?"}`;
}

/** Builds the installation when it is not there, and takes the figures. */
export async function takeFigures({ size, only, pairs, cache, say }: Asked): Promise<Report> {
  const { folder, built } = await installationFolder(size, cache);
  if (!built) await buildInstallation(size, folder, say);
  const figures: Figure[] = [];
  for (const [name, take] of Object.entries(PARTS)) {
    if (!name.startsWith(only)) continue;
    const begun = performance.now();
    figures.push(...(await take(folder, SIZES[size], pairs)));
    say(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const installation = await openInstallation(folder);
  const machine = await describeMachine(installation);
  await installation.close();
  return { machine, size, figures };
}
