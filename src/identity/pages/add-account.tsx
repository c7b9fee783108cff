/** Adding an account, for an employee or a guest. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Button } from "../../ui/actions.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { mayKeepAccounts } from "../access.ts";
import { addAccount } from "../keep-accounts.ts";
import type { Route } from "./+types/add-account";

export const loader = load(async ({ actor }) => {
  if (!mayKeepAccounts(actor)) throw new NotFound("accounts");
  return null;
});

export const action = act(async ({ work, form }) => {
  const result = await addAccount(work, {
    username: field(form, "username"),
    displayName: field(form, "displayName"),
    employmentNumber: field(form, "employmentNumber"),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/accounts/${result.value}`)
    : again(result.reasons, form);
});

export default function AddAccount({ actionData }: Route.ComponentProps) {
  const { identity } = useMessages();
  const t = identity.add;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], identity.reasons);
  const of = (name: "username" | "displayName" | "employmentNumber") => ({
    name,
    label: t[name],
    error: errors.of(name),
    defaultValue: actionData?.values[name]?.[0],
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/accounts"), label: identity.accounts.title }]}
      narrow
    >
      <Form>
        <TextField {...of("username")} hint={t.usernameHint} />
        <TextField {...of("displayName")} />
        <TextField {...of("employmentNumber")} width="medium" />
        <Button>{t.submit}</Button>
      </Form>
    </Page>
  );
}
