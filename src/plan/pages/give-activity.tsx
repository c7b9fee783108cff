/** One activity into many plans: what and when is chosen first, then to whom of those who haven't it (PLN-2). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { CheckboxGroup, DateField, Select } from "../../ui/fields.tsx";
import { FilterBar, Form } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { giveActivity, viewGiving, type GiveView, type TypedGiving } from "../give-activity.ts";
import { useChoice } from "./activity-fields.tsx";
import type { Route } from "./+types/give-activity";

const typedIn = ({ searchParams }: URL): TypedGiving | null =>
  searchParams.has("entryId")
    ? {
        entryId: searchParams.get("entryId") ?? "",
        from: (searchParams.get("from") ?? "").trim(),
        until: (searchParams.get("until") ?? "").trim(),
      }
    : null;

export const loader = load(async ({ work, params, url }) => {
  const typed = typedIn(url);
  return { view: await viewGiving(work, params["unitId"] ?? "", typed), typed };
});

export const action = act(async ({ work, form, params }) => {
  const unitId = params["unitId"] ?? "";
  const result = await giveActivity(work, unitId, {
    entryId: field(form, "entryId"),
    from: field(form, "from"),
    until: field(form, "until"),
    who: form["who"] ?? [],
  });
  if (!result.ok) return again(result.reasons, form);
  const { given, had } = result.value;
  return seeOther(`/o/${work.tenant.slug}/units/${unitId}/plans?given=${given}&had=${had}`);
});

export default function GiveActivityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, typed } = loaderData;
  const { plan: words } = useMessages();
  const t = words.give;
  const { at } = useShell();
  const choice = useChoice();
  const errors = spell(actionData?.reasons ?? view.reasons, words.reasons);
  const { unit, offers, chosen, people } = view;
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead}
      breadcrumbs={[{ href: at(`/units/${unit.id}/plans`), label: words.unit.title(unit.name) }]}
      errors={errors.list}
    >
      {people === 0 && <EmptyState title={words.unit.empty}>{words.unit.emptyText}</EmptyState>}
      {people > 0 && offers.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {people > 0 && offers.length > 0 && (
        <FilterBar label={t.what} submit={t.show}>
          <Select
            name="entryId"
            label={t.entry}
            empty={t.choose}
            error={errors.of("entryId")}
            defaultValue={typed?.entryId ?? ""}
            options={offers.map(choice)}
          />
          <DateField
            name="from"
            label={words.activity.from}
            optional={words.optional}
            error={errors.of("from")}
            defaultValue={typed?.from}
          />
          <DateField
            name="until"
            label={words.activity.until}
            error={errors.of("until")}
            defaultValue={typed?.until}
          />
        </FilterBar>
      )}
      {chosen && typed && (
        <Receivers chosen={chosen} typed={typed} errors={errors} ticked={actionData?.values["who"]} />
      )}
    </Page>
  );
}

function Receivers(props: {
  chosen: NonNullable<GiveView["chosen"]>;
  typed: TypedGiving;
  errors: Spelled;
  ticked: readonly string[] | undefined;
}) {
  const { chosen, typed, errors, ticked } = props;
  const { plan: words } = useMessages();
  const t = words.give;
  const { year, left, people } = chosen;
  const without = people.filter(({ hasIt }) => !hasIt);
  const lead = `${chosen.name}. ${left === null ? t.anyNumber : t.left(left, year)}`;
  if (without.length === 0) return <EmptyState title={t.all}>{t.allText}</EmptyState>;
  return (
    <Section title={t.whoTitle} id="who-section" lead={lead}>
      <Form label={t.whoTitle} hidden={{ ...typed }} confirmLeave={t.leave}>
        <CheckboxGroup
          name="who"
          label={t.who}
          error={errors.of("who")}
          // All of them, where there are places for all: else a human says who.
          defaultValues={
            ticked ?? (left === null || left >= without.length ? without.map(({ personId }) => personId) : [])
          }
          options={people.map(({ personId, givenName, familyName, hasIt }) => ({
            value: personId,
            label: `${familyName}, ${givenName}`,
            ...(hasIt ? { hint: t.has, disabled: true } : {}),
          }))}
        />
        <Actions sticky>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
