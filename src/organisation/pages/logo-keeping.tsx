/** The organisation's logo: seen, replaced, taken away (ORG-5). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { FileField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { changeLogo, removeLogo, viewLogoKeeping } from "../keep-logo.ts";
import type { Route } from "./+types/logo-keeping";

export const loader = load(async ({ work, url }) => ({
  hash: viewLogoKeeping(work),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, file }) => {
  const address = `/o/${work.tenant.slug}/settings/logo?saved`;
  if (field(form, "intent") === "remove") {
    await removeLogo(work);
    return seeOther(address);
  }
  const bytes = new Uint8Array((await file("logo")?.arrayBuffer()) ?? new ArrayBuffer());
  const result = await changeLogo(work, bytes);
  return result.ok ? seeOther(address) : again(result.reasons, form);
});

export default function LogoKeeping({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation } = useMessages();
  const t = organisation.logo;
  const { at, tenant } = useShell();
  const { hash, saved } = loaderData;
  const errors = spell(actionData?.reasons ?? [], organisation.reasons);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/settings"), label: organisation.settings.title }]}
      narrow
    >
      {saved && !actionData && (
        <Notice tone="success" announce>
          {hash ? t.saved : t.removed}
        </Notice>
      )}
      <Section title={t.present} id="present">
        {hash ? (
          <>
            <p>
              <img className="logo" src={at(`/logo/${hash}`)} alt={t.of(tenant?.name ?? "")} />
            </p>
            <Form label={t.remove}>
              <Button variant="secondary" name="intent" value="remove">
                {t.remove}
              </Button>
            </Form>
          </>
        ) : (
          <p>{t.none}</p>
        )}
      </Section>
      <Section title={hash ? t.replace : t.add} id="choose">
        <Form label={hash ? t.replace : t.add} files>
          <FileField
            name="logo"
            label={t.file}
            hint={t.fileHint}
            error={errors.of("logo")}
            accept="image/png,.png"
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
