/** The rows of a staff file that can't be read, as a file to work through (INT-1). */
import { messages } from "../../messages/messages.ts";
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { WHOLE_LIST } from "../import-question.rules.ts";
import { rowReason } from "../../messages/row-reasons.ts";
import { viewImport } from "../view-import.ts";

export const loader = load(async ({ work, params, language, mode }) => {
  const asked = { list: "unreadable", page: 1, size: WHOLE_LIST };
  const view = await viewImport(work, params["importId"] ?? "", asked);
  if (view.state !== "preview" || view.shown.list !== "unreadable") throw new NotFound("preview");
  const { staffImport, shell } = messages[language];
  const t = staffImport.preview;
  return csvAnswer({
    name: t.file,
    mark: mode === "demo" ? shell.demo : null,
    header: [t.line, t.number, t.name, t.problem],
    rows: view.shown.rows.map(({ line, number, name, reasons }) => [
      String(line),
      number ?? "",
      name ?? "",
      reasons.map((reason) => rowReason(reason, staffImport)).join(". "),
    ]),
  });
});
