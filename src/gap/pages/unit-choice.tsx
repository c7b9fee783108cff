/** Which unit figures are of, and the head that the pages of need and of debt share. */
import type { ReactNode } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import type { NamedUnit } from "../../people/window.rules.ts";

/** The unit that figures are of, the way there, and where one can go from it. Null is the organisation as a whole. */
export type UnitChoice = {
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
};

/** The choice as a field; `name` is its name in the address. */
export function UnitSelect({ view, name = "unit" }: { view: UnitChoice; name?: string }) {
  const t = useMessages().gap.unit;
  const { unit, choices } = view;
  const own = unit && !choices.some(({ id }) => id === unit.id) ? [unit] : [];
  return (
    <Select
      name={name}
      label={t.label}
      defaultValue={unit?.id ?? ""}
      options={[
        ...(view.mayChooseWhole ? [{ value: "", label: t.whole }] : []),
        ...[...own, ...choices].map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
}

/** `path` is the page's own address under the organisation. */
export function UnitPage(props: {
  view: UnitChoice;
  path: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const t = useMessages().gap.unit;
  const { at } = useShell();
  return (
    <Page
      title={props.title}
      lead={props.lead}
      breadcrumbs={props.view.above.map(({ id, name }) => ({
        href: `${at(props.path)}?unit=${id}`,
        label: name,
      }))}
    >
      <FilterBar label={t.choose} submit={t.show}>
        <UnitSelect view={props.view} />
      </FilterBar>
      {props.children}
    </Page>
  );
}
