/** Everyone who can sign in, with their roles. */
import { load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { LinkButton } from "../../ui/actions.tsx";
import { DataTable, Pagination } from "../../ui/data-table.tsx";
import { TextField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewAccounts } from "../keep-accounts.ts";
import type { Route } from "./+types/accounts";

export const loader = load(async ({ work, url }) => {
  const query = url.searchParams.get("q")?.slice(0, 100) ?? "";
  const page = pageNumber(url);
  return { query, page, ...(await viewAccounts(work, query, page)) };
});

export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { accounts: t, roles } = useMessages().identity;
  const { at } = useShell();
  const { rows, more, page, query } = loaderData;
  const address = (number: number) =>
    at(`/accounts?${new URLSearchParams({ q: query, page: String(number) }).toString()}`);
  return (
    <Page title={t.title} lead={t.lead}>
      <FilterBar
        label={t.filter}
        submit={t.find}
        clear={query ? { href: at("/accounts"), label: t.clear } : undefined}
      >
        <TextField name="q" label={t.search} defaultValue={query} type="search" width="medium" />
      </FilterBar>
      <DataTable
        caption={t.title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (row) => <a href={at(`/accounts/${row.id}`)}>{row.displayName}</a>,
          },
          { key: "username", header: t.username, cell: (row) => row.username },
          {
            key: "roles",
            header: t.rolesColumn,
            cell: (row) => row.roles.map((role) => roles[role]).join(", ") || t.none,
          },
          {
            key: "state",
            header: t.state,
            cell: (row) => (row.disabled ? t.closed : row.hasPassword ? t.ready : t.noPassword),
          },
        ]}
        empty={<EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>}
      />
      {(page > 1 || more) && (
        <Pagination
          label={t.pages}
          summary={t.page(page)}
          pages={[]}
          previous={page > 1 ? { href: address(page - 1), label: t.previous } : undefined}
          next={more ? { href: address(page + 1), label: t.next } : undefined}
        />
      )}
      <p>
        <LinkButton href={at("/accounts/new")}>{t.add}</LinkButton>
      </p>
    </Page>
  );
}
