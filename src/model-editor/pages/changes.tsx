/** What has been done in a draft, item by item: what was removed is found again here. */
import { useMessages } from "../../messages/messages.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { load, pageNumber } from "../../platform/http/page.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Timeline } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { kindOfChange } from "../item.rules.ts";
import { viewDraftHistory } from "../view-draft.ts";
import { useDraft } from "./draft-places.tsx";
import { Changed } from "./item-said.tsx";
import type { Route } from "./+types/changes";

export const loader = load(({ work, params, url }) =>
  viewDraftHistory(work, { slug: params["model"] ?? "", number: Number(params["number"]) }, pageNumber(url)),
);

export default function Changes({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().modelEditor.changes;
  const to = useDraft(view);
  const page = (number: number) => `${to.page}/changes?page=${number}`;
  return (
    <Page title={t.title} lead={t.lead} breadcrumbs={to.toDraft}>
      {view.changes.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Timeline
          label={t.title}
          events={view.changes.map((change) => ({
            key: `${change.revision} ${change.itemId}`,
            when: <time dateTime={change.at.toISOString()}>{atTime(change.at.toISOString())}</time>,
            title: `${change.by} ${t.did[kindOfChange(change)]}`,
            children: (
              <>
                <Changed head={view} change={change} />
                <p>
                  <a href={`${to.item(change.itemId)}#history`}>{t.toItem}</a>
                </p>
              </>
            ),
          }))}
        />
      )}
      <Actions>
        {view.page > 1 && <LinkButton href={page(view.page - 1)}>{t.later}</LinkButton>}
        {!view.isLast && <LinkButton href={page(view.page + 1)}>{t.earlier}</LinkButton>}
      </Actions>
    </Page>
  );
}
