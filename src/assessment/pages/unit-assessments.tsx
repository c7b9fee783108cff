/** The manager's list of the unit: whom to assess, and who has handed in. */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { ListPages } from "../../placement/parts/list-pages.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewUnitAssessments } from "../view-assessments.ts";
import { useStateWords } from "./assessment-list.tsx";
import { assessmentPath, listPath } from "./places.ts";
import type { Route } from "./+types/unit-assessments";

export const loader = load(({ work, params, url }) =>
  viewUnitAssessments(work, { unitId: params["unitId"] ?? "", page: pageNumber(url) }),
);

export default function UnitAssessments({ loaderData }: Route.ComponentProps) {
  const { unit, rows } = loaderData;
  const words = useMessages().assessment;
  const t = words.unit;
  const { at, language } = useShell();
  const stateOf = useStateWords();
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: words.person.people },
        { href: at(`/units/${unit.id}`), label: unit.name },
      ]}
    >
      <DataTable
        caption={t.caption}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.personId} ${row.model.sv}`}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (row) => (
              <a href={at(listPath("other", row.personId))}>
                {row.familyName}, {row.givenName}
              </a>
            ),
          },
          {
            key: "placed",
            header: t.placed,
            cell: ({ placed, model }) =>
              placed ? words.place(placed.level, placed.track) : `${t.notPlaced} (${model[language]})`,
          },
          {
            key: "state",
            header: t.state,
            cell: ({ latest, givenName }) => {
              if (!latest) return <Tag>{words.state.none}</Tag>;
              const { word, tone } = stateOf(latest, "manager", givenName);
              return <Tag tone={tone}>{word}</Tag>;
            },
          },
          {
            key: "open",
            header: t.open,
            headerHidden: true,
            cell: ({ latest, personId, givenName, familyName }) => (
              <LinkButton
                href={at(
                  latest && latest.endedOn === null
                    ? assessmentPath("other", { personId, assessmentId: latest.id })
                    : listPath("other", personId),
                )}
                about={`${givenName} ${familyName}`}
              >
                {latest === null ? t.begin : latest.endedOn === null ? t.open : t.beginAgain}
              </LinkButton>
            ),
          },
        ]}
      />
      <ListPages page={loaderData.page} pages={loaderData.pages} href={at(`/units/${unit.id}/assessments`)} />
    </Page>
  );
}
