/** The organisation's templates for plans (PLN-2). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewTemplates } from "../keep-templates.ts";
import type { Template } from "../template.store.ts";
import type { Route } from "./+types/templates";

export const loader = load(async ({ work, url }) => ({
  templates: await viewTemplates(work),
  saved: url.searchParams.has("saved"),
}));

export default function TemplatesPage({ loaderData }: Route.ComponentProps) {
  const { templates, saved } = loaderData;
  const { plan: words } = useMessages();
  const t = words.template;
  const { at, language } = useShell();
  const starts = ({ withEmployment, professionSv, professionEn }: Template): string => {
    if (!withEmployment) return t.startsByHand;
    const profession = language === "sv" ? professionSv : professionEn;
    return profession === null ? t.startsWith : t.startsWithIn(profession);
  };
  const add = (
    <LinkButton href={at("/plan-templates/new")} variant="primary">
      {t.add}
    </LinkButton>
  );
  return (
    <Page title={t.title} lead={t.lead}>
      {saved && <Notice tone="success" title={t.saved} announce />}
      {templates.length > 0 && <Actions>{add}</Actions>}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={templates}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t.empty} action={add}>
            {t.emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={at(`/plan-templates/${id}`)}>{title}</a>,
          },
          { key: "about", header: t.about, cell: ({ kind }) => words.kind[kind] },
          { key: "starts", header: t.starts, cell: starts },
          { key: "lines", header: t.lines, numeric: true, cell: ({ lines }) => lines.length },
          {
            key: "retired",
            header: words.unit.open,
            headerHidden: true,
            cell: ({ retiredOn }) => retiredOn !== null && <Tag>{t.retired}</Tag>,
          },
        ]}
      />
    </Page>
  );
}
