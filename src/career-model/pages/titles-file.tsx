/** Local titles of every model (INT-4): where each list is kept, and a file with all of them, read in after a look at what it changes. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form, HiddenField } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { mayKeepTitles } from "../access.ts";
import { placeName } from "../local-title.rules.ts";
import { viewTitleLists } from "../keep-titles.ts";
import { plannedIn, planTitles, takeInTitles, type PlannedTitles } from "../take-in-titles.ts";
import type { Route } from "./+types/titles-file";

export const loader = load(async ({ work, url }) => ({
  lists: await viewTitleLists(work),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, file }) => {
  if (!mayKeepTitles(work.actor)) throw new NotFound("titles");
  if (field(form, "intent") === "confirm") {
    const planned = plannedIn(field(form, "planned"));
    if (!planned) throw new NotFound("planned titles");
    const result = await takeInTitles(work, planned);
    return result.ok ? seeOther(`/o/${work.tenant.slug}/titles?saved`) : again(result.reasons, {});
  }
  const sent = file("file");
  if (!sent) return again([{ code: "missing-file", field: "file" }], form);
  const result = await planTitles(work, new Uint8Array(await sent.arrayBuffer()));
  return result.ok ? again([], { planned: [JSON.stringify(result.value)] }) : again(result.reasons, {});
});

export default function TitlesFile({ loaderData, actionData }: Route.ComponentProps) {
  const { takeOver, careerModel } = useMessages();
  const t = takeOver.titlesFile;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const breadcrumbs = [{ href: at("/models"), label: careerModel.list.title }];
  const planned = actionData?.values["planned"]?.[0];
  const changes = planned === undefined ? [] : changesIn(planned);
  if (planned !== undefined && changes.length > 0)
    return (
      <Page
        title={t.preview}
        lead={t.previewText}
        breadcrumbs={[...breadcrumbs, { href: at("/titles"), label: t.title }]}
      >
        <Preview planned={planned} changes={changes} />
      </Page>
    );
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} breadcrumbs={breadcrumbs}>
      {loaderData.saved && !actionData && <Notice tone="success" title={t.saved} announce />}
      {planned !== undefined && <Notice tone="success" title={t.nothing} announce />}
      {loaderData.lists.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <SummaryList
          rows={loaderData.lists.map(({ slug, nameSv, nameEn, titles }) => ({
            term: <a href={at(`/models/${slug}/titles`)}>{capital(language === "sv" ? nameSv : nameEn)}</a>,
            detail: takeOver.titles.count(titles),
          }))}
        />
      )}
      <Section title={t.fromFile} lead={t.fromFileText} id="file-section">
        <Form label={t.fromFile} files>
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            error={errors.of("file")}
            accept=".csv,.txt,.tsv,.xlsx,.json"
          />
          <Button>{t.read}</Button>
        </Form>
      </Section>
      <Section title={takeOver.out.title} lead={takeOver.out.titles.text} id="out">
        <Actions>
          {(["csv", "xlsx", "json"] as const).map((format) => (
            <LinkButton
              key={format}
              href={at(`/take-over/file/titles/${format}`)}
              download
              about={takeOver.out.titles.title}
            >
              {takeOver.out[format]}
            </LinkButton>
          ))}
        </Actions>
      </Section>
    </Page>
  );
}

type Change = PlannedTitles["places"][number] & Pick<PlannedTitles, "slug" | "nameSv" | "nameEn">;

/** What was planned on this server, as it travels in the answer. */
const plannedFrom = (text: string) => JSON.parse(text) as readonly PlannedTitles[];

const changesIn = (planned: string): Change[] =>
  plannedFrom(planned).flatMap(({ slug, nameSv, nameEn, places }) =>
    places.map((place) => ({ ...place, slug, nameSv, nameEn })),
  );

/** What the file would change, and the approval. */
function Preview({ planned, changes }: { planned: string; changes: readonly Change[] }) {
  const { takeOver } = useMessages();
  const t = takeOver.titlesFile;
  const { at, language } = useShell();
  const list = (titles: readonly string[]) => titles.join(", ") || t.noTitle;
  return (
    <>
      <DataTable
        caption={t.preview}
        captionHidden
        rows={changes}
        rowKey={(change) => `${change.slug} ${placeName(change)}`}
        empty={null}
        columns={[
          {
            key: "model",
            header: t.model,
            cell: ({ nameSv, nameEn }) => capital(language === "sv" ? nameSv : nameEn),
          },
          { key: "place", header: t.place, rowHeader: true, cell: placeName },
          { key: "before", header: t.before, cell: ({ before }) => list(before) },
          { key: "after", header: t.after, cell: ({ after }) => list(after) },
        ]}
      />
      <Form label={t.preview}>
        <HiddenField
          name="planned"
          value={JSON.stringify(
            plannedFrom(planned).map(({ slug, revision, texts }) => ({ slug, revision, texts })),
          )}
        />
        <Actions>
          <Button name="intent" value="confirm">
            {t.save}
          </Button>
          <LinkButton variant="quiet" href={at("/titles")}>
            {takeOver.preview.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
