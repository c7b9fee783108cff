/**
 * Writes `docs/api/openapi.json`, the description of the REST API, from the operations themselves: `npm run generate:openapi`. With
 * `--check` nothing is written, and a file that is not what the code says ends it with status 1.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { apiDocument } from "../src/api.ts";
import { projectRoot } from "../src/platform/database/project-root.ts";

const target = join(projectRoot(), "docs/api/openapi.json");
const generated = await format(JSON.stringify(apiDocument()), {
  ...(await resolveConfig(target)),
  parser: "json",
});
if (!process.argv.includes("--check")) {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, generated);
} else if (generated !== (await readFile(target, "utf8").catch(() => ""))) {
  process.stderr.write("openapi.json is not what the code says: run npm run generate:openapi\n");
  process.exitCode = 1;
}
