/** The coverage of every model as a file: the same figures as on the page. */
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewCoverage } from "../view-coverage.ts";
import { askedOf, figureCells } from "./figures.tsx";
import { fileAnswer } from "./file-answer.ts";

export const loader = load(async ({ work, url, mode, language }) => {
  const view = await viewCoverage(work, askedOf(url));
  const words = messages[language];
  const t = words.coverage;
  const rows = view.rows.map((row) => [
    view.day,
    view.frozen ? t.detail.frozen : t.detail.live,
    view.unit?.name ?? t.whole,
    language === "sv" ? row.nameSv : row.nameEn,
    ...figureCells(row.figure, t),
    row.standing?.introducedOn ?? "",
  ]);
  return fileAnswer({ mode, words, name: `tackning-${view.day}` }, rows);
});
