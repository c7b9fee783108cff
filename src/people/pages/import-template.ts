/** The template of a staff file, to download (INT-1). */
import { messages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { staffTemplate } from "../import-template.ts";

export const loader = load(async ({ work, params, language, mode }) => {
  const format = params["format"] ?? "";
  const { staffImport, shell } = messages[language];
  const t = staffImport.template;
  const { bytes, type } = await staffTemplate(work, format, {
    sheet: t.sheet,
    mark: mode === "demo" ? shell.demo : null,
  });
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${t.filename}.${format}"`,
    },
  });
});
