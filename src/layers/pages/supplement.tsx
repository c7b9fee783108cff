/** A supplement: the employer's to a model, or a unit's. What is its own, the base to add to and clarify, and its versions. */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { beginCarryOver } from "../carry-over.ts";
import { unitsToSupplement, viewSupplement } from "../view-supplement.ts";
import { OwnParts } from "../parts/supplement-own.tsx";
import { SupplementBase } from "./supplement-base.tsx";
import { SupplementVersions } from "./supplement-versions.tsx";
import { placeOf, supplementAddress } from "../parts/supplement-place.ts";
import type { Route } from "./+types/supplement";

export const loader = load(async ({ work, params, url }) => {
  const place = placeOf(params, url);
  const view = await viewSupplement(work, place.slug, place.unitId);
  return {
    ...view,
    level: url.searchParams.get("level") ?? view.text.structure.levels[0]?.key ?? "",
    units: await unitsToSupplement(work, view),
  };
});

export const action = act(async ({ work, params, url, form }) => {
  const place = placeOf(params, url);
  const result = await beginCarryOver(work, place);
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${supplementAddress(place, "/carry-over")}`)
    : again(result.reasons, form);
});

export default function Supplement({ loaderData: view, actionData }: Route.ComponentProps) {
  const { supplement, careerModel } = useMessages();
  const t = supplement.page;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const place = { slug: view.slug, unitId: view.unit?.id ?? null };
  const { draft, carryTo } = view;
  const errors = spell(actionData?.reasons ?? [], supplement.reasons);
  return (
    <Page
      title={view.unit ? t.unitTitle(view.unit.name, name) : t.title(name)}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at(`/models/${view.slug}`), label: capital(name) },
      ]}
    >
      {carryTo !== null && view.mayWrite && (
        <Notice tone="warning" title={t.carryTitle(carryTo.number)}>
          <p>{t.carryText}</p>
          <Form label={t.carry}>
            <Button>{t.carry}</Button>
          </Form>
        </Notice>
      )}
      {draft !== null && draft.unsettled > 0 && (
        <Notice tone="warning">
          <p>
            {t.settle(draft.unsettled)}{" "}
            <a href={at(supplementAddress(place, "/carry-over"))}>{t.settleLink}</a>
          </p>
        </Notice>
      )}
      <p>
        {draft ? (view.isAsked ? t.asked(draft.number) : t.draft(draft.number)) : t.noDraft}{" "}
        {t.basedOn(view.base.number)}{" "}
        {view.freedom.isUnit ? null : view.freedom.adaptable ? t.adaptable : t.locked}
      </p>
      {draft !== null && (
        <Actions>
          {view.mayAdopt && (
            <LinkButton variant="primary" href={at(supplementAddress(place, "/adopt"))}>
              {t.adopt}
            </LinkButton>
          )}
          <LinkButton href={at(supplementAddress(place, "/consultation"))}>{t.consultation}</LinkButton>
        </Actions>
      )}
      <Section title={t.ours} id="own">
        <OwnParts view={view} place={place} />
      </Section>
      {view.mayWrite && !view.isAsked && (
        <Section title={t.base} id="base">
          <SupplementBase view={view} place={place} level={view.level} />
        </Section>
      )}
      <Section title={t.versions} id="versions">
        <SupplementVersions view={view} place={place} />
      </Section>
      {view.unit ? (
        <p>
          <a href={at(supplementAddress({ ...place, unitId: null }))}>{t.employer}</a>
        </p>
      ) : (
        view.units.length > 0 && (
          <Section title={t.units} id="units">
            <Muted>{t.unitsText}</Muted>
            <FilterBar label={t.units} submit={t.openUnit}>
              <Select
                name="unit"
                label={t.unit}
                options={view.units.map(({ id, name: unit, depth }) => ({
                  value: id,
                  label: `${"– ".repeat(depth)}${unit}`,
                }))}
              />
            </FilterBar>
          </Section>
        )
      )}
    </Page>
  );
}
