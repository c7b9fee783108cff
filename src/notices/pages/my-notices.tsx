/** What the one who is signed in gets by mail, and may choose. */
import { act, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { CheckboxGroup, RadioGroup } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { chooseNotices, viewMyNotices } from "../keep-notices.ts";
import type { Route } from "./+types/my-notices";

export const loader = load(async ({ work, url, mailFate }) => ({
  notices: await viewMyNotices(work),
  isCaught: mailFate === "caught",
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form }) => {
  await chooseNotices(work, {
    wanted: form["kind"] ?? [],
    gathered: field(form, "rhythm") === "daily",
    language: field(form, "language") === "en" ? "en" : "sv",
  });
  return seeOther(`/o/${work.tenant.slug}/my/notices?saved`);
});

export default function MyNotices({ loaderData: { notices, isCaught, saved } }: Route.ComponentProps) {
  const t = useMessages().notices.mine;
  const { at } = useShell();
  const always = notices.choices.filter(({ isChosen }) => !isChosen);
  const chosen = notices.choices.filter(({ isChosen }) => isChosen);
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {saved && <Notice tone="success" title={t.saved} announce />}
      {notices.email === null && (
        <Notice tone="warning" title={t.noAddress}>
          {t.noAddressText}
        </Notice>
      )}
      {notices.protectedIdentity && (
        <Notice tone="info" title={t.protected}>
          {t.protectedText}
        </Notice>
      )}
      {isCaught && (
        <Notice tone="info" title={t.caught}>
          <a href={at("/my/mail")}>{t.toMail}</a>
        </Notice>
      )}
      <Form label={t.title}>
        <CheckboxGroup
          name="kind"
          label={t.choose}
          hint={notices.email === null ? undefined : t.address(notices.email)}
          defaultValues={chosen.filter(({ wanted }) => wanted).map(({ kind }) => kind)}
          options={chosen.map(({ kind }) => ({ value: kind, label: t.kinds[kind], hint: t.hints[kind] }))}
        />
        {always.map(({ kind }) => (
          <Muted key={kind}>{t.always(t.kinds[kind])}</Muted>
        ))}
        <RadioGroup
          name="rhythm"
          label={t.rhythm}
          hint={t.atOnce}
          defaultValue={notices.gathered ? "daily" : "at-once"}
          options={(["at-once", "daily"] as const).map((rhythm) => ({
            value: rhythm,
            label: t.rhythms[rhythm],
            hint: t.rhythmHints[rhythm],
          }))}
        />
        <RadioGroup
          name="language"
          label={t.language}
          defaultValue={notices.language}
          options={(["sv", "en"] as const).map((each) => ({ value: each, label: t.languages[each] }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </Page>
  );
}
