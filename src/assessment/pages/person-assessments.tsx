/** Assessments of one person, for those close to them; beginning one is for their manager. */
import { act, load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewPersonAssessments } from "../view-assessments.ts";
import { begin } from "./acting.ts";
import { AssessmentList } from "./assessment-list.tsx";
import { BeginForms } from "./begin-form.tsx";
import type { Route } from "./+types/person-assessments";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPersonAssessments(work, params["personId"] ?? "")),
  done: url.searchParams.get("done"),
}));

export const action = act(({ work, form, params }) =>
  begin({ work, form }, "other", params["personId"] ?? ""),
);

export default function PersonAssessments({ loaderData, actionData }: Route.ComponentProps) {
  const words = useMessages().assessment;
  const t = words.person;
  const { at } = useShell();
  const { assessments, beginnable, name, personId } = loaderData;
  const errors = spell(actionData?.reasons ?? [], words.reasons);
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: t.people },
        { href: at(`/people/${personId}`), label: name },
      ]}
      errors={errors.list}
      narrow
    >
      {loaderData.done === "cancelled" && !actionData && (
        <Notice tone="success" title={words.sheet.doneCancelled} announce />
      )}
      {assessments.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {assessments.length > 0 && <AssessmentList assessments={assessments} whose="other" />}
      <BeginForms beginnable={beginnable} errors={errors} />
    </Page>
  );
}
