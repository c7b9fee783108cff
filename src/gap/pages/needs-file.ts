/** Need, have and gap as a file: the same figures as on the page. */
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewNeeds } from "../view-needs.ts";
import { needCells } from "./need-figures.tsx";

export const loader = load(async ({ work, url, mode, language }) => {
  const view = await viewNeeds(work, { unitId: url.searchParams.get("unit") ?? "" });
  const { gap, shell } = messages[language];
  return csvAnswer({
    name: `behov-${work.today}`,
    mark: mode === "demo" ? shell.demo : null,
    header: Object.values(gap.needs.columns),
    rows: view.models.flatMap(({ nameSv, nameEn, lines }) =>
      lines.map((line) => [
        view.unit?.name ?? gap.unit.whole,
        language === "sv" ? nameSv : nameEn,
        line.level,
        line.track ?? "",
        ...needCells(line, gap),
      ]),
    ),
  });
});
