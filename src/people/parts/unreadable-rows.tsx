/** The rows of a file that can't be read, each with every reason why (INT-1, INT-4). */
import type { ReactNode } from "react";
import type { Reason } from "../../shared/result.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { rowReason, type RowWords } from "../../messages/row-reasons.ts";

type UnreadableRow = {
  readonly line: number;
  readonly name: string | null;
  readonly number: string | null;
  readonly reasons: readonly Reason[];
};
type Words = RowWords & {
  readonly preview: {
    readonly line: string;
    readonly who: string;
    readonly problem: string;
    readonly unknownWho: string;
  };
};

export function UnreadableRows(props: {
  caption: string;
  rows: readonly UnreadableRow[];
  empty: ReactNode;
  words: Words;
}) {
  const t = props.words.preview;
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      empty={props.empty}
      rows={props.rows}
      rowKey={(row) => row.line}
      columns={[
        { key: "line", header: t.line, numeric: true, cell: (row) => row.line },
        {
          key: "who",
          header: t.who,
          rowHeader: true,
          cell: (row) => [row.name, row.number].filter((text) => text !== null).join(", ") || t.unknownWho,
        },
        {
          key: "problem",
          header: t.problem,
          cell: (row) =>
            row.reasons.map((reason, index) => <div key={index}>{rowReason(reason, props.words)}</div>),
        },
      ]}
    />
  );
}
