/** Coverage over time: a chart drawn on the server, and the same numbers as a table to stand beside it. */
import type { ReactNode } from "react";
import { scaleLinear, scaleTime } from "d3-scale";
import { curveLinear, line } from "d3-shape";
import { DataTable } from "./data-table.tsx";

/**
 * A measurement: its day (`YYYY-MM-DD`) and the share from 0 to 1, null where the figure is not shown. `frozen` ones are
 * drawn filled, a live one hollow.
 */
export type CoursePoint = {
  readonly day: string;
  readonly share: number | null;
  readonly placed?: number | null;
  readonly employed?: number | null;
  readonly frozen: boolean;
};

/** The words of the chart and its table. `percent` writes a share as "84 %". */
export type CourseWords = {
  readonly title: string;
  readonly description: string;
  readonly threshold: string;
  readonly fullyIntroduced: string;
  readonly suppressed: string;
  readonly percent: (share: number) => string;
};

type Frame = {
  readonly kind: "wide" | "narrow";
  readonly width: number;
  readonly height: number;
  readonly size: number;
};
const FRAMES: readonly Frame[] = [
  { kind: "wide", width: 720, height: 330, size: 15 },
  { kind: "narrow", width: 320, height: 300, size: 13 },
];

/**
 * The chart: drawn twice, for wide and narrow places, of which one shows. `introduced` is the day of the first measurement at or above the
 * threshold (FUP-3). Nothing is told by colour alone: points carry their figures, the threshold its name.
 */
export function CourseChart(props: {
  id: string;
  points: readonly CoursePoint[];
  threshold: number;
  introduced?: string | undefined;
  words: CourseWords;
}) {
  return (
    <figure className="chart">
      {FRAMES.map((frame) => (
        <Drawing key={frame.kind} frame={frame} {...props} />
      ))}
    </figure>
  );
}

const time = (day: string) => new Date(`${day}T00:00:00Z`);

function Drawing(props: Parameters<typeof CourseChart>[0] & { frame: Frame }) {
  const { frame, points, words } = props;
  const id = `${props.id}-${frame.kind}`;
  const { size } = frame;
  const box = {
    left: size * 3.1,
    right: frame.width - size * 3,
    top: size * 2.2,
    bottom: frame.height - size * 2.4,
  };
  const days = points.map(({ day }) => time(day).getTime());
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = scaleTime(
    [new Date(first), new Date(last === first ? first + 86_400_000 : last)],
    [box.left + size * 2.8, box.right],
  );
  const y = scaleLinear([0, 1], [box.bottom, box.top]);
  const shown = points.flatMap((point) => (point.share === null ? [] : [{ ...point, share: point.share }]));
  const path = line<CoursePoint>()
    .defined(({ share }) => share !== null)
    .x(({ day }) => x(time(day)))
    .y(({ share }) => y(share ?? 0))
    .curve(curveLinear)
    .digits(1)(points);
  const level = y(props.threshold);
  const introduced = shown.find(({ day }) => day === props.introduced);
  // The threshold's name stands on the side of the line where the course does not begin.
  const nameBelow = shown[0] !== undefined && y(shown[0].share) <= level;
  const labelled = spaced(points, (day) => x(time(day)), size * 5.6);
  return (
    <svg
      className={`chart-${frame.kind}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      fontSize={size}
    >
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-description`}>{words.description}</desc>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className="chart-grid"
            x1={box.left}
            x2={box.right + size * 1.8}
            y1={y(share)}
            y2={y(share)}
          />
          <text className="chart-axis" x={box.left - size * 0.5} y={y(share) + size * 0.34} textAnchor="end">
            {words.percent(share)}
          </text>
        </g>
      ))}
      <line className="chart-threshold" x1={box.left} x2={box.right + size * 1.8} y1={level} y2={level} />
      <text
        className="chart-threshold-name"
        x={box.left + size * 0.3}
        y={nameBelow ? level + size * 1.15 : level - size * 0.45}
      >
        {words.threshold}
      </text>
      {introduced && (
        <g>
          <line
            className="chart-introduced"
            x1={x(time(introduced.day))}
            x2={x(time(introduced.day))}
            y1={y(introduced.share) + size * 0.5}
            y2={box.bottom}
          />
          <text
            className="chart-note"
            x={
              x(time(introduced.day)) +
              (x(time(introduced.day)) > frame.width * 0.62 ? -size * 0.5 : size * 0.5)
            }
            y={box.bottom - size * 0.6}
            textAnchor={x(time(introduced.day)) > frame.width * 0.62 ? "end" : "start"}
          >
            {words.fullyIntroduced}
          </text>
        </g>
      )}
      {path && <path className="chart-line" d={path} />}
      {points.map((point) => {
        const [px, py] = [x(time(point.day)), point.share === null ? box.bottom : y(point.share)];
        // The figure stands over its point, and under it where the threshold or its name would run through it.
        const crossed = py > level && py - level < size * 2.4;
        return (
          <g key={point.day}>
            {point.share === null ? (
              <text className="chart-suppressed" x={px} y={box.bottom - size * 0.5} textAnchor="middle">
                {words.suppressed}
              </text>
            ) : (
              <>
                <circle
                  className={point.frozen ? "chart-point" : "chart-point chart-live"}
                  cx={px}
                  cy={py}
                  r={size * 0.36}
                />
                {labelled.has(point.day) && (
                  <text
                    className="chart-value"
                    x={px}
                    y={crossed ? py + size * 1.6 : py - size * 0.8}
                    textAnchor="middle"
                  >
                    {words.percent(point.share)}
                  </text>
                )}
              </>
            )}
            {labelled.has(point.day) && (
              <text className="chart-axis" x={px} y={box.bottom + size * 1.7} textAnchor="middle">
                {frame.kind === "wide" ? point.day : point.day.slice(0, 7)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The days that get words: from the latest backward, each at least `apart` from the one after it. */
function spaced(
  points: readonly CoursePoint[],
  x: (day: string) => number,
  apart: number,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  let edge = Number.POSITIVE_INFINITY;
  for (const { day } of points.toReversed()) {
    if (edge - x(day) < apart) continue;
    chosen.add(day);
    edge = x(day);
  }
  return chosen;
}

/** The numbers of the chart as a table, one measurement a row. */
export function CourseTable(props: {
  caption: ReactNode;
  points: readonly CoursePoint[];
  headers: { day: string; placed: string; employed: string; share: string; kind: string };
  kinds: { frozen: string; live: string };
  percent: (share: number) => string;
  suppressed: ReactNode;
  empty: ReactNode;
}) {
  const { headers } = props;
  const figure = (value: number | null | undefined) => value ?? props.suppressed;
  return (
    <DataTable
      caption={props.caption}
      rows={props.points}
      rowKey={({ day }) => day}
      empty={props.empty}
      columns={[
        {
          key: "day",
          header: headers.day,
          rowHeader: true,
          cell: ({ day }) => <time dateTime={day}>{day}</time>,
        },
        { key: "placed", header: headers.placed, numeric: true, cell: ({ placed }) => figure(placed) },
        {
          key: "employed",
          header: headers.employed,
          numeric: true,
          cell: ({ employed }) => figure(employed),
        },
        {
          key: "share",
          header: headers.share,
          numeric: true,
          cell: ({ share }) => (share === null ? props.suppressed : props.percent(share)),
        },
        {
          key: "kind",
          header: headers.kind,
          cell: ({ frozen }) => (frozen ? props.kinds.frozen : props.kinds.live),
        },
      ]}
    />
  );
}

/** A small bar beside its words ("7 av 10, 70 %"); `threshold` (0 to 1) is a mark on it. The words say everything. */
export function CoverageBar(props: { share: number; threshold?: number | undefined; children: ReactNode }) {
  const width = `${Math.round(Math.min(1, Math.max(0, props.share)) * 1000) / 10}%`;
  return (
    <span className="coverage">
      <svg className="bar" width="96" height="12" aria-hidden="true" focusable="false">
        <rect className="bar-ground" width="100%" height="12" rx="6" />
        <rect className="bar-fill" width={width} height="12" rx="6" />
        {props.threshold !== undefined && (
          <line
            className="bar-mark"
            x1={`${props.threshold * 100}%`}
            x2={`${props.threshold * 100}%`}
            y1="0"
            y2="12"
          />
        )}
      </svg>
      <span>{props.children}</span>
    </span>
  );
}
