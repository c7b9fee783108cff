/** The rows of a take-over that can't be read, or say something else than what is there, as a file to work through (INT-4). */
import { messages } from "../../messages/messages.ts";
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { WHOLE_LIST } from "../../people/import-question.rules.ts";
import { rowReason } from "../../messages/row-reasons.ts";
import { NotFound } from "../../shared/result.ts";
import { isToMend, viewTakeOver } from "../view-take-over.ts";
import { insteadText } from "./instead-text.ts";

export const loader = load(async ({ work, params, language, mode }) => {
  const list = params["list"] ?? "";
  if (!isToMend(list)) throw new NotFound("list");
  const view = await viewTakeOver(work, params["takeOverId"] ?? "", { list, page: 1, size: WHOLE_LIST });
  if (view.state !== "preview") throw new NotFound("preview");
  const { takeOver, shell } = messages[language];
  const t = takeOver.preview;
  const { rows } = view.shown;
  const isConflict = list === "conflict";
  return csvAnswer({
    name: t.files[list],
    mark: mode === "demo" ? shell.demo : null,
    header: isConflict
      ? [t.line, t.number, t.name, t.unit, t.model, t.place, t.track, t.instead]
      : [t.line, t.number, t.name, t.problem],
    rows: rows.map((row) => {
      const who = [String(row.line), row.number ?? "", row.name ?? ""];
      if (!isConflict) return [...who, row.reasons.map((reason) => rowReason(reason, takeOver)).join(". ")];
      const model = (language === "sv" ? row.modelSv : row.modelEn) ?? "";
      return [
        ...who,
        row.unit ?? "",
        model,
        row.level ?? "",
        row.track ?? "",
        insteadText(row.reasons, takeOver),
      ];
    }),
  });
});
