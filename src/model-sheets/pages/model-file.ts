/** A version as a file that it can be read in from (MOD-15), in the layer that the reader may have. */
import { messages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { writeModelFile, writeModelFileAsJson, type ModelFile } from "../../career-model/model-file.ts";
import { modelCsv, modelWorkbook } from "../write-sheets.ts";
import { viewModel } from "../../career-model/view-models.ts";

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

export const loader = load(async ({ work, params, mode, language }) => {
  const name = params["format"] ?? "";
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new NotFound("format");
  const { slug, nameSv, nameEn, content } = await viewModel(
    work,
    params["model"] ?? "",
    Number(params["number"]),
  );
  const { structure, version } = content;
  const file = { structure, version, profession: { slug, name: nameSv, nameEn } };
  const remark = mode === "demo" ? messages[language].shell.demo : null;
  return new Response(format.write(file, remark), {
    headers: {
      "Content-Type": format.type,
      "Content-Disposition": `attachment; filename="${slug}-${version.number}.${name}"`,
    },
  });
});
