/** What a revision would do, in tables and in few words: on its own page and beside the decision. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Suppressed } from "../../ui/notices.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { ImpactRow, ImpactView } from "../view-impact.ts";
import { amountColumns, AskCell, AskText, totalWords } from "./amounts.tsx";

/** Does the requirement ask for less than today? Where figures don't show only one that goes away is known to. */
const isLess = ({ kind, figure }: ImpactRow): boolean =>
  kind === "removed" ||
  (kind === "changed" &&
    figure.showing === "shown" &&
    (figure.after?.people ?? 0) < (figure.before?.people ?? 0));

export const moreOf = (rows: readonly ImpactRow[]): ImpactRow[] => rows.filter((row) => !isLess(row));
export const lessOf = (rows: readonly ImpactRow[]): ImpactRow[] => rows.filter(isLess);

export function ImpactTable({
  rows,
  caption,
  k,
  heads,
  less,
}: {
  rows: readonly ImpactRow[];
  caption: string;
  k: number;
  /** What the figures of the one and of the other are called. */
  heads: { readonly before: string | null; readonly after: string };
  /** Of what becomes easier nothing more is said than of how many. */
  less?: boolean;
}) {
  const t = useMessages().gap;
  const { language } = useShell();
  const hidden = <Suppressed word={t.hidden} explanation={t.amounts.rule(k)} />;
  const of = (which: "before" | "after", header: string): Column<ImpactRow> => ({
    key: which,
    header,
    numeric: true,
    cell: ({ figure, kind }) => {
      if (figure.showing === "hidden") return kind !== (which === "after" ? "removed" : "added") && hidden;
      return figure.showing === "shown" ? figure[which]?.people : null;
    },
  });
  const what: Column<ImpactRow>[] = [
    {
      key: "requirement",
      header: t.amounts.requirement,
      rowHeader: true,
      cell: (row) => (
        <AskCell ask={row}>
          <Tag>{t.impact.kinds[row.kind]}</Tag>
        </AskCell>
      ),
    },
    ...(heads.before === null ? [] : [of("before", heads.before)]),
    of("after", heads.after),
  ];
  const takes: Column<ImpactRow>[] = [
    ...amountColumns(rows, ({ figure }) => (figure.showing === "shown" ? figure.after : null), t, language),
    { key: "way", header: t.amounts.way, cell: ({ rate }) => t.amounts.ways[rate.way] },
    {
      key: "counts-from",
      header: t.impact.countsFrom,
      cell: ({ countsFrom }) => (countsFrom === null ? t.impact.fromStart : t.impact.from(countsFrom)),
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={less ? what : [...what, ...takes]}
    />
  );
}

/** What the figures that show take together, by when they count: with a rule that is tried they move from one line to another. */
export function ImpactTotals({ rows }: { rows: readonly ImpactRow[] }) {
  const t = useMessages().gap;
  const { language } = useShell();
  const shown = moreOf(rows).flatMap(({ figure, countsFrom }) =>
    figure.showing === "shown" && figure.after ? [{ countsFrom, amounts: figure.after }] : [],
  );
  const days = [...new Set(shown.map(({ countsFrom }) => countsFrom))].toSorted((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  if (shown.length === 0) return null;
  return (
    <>
      {days.map((day) => {
        const own = shown.filter(({ countsFrom }) => countsFrom === day).map(({ amounts }) => amounts);
        return (
          <p key={day ?? ""}>
            <strong>{day === null ? t.impact.totalFromStart : t.impact.totalFrom(day)}:</strong>{" "}
            {t.impact.total(own.length, totalWords(own, t, language))}
          </p>
        );
      })}
    </>
  );
}

/** The transition rules that the figures are made with, in words. */
export function Rules({ of: { levels, transitions } }: { of: Pick<ImpactView, "levels" | "transitions"> }) {
  const t = useMessages().gap.impact;
  return transitions.map(({ levelId, until }) => (
    <p key={levelId ?? ""}>{t.rule(levels.find(({ id }) => id === levelId)?.name ?? null, until)}</p>
  ));
}

/** Beside the decision: how many requirements are new or stricter, and easier or gone, what they take, and the rules that spare people. */
export function ImpactSummary({
  impact: { rows, levels, transitions },
}: {
  impact: Pick<ImpactView, "rows" | "levels" | "transitions">;
}) {
  const { gap } = useMessages();
  const t = gap.impact;
  if (rows.length === 0) return <p>{t.noneText}</p>;
  const hidden = rows.filter(({ figure }) => figure.showing === "hidden").length;
  return (
    <>
      <p>{t.summaryText({ more: moreOf(rows).length, less: lessOf(rows).length, hidden })}</p>
      <ul>
        {moreOf(rows).map((row) => (
          <li key={row.key}>
            <AskText ask={row} /> <span className="muted">({gap.amounts.at(row.level, row.track)})</span>:{" "}
            {row.figure.showing === "shown" && row.figure.after
              ? t.wouldLack(row.figure.after.people)
              : gap.hidden}
          </li>
        ))}
      </ul>
      <ImpactTotals rows={rows} />
      <Rules of={{ levels, transitions }} />
    </>
  );
}
