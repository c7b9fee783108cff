/** The frozen measurements; the process lead freezes another, after a second thought. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { freezeMeasurement } from "../freeze-measurement.ts";
import { viewMeasurements } from "../view-measurements.ts";
import type { Route } from "./+types/measurements";

export const loader = load(async ({ work, url }) => {
  const view = await viewMeasurements(work);
  const done = url.searchParams.get("done");
  return {
    ...view,
    asking: url.searchParams.has("freeze") && view.mayFreeze && !view.frozenToday,
    done: view.measurements.find(({ day }) => day === done)?.day ?? null,
  };
});

export const action = act(async ({ work, form }) => {
  const result = await freezeMeasurement(work, { note: field(form, "note") });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/measurements?done=${result.value.day}`);
});

export default function Measurements({ loaderData: view, actionData }: Route.ComponentProps) {
  const { coverage } = useMessages();
  const t = coverage.measurements;
  const { at, today } = useShell();
  const spelled = spell(actionData?.reasons ?? [], coverage.reasons);
  const confirming = view.asking || (actionData !== undefined && view.mayFreeze && !view.frozenToday);
  const freeze = view.mayFreeze && !view.frozenToday && !confirming && (
    <LinkButton href={at("/measurements?freeze")} variant="primary">
      {t.freeze}
    </LinkButton>
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ href: at("/coverage"), label: coverage.title }]}
      errors={spelled.list}
    >
      {view.done && <Notice tone="success" title={t.done(view.done)} announce />}
      {confirming && (
        <Card title={t.confirm}>
          <p>{t.confirmText(today)}</p>
          <p>{coverage.counted(view)}</p>
          <Form label={t.confirm}>
            <TextArea
              name="note"
              label={t.note}
              optional={t.optional}
              hint={t.noteHint}
              rows={2}
              defaultValue={actionData?.values["note"]?.[0]}
              error={spelled.of("note")}
            />
            <Actions>
              <Button>{t.yes}</Button>
              <LinkButton href={at("/measurements")} variant="quiet">
                {t.no}
              </LinkButton>
            </Actions>
          </Form>
        </Card>
      )}
      {view.measurements.length > 0 && freeze && <Actions>{freeze}</Actions>}
      {view.mayFreeze && view.frozenToday && !view.done && <Muted>{t.today}</Muted>}
      {view.mayFreeze && <Muted>{t.suggested(view.suggested.join(", "))}</Muted>}
      <DataTable
        caption={t.caption}
        rows={view.measurements}
        rowKey={({ day }) => day}
        empty={
          <EmptyState title={t.empty} action={freeze || undefined}>
            {view.mayFreeze ? t.emptyText : t.emptyReader}
          </EmptyState>
        }
        columns={[
          {
            key: "day",
            header: t.day,
            rowHeader: true,
            cell: ({ day }) => (
              <a href={at(`/coverage?measurement=${day}`)}>
                <DateText day={day} />
              </a>
            ),
          },
          {
            key: "settings",
            header: t.settings,
            cell: (row) => t.settingsOf(row.countOnLeave, row.countHourly, row.coverageThreshold),
          },
          { key: "note", header: t.note, cell: ({ note }) => note },
        ]}
      />
    </Page>
  );
}
