/** What administrators keep about a unit: its facts, its manager and its deputies (ORG-2, ORG-4, ORG-8). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateField, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { keepUnit, viewUnitKept } from "../keep-unit.ts";
import { endAssignmentOn, nameDeputy, nameManager } from "../name-manager.ts";
import type { Assignment, Deputy } from "../managers.store.ts";
import { daysText } from "./parts.tsx";
import { dayAfter, UnitFields, unitOf } from "./unit-fields.tsx";
import type { Route } from "./+types/keep-unit";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewUnitKept(work, params["unitId"] ?? "")),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, params }) => {
  const unitId = params["unitId"] ?? "";
  const days = { person: field(form, "person"), from: field(form, "from"), to: dayAfter(field(form, "to")) };
  const run = async () => {
    const intent = field(form, "intent");
    if (intent === "manager") return nameManager(work, unitId, days);
    if (intent === "deputy") return nameDeputy(work, unitId, { ...days, reason: field(form, "reason") });
    if (intent === "end-manager" || intent === "end-deputy")
      return endAssignmentOn(
        work,
        unitId,
        intent === "end-manager" ? "manager" : "deputy",
        field(form, "assignment"),
        work.today,
      );
    return keepUnit(work, unitId, unitOf(form));
  };
  const result = await run();
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/units/${unitId}/keep?saved`)
    : again(result.reasons, form);
});

const NONE = spell([], {});

export default function KeepUnit({ loaderData, actionData }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.unit;
  const { at, today } = useShell();
  const { unit, places, managers, deputies, saved } = loaderData;
  const errors = spell(actionData?.reasons ?? [], people.reasons);
  const intent = actionData?.values["intent"]?.[0] ?? "";
  const stale = actionData?.reasons.some((reason) => reason.code === "stale");
  /** What was typed and what was wrong, for the form that was sent; the others start afresh. */
  const sent = (name: string): { typed: (key: string, otherwise: string) => string; errors: Spelled } =>
    intent === name
      ? { typed: (key, otherwise) => actionData?.values[key]?.[0] ?? otherwise, errors }
      : { typed: (_key, otherwise) => otherwise, errors: NONE };
  const own = (name: string) => `${name}-`;
  return (
    <Page
      title={t.keepTitle(unit.name)}
      breadcrumbs={[{ href: at("/units"), label: people.units.title }]}
      errors={errors.list.map((error) => ({
        ...error,
        field: error.field && (intent === "unit" ? error.field : `${own(intent)}${error.field}`),
      }))}
    >
      {saved && !actionData && (
        <Notice tone="success" announce>
          {t.saved}
        </Notice>
      )}
      <Section title={t.managers} id="managers">
        <Assignments
          caption={t.managers}
          rows={managers}
          empty={t.noManager}
          kind="end-manager"
          today={today}
          unitName={unit.name}
        />
        <Naming
          id="manager"
          title={t.nameManager}
          lead={t.nameManagerLead}
          submit={t.submitManager}
          today={today}
          sent={sent("manager")}
        />
      </Section>
      <Section title={t.deputies} id="deputies" lead={t.deputiesLead}>
        <Assignments
          caption={t.deputies}
          rows={deputies}
          empty={t.noDeputy}
          kind="end-deputy"
          today={today}
          unitName={unit.name}
        />
        <Naming
          id="deputy"
          title={t.nameDeputy}
          submit={t.submitDeputy}
          today={today}
          sent={sent("deputy")}
          withReason
        />
      </Section>
      <Section title={t.facts} id="facts">
        {stale && (
          <Notice tone="warning">
            <p>{t.stale}</p>
            <p>
              {t.staleNow(unit.name, places.find((each) => each.id === unit.parentId)?.name ?? t.noParent)}
            </p>
          </Notice>
        )}
        <Form label={t.facts} version={unit.revision} hidden={{ intent: "unit" }}>
          <UnitFields
            unit={unit}
            typed={intent === "unit" ? actionData?.values : undefined}
            places={places.filter((each) => each.id !== unit.id)}
            errors={intent === "unit" ? errors : NONE}
            words={t}
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}

function Assignments(props: {
  caption: string;
  rows: readonly (Assignment | Deputy)[];
  empty: string;
  kind: "end-manager" | "end-deputy";
  today: string;
  unitName: string;
}) {
  const { people } = useMessages();
  const t = people.unit;
  const name = (row: Assignment) => row.name || t.hidden;
  const hasEnded = (row: Assignment) => row.to !== null && row.to <= props.today;
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.id}
      empty={<Muted>{props.empty}</Muted>}
      columns={[
        { key: "who", header: t.who, rowHeader: true, cell: name },
        { key: "when", header: t.when, cell: (row) => daysText(row, people) },
        ...(props.kind === "end-deputy"
          ? [
              {
                key: "reason",
                header: t.reason,
                cell: (row: Assignment | Deputy) => ("reason" in row ? row.reason : ""),
              },
            ]
          : []),
        {
          key: "end",
          header: t.end,
          headerHidden: true,
          cell: (row) =>
            hasEnded(row) ? null : (
              <Form
                label={`${t.end} ${t.endAbout(name(row))}`}
                hidden={{ intent: props.kind, assignment: row.id }}
              >
                <Button variant="quiet" about={t.endAbout(name(row))}>
                  {t.end}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}

function Naming(props: {
  id: "manager" | "deputy";
  title: string;
  lead?: string;
  submit: string;
  today: string;
  sent: { typed: (key: string, otherwise: string) => string; errors: Spelled };
  withReason?: boolean;
}) {
  const { people } = useMessages();
  const t = people.unit;
  const { typed, errors } = props.sent;
  const wired = (name: string, otherwise = "") => ({
    name,
    id: `${props.id}-${name}`,
    error: errors.of(name),
    defaultValue: typed(name, otherwise),
  });
  return (
    <Section title={props.title} level={3} lead={props.lead}>
      <Form label={props.title} hidden={{ intent: props.id }}>
        <TextField {...wired("person")} label={t.person} width="medium" spellCheck={false} />
        {props.withReason && <TextField {...wired("reason")} label={t.reason} hint={t.reasonHint} />}
        <DateField {...wired("from", props.today)} label={t.from} />
        <DateField {...wired("to")} label={t.lastDay} optional={props.withReason ? undefined : t.optional} />
        <Actions>
          <Button variant="secondary">{props.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
