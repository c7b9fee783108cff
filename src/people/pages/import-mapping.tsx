/** Which column is what: a choice for each field, with the first values of each column in view (INT-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Select } from "../../ui/fields.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import type { StaffField } from "../import-fields.rules.ts";
import type { ImportView } from "../view-import.ts";
import { ImportPage } from "./import-parts.tsx";

type MappingView = Extract<ImportView, { state: "mapping" }>;

const GROUPS: readonly {
  readonly name: "employment" | "person" | "place" | "absence";
  readonly fields: readonly StaffField[];
}[] = [
  {
    name: "employment",
    fields: ["employmentNumber", "from", "to", "title", "form", "extent", "main", "aid", "professionCode"],
  },
  {
    name: "person",
    fields: ["givenName", "familyName", "fullName", "email", "personKey", "protectedIdentity"],
  },
  { name: "place", fields: ["unitCode", "unitName", "unitPath", "managerNumber"] },
  { name: "absence", fields: ["leaveFrom", "leaveTo"] },
];

export function ImportMapping({
  view,
  errors,
  typed,
}: {
  view: MappingView;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { staffImport } = useMessages();
  const t = staffImport.mapping;
  const chosen = new Map(
    view.fields.map(({ field, column }) => [field, typed ? (typed[field]?.[0] ?? "") : (column ?? "")]),
  );
  const options = view.columns.map(({ column, values }) => ({
    value: column,
    label: t.choice(column, values.join(", ")),
  }));
  const used = new Set(chosen.values());
  const unused = view.columns.filter(({ column }) => !used.has(column) && column !== view.hashed);
  return (
    <ImportPage view={view} title={t.title} lead={t.lead} step={1} errors={errors.list}>
      <Muted>{formatText(view.format, t)}</Muted>
      {view.dropped.length > 0 && !view.hashed && (
        <Notice tone="info">{t.dropped(view.dropped.join(", "))}</Notice>
      )}
      {view.hashed && <Notice tone="warning">{t.hashed(view.hashed)}</Notice>}
      <Form label={t.title}>
        {GROUPS.map((group) => (
          <Section key={group.name} title={t.groups[group.name]}>
            <DataTable
              caption={t.groups[group.name]}
              captionHidden
              even
              rows={group.fields}
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
                      {t.hints[field] && <Hint>{t.hints[field]}</Hint>}
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
                      defaultValue={chosen.get(field)}
                      error={errors.of(field)}
                    />
                  ),
                },
              ]}
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
    </ImportPage>
  );
}

/** What a field is for, below its name. */
const Hint = ({ children }: { children: string }) => <div className="hint">{children}</div>;

type Words = ReturnType<typeof useMessages>["staffImport"]["mapping"];

function formatText({ format, encoding, delimiter }: MappingView["format"], t: Words): string {
  const words: Readonly<Record<string, string>> = { ...t.encodings, ...t.delimiters };
  const part = (code: string | undefined): string => (code && words[code] ? `, ${words[code]}` : "");
  return t.format((format ?? "").toUpperCase(), format === "csv" ? part(encoding) : "", part(delimiter));
}
