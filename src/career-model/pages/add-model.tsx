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
import { mayWriteModels } from "../access.ts";
import { addVersionFromFile } from "../add-version.ts";
import { textOfFile } from "../model-file-text.ts";
import { FILE_FAULTS, FileFaults } from "./file-faults.tsx";
import type { Route } from "./+types/add-model";

export const loader = load(async ({ actor }) => {
  if (!mayWriteModels(actor)) throw new NotFound("models");
  return null;
});

export const action = act(async ({ work, form, file }) => {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
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
  const { careerModel: t, modelEditor } = useMessages();
  const words = modelEditor.begin;
  const { at } = useShell();
  const reasons = actionData?.reasons ?? [];
  const fileName = actionData?.values["fileName"]?.[0];
  // What is wrong at places in the file is listed with them; the rest is about the file as a whole.
  const faults = reasons.filter((reason) => reason.data?.["line"] !== undefined);
  const whole = reasons
    .filter((reason) => !faults.includes(reason))
    .map((reason): Reason => ({ ...reason, field: "file" }));
  const toFaults: Reason[] =
    faults.length > 0
      ? [{ code: "file-faults", field: FILE_FAULTS, data: { file: fileName ?? "", count: faults.length } }]
      : [];
  const errors = spell([...whole, ...toFaults], { ...t.fileFaults, ...t.reasons });
  const error = errors.of("file");
  return (
    <Page
      title={t.add.title}
      lead={t.add.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/models"), label: t.list.title }]}
      narrow
    >
      {faults.length > 0 && <FileFaults file={fileName ?? ""} faults={faults} />}
      <Form files>
        <FileField
          name="file"
          label={t.add.file}
          hint={t.add.fileHint}
          error={error && fileName ? `${fileName}: ${error}` : error}
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
      <Section title={words.offer} id="begin">
        <p>{words.offerText}</p>
        <LinkButton href={at("/models/begin")}>{words.title}</LinkButton>
      </Section>
    </Page>
  );
}
