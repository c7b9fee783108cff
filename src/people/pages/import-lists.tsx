/** The preview's lists: who joins, moves, changes and leaves, the managers, and the rows that can't be read (INT-1). */
import type { ReactNode } from "react";
import { useMessages, type Messages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { addDays } from "../../shared/local-date.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { PreviewRow, Standing } from "../import-preview.store.ts";
import { PREVIEW_PAGE } from "../import-question.rules.ts";
import type { ListView } from "../view-import.ts";
import { PageLinks } from "../parts/page-links.tsx";
import { UnreadableRows } from "../parts/unreadable-rows.tsx";

type Words = Messages["staffImport"];

export function ImportList({ view, href }: { view: ListView; href: (page: number) => string }) {
  const { staffImport, people } = useMessages();
  const t = staffImport.preview;
  return (
    <>
      <Rows view={view} words={staffImport} />
      {view.hidden > 0 && <Notice tone="info">{t.hidden(view.hidden)}</Notice>}
      <PageLinks
        page={view.page}
        pages={view.pages}
        total={view.total}
        size={PREVIEW_PAGE}
        href={href}
        words={people}
      />
    </>
  );
}

function Rows({ view, words }: { view: ListView; words: Words }) {
  const t = words.preview;
  const frame = {
    caption: t.lists[view.list],
    captionHidden: true,
    empty: <Muted>{t.empty[view.list]}</Muted>,
  };
  switch (view.list) {
    case "join":
    case "move":
    case "change":
      return (
        <DataTable
          {...frame}
          rows={view.rows}
          rowKey={(row) => row.number}
          columns={[...whoColumns(t), ...changeColumns(view.list, words)]}
        />
      );
    case "end":
      return (
        <DataTable
          {...frame}
          rows={view.rows}
          rowKey={(row) => row.number}
          columns={[
            ...whoColumns(t),
            { key: "unit", header: t.unit, cell: (row) => row.unit },
            {
              key: "last",
              header: t.lastDay,
              cell: (row) => (row.to === null ? t.never : addDays(row.to, -1)),
            },
            { key: "why", header: t.why, cell: (row) => (row.why === "ended" ? t.ended : t.notInFile) },
          ]}
        />
      );
    case "managers":
      return (
        <DataTable
          {...frame}
          rows={view.rows}
          rowKey={(row) => row.unitId}
          columns={[
            { key: "unit", header: t.unit, rowHeader: true, cell: (row) => row.unit },
            { key: "before", header: t.current, cell: (row) => row.before ?? t.nobody },
            {
              key: "after",
              header: t.next,
              cell: (row) =>
                row.kind === "set"
                  ? (row.after ?? t.unnamed)
                  : row.kind === "vacant"
                    ? t.nobody
                    : (row.before ?? t.nobody),
            },
            {
              key: "kind",
              header: t.note,
              cell: (row) => (
                <Tag tone={row.kind === "set" || row.kind === "vacant" ? "brand" : "attention"}>
                  {t.managerKinds[row.kind]}
                </Tag>
              ),
            },
          ]}
        />
      );
    case "unreadable":
      return <UnreadableRows caption={frame.caption} rows={view.rows} empty={frame.empty} words={words} />;
  }
}

/** Several things in one cell, a line each. */
const Each = ({ of }: { of: readonly ReactNode[] }) => (
  <div>
    {of.map((each, index) => (
      <div key={index}>{each}</div>
    ))}
  </div>
);

const whoColumns = (
  t: Words["preview"],
): readonly Column<{ readonly name: string; readonly number: string }>[] => [
  { key: "name", header: t.name, rowHeader: true, cell: (row) => row.name },
  { key: "number", header: t.number, cell: (row) => row.number },
];

function changeColumns(list: "join" | "move" | "change", words: Words): readonly Column<PreviewRow>[] {
  const t = words.preview;
  if (list === "change")
    return [
      { key: "unit", header: t.unit, cell: (row) => row.after.unit },
      { key: "what", header: t.changes, cell: (row) => <Each of={changesOf(row, words)} /> },
    ];
  if (list === "move")
    return [
      { key: "from", header: t.fromUnit, cell: (row) => row.before?.unit },
      { key: "to", header: t.toUnit, cell: (row) => row.after.unit },
      { key: "what", header: t.changes, cell: (row) => <Each of={changesOf(row, words)} /> },
    ];
  return [
    { key: "unit", header: t.unit, cell: (row) => row.after.unit },
    {
      key: "title",
      header: t.title2,
      cell: (row) => (
        <>
          {row.after.title}
          {row.after.profession === null && <span className="muted"> · {t.noProfession}</span>}
        </>
      ),
    },
    { key: "from", header: t.from, cell: (row) => row.after.from },
    {
      key: "note",
      header: t.note,
      cell: (row) => (
        <Each
          of={[
            ...(row.what.includes("returns") ? [t.returns] : []),
            ...row.notes.map((note) => spell([note], words.rowReasons).list[0]?.message),
          ]}
        />
      ),
    },
  ];
}

/** What changes, from what to what; the unit of a move has columns of its own. */
function changesOf(row: PreviewRow, words: Words): string[] {
  const t = words.preview;
  return row.what.flatMap((part) => {
    if (part === "unit") return [];
    if (part === "protected") return [t.protectedMark];
    if (part === "person-key") return [t.personKey];
    if (!isPart(part)) return [];
    const [before, after] = [row.before, row.after].map((standing) => valueOf(standing, part, t));
    return [t.inColumn(t.parts[part], t.fromTo(before ?? "", after ?? ""))];
  });
}

const isPart = (text: string): text is keyof Standing & keyof Words["preview"]["parts"] =>
  ["name", "email", "profession", "title", "aid", "form", "extent", "main", "from", "to", "leave"].includes(
    text,
  );

function valueOf(standing: Standing | null, part: keyof Standing, { values }: Words["preview"]): string {
  const value = standing?.[part] ?? null;
  if (part === "to") return value === null ? values.openEnded : addDays(String(value), -1);
  if (value === null || value === "") return values.none;
  if (typeof value === "boolean") return value ? values.yes : values.no;
  if (part === "form") return values[value as keyof typeof values] ?? String(value);
  return part === "extent" ? `${String(value).replace(".", ",")} %` : String(value);
}
