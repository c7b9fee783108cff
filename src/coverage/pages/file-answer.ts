/** Coverage as a file that a Swedish Excel opens by double click; in a demo its first line says that the figures are invented. */
import type { Messages } from "../../messages/messages.ts";
import { csvAnswer } from "../../platform/http/csv-answer.ts";

export function fileAnswer(
  about: { readonly mode: "demo" | "live"; readonly name: string; readonly words: Messages },
  rows: readonly (readonly string[])[],
): Response {
  const { coverage, shell } = about.words;
  const header = Object.values(coverage.fileColumns);
  return csvAnswer({ name: about.name, mark: about.mode === "demo" ? shell.demo : null, header, rows });
}
