/** Choosing a password by an invitation. */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { choosePassword, viewInvitation } from "../keep-accounts.ts";
import type { Route } from "./+types/choose-password";

export const loader = load(async ({ work, params }) => viewInvitation(work, params["token"] ?? ""));

export const action = act(async ({ work, params, form }) => {
  const result = await choosePassword(
    work,
    params["token"] ?? "",
    form["password"]?.[0] ?? "",
    form["repeated"]?.[0] ?? "",
  );
  return result.ok ? seeOther(`/o/${work.tenant.slug}/sign-in?chosen`) : again(result.reasons, {});
});

export default function ChoosePassword({ loaderData, actionData }: Route.ComponentProps) {
  const { identity } = useMessages();
  const t = identity.choose;
  const errors = spell(actionData?.reasons ?? [], identity.reasons);
  return (
    <Page title={t.title} lead={t.lead(loaderData.username)} errors={errors.list} narrow>
      <Form>
        <TextField
          name="password"
          type="password"
          label={t.password}
          hint={t.passwordHint}
          error={errors.of("password")}
          autoComplete="new-password"
        />
        <TextField
          name="repeated"
          type="password"
          label={t.repeated}
          error={errors.of("repeated")}
          autoComplete="new-password"
        />
        <Button>{t.submit}</Button>
      </Form>
    </Page>
  );
}
