/** Where a model from a spreadsheet begins (MOD-15): a section of the page where models are added. */
import { again, seeOther, type Again, type FormValues, type SeeOther } from "../../platform/http/page.ts";
import type { Work } from "../../platform/database/work.ts";
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/shell.tsx";
import { beginModelImport } from "../import-model.ts";

/** The field of the file. */
export const SHEET = "sheet";

/** Takes the sent file in, and goes on to look at it. */
export async function beginFromSheet(
  work: Work,
  form: FormValues,
  sent: File | undefined,
): Promise<SeeOther | Again> {
  if (!sent) return again([{ code: "missing", field: SHEET }], form);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const result = await beginModelImport(work, { filename: sent.name, bytes });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/import/${result.value}`)
    : again(
        result.reasons.map((reason) => ({ ...reason, field: SHEET })),
        { ...form, fileName: [sent.name] },
      );
}

export function FromSheet({ error }: { error: string | undefined }) {
  const t = useMessages().modelImport.start;
  return (
    <Section title={t.title} lead={t.lead} id="from-sheet">
      <Form label={t.title} files>
        <FileField name={SHEET} label={t.file} hint={t.hint} error={error} accept=".xlsx,.csv,.tsv,.txt" />
        <Button name="intent" value="sheet">
          {t.submit}
        </Button>
      </Form>
    </Section>
  );
}
