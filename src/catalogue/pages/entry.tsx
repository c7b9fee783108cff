/** One entry of the catalogue (MOD-13): what it is, and what it is a way to. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { retireEntry, viewEntry } from "../keep-catalogue.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { entryFacts } from "./entry-facts.ts";
import type { Route } from "./+types/entry";

export const loader = load(({ work, params }) => viewEntry(work, params["entryId"] ?? ""));

export const action = act(async ({ work, form, params }) => {
  const id = params["entryId"] ?? "";
  const result = await retireEntry(work, id, {
    revision: Number(field(form, "version")),
    retired: field(form, "intent") === "retire",
  });
  return result.ok ? seeOther(`/o/${work.tenant.slug}/catalogue/${id}`) : again(result.reasons, form);
});

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().catalogue;
  const { at, language } = useShell();
  const { entry, ties, mayKeep } = loaderData;
  const facts = entryFacts(entry, t);
  const retired = entry.retiredOn !== null;
  const rows = [
    { term: t.kind, detail: t.kinds[entry.kind] },
    { term: t.provider, detail: entry.provider },
    { term: t.extent, detail: facts.extent },
    { term: t.cost, detail: facts.cost },
    { term: t.funding, detail: facts.funding },
    { term: t.places, detail: entry.places === null ? "" : String(entry.places) },
    {
      term: t.address,
      detail: entry.link && (
        <a href={entry.link} rel="noreferrer">
          {entry.link}
        </a>
      ),
    },
    ...(mayKeep ? [{ term: t.readers, detail: t.visibilities[entry.visibility] }] : []),
  ].filter(({ detail }) => detail !== "");
  return (
    <Page
      title={entry.name}
      breadcrumbs={[{ href: at("/catalogue"), label: t.title }]}
      errors={spell(actionData?.reasons ?? [], t.reasons).list}
      narrow
    >
      {entry.retiredOn !== null && <Notice tone="info">{t.retiredSince(entry.retiredOn)}</Notice>}
      {entry.text !== "" && <p>{entry.text}</p>}
      <SummaryList rows={rows} />
      <Section title={t.leadsTo} id="ties">
        {ties.length === 0 ? (
          <Muted>{t.leadsNowhere}</Muted>
        ) : (
          <ul className="items" lang={MODEL_LANGUAGE}>
            {ties.map(({ model, level, text, targetId }) => (
              <li key={`${model.id} ${targetId}`}>
                <a href={at(`/models/${model.slug}`)}>
                  {capital(language === "sv" ? model.nameSv : model.nameEn)}
                </a>
                {`, ${level}`}
                {text !== null && `: ${text}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {mayKeep && (
        <Form label={t.keep} version={entry.revision}>
          <Actions>
            <LinkButton href={at(`/catalogue/${entry.id}/keep`)} variant="primary">
              {t.change}
            </LinkButton>
            <Button variant="quiet" name="intent" value={retired ? "offer" : "retire"}>
              {retired ? t.offerAgain : t.retire}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
