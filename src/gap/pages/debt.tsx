/** Competence debt, model by model, for a unit or the whole: by name for whoever decides for the people, and else in figures. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import { EmptyState, Notice, Suppressed } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { viewDebt, type DebtRow, type DebtView } from "../view-debt.ts";
import { amountColumns, AskCell, AskText, HowCounted, totalWords } from "./amounts.tsx";
import { listed } from "../parts/requirement-words.tsx";
import { UnitPage } from "./unit-choice.tsx";
import type { Route } from "./+types/debt";

export const loader = load(({ work, url }) =>
  viewDebt(work, {
    unitId: url.searchParams.get("unit") ?? "",
    model: url.searchParams.get("model") ?? "",
  }),
);

/** Is there anything to tell of it: a figure, or somebody by name? */
const tells = ({ figure, people }: DebtRow): boolean => figure.showing === "shown" || Boolean(people?.length);

export default function Debt({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const { unit } = view;
  const query = unit ? `?unit=${unit.id}` : "";
  const tellsNothing = view.models.length > 0 && !view.models.some(({ rows }) => rows.some(tells));
  return (
    <UnitPage
      view={view}
      path="/debt"
      title={unit ? t.debt.titleIn(unit.name) : t.debt.title}
      lead={t.debt.lead(formatDay(view.day, language === "sv" ? "sv-SE" : "en-GB"))}
    >
      {view.models.length === 0 && <EmptyState title={t.debt.none}>{t.debt.noneText}</EmptyState>}
      {tellsNothing && (
        <Notice tone="info" title={t.debt.small}>
          <p>{t.debt.smallText(view.k)}</p>
          <p>
            {t.debt.smallInstead} <a href={at(`/needs${query}`)}>{t.debt.toNeeds}</a>
          </p>
        </Notice>
      )}
      {view.models.map((model) => (
        <ModelDebt
          key={model.slug}
          model={model}
          name={capital(language === "sv" ? model.nameSv : model.nameEn)}
          k={view.k}
        />
      ))}
      {view.models.length > 0 && (
        <>
          {!tellsNothing && (
            <Actions>
              <LinkButton href={`${at("/debt")}/file.csv${query}`} download>
                {t.debt.file}
              </LinkButton>
              <LinkButton href={at(`/needs${query}`)} variant="quiet">
                {t.debt.needs}
              </LinkButton>
            </Actions>
          )}
          <Section title={t.amounts.how} id="counted">
            <HowCounted k={view.k} />
          </Section>
        </>
      )}
    </UnitPage>
  );
}

function ModelDebt({ model, name, k }: { model: DebtView["models"][number]; name: string; k: number }) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const rows = model.rows.filter(tells);
  const hidden = model.rows.filter((row) => !tells(row));
  const shown = rows.flatMap(({ figure }) => (figure.showing === "shown" ? [figure] : []));
  const total = shown.length > 1 ? totalWords(shown, t, language) : "";
  const who: Column<DebtRow> = {
    key: "who",
    header: t.debt.who,
    cell: ({ people }) =>
      listed(
        (people ?? []).map(({ personId, givenName, familyName }) => (
          <a key={personId} href={at(`/people/${personId}/missing?model=${model.slug}`)}>
            {givenName} {familyName}
          </a>
        )),
        "",
      ),
  };
  const people: Column<DebtRow> = {
    key: "people",
    header: t.amounts.people,
    numeric: true,
    cell: ({ figure }) =>
      figure.showing === "shown" ? (
        figure.people
      ) : figure.showing === "hidden" ? (
        <Suppressed word={t.hidden} explanation={t.amounts.rule(k)} />
      ) : null,
  };
  return (
    <Section title={name} id={model.slug}>
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
            cell: (row) => <AskCell ask={row} />,
          },
          ...(rows.some((row) => row.people?.length) ? [who] : []),
          people,
          ...amountColumns(rows, ({ figure }) => (figure.showing === "shown" ? figure : null), t, language),
          { key: "way", header: t.amounts.way, cell: ({ rate }) => t.amounts.ways[rate.way] },
        ]}
      />
      {total !== "" && (
        <p>
          {t.amounts.total}: {total}.
        </p>
      )}
      {hidden.length > 0 && (
        <Disclosure id={`${model.slug}-hidden`} summary={t.debt.hidden(hidden.length)}>
          <p className="muted">{t.debt.hiddenText}</p>
          <ul>
            {hidden.map((row) => (
              <li key={row.key}>
                <AskText ask={row} /> <span className="muted">({t.amounts.at(row.level, row.track)})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
