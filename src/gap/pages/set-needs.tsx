/** What a unit needs at each level and track of a model, on one sheet. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateField, TextField } from "../../ui/fields.tsx";
import { FieldRow, Fieldset, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { fieldOf, type NeedPlace } from "../need.rules.ts";
import { setNeeds, viewNeedSheet } from "../set-needs.ts";
import type { Route } from "./+types/set-needs";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewNeedSheet(work, params["unitId"] ?? "", params["model"] ?? "")),
  isSaved: url.searchParams.has("saved"),
}));

/** The places that the form has lines for, as `{level}_{track}`. */
const placesIn = (form: Readonly<Record<string, readonly string[]>>): NeedPlace[] =>
  (form["place"] ?? []).map((place) => {
    const [levelId = "", trackId = ""] = place.split("_");
    return { levelId, trackId: trackId === "" ? null : trackId };
  });

export const action = act(async ({ work, params, form }) => {
  const [unitId, slug] = [params["unitId"] ?? "", params["model"] ?? ""];
  const needs = placesIn(form).map((place) => ({
    ...place,
    people: field(form, fieldOf("people", place)),
    fullTime: field(form, fieldOf("fullTime", place)),
    neededBy: field(form, fieldOf("neededBy", place)),
  }));
  const result = await setNeeds(work, { unitId, slug, needs, stamp: field(form, "version") });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/units/${unitId}/needs/${slug}?saved=1`);
});

export default function SetNeeds({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, model, places, said } = loaderData;
  const t = useMessages().gap;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const list = at(`/needs?unit=${unit.id}`);
  const name = capital(language === "sv" ? model.nameSv : model.nameEn);
  const typed = (fieldName: string, kept: string | number | null | undefined): string =>
    actionData?.values[fieldName]?.[0] ?? String(kept ?? "").replace(".", language === "sv" ? "," : ".");
  const nameOf = (place: NeedPlace): string => {
    const level = model.levels.find(({ levelId }) => levelId === place.levelId);
    if (!level) return t.set.earlierLevel;
    const track = level.tracks.find(({ trackId }) => trackId === place.trackId);
    if (track) return t.set.track(level.name, track.name);
    return level.tracks.length > 0 ? t.set.noTrack(level.name) : level.name;
  };
  return (
    <Page
      title={t.set.title(name)}
      lead={t.set.lead(unit.name)}
      errors={errors.list}
      breadcrumbs={[{ href: list, label: t.needs.titleIn(unit.name) }]}
    >
      {loaderData.isSaved && !actionData && <Notice tone="success" title={t.set.saved} announce />}
      <p>{t.set.leaveEmpty}</p>
      <Form version={loaderData.stamp} confirmLeave={t.set.leave}>
        {places.map((place) => {
          const names = {
            people: fieldOf("people", place),
            fullTime: fieldOf("fullTime", place),
            neededBy: fieldOf("neededBy", place),
          };
          return (
            <Fieldset key={names.people} legend={nameOf(place)}>
              <input type="hidden" name="place" value={`${place.levelId}_${place.trackId ?? ""}`} />
              <FieldRow>
                <TextField
                  name={names.people}
                  label={t.set.people}
                  inputMode="numeric"
                  width="short"
                  defaultValue={typed(names.people, place.need?.people)}
                  error={errors.of(names.people)}
                />
                <TextField
                  name={names.fullTime}
                  label={t.set.fullTime}
                  inputMode="decimal"
                  width="short"
                  defaultValue={typed(names.fullTime, place.need?.fullTime)}
                  error={errors.of(names.fullTime)}
                />
                <DateField
                  name={names.neededBy}
                  label={t.set.by}
                  defaultValue={actionData?.values[names.neededBy]?.[0] ?? place.need?.neededBy ?? ""}
                  error={errors.of(names.neededBy)}
                />
              </FieldRow>
            </Fieldset>
          );
        })}
        <Actions>
          <Button>{t.set.save}</Button>
          <LinkButton variant="quiet" href={list}>
            {t.set.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <Section title={t.set.history} id="history">
        <DataTable
          caption={t.set.historyCaption}
          captionHidden
          rows={said.map((each, index) => ({ ...each, index }))}
          rowKey={({ index }) => index}
          empty={<Muted>{t.set.noHistory}</Muted>}
          columns={[
            { key: "place", header: t.set.place, rowHeader: true, cell: nameOf },
            {
              key: "need",
              header: t.set.need,
              cell: ({ people, fullTime }) =>
                fullTime === null
                  ? String(people)
                  : t.needs.needFullTime(String(people), typed("", fullTime)),
            },
            { key: "by", header: t.needs.by, cell: ({ neededBy }) => neededBy },
            { key: "from", header: t.set.from, cell: ({ from }) => from },
            { key: "until", header: t.set.until, cell: ({ to }) => to ?? t.set.still },
            { key: "by-whom", header: t.set.setBy, cell: ({ setBy }) => setBy },
          ]}
        />
      </Section>
    </Page>
  );
}
