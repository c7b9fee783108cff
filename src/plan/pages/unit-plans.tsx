/** The unit's plans: what comes next for each, and what ends soon. */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { ListPages } from "../../placement/parts/list-pages.tsx";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewUnitPlans, type UnitPlanRow } from "../view-unit-plans.ts";
import type { Route } from "./+types/unit-plans";

export const loader = load(async ({ work, params, url: { searchParams }, url }) => ({
  ...(await viewUnitPlans(work, { unitId: params["unitId"] ?? "", page: pageNumber(url) })),
  given: Number(searchParams.get("given")) || 0,
  started: Number(searchParams.get("started")) || 0,
  had: Number(searchParams.get("had")) || 0,
  without: searchParams.getAll("without").flatMap((each) => {
    const [, people = "", title = ""] = /^(\d{1,4}) (.{1,300})$/u.exec(each) ?? [];
    return title === "" ? [] : [{ people: Number(people), title }];
  }),
}));

export default function UnitPlansPage({ loaderData }: Route.ComponentProps) {
  const { unit, rows, page, pages, people, given, started, had, without } = loaderData;
  const { plan: words, talk } = useMessages();
  const t = words.unit;
  const { at, today } = useShell();
  const said = [
    ...(given > 0 ? [words.give.given(given)] : []),
    ...(started > 0 ? [words.start.started(started)] : []),
    ...(had > 0 ? [started > 0 ? words.start.had(had) : words.give.had(had)] : []),
    ...without.map((each) => words.start.withoutPlace(each.title, each.people)),
  ];
  const state = ({ open }: UnitPlanRow) => {
    if (open.late > 0) return <Tag tone="attention">{t.late(open.late)}</Tag>;
    return open.soon > 0 && <Tag>{t.soon(open.soon)}</Tag>;
  };
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: talk.person.units },
        { href: at(`/units/${unit.id}`), label: unit.name },
      ]}
    >
      {said.length > 0 && (
        <Notice tone={without.length > 0 ? "warning" : "success"} announce>
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {people > 0 && (
        <Actions>
          <LinkButton href={at(`/units/${unit.id}/plans/give`)}>{t.give}</LinkButton>
          <LinkButton href={at(`/units/${unit.id}/plans/start`)}>{t.start}</LinkButton>
        </Actions>
      )}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={rows}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: ({ personId, givenName, familyName }) => (
              <a href={at(`/people/${personId}/plan`)}>
                {familyName}, {givenName}
              </a>
            ),
          },
          {
            key: "next",
            header: t.next,
            cell: ({ next }) => (next ? next.title : <span className="muted">{t.nothing}</span>),
          },
          {
            key: "on",
            header: t.on,
            cell: ({ next }) =>
              next && (next.underWay && next.on >= today ? `${next.on}, ${t.underWay}` : next.on),
          },
          { key: "open", header: t.open, cell: state },
        ]}
      />
      <ListPages page={page} pages={pages} href={at(`/units/${unit.id}/plans`)} />
    </Page>
  );
}
