/** An association's members, the models they have adopted and their coverage. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { viewMembers, type MemberModel } from "../view-members.ts";
import { FigureText } from "./figures.tsx";
import type { Route } from "./+types/members";

export const loader = load(({ work }) => viewMembers(work));

type Row = { readonly member: string; readonly slug: string; readonly model: MemberModel | null };

export default function Members({ loaderData: { members, k } }: Route.ComponentProps) {
  const { coverage } = useMessages();
  const t = coverage.members;
  const { language } = useShell();
  const rows = members.flatMap(({ name, slug, models }): Row[] =>
    models.length === 0
      ? [{ member: name, slug, model: null }]
      : models.map((model) => ({ member: name, slug, model })),
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        caption={t.caption}
        rows={rows}
        rowKey={({ slug, model }) => `${slug} ${model?.nameSv ?? ""}`}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "member",
            header: t.member,
            rowHeader: true,
            cell: ({ member, slug }) => <a href={`/o/${slug}/models`}>{member}</a>,
          },
          {
            key: "model",
            header: coverage.model,
            cell: ({ model }) => model && (language === "sv" ? model.nameSv : model.nameEn),
          },
          { key: "adopted", header: t.adopted, cell: ({ model }) => model?.adoptedFrom },
          {
            key: "coverage",
            header: coverage.coverage,
            cell: ({ model }) =>
              model ? <FigureText figure={model.figure} k={k} /> : <span className="muted">{t.none}</span>,
          },
          { key: "measured", header: t.measured, cell: ({ model }) => model?.day },
        ]}
      />
      <Muted>{t.how(k)}</Muted>
    </Page>
  );
}
