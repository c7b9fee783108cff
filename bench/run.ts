/** The bench: `npm run bench -- --size small|region|national --json FILE`. How to read it: docs/performance.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/platform/database/project-root.ts";
import { takeFigures } from "./figures.ts";
import { printFigures } from "./report.ts";
import { isSizeName } from "./sizes.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "small" },
    json: { type: "string" },
    /** Only what begins with this: import, coverage, missing, debt, mail, plans, models, pages, start. */
    only: { type: "string", default: "" },
    /** How many times each pair is taken. */
    pairs: { type: "string", default: "3" },
  },
});
if (!isSizeName(values.size) || !(Number(values.pairs) >= 1))
  throw new Error("npm run bench -- [--size small|region|national] [--json FILE] [--only PART] [--pairs N]");
const report = await takeFigures({
  size: values.size,
  only: values.only,
  pairs: Number(values.pairs),
  cache: join(projectRoot(), "node_modules/.cache/vidga-bench"),
  say: (line) => console.log(line),
});
console.log(printFigures(report));
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report.figures, null, 2)}\n`);
