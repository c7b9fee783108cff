/** The manager's list: whom to book, prepare for, hold with, and whom to wait for. */
import { capital } from "../../messages/capital.ts";
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { ListPages } from "../../placement/parts/list-pages.tsx";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewUnitTalks, type TalkHead, type UnitTalkRow } from "../view-talks.ts";
import { listPath, talkPath } from "./places.ts";
import { PHASE_TONES } from "./talk-list.tsx";
import { useKind } from "./when.ts";
import type { Route } from "./+types/unit-talks";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewUnitTalks(work, { unitId: params["unitId"] ?? "", page: pageNumber(url) })),
  booked: Number(url.searchParams.get("booked")) || 0,
}));

export default function UnitTalks({ loaderData }: Route.ComponentProps) {
  const { unit, rows, page, pages, people, booked, talkWord } = loaderData;
  const words = useMessages().talk;
  const t = words.unit;
  const { at, today } = useShell();
  const kindOf = useKind(talkWord);
  const toDo = ({ phase, day, confirmedManager }: TalkHead): string => {
    if (phase === "planned" || phase === "prepared") return day <= today ? t.hold : t.prepare;
    if (phase === "held") return t.goOn;
    return phase === "asked" && !confirmedManager ? t.confirm : t.read;
  };
  // Somebody with two talks under way has two lines.
  const lines = rows.flatMap((row): { row: UnitTalkRow; talk: TalkHead | null }[] =>
    row.underWay.length === 0 ? [{ row, talk: null }] : row.underWay.map((talk) => ({ row, talk })),
  );
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: words.person.units },
        { href: at(`/units/${unit.id}`), label: unit.name },
      ]}
    >
      {booked > 0 && (
        <Notice tone="success" title={t.booked(booked)} announce>
          <p>{t.bookedText}</p>
        </Notice>
      )}
      {people > 0 && (
        <Actions>
          <LinkButton href={at(`/units/${unit.id}/talks/book`)}>{t.book}</LinkButton>
        </Actions>
      )}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={lines}
        rowKey={({ row, talk }) => talk?.id ?? row.personId}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: ({ row }) => (
              <a href={at(listPath("other", row.personId))}>
                {row.familyName}, {row.givenName}
              </a>
            ),
          },
          {
            key: "latest",
            header: t.latest,
            cell: ({ row: { latest } }) =>
              latest?.heldOn ? <DateText day={latest.heldOn} /> : <span className="muted">{t.none}</span>,
          },
          {
            key: "underWay",
            header: t.underWay,
            cell: ({ talk }) =>
              talk && (
                <>
                  {capital(kindOf(talk.kind))},{" "}
                  <time dateTime={talk.heldOn ?? `${talk.day} ${talk.at}`}>
                    {talk.heldOn ?? `${talk.day} ${talk.at}`}
                  </time>
                </>
              ),
          },
          {
            key: "state",
            header: t.state,
            cell: ({ talk }) =>
              talk ? (
                <Tag tone={PHASE_TONES[talk.phase]}>{words.phase[talk.phase]}</Tag>
              ) : (
                <Tag>{t.notBooked}</Tag>
              ),
          },
          {
            key: "act",
            header: t.act,
            headerHidden: true,
            cell: ({ row, talk }) =>
              talk && (
                <LinkButton href={at(talkPath("other", talk))} about={`${row.givenName} ${row.familyName}`}>
                  {toDo(talk)}
                </LinkButton>
              ),
          },
        ]}
      />
      <ListPages page={page} pages={pages} href={at(`/units/${unit.id}/talks`)} />
    </Page>
  );
}
