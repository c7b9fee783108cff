/** What two members of an association lay over one of its models, side by side. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { compareMembers, type ComparedMember } from "../compare-members.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import type { SideSaid } from "../side-by-side.rules.ts";
import type { Route } from "./+types/compare-members";

export const loader = load(({ work, params, url }) =>
  compareMembers(work, params["model"] ?? "", {
    first: url.searchParams.get("first"),
    second: url.searchParams.get("second"),
  }),
);

export default function CompareMembers({ loaderData: view }: Route.ComponentProps) {
  const { supplement, careerModel } = useMessages();
  const t = supplement.members;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const { pair } = view;
  const choose = (which: "first" | "second", chosen: ComparedMember) => (
    <Select
      name={which}
      label={t[which]}
      defaultValue={chosen.slug}
      options={view.members.map((member) => ({ value: member.slug, label: member.name }))}
    />
  );
  const column = (index: 0 | 1, { name: member }: ComparedMember) => ({
    key: member,
    header: member,
    cell: ({ said }: (typeof view.rows)[number]) => <Said said={said[index]} />,
  });
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at(`/models/${view.slug}`), label: capital(name) },
      ]}
    >
      {!pair ? (
        view.members.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
        ) : (
          <EmptyState title={t.one}>{t.oneText}</EmptyState>
        )
      ) : (
        <>
          <FilterBar label={t.title(name)} submit={t.show}>
            {choose("first", pair[0])}
            {choose("second", pair[1])}
          </FilterBar>
          <p>
            {pair.map((member) => (
              <span key={member.slug} className="item-note">
                {member.name}: {t.standing(member.number, member.from)} {!member.hasSupplement && t.none}
              </span>
            ))}
          </p>
          <DataTable
            caption={t.caption}
            captionHidden
            even
            rows={view.rows}
            rowKey={({ key }) => key}
            empty={<EmptyState title={t.same} />}
            columns={[
              {
                key: "where",
                header: t.where,
                rowHeader: true,
                cell: ({ where, base }) => (
                  <span lang={MODEL_LANGUAGE}>
                    {where}
                    {base !== "" && <span className="item-note muted">{base}</span>}
                  </span>
                ),
              },
              column(0, pair[0]),
              column(1, pair[1]),
            ]}
          />
        </>
      )}
    </Page>
  );
}

function Said({ said }: { said: readonly SideSaid[] }) {
  const { page, members } = useMessages().supplement;
  if (said.length === 0) return <span className="muted">{members.nothing}</span>;
  return (
    <ul className="stacked">
      {said.map(({ kind, text }) => (
        <li key={`${kind} ${text}`}>
          <Tag tone={kind === "unused" ? "attention" : "neutral"}>{page[kind]}</Tag>{" "}
          <span lang={MODEL_LANGUAGE}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
