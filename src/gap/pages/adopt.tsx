/** The adopter's decision about a version, with what it would do beside it (MOD-12). */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { mayAdopt } from "../../career-model/access.ts";
import { adoptVersion } from "../../career-model/adopt-version.ts";
import { viewModel } from "../../career-model/view-models.ts";
import { capital } from "../../messages/capital.ts";
import { DECISION_FIELDS, DecisionFields, decisionIn } from "../../career-model/parts/decision-fields.tsx";
import { viewImpact } from "../view-impact.ts";
import { ImpactSummary } from "./impact-tables.tsx";
import type { Route } from "./+types/adopt";

export const loader = load(async ({ work, params }) => {
  const model = await viewModel(work, params["model"] ?? "", Number(params["number"]));
  if (!mayAdopt(work.actor)) throw new NotFound("adoption");
  const { slug, nameSv, nameEn, version, versions } = model;
  const latest = versions.find((each) => each.status === "adopted");
  return {
    slug,
    nameSv,
    nameEn,
    version,
    impact: model.mayAdopt
      ? await viewImpact(work, { slug, number: version.number, unitId: "", tried: null })
      : null,
    takesOverFrom: latest?.number ?? null,
  };
});

export const action = act(async ({ work, params, form }) => {
  const slug = params["model"] ?? "";
  const result = await adoptVersion(work, slug, Number(params["number"]), decisionIn(form));
  return result.ok ? seeOther(`/o/${work.tenant.slug}/models/${slug}`) : again(result.reasons, form);
});

export default function Adopt({ loaderData, actionData }: Route.ComponentProps) {
  const { careerModel: t, gap } = useMessages();
  const { impact } = gap;
  const { at, language } = useShell();
  const { slug, version, takesOverFrom } = loaderData;
  const page = at(`/models/${slug}?version=${version.number}`);
  const name = capital(language === "sv" ? loaderData.nameSv : loaderData.nameEn);
  const reasons = (actionData?.reasons ?? []).map(({ field: at, ...reason }) =>
    at !== undefined && DECISION_FIELDS.includes(at) ? { ...reason, field: at } : reason,
  );
  const errors = spell(reasons, { ...t.fileFaults, ...t.reasons });
  const frame = {
    title: t.adopt.title(name, version.number),
    errors: errors.list,
    breadcrumbs: [
      { href: at("/models"), label: t.list.title },
      { href: page, label: name },
    ],
    narrow: true,
  };
  if (!loaderData.impact)
    return (
      <Page {...frame} lead={t.adopt.isAdopted(version.number)}>
        <p>
          <a href={page}>{t.adopt.readAdopted}</a>
        </p>
      </Page>
    );
  return (
    <Page {...frame} lead={t.adopt.lead}>
      {takesOverFrom !== null && <p>{t.adopt.takesOver(takesOverFrom)}</p>}
      <p>
        <a href={page}>{t.adopt.read}</a>
      </p>
      <Section title={impact.summary} id="impact">
        <ImpactSummary impact={loaderData.impact} />
        <p>
          <a href={at(`/models/${slug}/versions/${version.number}/impact`)}>{impact.link}</a>
        </p>
      </Section>
      <Section title={t.adopt.decision} id="decision">
        <Form version={version.revision}>
          <DecisionFields errors={errors} values={actionData?.values} />
          <Actions>
            <Button>{t.adopt.submit}</Button>
            <LinkButton variant="quiet" href={page}>
              {t.adopt.cancel}
            </LinkButton>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
