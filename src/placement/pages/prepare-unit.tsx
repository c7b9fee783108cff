/** Preparing a whole unit in one sitting: one block a person, saved as drafts, placed when the talk has been held. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Fieldset, Form, HiddenField } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { prepareUnit } from "../prepare-unit.ts";
import { readPlace } from "../rules.ts";
import { PAGE_SIZE } from "../view-unit-placements.ts";
import { viewPreparation, type PreparedRow } from "../view-preparation.ts";
import { ListPages } from "../parts/list-pages.tsx";
import { Paragraphs, PlacementFields, Principles } from "../parts/placement-fields.tsx";
import { usePlaceName } from "../parts/placement-history.tsx";
import { shownDraft, typedDraft } from "../parts/typed-draft.ts";
import type { Route } from "./+types/prepare-unit";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPreparation(work, {
    unitId: params["unitId"] ?? "",
    page: Number(url.searchParams.get("page") ?? 1),
  })),
  saved: url.searchParams.has("saved") ? Number(url.searchParams.get("saved")) || 0 : null,
}));

export const action = act(async ({ work, form, params, url }) => {
  const unitId = params["unitId"] ?? "";
  const keys = [...new Set(form["row"] ?? [])];
  if (keys.length > PAGE_SIZE) throw new NotFound("sheet");
  const rows = keys.map((key) => ({
    key,
    draft: typedDraft(form, key),
    was: form[`was-${key}`]?.[0] ?? "",
    revision: Number(field(form, `revision-${key}`)),
  }));
  const intent = field(form, "intent") === "place" ? "place" : "save";
  const result = await prepareUnit(work, { unitId, intent, rows });
  if (!result.ok) return again(result.reasons, form);
  const { placed, saved } = result.value;
  const list = `/o/${work.tenant.slug}/units/${unitId}/placements`;
  const page = url.searchParams.get("page");
  return seeOther(
    intent === "place"
      ? `${list}?placed=${placed}&saved=${saved}`
      : `${list}/prepare?saved=${saved}${page ? `&page=${encodeURIComponent(page)}` : ""}`,
  );
});

export default function PrepareUnit({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, rows, saved } = loaderData;
  const t = useMessages().placement;
  const { at, language } = useShell();
  const placeName = usePlaceName();
  const reasons = actionData?.reasons ?? [];
  const errors = spell(reasons, t.reasons);
  const list = at(`/units/${unit.id}/placements`);
  const stale = new Set(
    reasons.flatMap(({ code, field: name }) => (code === "changed-meanwhile" ? (name ?? []) : [])),
  );
  return (
    <Page
      title={t.prepare.title(unit.name)}
      lead={t.prepare.lead}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/units"), label: t.unit.units },
        { href: list, label: t.prepare.list(unit.name) },
      ]}
    >
      {saved !== null && !actionData && <Notice tone="success" title={t.prepare.saved(saved)} announce />}
      <Principles text={loaderData.principles} />
      {rows.length === 0 ? (
        <EmptyState title={t.prepare.empty} action={<LinkButton href={list}>{t.prepare.back}</LinkButton>}>
          {t.prepare.emptyText}
        </EmptyState>
      ) : (
        <Section title={t.prepare.total(loaderData.total)} lead={t.field.readers}>
          <Form confirmLeave={t.prepare.leave}>
            {rows.map((row) => (
              <Fieldset
                key={row.key}
                id={`row-${row.key}`}
                legend={`${row.givenName} ${row.familyName}`}
                hint={[row.model[language], row.preparedBy && t.prepare.preparedBy(row.preparedBy)]
                  .filter(Boolean)
                  .join(" · ")}
              >
                {stale.has(`place-${row.key}`) && <Meanwhile row={row} />}
                {row.takenOver && (
                  <Notice tone="info">
                    {t.takenOver.confirm(placeName(row.takenOver), row.takenOver.source)}
                  </Notice>
                )}
                <HiddenField name="row" value={row.key} />
                <HiddenField name={`was-${row.key}`} value={row.was} />
                <HiddenField name={`revision-${row.key}`} value={String(row.revision)} />
                <PlacementFields
                  suffix={row.key}
                  model={row.model}
                  draft={shownDraft(actionData?.values, row.key, row.draft)}
                  talkWord={loaderData.talkWord}
                  errorOf={errors.of}
                />
              </Fieldset>
            ))}
            <Actions sticky>
              <Button variant="secondary" name="intent" value="save">
                {t.prepare.save}
              </Button>
              <Button name="intent" value="place">
                {t.prepare.place}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      <ListPages page={loaderData.page} pages={loaderData.pages} href={`${list}/prepare`} />
    </Page>
  );
}

/** What somebody else has saved, beside what was typed here. */
function Meanwhile({ row }: { row: PreparedRow }) {
  const t = useMessages().placement;
  const { levelId, trackId } = readPlace(row.draft.place);
  const level = row.model.levels.find((each) => each.levelId === levelId);
  const track = level?.tracks.find((each) => each.trackId === trackId);
  const place = level && (track ? t.field.withTrack(level.name, track.name) : level.name);
  return (
    <Notice tone="warning" title={t.prepare.meanwhile(row.preparedBy ?? "")}>
      <p>{[place, row.draft.dialogueOn].filter(Boolean).join(", ") || t.prepare.nothing}</p>
      <Paragraphs text={row.draft.motivation} />
      <p>{t.prepare.meanwhileText}</p>
    </Notice>
  );
}
