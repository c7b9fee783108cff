/** What adopting a draft would do, in a file: the unit that was chosen and its rows as on the page. */
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewImpact } from "../view-impact.ts";
import { amountCells, askWords } from "./amounts.tsx";

export const loader = load(async ({ work, params, url, mode, language }) => {
  const [slug, number] = [params["model"] ?? "", Number(params["number"])];
  const view = await viewImpact(work, {
    slug,
    number,
    unitId: url.searchParams.get("unit") ?? "",
    tried: null,
  });
  const { gap: t, shell } = messages[language];
  const people = (of: { people: number } | null) => (of === null ? "" : String(of.people));
  return csvAnswer({
    name: `konsekvenser-${slug}-${number}`,
    mark: mode === "demo" ? shell.demo : null,
    header: Object.values(t.impact.columns),
    rows: view.rows.map(({ figure, kind, countsFrom, ...row }) => [
      view.unit?.name ?? t.needs.whole,
      t.impact.kinds[kind],
      row.level,
      row.track ?? "",
      askWords(row, t),
      ...(figure.showing === "shown"
        ? [
            people(figure.before),
            people(figure.after),
            countsFrom ?? "",
            ...(figure.after ? amountCells(figure.after, language) : ["", "", "", ""]),
          ]
        : [t.hidden, t.hidden, countsFrom ?? "", t.hidden, t.hidden, t.hidden, t.hidden]),
      t.amounts.ways[row.rate.way],
    ]),
  });
});
