/** A version as a file that it can be read in from (MOD-15), in the layer that the reader may have. */
import { writeModelFile, writeModelFileAsJson, type ModelFile } from "../career-model/model-file.ts";
import { viewModel } from "../career-model/view-models.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { modelCsv, modelWorkbook } from "./write-sheets.ts";

type Format = {
  readonly type: string;
  /** `remark` says that the data is none of anybody's, where that is so. */
  readonly write: (file: ModelFile, remark: string | null) => string | Uint8Array<ArrayBuffer>;
};

const FORMATS: Readonly<Record<string, Format>> = {
  yaml: {
    type: "application/yaml; charset=utf-8",
    write: (file, remark) => (remark === null ? "" : `# ${remark}\n`) + writeModelFile(file),
  },
  json: { type: "application/json; charset=utf-8", write: writeModelFileAsJson },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: modelWorkbook,
  },
  csv: { type: "text/csv; charset=utf-8", write: modelCsv },
};

/** `number` null is the version in force, or else the newest that may be read. Throws NotFound for a format that there isn't. */
export async function takeOutModel(
  work: Work,
  of: { readonly slug: string; readonly number: number | null },
  format: string,
  remark: string | null,
) {
  const found = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!found) throw new NotFound("format");
  const { slug, nameSv, nameEn, content } = await viewModel(work, of.slug, of.number);
  const { structure, version } = content;
  const file = { structure, version, profession: { slug, name: nameSv, nameEn } };
  return {
    body: found.write(file, remark),
    type: found.type,
    filename: `${slug}-${version.number}.${format}`,
    items: version.items.length,
  };
}
