/** What differs between two versions of a model, each text beside the one before it (MOD-11). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Asked, TextRow } from "../difference.rules.ts";
import { MODEL_LANGUAGE } from "../parts/model-text.tsx";
import { viewDifference, type DifferenceView } from "../view-difference.ts";
import { After, Before } from "../parts/marked-text.tsx";
import { DifferenceRows } from "../parts/difference-rows.tsx";
import type { Route } from "./+types/difference";

const numberIn = (url: URL, name: string): number | null => {
  const text = url.searchParams.get(name);
  return text === null ? null : Number(text);
};

export const loader = load(({ work, params, url }) =>
  viewDifference(work, params["model"] ?? "", { from: numberIn(url, "from"), to: numberIn(url, "to") }),
);

export default function Difference({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().careerModel;
  const { at, language } = useShell();
  const name = capital(language === "sv" ? view.nameSv : view.nameEn);
  const page = at(`/models/${view.slug}`);
  const options = view.versions.map(({ number, status }) => ({
    value: String(number),
    label: t.difference.version(number, t.model.status[status].toLowerCase()),
  }));
  const counts = (Object.keys(t.difference.count) as (keyof typeof t.difference.count)[]).filter(
    (each) => view.counts[each] > 0,
  );
  const levels = view.levels.filter(({ rows }) => rows.length > 0);
  const isSame = levels.length === 0 && view.whole.length === 0 && view.groups.length === 0;
  return (
    <Page
      title={t.difference.title(name)}
      lead={t.difference.lead(view.before.number, view.after.number)}
      breadcrumbs={[
        { href: at("/models"), label: t.list.title },
        { href: `${page}?version=${view.after.number}`, label: name },
      ]}
    >
      <FilterBar label={t.difference.choose} submit={t.difference.show}>
        <Select
          name="from"
          label={t.difference.from}
          options={options}
          defaultValue={String(view.before.number)}
        />
        <Select
          name="to"
          label={t.difference.to}
          options={options}
          defaultValue={String(view.after.number)}
        />
      </FilterBar>
      {view.mayReadImpact && (
        <p>
          <a href={`${page}/versions/${view.after.number}/impact?against=${view.before.number}`}>
            {t.difference.impact}
          </a>
        </p>
      )}
      {isSame && (
        <EmptyState title={t.difference.nothing}>
          <p>{t.difference.nothingText}</p>
        </EmptyState>
      )}
      {counts.length > 0 && (
        <Section title={t.difference.counts} id="counts">
          <ul>
            {counts.map((each) => (
              <li key={each}>{t.difference.count[each](view.counts[each])}</li>
            ))}
          </ul>
        </Section>
      )}
      {(view.whole.length > 0 || view.groups.length > 0) && (
        <Section title={t.difference.whole} id="whole">
          <Whole view={view} />
        </Section>
      )}
      {levels.map(({ level, is, rows }) => (
        <Section
          key={level.key}
          title={<span lang={MODEL_LANGUAGE}>{level.name}</span>}
          id={`level-${level.key}`}
        >
          {is !== "kept" && <Tag>{is === "added" ? t.difference.newLevel : t.difference.goneLevel}</Tag>}
          <DifferenceRows
            caption={level.name}
            rows={rows}
            names={view.names}
            headers={{
              before: t.difference.before(view.before.number),
              after: t.difference.before(view.after.number),
            }}
          />
        </Section>
      ))}
    </Page>
  );
}

/** The texts around the items, and the groups that ask for another number of requirements. */
function Whole({ view }: { view: DifferenceView }) {
  const { difference: t, model } = useMessages().careerModel;
  const asked = ({ needed, of }: Asked) =>
    (needed === null ? model.allOf : model.anyOf(needed, of)).replace(/:$/, "");
  const word = ({ of }: TextRow, text: string | null) =>
    of === "levelKind" && text !== null ? t.levelKinds[text as keyof typeof t.levelKinds] : text;
  const rows = [
    ...view.whole.map((row) => ({
      key: `${row.of} ${row.name}`,
      part: row.name === "" ? t.of[row.of] : `${t.of[row.of]}: ${row.name}`,
      before: word(row, row.before),
      after: word(row, row.after),
    })),
    ...view.groups.map(({ members, before, after }) => ({
      key: members.join(),
      part: `${t.groups}: ${members.join(" · ")}`,
      before: asked(before),
      after: asked(after),
    })),
  ];
  return (
    <DataTable
      caption={t.whole}
      captionHidden
      even
      rows={rows}
      rowKey={(row) => row.key}
      empty={null}
      columns={[
        { key: "part", header: t.part, rowHeader: true, cell: (row) => row.part },
        {
          key: "before",
          header: t.before(view.before.number),
          cell: (row) => <Before before={row.before} after={row.after} />,
        },
        {
          key: "after",
          header: t.before(view.after.number),
          cell: (row) => <After before={row.before} after={row.after} />,
        },
      ]}
    />
  );
}
