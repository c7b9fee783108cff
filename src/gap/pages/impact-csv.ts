/** What adopting a draft would do, or what two versions ask for, as a file: the unit that was chosen and each below it, with the rules and the figures of the page (SUP-1). */
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import type { Loading } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { impactByUnit, type AskedImpact, type ComparisonAsked } from "../view-impact.ts";
import { amountCells, askWords } from "./amounts.tsx";
import { figureHeads } from "./version-words.ts";

export async function impactCsv(
  { work, mode, language }: Loading,
  asked: AskedImpact & ComparisonAsked,
): Promise<Response> {
  const { number, versions, units } = await impactByUnit(work, asked);
  const { gap: t, shell } = messages[language];
  const people = (of: { people: number } | null) => (of === null ? "" : String(of.people));
  const heads = figureHeads(versions, t.impact);
  return csvAnswer({
    name: [
      t.impact.fileName,
      asked.slug,
      number,
      ...(versions?.against ? [versions.against.number] : []),
    ].join("-"),
    mark: mode === "demo" ? shell.demo : null,
    header: Object.values({ ...t.impact.columns, ...heads, before: heads.before ?? t.impact.before }),
    rows: units.flatMap(({ unit, rows }) =>
      rows.map(({ figure, kind, countsFrom, ...row }) => [
        unit?.name ?? t.unit.whole,
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
    ),
  });
}
