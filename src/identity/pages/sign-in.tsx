/** Signing in: with a password, or in a demo with one click. */
import { isParkedAddress, safeNext } from "../../platform/http/addresses.ts";
import { load, act, again, field, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Reason } from "../../shared/result.ts";
import { signIn, signInToDemo, viewSignIn } from "../sign-in.ts";
import { sessionCookie } from "../session.ts";
import type { Route } from "./+types/sign-in";

export const loader = load(async ({ work, url, mode, guide }) => ({
  ...(await viewSignIn(work, mode)),
  chosen: url.searchParams.has("chosen"),
  looks: guide?.accounts[work.tenant.slug] ?? {},
  sentHere: url.searchParams.has("next"),
  kept: isParkedAddress(work.tenant.slug, safeNext(work.tenant.slug, url.searchParams.get("next"))),
}));

export const action = act(
  async ({ work, form, url, mode, secure, cookies }) => {
    const enter = (token: string) => {
      cookies.push(sessionCookie(work.tenant.slug, secure, token));
      return seeOther(safeNext(work.tenant.slug, url.searchParams.get("next")));
    };
    const demo = field(form, "demo");
    if (demo) return enter(await signInToDemo(work, mode, demo));

    const [username, password] = [field(form, "username"), form["password"]?.[0] ?? ""];
    const missing: Reason[] = [];
    if (!username) missing.push({ code: "missing", field: "username" });
    if (!password) missing.push({ code: "missing", field: "password" });
    const typed = { username: [username] };
    if (missing.length > 0) return again(missing, typed);
    const result = await signIn(work, username, password);
    return result.ok ? enter(result.value) : again(result.reasons, typed);
  },
  { once: false },
);

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().identity;
  const { language } = useShell();
  const errors = spell(actionData?.reasons ?? [], t.signIn.reasons);
  const passwordForm = (
    <Form label={t.signIn.title}>
      <TextField
        name="username"
        label={t.signIn.username}
        hint={t.signIn.usernameHint}
        error={errors.of("username")}
        defaultValue={actionData?.values["username"]?.[0]}
        autoComplete="username"
      />
      <TextField
        name="password"
        type="password"
        label={t.signIn.password}
        error={errors.of("password")}
        autoComplete="current-password"
      />
      <Button>{t.signIn.submit}</Button>
    </Form>
  );
  return (
    <Page title={t.signIn.title} lead={t.signIn.lead(loaderData.organisation)} errors={errors.list}>
      {loaderData.chosen && !actionData && (
        <Notice tone="success" announce>
          {t.signIn.chosen}
        </Notice>
      )}
      {loaderData.sentHere && !actionData && (
        <Notice tone="info">{loaderData.kept ? t.signIn.kept : t.signIn.expired}</Notice>
      )}
      {loaderData.demo.length > 0 && (
        <Section title={t.demo.title} lead={t.demo.lead}>
          <Form label={t.demo.title}>
            <ul className="people-choices">
              {loaderData.demo.map(({ username, displayName, roles, unit }) => (
                <li key={username}>
                  <button type="submit" name="demo" value={username} className="person-choice">
                    <strong>{displayName}</strong>
                    <span>
                      {[roles.map((role) => t.roles[role]).join(", "), unit].filter(Boolean).join(" · ")}
                    </span>
                    {loaderData.looks[username] && (
                      <span className="person-look">{loaderData.looks[username][language]}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </Form>
        </Section>
      )}
      {loaderData.demo.length > 0 ? (
        <Section title={t.signIn.withPassword} id="with-password">
          {passwordForm}
        </Section>
      ) : (
        passwordForm
      )}
    </Page>
  );
}
