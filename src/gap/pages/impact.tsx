/** What adopting a version's draft would do, or what two versions ask of those placed today (MOD-12). */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { setTransitions } from "../set-transitions.ts";
import { viewTrial } from "../view-trial.ts";
import { typedInForm, versionAsked } from "./impact-asked.ts";
import { ImpactView } from "./impact-view.tsx";
import type { Route } from "./+types/impact";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewTrial(work, versionAsked(params, url))),
  isSaved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, params, url, form }) => {
  const { slug, number, against } = versionAsked(params, url);
  const result = await setTransitions(work, { slug, number, typed: typedInForm(form) });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(
    `/o/${work.tenant.slug}/models/${slug}/versions/${number}/impact?saved=1${against > 0 ? `&against=${against}` : ""}`,
  );
});

export default function Impact({ loaderData: view, actionData }: Route.ComponentProps) {
  const t = useMessages().gap.impact;
  const { at, language } = useShell();
  const { model, number } = view;
  const name = capital(language === "sv" ? model.nameSv : model.nameEn);
  return (
    <ImpactView
      view={view}
      sent={actionData}
      title={t.title(name, number)}
      draft={{ href: at(`/models/${model.slug}?version=${number}`), name, read: t.read }}
      path={`/models/${model.slug}/versions/${number}/impact`}
      unitField="unit"
    />
  );
}
