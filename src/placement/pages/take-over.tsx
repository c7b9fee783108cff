/** One take-over, whichever step it is at (INT-4). */
import type { ReactNode } from "react";
import { act, again, field, load, pageNumber, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { ColumnForm, formatText } from "../../people/parts/column-choices.tsx";
import { atTime } from "../../people/parts/at-time.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import type { FormError } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { cancelTakeOver, confirmColumns, confirmTakeOver, reviseColumns } from "../take-over.ts";
import { TAKE_OVER_FIELD_NAMES, type TakeOverColumns, type TakeOverField } from "../take-over-row.rules.ts";
import { viewTakeOver, type TakeOverView } from "../view-take-over.ts";
import { TakeOverPreview } from "./take-over-preview.tsx";
import type { Route } from "./+types/take-over";

export const loader = load(({ work, params, url }) =>
  viewTakeOver(work, params["takeOverId"] ?? "", {
    list: url.searchParams.get("list"),
    page: pageNumber(url),
  }),
);

export const action = act(async ({ work, params, form }) => {
  const id = params["takeOverId"] ?? "";
  const intent = field(form, "intent");
  const result =
    intent === "cancel"
      ? await cancelTakeOver(work, id)
      : intent === "revise"
        ? await reviseColumns(work, id)
        : intent === "confirm"
          ? await confirmTakeOver(work, id, {
              leaveOut: field(form, "leaveOut") === "yes",
              fingerprint: field(form, "version"),
            })
          : await confirmColumns(work, id, columnsIn(form));
  return result.ok ? seeOther(`/o/${work.tenant.slug}/take-over/${id}`) : again(result.reasons, form);
});

const columnsIn = (form: FormValues): TakeOverColumns =>
  Object.fromEntries(
    TAKE_OVER_FIELD_NAMES.map((name) => [name, field(form, name)] as const).filter(
      ([, column]) => column !== "",
    ),
  );

export default function TakeOverPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const errors = spell(actionData?.reasons ?? [], useMessages().takeOver.reasons);
  const typed = actionData?.values;
  if (view.state === "mapping") return <Mapping view={view} errors={errors} typed={typed} />;
  if (view.state === "done") return <Receipt view={view} errors={errors} />;
  if (view.state === "cancelled") return <Cancelled view={view} errors={errors} />;
  return (
    <Frame view={view} step={2} errors={errors.list} words="preview">
      <TakeOverPreview view={view} errors={errors} typed={typed} />
    </Frame>
  );
}

/** The frame of each step: the way there, the step, and what is being taken over. */
function Frame(props: {
  view: TakeOverView;
  words: "mapping" | "preview" | "receipt" | "cancelled";
  step?: 1 | 2 | 3;
  errors: readonly FormError[];
  narrow?: boolean;
  children: ReactNode;
}) {
  const t = useMessages().takeOver;
  const { at } = useShell();
  const { filename, by } = props.view;
  return (
    <Page
      title={t[props.words].title}
      lead={t[props.words].lead}
      caption={props.step === undefined ? undefined : t.caption(props.step)}
      errors={props.errors}
      narrow={props.narrow ?? false}
      breadcrumbs={[{ href: at("/take-over"), label: t.title }]}
    >
      <p className="muted">{t.about(filename, by, atTime(props.view.at))}</p>
      {props.children}
    </Page>
  );
}

const GROUPS: readonly {
  readonly name: "who" | "where" | "why";
  readonly fields: readonly TakeOverField[];
}[] = [
  { name: "who", fields: ["employmentNumber", "name"] },
  { name: "where", fields: ["level", "track", "title", "model", "from"] },
  { name: "why", fields: ["motivation", "source"] },
];

function Mapping({
  view,
  errors,
  typed,
}: {
  view: Extract<TakeOverView, { state: "mapping" }>;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const t = useMessages().takeOver.mapping;
  return (
    <Frame view={view} step={1} errors={errors.list} words="mapping">
      <Muted>{formatText(view.format, t)}</Muted>
      {view.dropped.length > 0 && <Notice tone="info">{t.dropped(view.dropped.join(", "))}</Notice>}
      <ColumnForm
        groups={GROUPS.map(({ name, fields }) => ({ title: t[name], fields }))}
        view={view}
        typed={typed}
        errors={errors}
        words={t}
      />
    </Frame>
  );
}

function Receipt({ view, errors }: { view: Extract<TakeOverView, { state: "done" }>; errors: Spelled }) {
  const t = useMessages().takeOver.receipt;
  const { at } = useShell();
  const facts = ["place", "same", "conflict", "unreadable"] as const;
  return (
    <Frame view={view} step={3} errors={errors.list} narrow words="receipt">
      <SummaryList rows={facts.map((fact) => ({ term: t.facts[fact], detail: view.found[fact] }))} />
      <Actions>
        <LinkButton href={at("/units")} variant="primary">
          {t.units}
        </LinkButton>
        <LinkButton href={at("/take-over")}>{t.another}</LinkButton>
      </Actions>
    </Frame>
  );
}

function Cancelled({ view, errors }: { view: TakeOverView; errors: Spelled }) {
  const t = useMessages().takeOver;
  const { at } = useShell();
  return (
    <Frame view={view} errors={errors.list} narrow words="cancelled">
      <Actions>
        <LinkButton href={at("/take-over")}>{t.receipt.another}</LinkButton>
      </Actions>
    </Frame>
  );
}
