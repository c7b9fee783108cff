/** Placements and titles as files to take out (INT-4). */
import { messages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { takeOut } from "../take-out.ts";

export const loader = load(async ({ work, params, language, mode }) => {
  const format = params["format"] ?? "";
  const { takeOver, shell } = messages[language];
  const file = await takeOut(work, params["what"] ?? "", format, {
    sheet: (what) => takeOver.out[what].sheet,
    mark: mode === "demo" ? shell.demo : null,
  });
  return new Response(file.bytes, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${takeOver.out[file.what].filename}-${work.today}.${format}"`,
    },
  });
});
