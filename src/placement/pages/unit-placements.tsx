/** The manager's list of the unit: who is placed, who is not, in which model. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section, Tabs } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ListPages } from "../parts/list-pages.tsx";
import { viewUnitPlacements, type UnitPlacement } from "../view-unit-placements.ts";
import type { Route } from "./+types/unit-placements";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewUnitPlacements(work, {
    unitId: params["unitId"] ?? "",
    page: Number(url.searchParams.get("page") ?? 1),
    onlyUnconfirmed: url.searchParams.get("show") === "unconfirmed",
  })),
  done: {
    placed: Number(url.searchParams.get("placed")) || 0,
    saved: Number(url.searchParams.get("saved")) || 0,
  },
}));

const TONES = { awaiting: "neutral", acknowledged: "good", "other-view": "attention" } as const;

export default function UnitPlacements({ loaderData }: Route.ComponentProps) {
  const { unit, rows, done, placed, placeable, onlyUnconfirmed } = loaderData;
  const t = useMessages().placement;
  const { missing, plan } = useMessages();
  const abilities = missing.unit.link;
  const { at, language } = useShell();
  const address = at(`/units/${unit.id}/placements`);
  const isManager = rows.some((row) => row.as !== null);
  const name = (row: UnitPlacement) => {
    const text = `${row.familyName}, ${row.givenName}`;
    return row.as ? <a href={at(`/people/${row.personId}/placements`)}>{text}</a> : text;
  };
  const columns: Column<UnitPlacement>[] = [
    { key: "name", header: t.unit.name, rowHeader: true, cell: name },
    { key: "model", header: t.unit.model, cell: (row) => row.model?.[language] },
    {
      key: "placement",
      header: t.unit.placement,
      cell: ({ state, detail }) => {
        if (state !== "placed") return <Tag>{t.unit.notPlaced}</Tag>;
        if (!detail) return t.unit.placed;
        const place = detail.track ? t.field.withTrack(detail.level, detail.track) : detail.level;
        return detail.takenOver ? (
          <span>
            {place} <Tag tone="attention">{t.takenOver.tag}</Tag>
          </span>
        ) : (
          place
        );
      },
    },
  ];
  const own: Column<UnitPlacement>[] = [
    { key: "since", header: t.unit.since, cell: ({ detail }) => detail && <DateText day={detail.since} /> },
    {
      key: "answer",
      header: t.unit.answer,
      cell: ({ detail, prepared }) => {
        if (detail) return <Tag tone={TONES[detail.answer]}>{t.answer[detail.answer]}</Tag>;
        return prepared ? <Tag tone="brand">{t.unit.prepared}</Tag> : null;
      },
    },
  ];
  const withModel = rows.filter((row) => row.state !== "no-model");
  const without = rows.filter((row) => row.state === "no-model");
  return (
    <Page
      title={t.unit.title(unit.name)}
      lead={t.unit.lead(placed, placeable)}
      breadcrumbs={[
        { href: at("/units"), label: t.unit.units },
        { href: at(`/units/${unit.id}`), label: unit.name },
      ]}
    >
      {(done.placed > 0 || done.saved > 0) && (
        <Notice tone="success" title={t.unit.done(done.placed, done.saved)} announce>
          {done.placed > 0 && <p>{t.unit.doneNext}</p>}
        </Notice>
      )}
      {loaderData.unconfirmed > 0 && (
        <Tabs
          label={t.unit.filter}
          items={[
            { href: address, label: t.unit.all(loaderData.people), current: !onlyUnconfirmed },
            {
              href: `${address}?show=unconfirmed`,
              label: t.unit.unconfirmed(loaderData.unconfirmed),
              current: onlyUnconfirmed,
            },
          ]}
        />
      )}
      {onlyUnconfirmed && <p>{t.unit.unconfirmedText}</p>}
      <Actions>
        {(loaderData.mayPrepare || loaderData.unconfirmed > 0) && (
          <LinkButton variant="primary" href={`${address}/prepare`}>
            {t.unit.prepare}
          </LinkButton>
        )}
        {isManager && (
          <LinkButton variant="quiet" href={at(`/units/${unit.id}/plans`)}>
            {plan.units}
          </LinkButton>
        )}
        {isManager && (
          <LinkButton variant="quiet" href={at(`/units/${unit.id}/abilities`)}>
            {abilities}
          </LinkButton>
        )}
        {loaderData.mayReadNeeds && (
          <LinkButton variant="quiet" href={at(`/needs?unit=${unit.id}`)}>
            {t.unit.needs}
          </LinkButton>
        )}
      </Actions>
      {rows.length === 0 && <EmptyState title={t.unit.empty}>{t.unit.emptyText}</EmptyState>}
      <DataTable
        caption={t.unit.caption}
        columns={isManager ? [...columns, ...own] : columns}
        rows={withModel}
        rowKey={(row) => `${row.personId} ${row.model?.sv}`}
        empty={null}
      />
      {without.length > 0 && (
        <Section title={t.unit.withoutModel} lead={t.unit.withoutModelText} level={2}>
          <ul>
            {without.map((row) => (
              <li key={`${row.personId} ${row.profession?.sv}`}>
                {name(row)}, {row.profession?.[language] ?? t.unit.noProfession}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ListPages
        page={loaderData.page}
        pages={loaderData.pages}
        href={onlyUnconfirmed ? `${address}?show=unconfirmed` : address}
      />
    </Page>
  );
}
