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
              rowKey={({ itemId }) => itemId}
              empty={null}
              columns={[
                { key: "text", header: t.requirement, rowHeader: true, cell: ({ text }) => text },
                { key: "level", header: t.level, cell: ({ level }) => level },
                { key: "what", header: t.what, cell: ({ formal }) => formalText(formal, catalogue) },
                {
                  key: "mandatory",
                  header: t.weight,
                  cell: ({ mandatory }) => (mandatory ? t.mandatory : careerModel.model.recommended),
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
