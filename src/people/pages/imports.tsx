/** Where a staff import begins (INT-1): the file, the templates, who else is at it, and the latest imports. */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { mayImportStaff } from "../access.ts";
import { NotFound } from "../../shared/result.ts";
import { beginImport } from "../import-staff.ts";
import { viewImports } from "../view-import.ts";
import { atTime } from "../parts/at-time.ts";
import { STATE_TONES } from "./import-parts.tsx";
import type { Route } from "./+types/imports";

export const loader = load(({ work }) => viewImports(work));

export const action = act(async ({ work, form, file }) => {
  if (!mayImportStaff(work.actor)) throw new NotFound("import");
  const sent = file("file");
  if (!sent) return again([{ code: "missing", field: "file" }], form);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const result = await beginImport(work, { filename: sent.name, bytes });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/import/${result.value}`)
    : again(result.reasons, { ...form, filename: [sent.name] });
});

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().staffImport;
  const { at } = useShell();
  const { imports, busy } = loaderData;
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const filename = actionData?.values["filename"]?.[0];
  const error = errors.of("file");
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list}>
      <Section title={t.begin.title} id="begin">
        {busy && (
          <Notice tone="warning">
            <a href={at(`/import/${busy.id}`)}>{t.begin.busy(busy.by, busy.filename)}</a>
          </Notice>
        )}
        <Form label={t.begin.title} files>
          <FileField
            name="file"
            label={t.begin.file}
            hint={t.begin.fileHint}
            error={error && filename ? `${filename}: ${error}` : error}
            accept=".csv,.txt,.tsv,.xlsx,.json"
          />
          <Button>{t.begin.submit}</Button>
        </Form>
      </Section>
      <Section title={t.template.title} lead={t.template.lead} id="template">
        <Actions>
          {(["csv", "xlsx", "json"] as const).map((format) => (
            <LinkButton key={format} href={at(`/import/template/${format}`)} download>
              {t.template[format]}
            </LinkButton>
          ))}
        </Actions>
      </Section>
      <Section title={t.placements.title} lead={t.placements.lead} id="placements">
        <Actions>
          <LinkButton href={at("/take-over")}>{t.placements.go}</LinkButton>
        </Actions>
      </Section>
      <Section title={t.earlier.title} id="earlier">
        <DataTable
          caption={t.earlier.caption}
          captionHidden
          rows={imports}
          rowKey={(row) => row.id}
          empty={<Muted>{t.earlier.none}</Muted>}
          columns={[
            {
              key: "file",
              header: t.earlier.file,
              rowHeader: true,
              cell: (row) => <a href={at(`/import/${row.id}`)}>{row.filename}</a>,
            },
            {
              key: "when",
              header: t.earlier.when,
              cell: (row) => <time dateTime={row.at}>{atTime(row.at)}</time>,
            },
            { key: "who", header: t.earlier.who, cell: (row) => row.by },
            {
              key: "state",
              header: t.earlier.state,
              cell: (row) => <Tag tone={STATE_TONES[row.state]}>{t.states[row.state]}</Tag>,
            },
            {
              key: "result",
              header: t.earlier.result,
              cell: (row) =>
                row.counts &&
                t.earlier.counts(
                  row.counts.join,
                  row.counts.move + row.counts.change,
                  row.counts.end + row.counts.leavers,
                ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
