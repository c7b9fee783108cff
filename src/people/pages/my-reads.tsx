/** What others have read about the one who is signed in (PRV-1). */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewMyReads } from "../view-my-reads.ts";
import { PageLinks } from "../parts/page-links.tsx";
import type { Route } from "./+types/my-reads";

export const loader = load(({ work, url }) => viewMyReads(work, pageNumber(url)));

/** The time in Stockholm, to the minute. */
const clock = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Stockholm",
});

/** The word for a code; codes that have none share one. */
const wordFor = (
  words: Readonly<Record<string, string>> & { readonly other: string },
  code: string,
): string => (Object.hasOwn(words, code) && words[code]) || words.other;

export default function MyReads({ loaderData: mine }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.reads;
  const { at } = useShell();
  const empty = mine.employee ? t.empty : t.guest;
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        caption={t.caption}
        captionHidden
        rows={mine.reads}
        rowKey={(row) => row.id}
        empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
        columns={[
          {
            key: "when",
            header: t.when,
            cell: (row) => <time dateTime={row.at}>{clock.format(new Date(row.at))}</time>,
          },
          { key: "who", header: t.who, rowHeader: true, cell: (row) => row.reader ?? t.hidden },
          { key: "what", header: t.what, cell: (row) => wordFor(t.things, row.what) },
          {
            key: "why",
            header: t.why,
            cell: (row) =>
              row.reason ? `${wordFor(t.bases, row.basis)}: ${row.reason}` : wordFor(t.bases, row.basis),
          },
        ]}
      />
      <PageLinks
        page={mine.page}
        pages={mine.pages}
        total={mine.total}
        size={mine.pageSize}
        href={(page) => at(`/my/reads?page=${page}`)}
        words={people}
      />
    </Page>
  );
}
