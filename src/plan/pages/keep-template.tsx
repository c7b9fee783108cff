/** A template to write or to change (PLN-2): a goal with its activities, in days from the day that it starts. */
import { act, again, field, load, numberField, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Checkbox, NumberField, RadioGroup, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { FieldRow, Fieldset, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { endTemplate, keepTemplate, templateToKeep, type TemplateToKeep } from "../keep-templates.ts";
import { KINDS, LONGEST, OWNERS } from "../plan.rules.ts";
import { MOST_LINES, type TypedTemplate } from "../template.rules.ts";
import { NEW } from "./acting.ts";
import type { Route } from "./+types/keep-template";

/** So many empty rows stand below those that are written. */
const EMPTY_ROWS = 4;

const idOf = (text: string | undefined) => (text === NEW ? null : (text ?? ""));

export const loader = load(({ work, params }) => templateToKeep(work, idOf(params["templateId"])));

export const action = act(async ({ work, form, params }) => {
  const templateId = idOf(params["templateId"]);
  const revision = Number(field(form, "version"));
  const intent = field(form, "intent");
  const to = seeOther(`/o/${work.tenant.slug}/plan-templates?saved`);
  if (templateId !== null && (intent === "retire" || intent === "offer")) {
    const result = await endTemplate(work, templateId, { revision, retired: intent === "retire" });
    return result.ok ? to : again(result.reasons, form);
  }
  const result = await keepTemplate(work, templateId, revision, typedIn(form));
  return result.ok ? to : again(result.reasons, form);
});

const typedIn = (form: FormValues): TypedTemplate => ({
  kind: field(form, "kind"),
  title: form["title"]?.[0] ?? "",
  use: form["use"]?.[0] ?? "",
  days: numberField(form, "days"),
  withEmployment: field(form, "withEmployment") === "yes",
  professionId: field(form, "professionId"),
  lines: Array.from(
    { length: Math.min(Number(field(form, "rows")) || 0, MOST_LINES + EMPTY_ROWS) },
    (_, index) => ({
      entryId: field(form, `entry-${index}`),
      title: form[`title-${index}`]?.[0] ?? "",
      days: numberField(form, `days-${index}`),
      owner: field(form, `owner-${index}`),
    }),
  ),
});

export default function KeepTemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { template, offers, professions } = loaderData;
  const { plan: words } = useMessages();
  const t = words.template;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], words.reasons);
  const isStale = actionData?.reasons.some(({ code }) => code === "stale") ?? false;
  const typed = actionData?.values;
  const value = (name: string, present: string) => (typed ? (typed[name]?.[0] ?? "") : present);
  const rows = typed ? Number(field(typed, "rows")) : (template?.lines.length ?? 0) + EMPTY_ROWS;
  const title = template?.title ?? t.add;
  return (
    <Page title={title} breadcrumbs={[{ href: at("/plan-templates"), label: t.title }]} errors={errors.list}>
      {isStale && <Notice tone="warning">{t.stale}</Notice>}
      {template?.retiredOn && <Notice tone="info">{t.retiredText}</Notice>}
      <Form
        label={title}
        version={template?.revision ?? 1}
        hidden={{ rows: String(rows) }}
        confirmLeave={t.confirmLeave}
      >
        <TextField
          name="title"
          label={t.goalTitle}
          error={errors.of("title")}
          defaultValue={value("title", template?.title ?? "")}
          maxLength={LONGEST.title}
        />
        <RadioGroup
          name="kind"
          label={words.goal.kind}
          error={errors.of("kind")}
          defaultValue={value("kind", template?.kind ?? "onboarding")}
          options={KINDS.map((kind) => ({
            value: kind,
            label: words.kind[kind],
            hint: words.kindHint[kind],
          }))}
        />
        <TextArea
          name="use"
          label={words.goal.use}
          optional={words.optional}
          rows={2}
          maxLength={LONGEST.use}
          error={errors.of("use")}
          defaultValue={value("use", template?.use ?? "")}
        />
        <NumberField
          name="days"
          label={t.days}
          suffix={t.daysSuffix}
          error={errors.of("days")}
          defaultValue={value("days", template ? String(template.days) : "")}
        />
        <Checkbox
          name="withEmployment"
          value="yes"
          label={t.withEmployment}
          hint={t.withEmploymentHint}
          defaultChecked={
            typed ? field(typed, "withEmployment") === "yes" : (template?.withEmployment ?? false)
          }
        />
        <Select
          name="professionId"
          label={t.profession}
          width="medium"
          empty={t.allProfessions}
          error={errors.of("professionId")}
          defaultValue={value("professionId", template?.professionId ?? "")}
          options={professions.map(({ id, nameSv, nameEn }) => ({
            value: id,
            label: capital(language === "sv" ? nameSv : nameEn),
          }))}
        />
        <Section title={t.linesTitle} id="lines" lead={t.linesLead}>
          {Array.from({ length: rows }, (_, index) => (
            <Line
              key={index}
              index={index}
              line={template?.lines[index]}
              offers={offers}
              errors={errors}
              value={value}
            />
          ))}
        </Section>
        <Actions sticky>
          <Button>{t.save}</Button>
          {template && (
            <Button variant="quiet" name="intent" value={template.retiredOn ? "offer" : "retire"}>
              {template.retiredOn ? t.offer : t.retire}
            </Button>
          )}
        </Actions>
      </Form>
    </Page>
  );
}

function Line(props: {
  index: number;
  line: NonNullable<TemplateToKeep["template"]>["lines"][number] | undefined;
  offers: TemplateToKeep["offers"];
  errors: Spelled;
  value: (name: string, present: string) => string;
}) {
  const { index, line, offers, errors, value } = props;
  const { plan: words } = useMessages();
  const t = words.template;
  const own = (name: string, present: string) => ({
    name: `${name}-${index}`,
    error: errors.of(`${name}-${index}`),
    defaultValue: value(`${name}-${index}`, present),
  });
  const kept =
    line?.entryId && !offers.some(({ id }) => id === line.entryId)
      ? [{ value: line.entryId, label: `${line.title} (${t.withdrawnLine})` }]
      : [];
  return (
    <Fieldset legend={t.row(index + 1)}>
      <FieldRow>
        <NumberField {...own("days", line ? String(line.days) : "")} label={t.dayField} />
        <Select
          {...own("owner", line?.owner ?? "self")}
          label={words.event.field.owner}
          width="medium"
          options={OWNERS.map((owner) => ({ value: owner, label: words.owner[owner] }))}
        />
      </FieldRow>
      <TextField
        {...own("title", line?.entryId ? "" : (line?.title ?? ""))}
        label={words.activity.title}
        maxLength={LONGEST.title}
      />
      {(offers.length > 0 || kept.length > 0) && (
        <Select
          {...own("entry", line?.entryId ?? "")}
          label={words.activity.entry}
          optional={words.optional}
          empty={t.own}
          options={[...kept, ...offers.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </Fieldset>
  );
}
