/** Reading in a model from its file. */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound, type Reason } from "../../shared/result.ts";
import { Button } from "../../ui/actions.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { mayWriteModels } from "../access.ts";
import { addVersionFromFile } from "../add-version.ts";
import type { Route } from "./+types/add-model";

export const loader = load(async ({ actor }) => {
  if (!mayWriteModels(actor)) throw new NotFound("models");
  return null;
});

export const action = act(async ({ work, file }) => {
  const sent = file("file");
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  if (!sent) return again([{ code: "missing", field: "file" }], {});
  const bytes = new Uint8Array(await sent.arrayBuffer());
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return again([{ code: "not-text", field: "file" }], {});
  }
  const result = await addVersionFromFile(work, text);
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/${result.value.slug}?version=${result.value.number}`)
    : again(result.reasons, {});
});

export default function AddModel({ actionData }: Route.ComponentProps) {
  const t = useMessages().careerModel;
  const { at } = useShell();
  const faults: Readonly<Record<string, string>> = t.fileFaults;
  // A fault in the file is said with its line and place; everything else is about the whole file.
  const reasons = (actionData?.reasons ?? []).map((reason): Reason => {
    const problem = faults[reason.code];
    if (problem === undefined || reason.field === "file") return { ...reason, field: "file" };
    return reason.data?.["line"] === undefined
      ? { code: "file", field: "file", data: { problem } }
      : { code: "fault", field: "file", data: { path: "", ...reason.data, problem } };
  });
  const errors = spell(reasons, t.reasons);
  return (
    <Page
      title={t.add.title}
      lead={t.add.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/models"), label: t.list.title }]}
      narrow
    >
      <Form files>
        <FileField
          name="file"
          label={t.add.file}
          hint={t.add.fileHint}
          error={errors.of("file")}
          accept=".yaml,.yml,.json"
        />
        <Button>{t.add.submit}</Button>
      </Form>
    </Page>
  );
}
