/** The head of a file that people bring in: what it is, its header, and its first rows to tell the columns by (INT-1, INT-4). */
import { openTable } from "../platform/tabular/read.ts";
import { TableRefused, type FileProblem } from "../platform/tabular/table.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";

/** So many of the first rows tell which column is what. */
const FIRST_ROWS = 100;

export type FileHead = {
  readonly format: { readonly format: string; readonly encoding: string; readonly delimiter?: string };
  readonly header: readonly string[];
  /** Some of the first rows. */
  readonly sample: readonly (readonly string[])[];
};

/** Reads the whole file through, so that what is wrong with it as a whole shows at once; the reasons lead to the field `file`. */
export async function readHead(bytes: Uint8Array): Promise<Result<FileHead, FileProblem>> {
  const opened = await openTable(bytes);
  if (!opened.ok) return onField(opened.reasons);
  const { header, rows, format, encoding, delimiter } = opened.value;
  const sample: (readonly string[])[] = [];
  try {
    for await (const { cells } of rows) if (sample.length < FIRST_ROWS) sample.push(cells);
  } catch (error) {
    if (error instanceof TableRefused) return onField([error.reason]);
    throw error;
  }
  return done({
    format: delimiter === null ? { format, encoding } : { format, encoding, delimiter },
    header,
    sample,
  });
}

const onField = (reasons: readonly Reason<FileProblem>[]) =>
  refused(...reasons.map((reason) => ({ ...reason, field: "file" })));
