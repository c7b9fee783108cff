/** Revoking a token: what then stops is said first, and afterwards that it is done. */
import { act, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { ConfirmationPanel, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { revokeToken, viewToken, type TokenView } from "../keep-tokens.ts";
import type { Route } from "./+types/revoke-token";

export const loader = load(async ({ work, params, url }) => ({
  token: await viewToken(work, params["tokenId"] ?? ""),
  done: url.searchParams.has("done"),
}));

export const action = act(async ({ work, params }) => {
  const tokenId = params["tokenId"] ?? "";
  await revokeToken(work, tokenId);
  return seeOther(`/o/${work.tenant.slug}/tokens/${tokenId}?done`);
});

export default function RevokeToken({ loaderData: { token, done } }: Route.ComponentProps) {
  const { tokens } = useMessages();
  const t = tokens.revoking;
  const { at } = useShell();
  const back = <LinkButton href={at("/tokens")}>{t.back}</LinkButton>;
  return (
    <Page title={token.name} breadcrumbs={[{ href: at("/tokens"), label: tokens.title }]} narrow>
      {token.state === "revoked" && done && (
        <ConfirmationPanel title={t.done(token.name)} level={2}>
          <p>{t.doneText}</p>
        </ConfirmationPanel>
      )}
      {token.state !== "holds" && !done && <Notice tone="info">{t.over[token.state]}</Notice>}
      <About token={token} />
      {token.state === "holds" ? (
        <Form label={t.title}>
          <Notice tone="warning" title={t.title}>
            {t.text}
          </Notice>
          <Actions>
            <Button variant="danger">{t.submit}</Button>
            {back}
          </Actions>
        </Form>
      ) : (
        <Actions>{back}</Actions>
      )}
    </Page>
  );
}

function About({ token }: { token: TokenView }) {
  const t = useMessages().tokens;
  return (
    <SummaryList
      rows={[
        { term: t.starts, detail: <code>{token.prefix}…</code> },
        { term: t.account, detail: token.account ?? t.hiddenAccount },
        {
          term: t.scopes,
          detail: (
            <ul className="stacked">
              {token.scopes.map((scope) => (
                <li key={scope}>{t.scopeWords[scope]}</li>
              ))}
            </ul>
          ),
        },
        {
          term: t.used,
          detail: token.lastUsedOn ? <DateText day={token.lastUsedOn} /> : t.never,
        },
      ]}
    />
  );
}
