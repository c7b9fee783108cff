/** The organisation's professions (ORG-6), for everyone who works there. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewProfessions } from "../keep-professions.ts";
import type { Route } from "./+types/professions";

export const loader = load(({ work }) => viewProfessions(work));

export default function Professions({ loaderData }: Route.ComponentProps) {
  const t = useMessages().organisation.professions;
  const { at } = useShell();
  const { professions, mayKeep } = loaderData;
  const add = mayKeep && <LinkButton href={at("/professions/new")}>{t.add}</LinkButton>;
  return (
    <Page title={t.title} lead={t.lead}>
      {professions.length > 0 && <Actions>{add}</Actions>}
      <DataTable
        caption={t.title}
        captionHidden
        rows={professions}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t.empty.title} action={add}>
            {mayKeep ? t.empty.text : t.empty.reader}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (row) =>
              mayKeep ? (
                <a href={at(`/professions/${row.id}`)}>{capital(row.nameSv)}</a>
              ) : (
                capital(row.nameSv)
              ),
          },
          { key: "english", header: t.english, cell: (row) => <span lang="en">{capital(row.nameEn)}</span> },
          {
            key: "codes",
            header: t.codes,
            cell: (row) =>
              [row.ssykCode && t.ssyk(row.ssykCode), row.aidCode && t.aid(row.aidCode)]
                .filter(Boolean)
                .join(", ") || t.noCode,
          },
          { key: "licensed", header: t.licensed, cell: (row) => (row.licensed ? t.yes : t.no) },
          { key: "unions", header: t.unions, cell: (row) => row.unions.join(", ") || t.none },
        ]}
      />
    </Page>
  );
}
