/** What the files that other systems bring in have in common over the API (INT-1, INT-3, INT-4): how they are refused, read and looked at. */
import { z } from "zod";
import type { Answer } from "../platform/http/api/answer.ts";

/** Why a file is refused as a whole. */
export const FILE_REFUSALS = [
  "empty",
  "not-a-table",
  "old-excel",
  "macro-file",
  "encrypted",
  "damaged",
  "too-large",
  "too-many-rows",
  "too-many-columns",
  "unknown-encoding",
];
/** Why a choice of columns is. */
export const COLUMN_REFUSALS = [
  "missing-required",
  "mapped-twice",
  "header-gone",
  "personal-identity-column",
];

export const number = (description: string) => z.int().meta({ description });

/** How the columns are thought to be read. */
export const columnsShown = (field: z.ZodType) => ({
  fields: z
    .array(z.object({ field, column: z.string().nullable() }))
    .meta({ description: "Each field with the column that is thought to fill it." }),
  columns: z.array(z.object({ column: z.string(), values: z.array(z.string()) })),
  dropped: z.array(z.string()).meta({ description: "Columns of personal identity numbers: never read." }),
});

/** How they are to be read. */
export const columnsSent = <Field extends string>(
  name: string,
  field: z.ZodType<Field> & z.core.$ZodRecordKey,
) =>
  z
    .strictObject({
      columns: z
        .partialRecord(field, z.string())
        .meta({ description: "Each field with the header of its column." }),
    })
    .meta({ id: name });

/** The fields that have a column. */
export const chosenColumns = <Field extends string>(
  columns: Readonly<Partial<Record<Field, string | undefined>>>,
): Partial<Record<Field, string>> =>
  Object.fromEntries(
    Object.entries<string | undefined>(columns).filter(([, column]) => column !== undefined),
  ) as Partial<Record<Field, string>>;

/** What must be said yes to, and the preview that the yes is about. */
export const asked = {
  leaveOut: z.boolean().meta({ description: "Rows can't be read: leaving them out must be said yes to." }),
  fingerprint: z.string().meta({ description: "Names this preview in the confirmation." }),
  changedSince: z.boolean().meta({ description: "The data changed after it was confirmed: look again." }),
};
export const answered = {
  fingerprint: z.string(),
  leaveOut: z.boolean().default(false).meta({ description: "Yes, leave out the rows that can't be read." }),
};

/** There are no lists to look at but in the preview. */
export const notInPreview = (state: string): Answer => ({
  status: "refused",
  code: "conflict",
  reasons: [{ code: "not-in-preview", data: { state } }],
});
