/**
 * Where the project lies: the nearest folder above this file with a `package.json`. The same answer from the
 * sources and from the built server, so that files which are not bundled (SQL, demo data) are found from both.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder, absolute. Throws when the program was copied without its `package.json`. */
export function projectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}
