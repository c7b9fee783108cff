/** One's own talks. */
import { load } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewMyTalks } from "../view-talks.ts";
import { TalkList } from "./talk-list.tsx";
import type { Route } from "./+types/my-talks";

export const loader = load(({ work }) => viewMyTalks(work));

export default function MyTalks({ loaderData }: Route.ComponentProps) {
  const t = useMessages().talk.mine;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {loaderData.talks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <TalkList {...loaderData} whose="own" />
      )}
    </Page>
  );
}
