/** A version as the file that it can be read in from, in the layer that the reader may have. */
import { load } from "../../platform/http/page.ts";
import { writeModelFile } from "../model-file.ts";
import { viewModel } from "../view-models.ts";

export const loader = load(async ({ work, params, mode }) => {
  const { slug, nameSv, nameEn, content } = await viewModel(
    work,
    params["model"] ?? "",
    Number(params["number"]),
  );
  const { structure, version } = content;
  const text = writeModelFile({ structure, version, profession: { slug, name: nameSv, nameEn } });
  return new Response((mode === "demo" ? "# Demodata: påhittade uppgifter\n" : "") + text, {
    headers: {
      "Content-Type": "application/yaml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-${version.number}.yaml"`,
    },
  });
});
