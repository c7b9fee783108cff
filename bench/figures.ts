/** All figures of one size, part by part. */
import { cpus, totalmem } from "node:os";
import { sql } from "kysely";
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

type Part = (installation: Installation, size: Size, pairs: number) => Promise<Figure[]>;

/** Each part opens what it measures beside the installation that it is given. */
const PARTS: Readonly<Record<string, Part>> = {
  import: importFigures,
};

async function describeMachine({ workshop }: Installation): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(workshop.db);
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model.trim() ?? "?"}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? "?"}`;
}

/** Builds the installation when it is not there, and takes the figures. */
export async function takeFigures({ size, only, pairs, cache, say }: Asked): Promise<Report> {
  const { folder, built } = await installationFolder(size, cache);
  if (!built) await buildInstallation(size, folder, say);
  const installation = await openInstallation(folder);
  try {
    const figures: Figure[] = [];
    for (const [name, take] of Object.entries(PARTS)) {
      if (!name.startsWith(only)) continue;
      const begun = performance.now();
      figures.push(...(await take(installation, SIZES[size], pairs)));
      say(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
    return { machine: await describeMachine(installation), size, figures };
  } finally {
    await installation.close();
  }
}
