/** The catalogue of development (MOD-13): what there is, searched and narrowed. The same page for everyone; the public reads what is public. */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { PageLinks } from "../../people/parts/page-links.tsx";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select, TextField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ENTRY_KINDS } from "../rules.ts";
import { viewCatalogue } from "../keep-catalogue.ts";
import { entryFacts } from "./entry-facts.ts";
import type { Route } from "./+types/catalogue";

export const loader = load(async ({ work, url }) => {
  const asked = (name: string): string => (url.searchParams.get(name) ?? "").trim();
  const query = {
    text: asked("q"),
    kind: ENTRY_KINDS.find((kind) => kind === asked("kind")) ?? null,
    model: asked("model"),
    page: pageNumber(url),
  };
  return { ...(await viewCatalogue(work, query)), query };
});

export default function Catalogue({ loaderData: view }: Route.ComponentProps) {
  const { catalogue: t, people, careerModel } = useMessages();
  const { at, language } = useShell();
  const { query } = view;
  const narrowed = query.text !== "" || query.kind !== null || query.model !== "";
  const add = view.mayKeep && <LinkButton href={at("/catalogue/new/keep")}>{t.add}</LinkButton>;
  const address = (page: number): string => {
    const search = new URLSearchParams({
      ...(query.text === "" ? {} : { q: query.text }),
      ...(query.kind === null ? {} : { kind: query.kind }),
      ...(query.model === "" ? {} : { model: query.model }),
      ...(page === 1 ? {} : { page: String(page) }),
    }).toString();
    return at(`/catalogue${search === "" ? "" : `?${search}`}`);
  };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ href: at("/models"), label: careerModel.list.title }]}
    >
      {(add || view.maySeeShortage) && (
        <Actions>
          {add}
          {view.maySeeShortage && (
            <LinkButton href={at("/catalogue/shortage")}>{t.shortage.title}</LinkButton>
          )}
        </Actions>
      )}
      <FilterBar
        action={at("/catalogue")}
        label={t.filter.title}
        submit={t.filter.submit}
        clear={narrowed ? { href: at("/catalogue"), label: t.filter.clear } : undefined}
      >
        <TextField name="q" label={t.filter.text} type="search" width="medium" defaultValue={query.text} />
        <Select
          name="kind"
          label={t.kind}
          width="medium"
          empty={t.filter.all}
          options={ENTRY_KINDS.map((value) => ({ value, label: capital(t.kinds[value]) }))}
          defaultValue={query.kind ?? ""}
        />
        <Select
          name="model"
          label={t.filter.model}
          width="medium"
          empty={t.filter.all}
          options={view.models.map(({ slug, nameSv, nameEn }) => ({
            value: slug,
            label: capital(language === "sv" ? nameSv : nameEn),
          }))}
          defaultValue={query.model}
        />
      </FilterBar>
      <DataTable
        caption={t.title}
        captionHidden
        rows={view.entries}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={narrowed ? t.empty.narrowed : t.empty.title}
            action={narrowed ? undefined : add || undefined}
          >
            {narrowed ? t.empty.narrowedText : view.mayKeep ? t.empty.keeper : t.empty.text}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (entry) => (
              <>
                <a href={at(`/catalogue/${entry.id}`)}>{entry.name}</a>{" "}
                {entry.retiredOn !== null && <Tag>{t.retired}</Tag>}
              </>
            ),
          },
          { key: "kind", header: t.kind, cell: ({ kind }) => t.kinds[kind] },
          { key: "provider", header: t.provider, cell: ({ provider }) => provider },
          { key: "extent", header: t.extent, cell: (entry) => entryFacts(entry, t).extent },
          { key: "places", header: t.places, numeric: true, cell: ({ places }) => places },
        ]}
      />
      <PageLinks
        page={query.page}
        pages={Math.ceil(view.total / view.size)}
        total={view.total}
        size={view.size}
        href={address}
        words={people}
      />
    </Page>
  );
}
