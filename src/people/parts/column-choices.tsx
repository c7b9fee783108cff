/** How the columns of a file that people bring in are read: a choice for each field, with the first values of each column in view (INT-1, INT-4). */
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import type { ColumnView } from "../view-import.ts";

type Group<Field extends string> = { readonly title: string; readonly fields: readonly Field[] };
type FormWords<Field extends string> = ChoiceWords<Field> & {
  readonly title: string;
  readonly unused: (columns: string) => string;
  readonly submit: string;
  readonly cancel: string;
};

/** The form, a part for each group of fields. `typed` is what was sent and refused; `hashed` a column that is read, though for no field. */
export function ColumnForm<Field extends string>(props: {
  groups: readonly Group<Field>[];
  view: {
    readonly fields: readonly { readonly field: Field; readonly column: string | null }[];
    readonly columns: readonly ColumnView[];
    readonly hashed?: string | null;
  };
  typed: FormValues | undefined;
  errors: Spelled;
  words: FormWords<Field>;
}) {
  const { view, typed, words: t } = props;
  const chosen = new Map<string, string>(
    view.fields.map(({ field, column }) => [field, typed ? (typed[field]?.[0] ?? "") : (column ?? "")]),
  );
  const used = new Set(chosen.values());
  const unused = view.columns.filter(({ column }) => !used.has(column) && column !== view.hashed);
  return (
    <Form label={t.title}>
      {props.groups.map(({ title, fields }) => (
        <Section key={title} title={title}>
          <ColumnChoices
            caption={title}
            fields={fields}
            columns={view.columns}
            chosen={chosen}
            words={t}
            errorOf={props.errors.of}
          />
        </Section>
      ))}
      {unused.length > 0 && <Muted>{t.unused(unused.map(({ column }) => column).join(", "))}</Muted>}
      <Actions>
        <Button name="intent" value="mapping">
          {t.submit}
        </Button>
        <Button variant="quiet" name="intent" value="cancel">
          {t.cancel}
        </Button>
      </Actions>
    </Form>
  );
}

type ChoiceWords<Field extends string> = {
  readonly field: string;
  readonly column: string;
  readonly none: string;
  readonly choice: (column: string, values: string) => string;
  readonly fields: Readonly<Record<Field, string>>;
  readonly hints: Readonly<Record<string, string>>;
};

function ColumnChoices<Field extends string>(props: {
  caption: string;
  fields: readonly Field[];
  columns: readonly ColumnView[];
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
