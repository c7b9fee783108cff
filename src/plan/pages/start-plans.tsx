/** Plans from a template, for one or for a whole unit: the template is chosen first, then for whom and from which day (PLN-2). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { CheckboxGroup, DateField, RadioGroup, Select } from "../../ui/fields.tsx";
import { FilterBar, Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { startPlans, viewStart, type StartView } from "../start-plans.ts";
import type { Template } from "../template.store.ts";
import type { Route } from "./+types/start-plans";

export const loader = load(async ({ work, params, url: { searchParams } }) => ({
  view: await viewStart(work, params["unitId"] ?? "", searchParams.get("template") ?? ""),
  who: searchParams.get("who") ?? "",
  isAsked: searchParams.has("template"),
}));

export const action = act(async ({ work, form, params }) => {
  const unitId = params["unitId"] ?? "";
  const result = await startPlans(work, unitId, {
    templateId: field(form, "template"),
    who: form["who"] ?? [],
    count: field(form, "count"),
    from: field(form, "from"),
  });
  if (!result.ok) return again(result.reasons, form);
  const { started, had, withoutPlace } = result.value;
  const told = new URLSearchParams({ started: String(started), had: String(had) });
  for (const { title, people } of withoutPlace) told.append("without", `${people} ${title}`);
  return seeOther(`/o/${work.tenant.slug}/units/${unitId}/plans?${told.toString()}`);
});

export default function StartPlansPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, who, isAsked } = loaderData;
  const { plan: words } = useMessages();
  const t = words.start;
  const { at } = useShell();
  const { unit, templates, template, people } = view;
  const notChosen = isAsked && template === null ? [{ code: "missing", field: "template" }] : [];
  const errors = spell(actionData?.reasons ?? notChosen, words.reasons);
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead}
      breadcrumbs={[{ href: at(`/units/${unit.id}/plans`), label: words.unit.title(unit.name) }]}
      errors={errors.list}
    >
      {people.length === 0 && <EmptyState title={words.unit.empty}>{words.unit.emptyText}</EmptyState>}
      {people.length > 0 && templates.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {people.length > 0 && templates.length > 0 && (
        <FilterBar label={t.template} submit={t.show} hidden={who === "" ? {} : { who }}>
          <Select
            name="template"
            label={t.template}
            empty={t.choose}
            error={errors.of("template")}
            defaultValue={template?.id ?? ""}
            options={templates.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </FilterBar>
      )}
      {template && people.length > 0 && (
        <Start template={template} people={people} errors={errors} typed={actionData?.values} who={who} />
      )}
    </Page>
  );
}

function Start(props: {
  template: Template;
  people: StartView["people"];
  errors: Spelled;
  typed: FormValues | undefined;
  who: string;
}) {
  const { template, people, errors, typed, who } = props;
  const { plan: words } = useMessages();
  const t = words.start;
  const { today } = useShell();
  const isOnboarding = template.kind === "onboarding";
  return (
    <Section
      title={template.title}
      id="template"
      lead={`${words.kind[template.kind]}. ${t.reached(template.days)}`}
    >
      <SummaryList
        rows={template.lines.map(({ title, days, owner, retiredOn }) => ({
          term: t.line(days),
          detail: [
            title,
            ...(owner === "manager" ? [words.owner.manager.toLowerCase()] : []),
            ...(retiredOn ? [words.template.withdrawnLine] : []),
          ].join(", "),
        }))}
      />
      <Form label={t.who} hidden={{ template: template.id }} confirmLeave={t.leave}>
        <RadioGroup
          name="count"
          label={t.count}
          defaultValue={typed?.["count"]?.[0] ?? (isOnboarding ? "employment" : "day")}
          options={[
            { value: "employment", label: t.countEmployment },
            { value: "day", label: t.countDay },
          ]}
        />
        <DateField
          name="from"
          label={t.from}
          error={errors.of("from")}
          defaultValue={typed?.["from"]?.[0] ?? today}
        />
        <CheckboxGroup
          name="who"
          label={t.who}
          error={errors.of("who")}
          defaultValues={typed?.["who"] ?? (who === "" ? [] : [who])}
          options={people.map(({ personId, givenName, familyName, employedFrom, hasIt }) => ({
            value: personId,
            label: `${familyName}, ${givenName}`,
            hint: hasIt ? t.has : (employedFrom && t.employed(employedFrom)) || undefined,
            disabled: hasIt,
          }))}
        />
        <Actions sticky>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
