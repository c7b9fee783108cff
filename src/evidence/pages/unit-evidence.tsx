/** What a unit's manager has to see to: evidence that waits for a check, and what ends soon (ASM-2). */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { PageLinks } from "../../people/parts/page-links.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { PAGE_SIZE, viewUnitEvidence } from "../view-unit-evidence.ts";
import type { ToSee } from "../unit.store.ts";
import { StandingTag } from "./standing-tag.tsx";
import { lastDay } from "./typed-evidence.ts";
import type { Route } from "./+types/unit-evidence";

export const loader = load(({ work, params, url }) =>
  viewUnitEvidence(work, { unitId: params["unitId"] ?? "", page: pageNumber(url) }),
);

export default function UnitEvidencePage({ loaderData }: Route.ComponentProps) {
  const { unit, rows, total, waiting, page, pages } = loaderData;
  const { evidence, people } = useMessages();
  const t = evidence.unit;
  const { at } = useShell();
  return (
    <Page
      title={t.title(unit.name)}
      lead={t.lead(waiting)}
      breadcrumbs={[
        { href: at("/units"), label: t.units },
        { href: at(`/units/${unit.id}`), label: unit.name },
      ]}
    >
      <DataTable
        caption={t.caption}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: ({ personId, familyName, givenName }) => (
              <a href={at(`/people/${personId}/evidence`)}>
                {familyName}, {givenName}
              </a>
            ),
          },
          {
            key: "what",
            header: t.what,
            cell: ({ personId, id, what }) => <a href={at(`/people/${personId}/evidence/${id}`)}>{what}</a>,
          },
          { key: "issued", header: t.issued, cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
          { key: "state", header: t.state, cell: (row) => <State row={row} /> },
        ]}
      />
      <PageLinks
        page={page}
        pages={pages}
        total={total}
        size={PAGE_SIZE}
        href={(number) => at(`/units/${unit.id}/evidence?page=${number}`)}
        words={people}
      />
    </Page>
  );
}

function State({ row: { endsOn, renewalWaits } }: { row: ToSee }) {
  const t = useMessages().evidence.unit;
  const { today } = useShell();
  if (endsOn === null) return <StandingTag standing="waiting" />;
  const isOver = endsOn <= today;
  return (
    <>
      <Tag tone={isOver ? "attention" : "neutral"}>
        {isOver ? t.ended(lastDay(endsOn)) : t.ends(lastDay(endsOn))}
      </Tag>
      {renewalWaits && ` (${t.renewal})`}
    </>
  );
}
