/** What the models ask for and nobody offers (MOD-13), to print or send to a university. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import type { Lacking, Wanted } from "../rules.ts";
import { viewShortage } from "../view-shortage.ts";
import { formalText } from "./formal-text.ts";
import type { Route } from "./+types/shortage";

export const loader = load(async ({ work, url }) => {
  const chosen = url.searchParams.get("model") ?? "";
  return { ...(await viewShortage(work, chosen)), chosen, today: work.today };
});

export default function ShortagePage({ loaderData: view }: Route.ComponentProps) {
  const { catalogue, careerModel } = useMessages();
  const t = catalogue.shortage;
  const { at, language } = useShell();
  const nameOf = ({ nameSv, nameEn }: { nameSv: string; nameEn: string }) =>
    capital(language === "sv" ? nameSv : nameEn);
  return (
    <Page
      title={t.title}
      lead={t.lead(view.organisation)}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at("/catalogue"), label: catalogue.title },
      ]}
    >
      <FilterBar action={at("/catalogue/shortage")} label={t.choose} submit={t.show}>
        <Select
          name="model"
          label={catalogue.filter.model}
          width="medium"
          empty={catalogue.filter.all}
          options={view.models.map((model) => ({ value: model.slug, label: nameOf(model) }))}
          defaultValue={view.chosen}
        />
      </FilterBar>
      <p className="muted">
        {t.asOf} <DateText day={view.today} />
      </p>
      {view.shortages.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {view.shortages.map((shortage) => (
        <Section
          key={shortage.slug}
          id={shortage.slug}
          title={nameOf(shortage)}
          lead={t.counts(shortage.formal.length, shortage.levels.length, shortage.requirements)}
        >
          <div lang={MODEL_LANGUAGE}>
            <DataTable
              caption={`${nameOf(shortage)}: ${t.formal}`}
              captionHidden
              rows={shortage.formal}
              rowKey={({ items }) => items[0]?.itemId ?? ""}
              empty={null}
              columns={[
                {
                  key: "text",
                  header: t.requirement,
                  rowHeader: true,
                  cell: ({ needed, items }) => (
                    <Requirements needed={needed} items={items} organisation={view.organisation} />
                  ),
                },
                { key: "level", header: t.level, cell: ({ items }) => items[0]?.level },
                {
                  key: "what",
                  header: t.what,
                  cell: ({ items }) => (
                    <span lang={language}>
                      {[...new Set(items.map(({ formal }) => formalText(formal, catalogue)))].join("; ")}
                    </span>
                  ),
                },
                {
                  key: "mandatory",
                  header: t.weight,
                  cell: ({ items }) => (
                    <span lang={language}>
                      {items[0]?.mandatory ? t.mandatory : careerModel.model.recommended}
                    </span>
                  ),
                },
              ]}
            />
            {shortage.levels.length > 0 && (
              <>
                <h3 lang={language}>{t.levels}</h3>
                <ul className="items">
                  {shortage.levels.map(({ levelId, level, count }) => (
                    <li key={levelId}>
                      {level}: <span lang={language}>{t.demonstrated(count)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </Section>
      ))}
      {view.shortages.length > 0 && (
        <Actions>
          {(["xlsx", "csv"] as const).map((format) => (
            <LinkButton
              key={format}
              download
              href={at(`/catalogue/shortage/${format}${view.chosen === "" ? "" : `?model=${view.chosen}`}`)}
            >
              {t.download[format]}
            </LinkButton>
          ))}
        </Actions>
      )}
    </Page>
  );
}

/** The requirement, with the layer that added it; or so many of these. */
function Requirements({ needed, items, organisation }: Lacking & { organisation: string }) {
  const { catalogue, supplement } = useMessages();
  const { language } = useShell();
  const one = ({ text, by }: Wanted) => (
    <>
      {text}
      {by && (
        <span className="item-note muted" lang={language}>
          {supplement.marks.from(by, organisation)}
        </span>
      )}
    </>
  );
  const [first] = items;
  if (items.length === 1 && first) return one(first);
  return (
    <>
      <span lang={language}>{catalogue.shortage.anyOf(needed)}</span>
      <ul className="items">
        {items.map((item) => (
          <li key={item.itemId}>{one(item)}</li>
        ))}
      </ul>
    </>
  );
}
