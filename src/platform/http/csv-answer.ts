/** A table as a file that a Swedish Excel opens by double click. */
import { csvText } from "../tabular/write.ts";

/** `name` is the file's, without its ending; `mark`, where the data is no real data, is its first line. */
export function csvAnswer(file: {
  readonly name: string;
  readonly mark: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): Response {
  const { name, mark, header, rows } = file;
  const text = mark === null ? csvText(header, rows) : csvText([mark], [header, ...rows]);
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
