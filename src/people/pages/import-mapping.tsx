/** Which column is what: a choice for each field, with the first values of each column in view (INT-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Notice } from "../../ui/notices.tsx";
import { Muted } from "../../ui/shell.tsx";
import type { StaffField } from "../import-fields.rules.ts";
import type { ImportView } from "../view-import.ts";
import { ColumnForm, formatText } from "../parts/column-choices.tsx";
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
  const { mapping: t } = useMessages().staffImport;
  return (
    <ImportPage view={view} title={t.title} lead={t.lead} step={1} errors={errors.list}>
      <Muted>{formatText(view.format, t)}</Muted>
      {view.dropped.length > 0 && !view.hashed && (
        <Notice tone="info">{t.dropped(view.dropped.join(", "))}</Notice>
      )}
      {view.hashed && <Notice tone="warning">{t.hashed(view.hashed)}</Notice>}
      <ColumnForm
        groups={GROUPS.map(({ name, fields }) => ({ title: t.groups[name], fields }))}
        view={view}
        typed={typed}
        errors={errors}
        words={t}
      />
    </ImportPage>
  );
}
