/** How mail fares, for administrators: where it goes, what waits, and what was given up and why. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { viewMailState } from "../view-mail.ts";
import { minute } from "./minute.ts";
import type { Route } from "./+types/mail";

export const loader = load(async ({ work, mailFate }) => ({
  fate: mailFate,
  state: await viewMailState(work),
}));

/** The word for a code; codes that have none share one. */
const wordFor = (
  words: Readonly<Record<string, string>> & { readonly other: string },
  code: string,
): string => (Object.hasOwn(words, code) && words[code]) || words.other;

export default function MailPage({ loaderData: { fate, state } }: Route.ComponentProps) {
  const t = useMessages().notices.state;
  const { at } = useShell();
  const isStuck = fate === "sent" && state.trouble !== null;
  return (
    <Page title={t.title} lead={t.lead}>
      <Notice
        tone={fate === "nowhere" || isStuck ? "warning" : "info"}
        title={isStuck ? wordFor(t.troubles, state.trouble ?? "") : t.fates[fate].title}
      >
        {isStuck ? t.nothingLost : t.fates[fate].text}
      </Notice>
      <SummaryList
        rows={[
          { term: t.due, detail: String(state.due) },
          { term: t.later, detail: String(state.later) },
          { term: fate === "caught" ? t.caught : t.sent, detail: String(state.sent) },
          { term: t.givenUp, detail: String(state.givenUp) },
        ]}
      />
      <Section title={t.failures} id="failures">
        <DataTable
          caption={t.failures}
          captionHidden
          rows={state.failures}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
          columns={[
            { key: "at", header: t.at, cell: (row) => <time dateTime={row.at}>{minute(row.at)}</time> },
            {
              key: "who",
              header: t.who,
              rowHeader: true,
              cell: (row) =>
                row.personId ? <a href={at(`/people/${row.personId}`)}>{row.name}</a> : t.address,
            },
            {
              key: "kind",
              header: t.what,
              cell: (row) => wordFor(t.kinds, row.kind),
            },
            { key: "why", header: t.why, cell: (row) => wordFor(t.whys, row.why) },
          ]}
        />
      </Section>
    </Page>
  );
}
