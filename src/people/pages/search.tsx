/** The search in the staff register, for those who keep it (ORG-7, ORG-8). */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { TextField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { findPeople } from "../find-people.ts";
import { PageLinks } from "../parts/page-links.tsx";
import { EmployedAs, Lines } from "./parts.tsx";
import type { Route } from "./+types/search";

export const loader = load(({ work, url }) =>
  findPeople(work, (url.searchParams.get("q") ?? "").trim().slice(0, 200), pageNumber(url)),
);

export default function Search({ loaderData: found }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.search;
  const { at, language } = useShell();
  const asked = found.q !== "";
  return (
    <Page title={t.title} lead={t.lead}>
      <FilterBar
        label={t.filter}
        submit={t.find}
        clear={asked ? { href: at("/people"), label: t.clear } : undefined}
      >
        <TextField name="q" type="search" label={t.q} defaultValue={found.q} width="medium" />
      </FilterBar>
      {found.total > 0 && <Muted>{t.found(found.total)}</Muted>}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={found.people}
        rowKey={(row) => row.personId}
        empty={
          <EmptyState title={asked ? t.none.title : t.empty.title}>
            {asked ? t.none.text : t.empty.text}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: people.staff.name,
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={at(`/people/${row.personId}`)}>
                  {row.familyName}, {row.givenName}
                </a>
                {row.protectedIdentity && (
                  <>
                    {" "}
                    <Tag tone="danger">{people.staff.protectedIdentity}</Tag>
                  </>
                )}
              </>
            ),
          },
          {
            key: "as",
            header: people.staff.as,
            cell: (row) => (
              <Lines of={row.periods}>
                {(period) => <EmployedAs period={period} language={language} words={people} />}
              </Lines>
            ),
          },
          {
            key: "units",
            header: t.units,
            cell: (row) => <Lines of={row.periods}>{(period) => period.unitName}</Lines>,
          },
        ]}
      />
      <PageLinks
        page={found.page}
        pages={found.pages}
        total={found.total}
        size={found.pageSize}
        href={(page) => at(`/people?${new URLSearchParams({ q: found.q, page: String(page) }).toString()}`)}
        words={people}
      />
      {found.total > 0 && <Muted>{people.staff.logged}</Muted>}
    </Page>
  );
}
