/** The adopter's decision about a supplement, with what it would do beside it (MOD-12, MOD-16). */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { mayAdopt } from "../../career-model/access.ts";
import { DECISION_FIELDS, DecisionFields, decisionIn } from "../../career-model/parts/decision-fields.tsx";
import { adoptSupplement } from "../../layers/adopt-supplement.ts";
import { OwnParts } from "../../layers/parts/supplement-own.tsx";
import { placeOf, supplementAddress } from "../../layers/parts/supplement-place.ts";
import { viewSupplement } from "../../layers/view-supplement.ts";
import { viewImpact } from "../view-impact.ts";
import { ImpactSummary } from "./impact-tables.tsx";
import type { Route } from "./+types/adopt-supplement";

export const loader = load(async ({ work, params, url }) => {
  const place = placeOf(params, url);
  const view = await viewSupplement(work, place.slug, place.unitId);
  if (!mayAdopt(work.actor)) throw new NotFound("adoption");
  const { slug, unitId } = place;
  const impact = view.draft
    ? await viewImpact(work, { slug, supplementOf: unitId, unitId: unitId ?? "", tried: null })
    : null;
  return { ...view, impact };
});

export const action = act(async ({ work, params, url, form }) => {
  const place = placeOf(params, url);
  const result = await adoptSupplement(work, place, decisionIn(form));
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${supplementAddress(place)}`)
    : again(result.reasons, form);
});

export default function AdoptSupplement({ loaderData: view, actionData }: Route.ComponentProps) {
  const { supplement, careerModel, gap } = useMessages();
  const t = supplement.adopt;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const place = { slug: view.slug, unitId: view.unit?.id ?? null };
  const page = at(supplementAddress(place));
  const former = view.versions.find(({ status, inForceTo }) => status === "adopted" && inForceTo === null);
  const reasons = (actionData?.reasons ?? []).map(({ field: where, ...reason }) =>
    where !== undefined && DECISION_FIELDS.includes(where) ? { ...reason, field: where } : reason,
  );
  const errors = spell(reasons, {
    ...supplement.reasons,
    missing: careerModel.reasons.missing,
    "too-long": careerModel.reasons["too-long"],
  });
  return (
    <Page
      title={view.unit ? t.unitTitle(view.unit.name, name) : t.title(name)}
      lead={view.draft ? t.lead : t.none}
      errors={errors.list}
      breadcrumbs={[
        { href: at(`/models/${view.slug}`), label: capital(name) },
        {
          href: page,
          label: view.unit ? supplement.page.unitTitle(view.unit.name, name) : supplement.page.title(name),
        },
      ]}
    >
      <OwnParts view={{ ...view, mayWrite: false }} place={place} />
      {view.draft && view.impact && (
        <>
          {former && <p>{t.takesOver(former.number)}</p>}
          <Section title={gap.impact.summary} id="impact">
            <ImpactSummary impact={view.impact} />
            <p>
              <a href={at(supplementAddress(place, "/impact"))}>{gap.impact.link}</a>
            </p>
          </Section>
          <Section title={careerModel.adopt.decision} id="decision">
            <Form version={view.draft.revision}>
              <DecisionFields errors={errors} values={actionData?.values} />
              <Actions>
                <Button>{careerModel.adopt.submit}</Button>
                <LinkButton variant="quiet" href={page}>
                  {careerModel.adopt.cancel}
                </LinkButton>
              </Actions>
            </Form>
          </Section>
        </>
      )}
    </Page>
  );
}
