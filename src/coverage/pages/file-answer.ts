/** Coverage as a file that a Swedish Excel opens by double click; in a demo its first line says that the figures are invented. */
import type { Messages } from "../../messages/messages.ts";
import { csvText } from "../../platform/tabular/write.ts";

export function fileAnswer(
  about: { readonly mode: "demo" | "live"; readonly name: string; readonly words: Messages },
  rows: readonly (readonly string[])[],
): Response {
  const { coverage, shell } = about.words;
  const header = Object.values(coverage.fileColumns);
  const text = about.mode === "demo" ? csvText([shell.demo], [header, ...rows]) : csvText(header, rows);
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${about.name}.csv"`,
    },
  });
}
