/** Talks with one person, for those close to them. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewPersonTalks } from "../view-talks.ts";
import { TalkList } from "./talk-list.tsx";
import type { Route } from "./+types/person-talks";

export const loader = load(({ work, params }) => viewPersonTalks(work, params["personId"] ?? ""));

export default function PersonTalks({ loaderData }: Route.ComponentProps) {
  const t = useMessages().talk.person;
  const { at } = useShell();
  const { talks, name, personId, unitId } = loaderData;
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: t.units },
        { href: at(`/people/${personId}`), label: name },
      ]}
      narrow
    >
      {talks.length === 0 ? (
        <EmptyState title={t.empty}>{unitId !== null && t.emptyText}</EmptyState>
      ) : (
        <TalkList {...loaderData} whose="other" />
      )}
      {unitId !== null && (
        <Actions>
          <LinkButton href={at(`/units/${unitId}/talks/book`)}>{t.book}</LinkButton>
        </Actions>
      )}
    </Page>
  );
}
