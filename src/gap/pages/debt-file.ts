/** Competence debt as a file: the same figures as on the page (FUP-8). */
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewDebt } from "../view-debt.ts";
import { amountCells, askWords } from "./amounts.tsx";

export const loader = load(async ({ work, url, mode, language }) => {
  const asked = { unitId: url.searchParams.get("unit") ?? "", model: url.searchParams.get("model") ?? "" };
  const view = await viewDebt(work, asked);
  const { gap: t, shell } = messages[language];
  return csvAnswer({
    name: `kompetensskuld-${view.day}`,
    mark: mode === "demo" ? shell.demo : null,
    header: Object.values(t.debt.columns),
    rows: view.models.flatMap(({ nameSv, nameEn, rows }) =>
      rows.map(({ figure, ...row }) => [
        view.day,
        view.unit?.name ?? t.unit.whole,
        language === "sv" ? nameSv : nameEn,
        row.level,
        row.track ?? "",
        askWords(row, t),
        ...(figure.showing === "shown"
          ? [String(figure.people), ...amountCells(figure, language)]
          : Array.from({ length: 5 }, () => t.hidden)),
        t.amounts.ways[row.rate.way],
      ]),
    ),
  });
});
