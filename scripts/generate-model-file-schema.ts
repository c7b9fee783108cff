/**
 * Writes `docs/user/model-file.schema.json`, the JSON Schema of model files, from the schema that reads them:
 * `node scripts/generate-model-file-schema.ts`. A test fails when the file is not what this would write.
 */
import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { modelFileJsonSchema } from "../src/career-model/model-file-schema.ts";

const target = new URL("../docs/user/model-file.schema.json", import.meta.url);
await writeFile(
  target,
  await format(JSON.stringify(modelFileJsonSchema()), { parser: "json", printWidth: 110 }),
);
