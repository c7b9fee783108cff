/** The rounds of calibration, and beginning one (PLC-8). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { DateField, Select, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { beginRound } from "../begin-round.ts";
import { LONGEST_TITLE } from "../calibration.rules.ts";
import { viewCalibrations } from "../view-calibrations.ts";
import type { Route } from "./+types/calibrations";

export const loader = load(({ work }) => viewCalibrations(work));

export const action = act(async ({ work, form }) => {
  const typed = (name: string) => field(form, name);
  const result = await beginRound(work, {
    title: typed("title"),
    model: typed("model"),
    until: typed("until"),
    from: typed("from"),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/calibrations/${result.value}`)
    : again(result.reasons, form);
});

export default function Calibrations({ loaderData, actionData }: Route.ComponentProps) {
  const { rounds, mayLead, models } = loaderData;
  const { calibration } = useMessages();
  const t = calibration.list;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], calibration.reasons);
  const typed = (name: string) => actionData?.values[name]?.[0];
  const nameOf = ({ nameSv, nameEn }: { nameSv: string; nameEn: string }) =>
    capital(language === "sv" ? nameSv : nameEn);
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list}>
      <DataTable
        caption={t.caption}
        captionHidden
        rows={rounds}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={mayLead ? t.emptyLead : t.empty}>
            {mayLead ? t.emptyLeadText : t.emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: t.name,
            rowHeader: true,
            cell: (row) => <a href={at(`/calibrations/${row.id}`)}>{row.title}</a>,
          },
          {
            key: "model",
            header: t.model,
            cell: (row) => calibration.version(nameOf(row), row.versionNumber),
          },
          {
            key: "state",
            header: t.state,
            cell: (row) => (
              <Tag tone={row.state === "open" ? "brand" : "neutral"}>{calibration.state[row.state]}</Tag>
            ),
          },
          { key: "until", header: t.until, cell: (row) => <DateText day={row.until} /> },
          { key: "answers", header: t.answers, cell: (row) => t.of(row.handedIn, row.seats) },
        ]}
      />
      {mayLead && (
        <Section title={t.begin} id="begin">
          {models.length === 0 ? (
            <Notice tone="info">{t.noModels}</Notice>
          ) : (
            <Form label={t.begin}>
              <TextField
                name="title"
                label={t.titleLabel}
                hint={t.titleHint}
                maxLength={LONGEST_TITLE}
                error={errors.of("title")}
                defaultValue={typed("title")}
              />
              <Select
                name="model"
                label={t.modelLabel}
                width="medium"
                empty={t.chooseModel}
                error={errors.of("model")}
                defaultValue={typed("model")}
                options={models.map((model) => ({ value: model.slug, label: nameOf(model) }))}
              />
              <DateField
                name="until"
                label={t.untilLabel}
                error={errors.of("until")}
                defaultValue={typed("until")}
              />
              {rounds.length > 0 && (
                <Select
                  name="from"
                  label={t.from}
                  width="medium"
                  empty={t.fromNone}
                  defaultValue={typed("from")}
                  options={rounds.map(({ id, title }) => ({ value: id, label: title }))}
                />
              )}
              <Button>{t.submit}</Button>
            </Form>
          )}
        </Section>
      )}
    </Page>
  );
}
