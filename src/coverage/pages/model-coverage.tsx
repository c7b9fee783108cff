/** One model's coverage: where it stands, its course over time, and the units of the tree. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewModelCoverage, type ModelCoverageView } from "../view-model-coverage.ts";
import { Course } from "./course.tsx";
import { askedOf, choiceQuery, FigureText, HowCounted } from "./figures.tsx";
import type { Route } from "./+types/model-coverage";

export const loader = load(({ work, params, url }) =>
  viewModelCoverage(work, { slug: params["model"] ?? "", ...askedOf(url) }),
);

export default function ModelCoverage({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().coverage;
  const { at, language, today } = useShell();
  const { unit, day, frozen, model } = view;
  const moment = { day, frozen, today };
  const name = language === "sv" ? model.nameSv : model.nameEn;
  const here = at(`/coverage/${model.slug}`);
  const whole = view.mayChooseWhole && unit ? [{ id: "", name: view.organisation }] : [];
  const figure = view.rows[0]?.figure ?? { showing: "none" };
  return (
    <Page
      title={t.detail.title(name)}
      lead={t.detail.lead(unit?.name ?? view.organisation, day)}
      breadcrumbs={[
        { href: at(`/coverage${choiceQuery({ unitId: unit?.id, ...moment })}`), label: t.title },
        ...[...whole, ...view.above].map((each) => ({
          href: `${here}${choiceQuery({ unitId: each.id, ...moment })}`,
          label: each.name,
        })),
      ]}
    >
      {frozen && (
        <Notice tone="info" title={t.frozenMoment(day)}>
          <p>{t.frozenMomentText}</p>
        </Notice>
      )}
      <p>
        <FigureText figure={figure} k={view.k} threshold={view.threshold} />
      </p>
      <Standing view={view} />
      {!frozen && (
        <FilterBar
          label={t.choose}
          submit={t.show}
          clear={
            day === today
              ? undefined
              : {
                  href: `${here}${choiceQuery({ unitId: unit?.id, day: today, frozen, today })}`,
                  label: t.clear,
                }
          }
          hidden={unit ? { unit: unit.id } : {}}
        >
          <DateField name="day" label={t.day} defaultValue={day} max={today} />
        </FilterBar>
      )}
      <Course view={view} name={name} />
      <Units view={view} here={here} />
      <Actions>
        <LinkButton href={`${here}/file.csv${choiceQuery({ unitId: unit?.id, ...moment })}`} download>
          {t.file}
        </LinkButton>
        {unit && view.placements && (
          <LinkButton href={at(`/units/${unit.id}/placements`)}>{t.detail.placements}</LinkButton>
        )}
        <LinkButton href={at(`/models/${model.slug}`)} variant="quiet">
          {t.detail.readModel}
        </LinkButton>
      </Actions>
      <HowCounted counted={view} />
    </Page>
  );
}

/** FUP-3 in a sentence or two. */
function Standing({ view: { standing, threshold } }: { view: ModelCoverageView }) {
  const t = useMessages().coverage.detail;
  if (!standing) return <p>{t.notIntroduced(threshold)}</p>;
  const { introducedOn, below } = standing;
  return (
    <p>
      {t.introduced(introducedOn)} {below && (below.frozen ? t.belowSince(below.day) : t.belowNow(below.day))}
    </p>
  );
}

const DEEPEST = 6;

function Units({ view, here }: { view: ModelCoverageView; here: string }) {
  const t = useMessages().coverage;
  const { today } = useShell();
  const { day, frozen } = view;
  return (
    <Section title={t.detail.units} id="units">
      {view.oneLevel && <Muted>{t.detail.oneLevel}</Muted>}
      <DataTable
        caption={t.detail.unitsCaption}
        rows={view.rows}
        rowKey={({ unit }) => unit?.id ?? ""}
        empty={null}
        total={({ depth }) => depth === 0}
        columns={[
          {
            key: "unit",
            header: t.unit,
            rowHeader: true,
            cell: ({ unit, depth }) => {
              const name = unit?.name ?? view.organisation;
              const indent = `depth-${String(Math.min(depth, DEEPEST))}`;
              if (depth === 0 || !unit) return name;
              return (
                <a className={indent} href={`${here}${choiceQuery({ unitId: unit.id, day, frozen, today })}`}>
                  {name}
                </a>
              );
            },
          },
          {
            key: "coverage",
            header: t.coverage,
            cell: ({ figure }) => <FigureText figure={figure} k={view.k} threshold={view.threshold} />,
          },
          {
            key: "introduced",
            header: t.introduced,
            cell: ({ standing }) =>
              standing && (
                <>
                  {t.introducedOn(standing.introducedOn)}{" "}
                  {standing.below && <Tag tone="attention">{t.below}</Tag>}
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}
