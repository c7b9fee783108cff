/**
 * The licences of what Vidga runs with: `npm run licences` lists each package with its own, as the packages say themselves, and ends
 * with 1 when one is not known to go together with EUPL-1.2.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../src/platform/database/project-root.ts";

/** What may stand beside the EUPL in one program. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
]);

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
};
type Row = { readonly name: string; readonly version: string; readonly licence: string };

/** Each package that is installed where Vidga runs, by name. */
export function runtimePackages(packages: Readonly<Record<string, Locked>>): Row[] {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
    .map(([path, { version = "", license = "not stated" }]) => ({
      name: path.replace(/^.*node_modules\//, ""),
      version,
      licence: license,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** May it stand beside the EUPL? Of `A OR B` one is enough, of `A AND B` both are needed. */
export const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((each) => ALLOWED.has(each.trim())));

if (import.meta.main) {
  const lock = JSON.parse(await readFile(join(projectRoot(), "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const rows = runtimePackages(lock.packages);
  for (const { name, version, licence } of rows) console.log(`${name}\t${version}\t${licence}`);
  const refused = rows.filter(({ licence }) => !isAllowed(licence));
  for (const { name, licence } of refused)
    console.error(`${name}: ${licence} is not among the licences that may stand beside EUPL-1.2`);
  process.exitCode = refused.length > 0 ? 1 : 0;
}
