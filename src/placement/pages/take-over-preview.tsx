/** What a take-over would do, list by list, and the approval (INT-4). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { PREVIEW_PAGE } from "../../people/import-question.rules.ts";
import { LeaveOut } from "../../people/parts/leave-out.tsx";
import { PageLinks } from "../../people/parts/page-links.tsx";
import { UnreadableRows } from "../../people/parts/unreadable-rows.tsx";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section, Tabs } from "../../ui/shell.tsx";
import type { TakeOverListRow } from "../take-over.store.ts";
import { isToMend, TAKE_OVER_LISTS, type TakeOverListView, type TakeOverView } from "../view-take-over.ts";
import { insteadText } from "./instead-text.ts";
import { usePlaceName } from "../parts/placement-history.tsx";

type PreviewView = Extract<TakeOverView, { state: "preview" }>;

export function TakeOverPreview({
  view,
  errors,
  typed,
}: {
  view: PreviewView;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { takeOver, people } = useMessages();
  const t = takeOver.preview;
  const { at } = useShell();
  const { found, shown } = view;
  const here = (query: Readonly<Record<string, string>>) =>
    at(`/take-over/${view.id}?${new URLSearchParams(query).toString()}`);
  return (
    <>
      {view.changedSince && <Notice tone="warning">{t.changedSince}</Notice>}
      <p>{t.summary(found.rows, found.same)}</p>
      {found.rows > 0 && found.same === found.rows && <Notice tone="success">{t.nothing}</Notice>}
      <Tabs
        label={t.tabs}
        items={TAKE_OVER_LISTS.map((list) => ({
          href: here({ list }),
          label: `${t.lists[list]} ${found[list]}`,
          current: shown.list === list,
        }))}
      />
      <Section
        title={t.lists[shown.list]}
        id="list"
        lead={shown.list === "conflict" && shown.total > 0 ? t.conflictLead : undefined}
      >
        <List view={shown} />
        {shown.hidden > 0 && <Notice tone="info">{t.hidden(shown.hidden)}</Notice>}
        <PageLinks
          page={shown.page}
          pages={shown.pages}
          total={shown.total}
          size={PREVIEW_PAGE}
          href={(page) => here({ list: shown.list, page: String(page) })}
          words={people}
        />
        {shown.total > 0 && <Muted>{t.logged}</Muted>}
        {shown.total > 0 && isToMend(shown.list) && (
          <LinkButton href={at(`/take-over/${view.id}/rows/${shown.list}`)} download>
            {t.download}
          </LinkButton>
        )}
      </Section>
      {found.unknownTitles.length > 0 && (
        <Section title={t.unknownTitles} id="unknown-titles" lead={t.unknownTitlesText}>
          <ul>
            {found.unknownTitles.map(({ title, count }) => (
              <li key={title}>{t.unknownTitle(title, count)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={found.place > 0 ? t.confirmTitle : t.nothingTitle}
        id="confirm"
        lead={found.place > 0 ? t.confirmText : undefined}
      >
        <Form label={t.confirmTitle} version={view.fingerprint}>
          {found.place > 0 && found.unreadable > 0 && (
            <LeaveOut
              count={found.unreadable}
              leftOut={view.leftOut}
              words={t}
              typed={typed}
              error={errors.of("leaveOut")}
            />
          )}
          <Actions>
            {found.place > 0 && (
              <Button name="intent" value="confirm">
                {t.submit(found.place)}
              </Button>
            )}
            {view.origin === "file" && (
              <Button variant="secondary" name="intent" value="revise">
                {t.revise}
              </Button>
            )}
            <Button variant="quiet" name="intent" value="cancel">
              {t.cancel}
            </Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
}

function List({ view }: { view: TakeOverListView }) {
  const { takeOver } = useMessages();
  const t = takeOver.preview;
  const { language } = useShell();
  const placeName = usePlaceName();
  const who: Column<TakeOverListRow>[] = [
    { key: "name", header: t.name, rowHeader: true, cell: (row) => row.name },
    { key: "number", header: t.number, cell: (row) => row.number },
  ];
  const place: Column<TakeOverListRow>[] = [
    { key: "unit", header: t.unit, cell: (row) => row.unit },
    { key: "model", header: t.model, cell: (row) => (language === "sv" ? row.modelSv : row.modelEn) },
    {
      key: "place",
      header: t.place,
      cell: ({ level, track }) => level !== null && placeName({ level, track }),
    },
  ];
  const frame = {
    caption: t.lists[view.list],
    rows: view.rows,
    empty: view.hidden > 0 ? null : <Muted>{t.empty[view.list]}</Muted>,
  };
  if (view.list === "unreadable") return <UnreadableRows {...frame} words={takeOver} />;
  const more: Readonly<Record<typeof view.list, Column<TakeOverListRow>[]>> = {
    place: [
      ...who,
      ...place,
      { key: "from", header: t.from, cell: (row) => row.from && <DateText day={row.from} /> },
      { key: "source", header: t.source, cell: (row) => row.source },
    ],
    same: [...who, ...place],
    conflict: [
      ...who,
      ...place,
      {
        key: "instead",
        header: t.instead,
        cell: (row) => insteadText(row.reasons, takeOver),
      },
    ],
  };
  return <DataTable {...frame} captionHidden rowKey={(row) => row.line} columns={more[view.list]} />;
}
