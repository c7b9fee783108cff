/** The REST API for those who connect other systems: how to begin, what always holds, and every operation. */
import { PROBLEMS } from "../../platform/http/api/problem.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { describeApi } from "./api-description.ts";
import { Example, Operation, SchemaView } from "./api-parts.tsx";
import type { Route } from "./+types/api";

export const loader = () => ({
  ...describeApi(),
  problems: Object.entries(PROBLEMS).map(([code, { status }]) => ({ code, status })),
});

const ASKING = `curl https://vidga.example/api/v1/organisations/provby/token \\
  --header "Authorization: Bearer vidga_…"`;

export default function Api({ loaderData: api }: Route.ComponentProps) {
  const t = useMessages().api;
  const { language } = useShell();
  const problemWords: Readonly<Record<string, string>> = t.problems;
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.begin.title} id="begin">
        <ol>
          {t.begin.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Example>{ASKING}</Example>
        <p>
          {t.begin.description} <a href="/api/v1/openapi.json">{t.begin.file}</a>
        </p>
      </Section>
      <Section title={t.rules.title} id="rules">
        <SummaryList rows={t.rules.rows.map(([term, detail]) => ({ term, detail }))} />
      </Section>
      <Section title={t.operations} lead={t.operationsLead} id="operations">
        {api.groups.map((group) => (
          <Section
            key={group.tag}
            level={3}
            id={`tag-${group.tag}`}
            title={language === "sv" ? group.sv : group.en}
          >
            {group.operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </Section>
        ))}
      </Section>
      <Section title={t.problemsTitle} lead={t.problemsLead} id="problems">
        <DataTable
          caption={t.problemsTitle}
          captionHidden
          rows={api.problems}
          rowKey={({ code }) => code}
          empty={null}
          columns={[
            { key: "status", header: t.status, rowHeader: true, cell: ({ status }) => status },
            { key: "code", header: t.code, cell: ({ code }) => <code id={`problem-${code}`}>{code}</code> },
            { key: "words", header: t.meaning, cell: ({ code }) => problemWords[code] },
          ]}
        />
      </Section>
      <Section title={t.schemas} lead={t.schemasLead} id="schemas">
        {api.schemas.map((schema) => (
          <SchemaView key={schema.name} schema={schema} />
        ))}
      </Section>
    </Page>
  );
}
