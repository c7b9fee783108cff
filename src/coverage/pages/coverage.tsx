/** Coverage by model, for the organisation or one of its units, on a day or at a measurement. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateField, Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewCoverage } from "../view-coverage.ts";
import { askedOf, choiceQuery, FigureText, HowCounted } from "./figures.tsx";
import type { Route } from "./+types/coverage";

export const loader = load(({ work, url }) => viewCoverage(work, askedOf(url)));

export default function Coverage({ loaderData: view }: Route.ComponentProps) {
  const { coverage: t } = useMessages();
  const { at, language, today, tenant } = useShell();
  const { unit, day, frozen } = view;
  const moment = { day, frozen, today };
  const query = choiceQuery({ unitId: unit?.id, ...moment });
  const whole = view.mayChooseWhole && unit ? [{ id: "", name: tenant?.name ?? "" }] : [];
  return (
    <Page
      title={unit ? t.titleIn(unit.name) : t.title}
      lead={t.lead}
      breadcrumbs={[...whole, ...view.above].map(({ id, name }) => ({
        href: at(`/coverage${choiceQuery({ unitId: id, ...moment })}`),
        label: name,
      }))}
    >
      {frozen && (
        <Notice tone="info" title={t.frozenMoment(day)}>
          <p>
            {t.frozenMomentText} <a href={at("/measurements")}>{t.measurements.title}</a>
          </p>
        </Notice>
      )}
      <FilterBar
        label={t.choose}
        submit={t.show}
        clear={
          frozen || day !== today
            ? {
                href: at(`/coverage${choiceQuery({ unitId: unit?.id, day: today, frozen: false, today })}`),
                label: t.clear,
              }
            : undefined
        }
        hidden={frozen ? { measurement: day } : {}}
      >
        <Select
          name="unit"
          label={t.unit}
          options={[...(unit ? [unit] : []), ...view.choices.filter(({ id }) => id !== unit?.id)].map(
            ({ id, name }) => ({ value: id, label: name }),
          )}
          empty={view.mayChooseWhole ? t.whole : undefined}
          defaultValue={unit?.id ?? ""}
          width="full"
        />
        {!frozen && <DateField name="day" label={t.day} defaultValue={day} max={today} />}
      </FilterBar>
      <DataTable
        caption={t.caption(day)}
        rows={view.rows}
        rowKey={({ slug }) => slug}
        empty={
          <EmptyState title={unit ? t.noneHere : t.noModels}>
            {unit ? t.noneHereText : t.noModelsText}
          </EmptyState>
        }
        columns={[
          {
            key: "model",
            header: t.model,
            rowHeader: true,
            cell: ({ slug, nameSv, nameEn }) => (
              <a href={at(`/coverage/${slug}${query}`)}>{language === "sv" ? nameSv : nameEn}</a>
            ),
          },
          {
            key: "coverage",
            header: t.coverage,
            cell: ({ figure }) => <FigureText figure={figure} k={view.k} threshold={view.threshold} />,
          },
          {
            key: "introduced",
            header: t.introduced,
            cell: ({ standing }) => {
              if (!standing) return <span className="muted">{t.notIntroduced}</span>;
              return (
                <>
                  {t.introducedOn(standing.introducedOn)}{" "}
                  {standing.below && <Tag tone="attention">{t.below}</Tag>}
                </>
              );
            },
          },
        ]}
      />
      {view.rows.length > 0 && (
        <>
          <Actions>
            <LinkButton href={at(`/coverage/file.csv${query}`)} download>
              {t.file}
            </LinkButton>
            <LinkButton href={at("/measurements")} variant="quiet">
              {t.measurements.title}
            </LinkButton>
          </Actions>
          <HowCounted counted={view} />
        </>
      )}
      {view.rows.length === 0 && (
        <Muted>
          <a href={at("/measurements")}>{t.measurements.title}</a>
        </Muted>
      )}
    </Page>
  );
}
