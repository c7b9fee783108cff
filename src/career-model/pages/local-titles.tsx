/** A model's local titles, a line each for every level and track (INT-4, PLC-7). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { keepTitles, viewTitles, type TitlesView } from "../keep-titles.ts";
import { placeName } from "../local-title.rules.ts";
import type { Route } from "./+types/local-titles";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewTitles(work, params["model"] ?? "")),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, params }) => {
  const slug = params["model"] ?? "";
  const version = field(form, "version");
  const result = await keepTitles(work, slug, {
    revision: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    textOf: (key) => field(form, `titles-${key}`),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/${slug}/titles?saved`)
    : again(result.reasons, form);
});

export default function LocalTitles({ loaderData, actionData }: Route.ComponentProps) {
  const { careerModel, takeOver } = useMessages();
  const t = takeOver.localTitles;
  const { at, language } = useShell();
  const { slug, places } = loaderData;
  const name = capital(language === "sv" ? loaderData.nameSv : loaderData.nameEn);
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const stale = actionData?.reasons.some(({ code }) => code === "stale") ?? false;
  const former = places.filter((place) => place.former);
  const fieldOf = (place: TitlesView["places"][number]) => {
    const now = place.titles.join("\n");
    const typed = actionData ? (actionData.values[`titles-${place.key}`]?.[0] ?? "") : now;
    const differs = stale && typed.replaceAll("\r\n", "\n").trim() !== now;
    return (
      <TextArea
        key={place.key}
        name={`titles-${place.key}`}
        label={placeName(place)}
        hint={differs ? <strong>{t.now(place.titles.join(", ") || t.nothing)}</strong> : undefined}
        rows={2}
        error={errors.of(`titles-${place.key}`)}
        defaultValue={typed}
      />
    );
  };
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      errors={errors.list}
      narrow
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at(`/models/${slug}`), label: name },
      ]}
    >
      {loaderData.saved && !actionData && <Notice tone="success" title={t.saved} announce />}
      {stale && <Notice tone="warning">{t.stale}</Notice>}
      {places.length === 0 ? (
        <EmptyState title={t.noVersion}>{t.noVersionText}</EmptyState>
      ) : (
        <Form label={t.title(name)} version={loaderData.revision} confirmLeave={t.leave}>
          {places.filter((place) => !place.former).map(fieldOf)}
          {former.length > 0 && (
            <Section title={t.former} lead={t.formerText}>
              {former.map(fieldOf)}
            </Section>
          )}
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
