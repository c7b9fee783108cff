/** Which column is what: a choice for each field, with the first values of each column in view (INT-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import type { StaffField } from "../import-fields.rules.ts";
import type { ImportView } from "../view-import.ts";
import { ColumnChoices, formatText } from "../parts/column-choices.tsx";
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
            <ColumnChoices
              caption={t.groups[group.name]}
              fields={group.fields}
              columns={view.columns}
              chosen={chosen}
              words={t}
              errorOf={errors.of}
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
