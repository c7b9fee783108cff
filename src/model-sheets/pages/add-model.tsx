/** Reading in a model from its file. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound, type Reason } from "../../shared/result.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import { Checkbox, FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { mayWriteModels } from "../../career-model/access.ts";
import { addVersionFromFile } from "../../career-model/add-version.ts";
import { textOfFile } from "../../career-model/model-file-text.ts";
import { FILE_FAULTS, FileFaults } from "./file-faults.tsx";
import { beginFromSheet, FromSheet, SHEET } from "./from-sheet.tsx";
import type { Route } from "./+types/add-model";

export const loader = load(async ({ actor }) => {
  if (!mayWriteModels(actor)) throw new NotFound("models");
  return null;
});

export const action = act(async ({ work, form, file }) => {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  if (field(form, "intent") === "sheet") return beginFromSheet(work, form, file("sheet"));
  const sent = file("file");
  if (!sent) return again([{ code: "missing", field: "file" }], form);
  const text = textOfFile(new Uint8Array(await sent.arrayBuffer()));
  const result = text.ok
    ? await addVersionFromFile(work, text.value, { replaceDraft: field(form, "replace") === "yes" })
    : text;
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/${result.value.slug}?version=${result.value.number}`)
    : again(result.reasons, { ...form, fileName: [sent.name] });
});

export default function AddModel({ actionData }: Route.ComponentProps) {
  const { careerModel: t, modelEditor, modelImport } = useMessages();
  const words = modelEditor.begin;
  const { at } = useShell();
  const reasons = actionData?.reasons ?? [];
  const fileName = actionData?.values["fileName"]?.[0];
  // What is wrong at places in the file is listed with them; the rest is about the file as a whole.
  const faults = reasons.filter((reason) => reason.data?.["line"] !== undefined);
  const whole = reasons
    .filter((reason) => !faults.includes(reason))
    .map((reason): Reason => ({ ...reason, field: reason.field === SHEET ? SHEET : "file" }));
  const toFaults: Reason[] =
    faults.length > 0
      ? [{ code: "file-faults", field: FILE_FAULTS, data: { file: fileName ?? "", count: faults.length } }]
      : [];
  const errors = spell(
    [...whole, ...toFaults],
    reasons.some(({ field: at }) => at === SHEET) ? modelImport.reasons : { ...t.fileFaults, ...t.reasons },
  );
  const named = (error: string | undefined) => error && (fileName ? `${fileName}: ${error}` : error);
  return (
    <Page
      title={t.add.title}
      lead={t.add.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/models"), label: t.list.title }]}
      narrow
    >
      {faults.length > 0 && <FileFaults file={fileName ?? ""} faults={faults} />}
      <FromSheet error={named(errors.of(SHEET))} />
      <Section title={t.add.fromFile} lead={t.add.fromFileText} id="from-file">
        <Form label={t.add.fromFile} files>
          <FileField
            name="file"
            label={t.add.file}
            hint={t.add.fileHint}
            error={named(errors.of("file"))}
            accept=".yaml,.yml,.json"
          />
          <Checkbox
            name="replace"
            label={t.add.replace}
            hint={t.add.replaceHint}
            defaultChecked={actionData?.values["replace"]?.[0] === "yes"}
          />
          <Button>{t.add.submit}</Button>
        </Form>
      </Section>
      <Section title={words.offer} id="begin">
        <p>{words.offerText}</p>
        <LinkButton href={at("/models/begin")}>{words.title}</LinkButton>
      </Section>
    </Page>
  );
}
