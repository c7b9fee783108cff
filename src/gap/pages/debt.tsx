/** Competence debt, model by model, for a unit or the whole. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { viewDebt, type DebtRow, type NamedAsk } from "../view-debt.ts";
import type { Amounts } from "../debt-figures.rules.ts";
import { amountText, AskText, costText, HowCounted, totalWords } from "./amounts.tsx";
import { UnitPage } from "./unit-choice.tsx";
import type { Route } from "./+types/debt";

export const loader = load(({ work, url }) =>
  viewDebt(work, {
    unitId: url.searchParams.get("unit") ?? "",
    model: url.searchParams.get("model") ?? "",
  }),
);

type Shown = NamedAsk & { readonly figure: Amounts };
const shownOf = (rows: readonly DebtRow[]): Shown[] =>
  rows.flatMap(({ figure, ...row }) => (figure.showing === "shown" ? [{ ...row, figure }] : []));

export default function Debt({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const { unit } = view;
  const here = at("/debt");
  const query = unit ? `?unit=${unit.id}` : "";
  return (
    <UnitPage
      view={view}
      path="/debt"
      title={unit ? t.debt.titleIn(unit.name) : t.debt.title}
      lead={t.debt.lead(view.day)}
    >
      {view.models.length === 0 && <EmptyState title={t.debt.none}>{t.debt.noneText}</EmptyState>}
      {view.models.map((model) => {
        const name = capital(language === "sv" ? model.nameSv : model.nameEn);
        const rows = shownOf(model.rows);
        const hidden = model.rows.length - rows.length;
        return (
          <Section key={model.slug} title={name} id={model.slug}>
            <DebtTable rows={rows} name={name} />
            {hidden > 0 && <Muted>{t.amounts.notShown(hidden)}</Muted>}
          </Section>
        );
      })}
      {view.models.length > 0 && (
        <>
          <Actions>
            <LinkButton href={`${here}/file.csv${query}`} download>
              {t.debt.file}
            </LinkButton>
            <LinkButton href={at(`/needs${query}`)} variant="quiet">
              {t.debt.needs}
            </LinkButton>
          </Actions>
          <Section title={t.amounts.how} id="counted">
            <HowCounted k={view.k} />
          </Section>
        </>
      )}
    </UnitPage>
  );
}

function DebtTable({ rows, name }: { rows: readonly Shown[]; name: string }) {
  const t = useMessages().gap;
  const { language } = useShell();
  const total = totalWords(
    rows.map(({ figure }) => figure),
    t,
    language,
  );
  return (
    <>
      <DataTable
        caption={t.debt.caption(name)}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: "requirement",
            header: t.amounts.requirement,
            rowHeader: true,
            cell: (row) => <AskText ask={row} />,
          },
          {
            key: "level",
            header: t.amounts.levelColumn,
            cell: ({ level, track }) => t.amounts.at(level, track),
          },
          { key: "people", header: t.amounts.people, numeric: true, cell: ({ figure }) => figure.people },
          {
            key: "hours",
            header: t.amounts.hours,
            numeric: true,
            cell: ({ figure }) => amountText(figure.hours, language),
          },
          {
            key: "credits",
            header: t.amounts.credits,
            numeric: true,
            cell: ({ figure }) => amountText(figure.credits, language),
          },
          {
            key: "cost",
            header: t.amounts.cost,
            numeric: true,
            cell: ({ figure }) => costText(figure.cost, t, language),
          },
          {
            key: "years",
            header: t.amounts.years,
            numeric: true,
            cell: ({ figure }) => amountText(figure.years, language),
          },
          { key: "way", header: t.amounts.way, cell: ({ rate }) => t.amounts.ways[rate.way] },
        ]}
      />
      {rows.length > 1 && total !== "" && (
        <p>
          {t.amounts.total}: {total}.
        </p>
      )}
    </>
  );
}
