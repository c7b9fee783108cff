/** What adopting the draft of a supplement would do (MOD-16). */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { supplementAddress } from "../../layers/parts/supplement-place.ts";
import { setTransitions } from "../set-transitions.ts";
import { viewTrial } from "../view-trial.ts";
import { supplementAsked, typedInForm } from "./impact-asked.ts";
import { ImpactView } from "./impact-view.tsx";
import type { Route } from "./+types/supplement-impact";

export const loader = load(async ({ work, params, url }) => {
  const asked = supplementAsked(params, url);
  return {
    ...(await viewTrial(work, asked)),
    unitId: asked.supplementOf,
    isSaved: url.searchParams.has("saved"),
  };
});

export const action = act(async ({ work, params, url, form }) => {
  const { slug, supplementOf } = supplementAsked(params, url);
  const result = await setTransitions(work, { slug, supplementOf, typed: typedInForm(form) });
  if (!result.ok) return again(result.reasons, form);
  const page = supplementAddress({ slug, unitId: supplementOf }, "/impact", { saved: "1" });
  return seeOther(`/o/${work.tenant.slug}${page}`);
});

export default function SupplementImpact({ loaderData: view, actionData }: Route.ComponentProps) {
  const t = useMessages().gap.impact;
  const { at, language } = useShell();
  const { model, unitId } = view;
  const name = capital(language === "sv" ? model.nameSv : model.nameEn);
  const place = { slug: model.slug, unitId };
  return (
    <ImpactView
      view={view}
      sent={actionData}
      title={t.supplementTitle(name, view.number)}
      draft={{ href: at(supplementAddress(place)), name, read: t.readSupplement }}
      path={supplementAddress({ slug: model.slug, unitId: null }, "/impact")}
      {...(unitId === null ? {} : { of: { unit: unitId } })}
      unitField="in"
    />
  );
}
