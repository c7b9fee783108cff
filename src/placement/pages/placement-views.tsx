/** Other views on placements that wait for the manager above (PLC-9). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { answerPlacementView, viewPlacementViews } from "../answer-view.ts";
import { LONGEST_VIEW } from "../rules.ts";
import { Paragraphs } from "../parts/placement-fields.tsx";
import { usePlaceName } from "../parts/placement-history.tsx";
import type { Route } from "./+types/placement-views";

export const loader = load(async ({ work, url }) => ({
  views: await viewPlacementViews(work),
  answered: url.searchParams.has("answered"),
}));

export const action = act(async ({ work, form }) => {
  const responseId = field(form, "response");
  const result = await answerPlacementView(work, { responseId, words: field(form, `words-${responseId}`) });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/placement-views?answered`)
    : again(result.reasons, form);
});

export default function PlacementViews({ loaderData, actionData }: Route.ComponentProps) {
  const { views, answered } = loaderData;
  const words = useMessages().placement;
  const t = words.above;
  const { language } = useShell();
  const placeName = usePlaceName();
  const errors = spell(actionData?.reasons ?? [], words.reasons);
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {answered && !actionData && <Notice tone="success" title={t.answered} announce />}
      {views.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {views.map((view) => (
        <Section
          key={view.responseId}
          id={`view-${view.responseId}`}
          title={view.name}
          lead={`${language === "sv" ? view.modelSv : view.modelEn}, ${view.unit}`}
        >
          <SummaryList
            rows={[
              { term: t.placed, detail: `${placeName(view)}, ${view.from}` },
              { term: t.motivation(view.decidedBy ?? ""), detail: <Paragraphs text={view.motivation} /> },
              {
                term: words.history.otherView(dayOf(new Date(view.at))),
                detail: <Paragraphs text={view.words} />,
              },
            ]}
          />
          {view.withRepresentative && <p>{t.representative}</p>}
          <Form hidden={{ response: view.responseId }} label={t.write} confirmLeave={words.mine.leave}>
            <TextArea
              name={`words-${view.responseId}`}
              label={t.write}
              hint={t.writeHint}
              readers={t.readers}
              rows={5}
              maxLength={LONGEST_VIEW}
              error={errors.of(`words-${view.responseId}`)}
              defaultValue={actionData?.values[`words-${view.responseId}`]?.[0]}
            />
            <Button>{t.submit}</Button>
          </Form>
        </Section>
      ))}
    </Page>
  );
}
