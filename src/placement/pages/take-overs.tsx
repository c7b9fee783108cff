/** Where a take-over begins, from a file or from the HR system's titles, and where all of it is taken out again (INT-4). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { mayTakeOver } from "../access.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { beginFromTitles, beginTakeOver } from "../take-over.ts";
import { TAKE_OUTS } from "../take-out.ts";
import { viewTakeOvers, type TakeOverStart } from "../view-take-over.ts";
import type { Route } from "./+types/take-overs";

export const loader = load(({ work }) => viewTakeOvers(work));

export const action = act(async ({ work, form, file }) => {
  const at = (id: string) => seeOther(`/o/${work.tenant.slug}/take-over/${id}`);
  if (field(form, "intent") === "titles") return at(await beginFromTitles(work));
  if (!mayTakeOver(work.actor)) throw new NotFound("take-over");
  const sent = file("file");
  if (!sent) return again([{ code: "missing", field: "file" }], form);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const result = await beginTakeOver(work, { filename: sent.name, bytes });
  return result.ok ? at(result.value) : again(result.reasons, { ...form, filename: [sent.name] });
});

const TONES = { mapping: "attention", preview: "attention", done: "good", cancelled: "neutral" } as const;

export default function TakeOvers({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().takeOver;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const filename = actionData?.values["filename"]?.[0];
  const error = errors.of("file");
  return (
    <Page
      title={t.title}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/import"), label: useMessages().staffImport.title }]}
    >
      <Section title={t.file.title} id="begin" lead={t.file.lead}>
        <Form label={t.file.title} files>
          <FileField
            name="file"
            label={t.file.label}
            hint={t.file.hint}
            error={error && filename ? `${filename}: ${error}` : error}
            accept=".csv,.txt,.tsv,.xlsx,.json"
          />
          <Button name="intent" value="file">
            {t.file.submit}
          </Button>
        </Form>
      </Section>
      <Titles start={loaderData} />
      <Section title={t.out.title} id="out" lead={t.out.lead}>
        <SummaryList
          rows={TAKE_OUTS.map((what) => ({
            term: t.out[what].title,
            detail: (
              <>
                <p>{t.out[what].text}</p>
                <Actions>
                  {(["csv", "xlsx", "json"] as const).map((format) => (
                    <LinkButton
                      key={format}
                      href={at(`/take-over/file/${what}/${format}`)}
                      download
                      about={t.out[what].title}
                    >
                      {t.out[format]}
                    </LinkButton>
                  ))}
                </Actions>
              </>
            ),
          }))}
        />
      </Section>
      <Section title={t.earlier.title} id="earlier">
        <DataTable
          caption={t.earlier.caption}
          captionHidden
          rows={loaderData.latest}
          rowKey={(row) => row.id}
          empty={<Muted>{t.earlier.none}</Muted>}
          columns={[
            {
              key: "file",
              header: t.earlier.file,
              rowHeader: true,
              cell: (row) => <a href={at(`/take-over/${row.id}`)}>{row.filename}</a>,
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
              cell: (row) => <Tag tone={TONES[row.state]}>{t.states[row.state]}</Tag>,
            },
            {
              key: "result",
              header: t.earlier.result,
              cell: (row) =>
                row.counts && t.earlier.counts(row.counts.place, row.counts.same, row.counts.conflict),
            },
          ]}
        />
      </Section>
    </Page>
  );
}

/** The titles that are given, model by model, and what they mean for those who are employed. */
function Titles({ start }: { start: TakeOverStart }) {
  const t = useMessages().takeOver;
  const { at, language } = useShell();
  const count = start.models.reduce((sum, { titles }) => sum + titles, 0);
  return (
    <Section title={t.titles.title} id="titles" lead={count === 0 ? t.titles.none : t.titles.lead(count)}>
      {start.models.length > 0 && (
        <SummaryList
          rows={start.models.map(({ slug, nameSv, nameEn, titles }) => {
            const name = capital(language === "sv" ? nameSv : nameEn);
            return {
              term: start.mayKeepTitles ? <a href={at(`/models/${slug}/titles`)}>{name}</a> : name,
              detail: t.titles.count(titles),
            };
          })}
        />
      )}
      {start.mayKeepTitles && (
        <p>
          <a href={at("/titles")}>{t.titlesFile.title}</a>
        </p>
      )}
      {count > 0 && (
        <Form label={t.titles.title}>
          <Button variant="secondary" name="intent" value="titles">
            {t.titles.submit}
          </Button>
        </Form>
      )}
    </Section>
  );
}
