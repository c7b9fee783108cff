/** What an organisation's two colours become, as pairs of text and background with their contrast. */
import type { Messages } from "../../messages/messages.ts";
import { contrast } from "../../ui/colour.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { themeColours, type Theme } from "../../ui/theme.ts";

type Words = Messages["organisation"]["settings"];

const PAIRS = {
  button: ["on-brand", "brand-8"],
  link: ["brand-8", "paper"],
  heading: ["brand-9", "paper"],
  accent: ["accent", "accent-soft"],
  core: ["ring-ink-1", "ring-1"],
  outer: ["ring-ink-7", "ring-7"],
} as const;

export function ThemePreview({ theme, words }: { theme: Theme; words: Words }) {
  const colours = themeColours(theme, "light");
  const rows = Object.entries(PAIRS).map(([name, [text, ground]]) => ({
    name: name as keyof typeof PAIRS,
    text: colours[text] ?? "",
    ground: colours[ground] ?? "",
  }));
  return (
    <>
      <DataTable
        caption={words.preview}
        rows={rows}
        rowKey={(row) => row.name}
        empty={null}
        columns={[
          { key: "pair", header: words.pair, rowHeader: true, cell: (row) => words.pairs[row.name] },
          {
            key: "sample",
            header: words.sample,
            cell: (row) => (
              <svg viewBox="0 0 72 32" width="72" height="32" aria-hidden="true" focusable="false">
                <rect x="0.5" y="0.5" width="71" height="31" rx="4" fill={row.ground} stroke={row.text} />
                <text x="36" y="22" textAnchor="middle" fontSize="18" fill={row.text}>
                  Åäö
                </text>
              </svg>
            ),
          },
          {
            key: "contrast",
            header: words.contrast,
            numeric: true,
            cell: (row) => words.contrastOf(contrast(row.text, row.ground).toFixed(1)),
          },
        ]}
      />
      <p className="muted">{words.contrastRule}</p>
    </>
  );
}
