/**
 * Writes `src/platform/database/schema.ts`, the types of every table, from the migrations: `npm run generate:schema`.
 * Works on a database of its own that is gone afterwards. With `--check` nothing is written, and a file that is not
 * what the migrations say ends it with status 1.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { projectRoot } from "../src/platform/database/project-root.ts";

const target = join(projectRoot(), "src/platform/database/schema.ts");
const heading =
  "/** The database's tables. Generated from the migrations by `npm run generate:schema`; not to be edited. */\n";

/** The types as kysely-codegen writes them, with values read as `connect.ts` reads them. */
function typesOf(url: string, outFile: string): void {
  // prettier-ignore
  const codegen = spawnSync(process.execPath, [
    join(projectRoot(), "node_modules/kysely-codegen/dist/cli/bin.js"),
    "--dialect", "postgres", "--url", url, "--out-file", outFile,
    "--default-schema", "public", "--include-pattern", "public.*",
    "--date-parser", "string", "--numeric-parser", "number",
    "--type-mapping", JSON.stringify({ int8: "number", numeric: "number" }),
  ], { encoding: "utf8" });
  if (codegen.status !== 0) throw new Error(`kysely-codegen: ${codegen.stdout}${codegen.stderr}`);
}

async function generate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-schema-"));
  try {
    const database = await startEmbedded({ dataDir: join(folder, "data") });
    try {
      await migrate(database.ownerUrl, { appRole: decodeURIComponent(new URL(database.appUrl).username) });
      typesOf(database.ownerUrl, join(folder, "schema.ts"));
    } finally {
      await database.stop();
    }
    const text = (await readFile(join(folder, "schema.ts"), "utf8")).replace(/^\/\*\*[\s\S]*?\*\/\n/, "");
    return await format(heading + text, { ...(await resolveConfig(target)), parser: "typescript" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const generated = await generate();
if (!process.argv.includes("--check")) await writeFile(target, generated);
else if (generated !== (await readFile(target, "utf8"))) {
  process.stderr.write("schema.ts is not what the migrations say: run npm run generate:schema\n");
  process.exitCode = 1;
}
