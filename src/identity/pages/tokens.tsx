/** The tokens of the organisation's integrations: seen, made and revoked. */
import { act, again, field, load, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";
import { SCOPES } from "../../shared/scopes.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable, Pagination } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { CheckboxGroup, DateField, Select, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { makeTokenFor, viewTokens, type TokensView } from "../keep-tokens.ts";
import type { Route } from "./+types/tokens";

export const loader = load(({ work, url }) => viewTokens(work, pageNumber(url)));

export const action = act(async ({ work, form }) => {
  const made = await makeTokenFor(work, {
    accountId: field(form, "account"),
    name: field(form, "name"),
    scopes: form["scopes"] ?? [],
    lastDay: field(form, "lastDay"),
  });
  // Shown in this one answer and nowhere else: not in an address, nor among what was sent.
  return made.ok ? again([], { made: [made.value] }) : again(made.reasons, form);
});

/** The fields from the top: what is wrong is told in the same order. */
const FIELDS = ["name", "account", "scopes", "lastDay"];

const TONES = { holds: "good", expired: "neutral", revoked: "danger" } as const;

export default function Tokens({ loaderData: view, actionData }: Route.ComponentProps) {
  const { tokens: t, identity } = useMessages();
  const { accounts } = identity;
  const { at } = useShell();
  const placeOf = ({ field: name }: Reason) => FIELDS.indexOf(name ?? "");
  const reasons = (actionData?.reasons ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
  const errors = spell(reasons, t.reasons);
  const made = actionData?.values["made"]?.[0];
  const address = (page: number) => at(`/tokens?page=${page}`);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/accounts"), label: accounts.title }]}
    >
      {made && (
        <Notice tone="success" announce>
          {t.made}
          <pre className="example">
            <code>{made}</code>
          </pre>
        </Notice>
      )}
      <p>
        <a href="/api">{t.about}</a>
      </p>
      <TokenTable rows={view.rows} />
      {view.pages > 1 && (
        <Pagination
          label={t.pages}
          summary={t.page(view.page, view.pages)}
          pages={[]}
          previous={view.page > 1 ? { href: address(view.page - 1), label: t.previous } : undefined}
          next={view.page < view.pages ? { href: address(view.page + 1), label: t.next } : undefined}
        />
      )}
      <Section title={t.make.title} lead={t.make.lead} id="make">
        <MakeForm view={view} values={actionData?.values ?? {}} error={(name) => errors.of(name)} />
      </Section>
    </Page>
  );
}

function TokenTable({ rows }: Pick<TokensView, "rows">) {
  const t = useMessages().tokens;
  const { at } = useShell();
  return (
    <DataTable
      caption={t.caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t.name,
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name}
              <div className="hint">
                {t.starts} <code>{row.prefix}…</code>
              </div>
            </>
          ),
        },
        { key: "account", header: t.account, cell: (row) => row.account ?? t.hiddenAccount },
        {
          key: "scopes",
          header: t.scopes,
          cell: (row) => (
            <ul className="stacked">
              {row.scopes.map((scope) => (
                <li key={scope}>{t.scopeWords[scope]}</li>
              ))}
            </ul>
          ),
        },
        {
          key: "used",
          header: t.used,
          cell: (row) => (row.lastUsedOn ? <DateText day={row.lastUsedOn} /> : t.never),
        },
        {
          key: "expires",
          header: t.expires,
          cell: (row) => <DateText day={row.lastDay} />,
        },
        {
          key: "state",
          header: t.state,
          cell: (row) => <Tag tone={TONES[row.state]}>{t.states[row.state]}</Tag>,
        },
        {
          key: "revoke",
          header: t.revoke,
          headerHidden: true,
          cell: (row) =>
            row.state === "holds" && (
              <LinkButton variant="quiet" href={at(`/tokens/${row.id}`)} about={t.revokeAbout(row.name)}>
                {t.revoke}
              </LinkButton>
            ),
        },
      ]}
    />
  );
}

function MakeForm(props: {
  view: TokensView;
  values: Readonly<Record<string, readonly string[]>>;
  error: (name: string) => string | undefined;
}) {
  const { make: t, scopeWords } = useMessages().tokens;
  const { view, values, error } = props;
  return (
    <Form label={t.title}>
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        error={error("name")}
        defaultValue={values["name"]?.[0]}
      />
      <Select
        name="account"
        label={t.account}
        hint={t.accountHint}
        empty={t.choose}
        error={error("account")}
        defaultValue={values["account"]?.[0]}
        options={view.accounts.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
      <CheckboxGroup
        name="scopes"
        label={t.scopes}
        hint={t.scopesHint}
        error={error("scopes")}
        defaultValues={values["scopes"] ?? []}
        options={SCOPES.map((scope) => ({ value: scope, label: scopeWords[scope] }))}
      />
      <DateField
        name="lastDay"
        label={t.lastDay}
        hint={t.lastDayHint}
        error={error("lastDay")}
        defaultValue={values["lastDay"]?.[0] ?? view.usualLastDay}
      />
      <Button>{t.submit}</Button>
    </Form>
  );
}
