/** What adopting the draft of a supplement would do (MOD-16). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { NotFound } from "../../shared/result.ts";
import { isId } from "../../shared/ids.ts";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { viewSupplementImpact } from "../view-impact.ts";
import { HowCounted } from "./amounts.tsx";
import { ImpactTable, lessOf, moreOf } from "./impact-tables.tsx";
import type { Route } from "./+types/supplement-impact";

export const loader = load(async ({ work, params, url }) => {
  const of = url.searchParams.get("unit");
  if (of !== null && !isId(of)) throw new NotFound("unit");
  // A unit's own supplement asks something of its people alone.
  const view = await viewSupplementImpact(work, { slug: params["model"] ?? "", of, unitId: of ?? "" });
  return { ...view, of };
});

export default function SupplementImpact({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const { model } = view;
  const name = capital(language === "sv" ? model.nameSv : model.nameEn);
  const supplement = at(`/models/${model.slug}/supplement${view.of === null ? "" : `?unit=${view.of}`}`);
  return (
    <Page
      title={t.impact.supplementTitle(name, view.number)}
      lead={t.impact.lead}
      breadcrumbs={[{ href: supplement, label: name }]}
    >
      {view.rows.length === 0 && <EmptyState title={t.impact.none}>{t.impact.noneText}</EmptyState>}
      {moreOf(view.rows).length > 0 && (
        <Section title={t.impact.more} id="more">
          <ImpactTable rows={moreOf(view.rows)} caption={t.impact.caption} k={view.k} />
        </Section>
      )}
      {lessOf(view.rows).length > 0 && (
        <Section title={t.impact.less} id="less">
          <ImpactTable rows={lessOf(view.rows)} caption={t.impact.lessCaption} k={view.k} less />
        </Section>
      )}
      <Section title={t.amounts.how} id="counted">
        <HowCounted k={view.k} />
      </Section>
    </Page>
  );
}
