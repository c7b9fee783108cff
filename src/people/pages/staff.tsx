/** A unit's staff as the register has it today (ORG-3, ORG-7, ORG-8). */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select, TextField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewStaff } from "../view-staff.ts";
import { PageLinks } from "../parts/page-links.tsx";
import { daysText, EmployedAs, Lines } from "./parts.tsx";
import type { Route } from "./+types/staff";

export const loader = load(({ work, params, url }) =>
  viewStaff(work, params["unitId"] ?? "", {
    q: (url.searchParams.get("q") ?? "").trim().slice(0, 200),
    profession: url.searchParams.get("profession") ?? "",
    page: pageNumber(url),
  }),
);

export default function Staff({ loaderData: view }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.staff;
  const { at, language } = useShell();
  const here = at(`/units/${view.unit.id}`);
  const filtered = view.filter.q !== "" || view.filter.professionId !== null;
  const href = (page: number) => {
    const query = new URLSearchParams({
      q: view.filter.q,
      profession: view.filter.professionId ?? "",
      page: String(page),
    });
    return `${here}?${query.toString()}`;
  };
  return (
    <Page
      title={view.unit.name}
      lead={filtered ? undefined : t.lead(view.total)}
      beside={view.unit.isAuthority ? <Tag tone="brand">{people.units.authority}</Tag> : undefined}
      breadcrumbs={[
        { href: at("/units"), label: people.units.title },
        ...view.path.map((unit) => ({ href: at(`/units?under=${unit.id}`), label: unit.name })),
      ]}
    >
      <Actions>
        {view.decides && (
          <LinkButton href={`${here}/placements`} variant="primary">
            {t.placements}
          </LinkButton>
        )}
        {view.decides && <LinkButton href={`${here}/evidence`}>{people.person.evidence}</LinkButton>}
        {view.mayKeep && <LinkButton href={`${here}/keep`}>{t.keep}</LinkButton>}
      </Actions>
      {(view.total > 0 || filtered) && (
        <FilterBar
          label={t.filter}
          submit={t.find}
          clear={filtered ? { href: here, label: t.clear } : undefined}
        >
          <TextField name="q" type="search" label={t.q} defaultValue={view.filter.q} width="medium" />
          <Select
            name="profession"
            label={t.profession}
            empty={t.anyProfession}
            defaultValue={view.filter.professionId ?? ""}
            width="medium"
            options={view.professions.map((each) => ({
              value: each.id,
              label: language === "sv" ? each.nameSv : each.nameEn,
            }))}
          />
        </FilterBar>
      )}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={view.people}
        rowKey={(row) => row.personId}
        empty={
          filtered ? (
            <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
          ) : (
            <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
          )
        }
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={at(`/people/${row.personId}`)}>
                  {row.familyName}, {row.givenName}
                </a>
                {row.protectedIdentity && (
                  <>
                    {" "}
                    <Tag tone="danger">{t.protectedIdentity}</Tag>
                  </>
                )}
              </>
            ),
          },
          {
            key: "as",
            header: t.as,
            cell: (row) => (
              <Lines of={row.periods}>
                {(period) => <EmployedAs period={period} language={language} words={people} />}
              </Lines>
            ),
          },
          {
            key: "form",
            header: t.form,
            cell: (row) => <Lines of={row.periods}>{(period) => t.forms[period.form]}</Lines>,
          },
          {
            key: "extent",
            header: t.extent,
            numeric: true,
            cell: (row) => <Lines of={row.periods}>{(period) => t.percent(period.extent)}</Lines>,
          },
          {
            key: "since",
            header: t.since,
            cell: (row) => <Lines of={row.periods}>{(period) => daysText(period, people)}</Lines>,
          },
        ]}
      />
      <PageLinks
        page={view.page}
        pages={view.pages}
        total={view.total}
        size={view.pageSize}
        href={href}
        words={people}
      />
      {view.people.length > 0 && <Muted>{t.logged}</Muted>}
      {view.below.length > 0 && (
        <Section title={t.below} id="below">
          <ul>
            {view.below.map((unit) => (
              <li key={unit.id}>
                <a href={at(`/units?under=${unit.id}`)}>{unit.name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
