/** A version as a file that it can be read in from (MOD-15). */
import { messages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { takeOutModel } from "../take-out-model.ts";

export const loader = load(async ({ work, params, mode, language }) => {
  const of = { slug: params["model"] ?? "", number: Number(params["number"]) };
  const remark = mode === "demo" ? messages[language].shell.demo : null;
  const { body, type, filename } = await takeOutModel(work, of, params["format"] ?? "", remark);
  return new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${filename}"` },
  });
});
