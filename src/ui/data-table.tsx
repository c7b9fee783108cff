/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- laid out as cards on
   narrow screens, a table stops being one to some screen readers unless each part says its role */
/** Tables of rows and columns, and the pages of a long one. */
import type { Key, ReactNode } from "react";
import { classes } from "./classes.ts";
import type { NavItem } from "./shell.tsx";

/**
 * A column. `rowHeader` marks the cell that names the row; `numeric` sets figures to the right; `sort` makes the
 * header a link, with `direction` on the column that the rows are sorted by now.
 */
export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  rowHeader?: boolean | undefined;
  headerHidden?: boolean | undefined;
  sort?: { href: string; direction?: "ascending" | "descending" | undefined } | undefined;
};

/**
 * A table with a caption. On narrow screens each row becomes a card, every value with its header's words.
 * `empty` stands instead of the table when there are no rows; `total` tells which rows sum up the others. `even` makes
 * the columns equally wide, so that several tables on a page line up.
 */
export function DataTable<Row>(props: {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  empty: ReactNode;
  total?: (row: Row) => boolean;
  even?: boolean;
}) {
  if (props.rows.length === 0) return <>{props.empty}</>;
  return (
    <table className={classes("data-table", props.even && "data-table-even")} role="table">
      <caption className={props.captionHidden ? "visually-hidden" : undefined}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={column.numeric ? "numeric" : undefined}
              aria-sort={column.sort?.direction}
            >
              <ColumnHeader column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} role="row" className={props.total?.(row) ? "total" : undefined}>
            {props.columns.map((column) => {
              const content = column.cell(row);
              const shared = {
                className: classes(column.numeric && "numeric") || undefined,
                "data-label": column.rowHeader || column.headerHidden ? undefined : column.header,
              };
              return column.rowHeader ? (
                <th key={column.key} scope="row" role="rowheader" {...shared}>
                  {content}
                </th>
              ) : (
                <td key={column.key} role="cell" {...shared}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHeader<Row>({ column }: { column: Column<Row> }) {
  if (column.headerHidden) return <span className="visually-hidden">{column.header}</span>;
  if (!column.sort) return <>{column.header}</>;
  const { direction } = column.sort;
  const up = direction === "ascending";
  return (
    <a href={column.sort.href} className="sort">
      {column.header}
      <svg viewBox="0 0 12 16" width="12" height="16" aria-hidden="true" focusable="false">
        {(!direction || up) && <path d="M6 2l4 5H2z" />}
        {(!direction || !up) && <path d="M6 14l4-5H2z" />}
      </svg>
    </a>
  );
}

/** The pages of a long list; a null in `pages` stands for pages left out. `summary` says which rows are shown. */
export function Pagination(props: {
  label: string;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
  pages: readonly (NavItem | null)[];
  summary?: ReactNode;
}) {
  return (
    <nav className="pagination" aria-label={props.label}>
      {props.summary && <p className="muted">{props.summary}</p>}
      <ul>
        {props.previous && (
          <li>
            <a href={props.previous.href} rel="prev">
              {props.previous.label}
            </a>
          </li>
        )}
        {props.pages.map((page, index) =>
          page ? (
            <li key={page.href}>
              <a href={page.href} aria-current={page.current ? "page" : undefined}>
                {page.label}
              </a>
            </li>
          ) : (
            <li key={`gap-${index}`} aria-hidden="true">
              …
            </li>
          ),
        )}
        {props.next && (
          <li>
            <a href={props.next.href} rel="next">
              {props.next.label}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
