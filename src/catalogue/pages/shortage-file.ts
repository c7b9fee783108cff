/** What the models ask for and nobody offers, as a file to send (MOD-13): the same as on the page. */
import { messages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { isTableFileFormat, tableFile } from "../../platform/tabular/write.ts";
import { NotFound } from "../../shared/result.ts";
import { viewShortage } from "../view-shortage.ts";
import { formalText } from "./formal-text.ts";

export const loader = load(async ({ work, params, url, language, mode }) => {
  const format = params["format"] ?? "";
  if (!isTableFileFormat(format)) throw new NotFound("format");
  const view = await viewShortage(work, url.searchParams.get("model") ?? "");
  const { catalogue, careerModel, shell } = messages[language];
  const t = catalogue.shortage;
  const rows = view.shortages.flatMap((shortage) => {
    const name = language === "sv" ? shortage.nameSv : shortage.nameEn;
    return [
      // What can stand in for each other is one line: a shortage of so many of them.
      ...shortage.formal.map(({ needed, items }) => [
        name,
        items[0]?.level ?? "",
        items[0]?.heading ?? "",
        (items.length === 1 ? "" : `${t.anyOf(needed)} `) + items.map(({ text }) => text).join("; "),
        [...new Set(items.map(({ formal }) => formalText(formal, catalogue)))].join("; "),
        items[0]?.mandatory ? t.mandatory : careerModel.model.recommended,
      ]),
      ...shortage.levels.map(({ level, count }) => [name, level, "", t.demonstrated(count), "", ""]),
    ];
  });
  const header = [t.profession, t.level, careerModel.model.corner, t.requirement, t.what, t.weight];
  const mark = mode === "demo" ? shell.demo : null;
  const { bytes, type } = tableFile(
    format,
    t.title,
    mark === null ? header : [...header, t.remark],
    mark === null ? rows : rows.map((row) => [...row, mark]),
  );
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${t.filename}-${work.today}.${format}"`,
    },
  });
});
