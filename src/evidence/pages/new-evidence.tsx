/** Adding evidence: the person what they have; whoever decides for them what they have seen (ASM-2). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import type { Handle } from "../../platform/http/pages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Fieldset, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { addEvidence } from "../add-evidence.ts";
import { FILES } from "../file.rules.ts";
import { viewNewEvidence } from "../view-person-evidence.ts";
import { CheckFields, EvidenceFields } from "./evidence-fields.tsx";
import { FileFields } from "./file-fields.tsx";
import { sentFiles, typedCheck, typedEvidence } from "./typed-evidence.ts";
import type { Route } from "./+types/new-evidence";

export const handle: Handle = { files: FILES };

export const loader = load(({ work, params, url }) =>
  viewNewEvidence(work, params["personId"] ?? "", url.searchParams.get("renews")),
);

export const action = act(async ({ work, form, files, params }) => {
  const personId = params["personId"] ?? "";
  const own = work.actor?.personId === personId;
  const result = await addEvidence(work, {
    personId,
    draft: typedEvidence(form),
    check: own ? null : typedCheck(form),
    renewsId: field(form, "renews") || null,
    files: await sentFiles(files("files")),
  });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/people/${personId}/evidence?done=${own ? "handed-in" : "saved"}`);
});

export default function NewEvidence({ loaderData, actionData }: Route.ComponentProps) {
  const { personId, name, own, offered, renews } = loaderData;
  const { evidence } = useMessages();
  const t = evidence.form;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], evidence.reasons);
  const here = at(`/people/${personId}/evidence`);
  return (
    <Page
      title={own ? t.titleMine : t.title(name)}
      lead={own ? (offered.files ? t.leadFiles : t.leadMine) : t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: here, label: own ? evidence.page.mine : evidence.page.title(name) }]}
      narrow
    >
      {renews && <Notice tone="info">{t.renews(renews.what, renews.issuedOn)}</Notice>}
      <Form
        label={own ? t.titleMine : t.title(name)}
        hidden={{ renews: renews?.id ?? "" }}
        confirmLeave={t.leave}
        files={offered.files}
      >
        <EvidenceFields
          typed={actionData?.values}
          errors={errors}
          offered={offered}
          own={own}
          piece={renews}
          renewal
        />
        {offered.files && <FileFields typed={actionData?.values} errors={errors} own={own} kept={[]} />}
        {!own && (
          <Fieldset legend={t.check} title>
            <CheckFields typed={actionData?.values} errors={errors} withFiles={offered.files} />
          </Fieldset>
        )}
        <Actions>
          <Button>{own ? t.submitMine : t.submit}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
