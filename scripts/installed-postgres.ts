import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const OLDEST_POSTGRES = 15;

/** The folder with the server programs of a PostgreSQL that is new enough, or why there is none. */
export function installedPostgres(): { readonly binaries: string } | { readonly missing: string } {
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const folders = [
    ...(asked.status === 0 ? [asked.stdout.trim()] : []),
    ...[15, 16, 17, 18].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  const found = folders.find((folder) => {
    const { status, stdout } = spawnSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
    return (
      status === 0 && Number(/\d+/.exec(stdout)?.[0]) >= OLDEST_POSTGRES && existsSync(join(folder, "initdb"))
    );
  });
  return found === undefined
    ? { missing: `no PostgreSQL ${OLDEST_POSTGRES} or newer is installed on this machine` }
    : { binaries: found };
}
