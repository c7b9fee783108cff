/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-tabindex,
   jsx-a11y/prefer-tag-over-role -- laid out as cards on narrow screens, a table stops being one to some screen readers unless each part
   says its role; and what scrolls must be reached without a mouse */
/** A whole model in one view: levels across, headings down, and one level after the other on a narrow screen. */
import { useId, type ReactNode } from "react";
import { classes } from "./classes.ts";

/** So many levels have room beside each other; more of them scroll in a part of the page of their own. */
const ROOMY = 5;

/**
 * The matrix. `cell` gives what stands at a level and heading (usually a list); `here` is one's own level, with the words
 * for it. At most eight levels, the introduction included.
 */
export function Matrix(props: {
  caption: ReactNode;
  captionHidden?: boolean;
  corner: string;
  levels: readonly { id: string; name: string; href?: string | undefined }[];
  headings: readonly { id: string; name: string }[];
  cell: (levelId: string, headingId: string) => ReactNode;
  here?: { levelId: string; label: string } | undefined;
}) {
  const isWide = props.levels.length > ROOMY;
  const label = useId();
  const table = (
    <table className={classes("matrix", isWide && "matrix-wide")} role="table">
      <caption id={label} className={props.captionHidden ? "visually-hidden" : undefined}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell">
            <span className="visually-hidden">{props.corner}</span>
          </td>
          {props.levels.map((level, index) => (
            <th
              key={level.id}
              scope="col"
              role="columnheader"
              className={`level-${index + 1}`}
              data-level={level.id}
            >
              {level.href ? <a href={level.href}>{level.name}</a> : level.name}
              {props.here?.levelId === level.id && <span className="matrix-here">{props.here.label}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.headings.map((heading) => (
          <tr key={heading.id} role="row">
            <th scope="row" role="rowheader">
              {heading.name}
            </th>
            {props.levels.map((level, index) => (
              <td
                key={level.id}
                role="cell"
                className={`level-${index + 1}`}
                data-label={heading.name}
                data-level={level.id}
              >
                {props.cell(level.id, heading.id)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return isWide ? (
    <div className="matrix-scroll" role="group" aria-labelledby={label} tabIndex={0}>
      {table}
    </div>
  ) : (
    table
  );
}
