/** What keeps a row of a file from being read, in words: on the page, in the file of such rows and on the command line (INT-1, INT-4). */
import { spell, type ReasonWords } from "./spell.ts";
import type { Reason } from "../shared/result.ts";

export type RowWords = {
  readonly rowReasons: ReasonWords;
  readonly preview: { readonly inColumn: (column: string, text: string) => string };
};

/** A row's reason with the column that it concerns first. */
export function rowReason(reason: Reason, { rowReasons, preview }: RowWords): string {
  const message = spell([reason], rowReasons).list[0]?.message ?? "";
  const column = reason.data?.["column"];
  return column === undefined ? message : preview.inColumn(String(column), message);
}
