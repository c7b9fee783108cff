/** A choice of column for each field of a file that people bring in, with the first values of each column in view (INT-1, INT-4). */
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";

/** A column with the first values that stand there. */
export type ColumnWithValues = { readonly column: string; readonly values: readonly string[] };

type ChoiceWords<Field extends string> = {
  readonly field: string;
  readonly column: string;
  readonly none: string;
  readonly choice: (column: string, values: string) => string;
  readonly fields: Readonly<Record<Field, string>>;
  readonly hints: Readonly<Record<string, string>>;
};

export function ColumnChoices<Field extends string>(props: {
  caption: string;
  fields: readonly Field[];
  columns: readonly ColumnWithValues[];
  chosen: ReadonlyMap<string, string>;
  words: ChoiceWords<Field>;
  errorOf: (field: string) => string | undefined;
}) {
  const { words: t } = props;
  const options = props.columns.map(({ column, values }) => ({
    value: column,
    label: t.choice(column, values.join(", ")),
  }));
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      even
      rows={props.fields}
      rowKey={(field) => field}
      empty={null}
      columns={[
        {
          key: "field",
          header: t.field,
          headerHidden: true,
          rowHeader: true,
          cell: (field) => (
            <>
              {t.fields[field]}
              {t.hints[field] && <div className="hint">{t.hints[field]}</div>}
            </>
          ),
        },
        {
          key: "column",
          header: t.column,
          headerHidden: true,
          cell: (field) => (
            <Select
              name={field}
              label={t.fields[field]}
              labelHidden
              empty={t.none}
              options={options}
              defaultValue={props.chosen.get(field)}
              error={props.errorOf(field)}
            />
          ),
        },
      ]}
    />
  );
}

type FormatWords = {
  readonly format: (format: string, encoding: string, delimiter: string) => string;
  readonly encodings: Readonly<Record<string, string>>;
  readonly delimiters: Readonly<Record<string, string>>;
};

/** How the file was read, in words. */
export function formatText(
  { format, encoding, delimiter }: { format?: string; encoding?: string; delimiter?: string },
  t: FormatWords,
): string {
  const words: Readonly<Record<string, string>> = { ...t.encodings, ...t.delimiters };
  const part = (code: string | undefined): string => (code && words[code] ? `, ${words[code]}` : "");
  return t.format((format ?? "").toUpperCase(), format === "csv" ? part(encoding) : "", part(delimiter));
}
