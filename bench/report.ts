/** The figures as a table to read. */
import type { Report } from "./figures.ts";

const HEADER = ["figure", "value", "floor", "unit", "ratio"] as const;

/** The machine, then a Markdown table. */
export function printFigures({ machine, size, figures }: Report): string {
  const rows = figures.map(({ name, value, floor, unit, ratio }) => [
    name,
    String(value),
    floor === null ? "–" : String(floor),
    unit,
    ratio === null ? "–" : ratio.toFixed(2),
  ]);
  const widths = HEADER.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [`${size}: ${machine}`, "", line(HEADER), rule, ...rows.map(line)].join("\n");
}
