import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfiguration from "dependency-cruiser/config-utl/extract-depcruise-config";
import { projectRoot } from "../../src/platform/database/project-root.ts";

/** Files of a small invented tree: path → what it imports, by path or by package. */
export type Tree = Readonly<Record<string, readonly string[]>>;

const configuration = await extractConfiguration(join(projectRoot(), ".dependency-cruiser.mjs"));

/** The names of all dependency rules. */
export const ruleNames: readonly string[] = (configuration.forbidden ?? []).map((rule) => rule.name ?? "");

/** Holds the folders against the rules. Paths are relative to `baseDir`. */
export async function examine(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...folders], {
    ...configuration.options,
    ruleSet: configuration,
    validate: true,
    baseDir,
  });
  if (typeof output === "string") throw new Error(output);
  return output;
}

/** The names of the rules that the tree breaks, once for each import. */
export async function brokenBy(tree: Tree): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-probe-"));
  try {
    for (const [path, imports] of Object.entries(tree)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      const up = `./${"../".repeat(path.split("/").length - 1)}`;
      const lines = imports.map((each) => `import "${each.includes("/") ? up : ""}${each}";`);
      await writeFile(file, `${lines.join("\n")}\nexport {};\n`);
    }
    const { summary } = await examine(folder, [
      ...new Set(Object.keys(tree).map((path) => path.split("/")[0] ?? "")),
    ]);
    return summary.violations.map((violation) => violation.rule.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
