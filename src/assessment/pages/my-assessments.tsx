/** The employee's own assessments, and beginning one. */
import { act, load } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { ownPerson } from "../assessment-room.ts";
import { viewMyAssessments } from "../view-assessments.ts";
import { begin } from "./acting.ts";
import { AssessmentList } from "./assessment-list.tsx";
import { BeginForms } from "./begin-form.tsx";
import type { Route } from "./+types/my-assessments";

export const loader = load(({ work }) => viewMyAssessments(work));

export const action = act(({ work, form }) => begin({ work, form }, "own", ownPerson(work)));

export default function MyAssessments({ loaderData, actionData }: Route.ComponentProps) {
  const words = useMessages().assessment;
  const t = words.mine;
  const { assessments, beginnable } = loaderData;
  const errors = spell(actionData?.reasons ?? [], words.reasons);
  const isEmpty = assessments.length === 0;
  const hasModel = beginnable.length > 0;
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {isEmpty && (
        <EmptyState title={hasModel ? t.empty : t.noModel}>
          {hasModel ? t.emptyText : t.noModelText}
        </EmptyState>
      )}
      {!isEmpty && <AssessmentList assessments={assessments} whose="own" />}
      <BeginForms beginnable={beginnable} errors={errors} />
    </Page>
  );
}
