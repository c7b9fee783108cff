/** One account: its roles, the invitation to choose a password, and closing it. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { GIVEN_ROLES } from "../../shared/actor.ts";
import { addDays } from "../../shared/local-date.ts";
import { Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { CheckboxGroup, DateField, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { closeAccount, endRole, giveRole, invite, viewAccount } from "../keep-accounts.ts";
import type { Route } from "./+types/account";

export const loader = load(({ work, params }) => viewAccount(work, params["account"] ?? ""));

export const action = act(async ({ work, params, form, url }) => {
  const accountId = params["account"] ?? "";
  const here = `/o/${work.tenant.slug}/accounts/${accountId}`;
  const intent = field(form, "intent");
  // Shown in this one answer and nowhere else: not in an address, nor among what was sent.
  if (intent === "invite")
    return again([], {
      link: [`${url.origin}/o/${work.tenant.slug}/choose-password/${await invite(work, accountId)}`],
    });
  if (intent === "close" || intent === "open") {
    await closeAccount(work, accountId, intent === "close");
    return seeOther(here);
  }
  if (field(form, "grant")) {
    await endRole(work, accountId, field(form, "grant"));
    return seeOther(here);
  }
  const result = await giveRole(work, accountId, {
    role: field(form, "role"),
    unitId: field(form, "unit") || null,
    professionIds: form["professions"] ?? [],
    employmentNumber: field(form, "person"),
    reason: field(form, "reason"),
    from: field(form, "from"),
    lastDay: field(form, "lastDay") || null,
  });
  return result.ok ? seeOther(here) : again(result.reasons, form);
});

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { identity } = useMessages();
  const t = identity.account;
  const { at, language, today } = useShell();
  const { account } = loaderData;
  const errors = spell(actionData?.reasons ?? [], identity.reasons);
  const typed = (name: string) => actionData?.values[name]?.[0];
  const link = typed("link");
  return (
    <Page
      title={account.displayName}
      lead={account.username}
      errors={errors.list}
      breadcrumbs={[{ href: at("/accounts"), label: identity.accounts.title }]}
      beside={account.disabled ? <Tag>{identity.accounts.closed}</Tag> : undefined}
    >
      <Section title={t.roles} id="roles">
        <DataTable
          caption={t.roles}
          captionHidden
          rows={account.grants}
          rowKey={(grant) => grant.id}
          empty={<Muted>{t.noRoles}</Muted>}
          columns={[
            { key: "role", header: t.role, rowHeader: true, cell: (grant) => identity.roles[grant.role] },
            {
              key: "scope",
              header: t.unit,
              cell: (grant) =>
                [grant.unit, grant.person, ...grant.professions, grant.reason].filter(Boolean).join(" · "),
            },
            {
              key: "time",
              header: t.from,
              cell: (grant) =>
                grant.to === null ? t.since(grant.from) : t.until(grant.from, addDays(grant.to, -1)),
            },
            {
              key: "end",
              header: t.end,
              headerHidden: true,
              cell: (grant) =>
                grant.to !== null && grant.to <= today ? (
                  <Tag>{t.ended}</Tag>
                ) : (
                  account.mayGiveRoles && (
                    <Form hidden={{ grant: grant.id }}>
                      <Button variant="quiet" about={t.endAbout(identity.roles[grant.role])}>
                        {t.end}
                      </Button>
                    </Form>
                  )
                ),
            },
          ]}
        />
      </Section>
      {account.mayGiveRoles ? (
        <Section title={t.give} lead={t.giveLead} id="give">
          <Form label={t.give}>
            <Select
              name="role"
              label={t.role}
              empty={t.choose}
              error={errors.of("role")}
              defaultValue={typed("role")}
              options={GIVEN_ROLES.map((role) => ({ value: role, label: identity.roles[role] }))}
            />
            <Select
              name="unit"
              label={t.unit}
              hint={t.unitHint}
              empty={t.noUnit}
              error={errors.of("unit")}
              defaultValue={typed("unit")}
              options={loaderData.units.map((unit) => ({
                value: unit.id,
                label: `${"– ".repeat(unit.depth)}${unit.name}`,
              }))}
            />
            <CheckboxGroup
              name="professions"
              label={t.professions}
              hint={t.professionsHint}
              error={errors.of("professions")}
              defaultValues={actionData?.values["professions"] ?? []}
              options={loaderData.professions.map((each) => ({
                value: each.id,
                label: language === "sv" ? each.nameSv : each.nameEn,
              }))}
            />
            <TextField
              name="person"
              label={t.person}
              hint={t.personHint}
              error={errors.of("person")}
              defaultValue={typed("person")}
              width="medium"
            />
            <TextArea
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              error={errors.of("reason")}
              defaultValue={typed("reason")}
              rows={2}
            />
            <DateField
              name="from"
              label={t.from}
              error={errors.of("from")}
              defaultValue={typed("from") ?? today}
            />
            <DateField
              name="lastDay"
              label={t.lastDay}
              hint={t.lastDayHint}
              error={errors.of("lastDay")}
              defaultValue={typed("lastDay")}
            />
            <Button>{t.submit}</Button>
          </Form>
        </Section>
      ) : (
        <Muted>{t.own}</Muted>
      )}
      <Section title={t.invitation} lead={t.invitationLead} id="invitation">
        {link && (
          <Notice tone="success">
            {t.link}
            <br />
            <code>{link}</code>
          </Notice>
        )}
        <Form label={t.invitation} hidden={{ intent: "invite" }}>
          <Button variant="secondary">{t.invite}</Button>
        </Form>
      </Section>
      {account.mayGiveRoles && (
        <Section title={t.closing} lead={t.closingLead} id="closing">
          <Form label={t.closing} hidden={{ intent: account.disabled ? "open" : "close" }}>
            <Button variant="secondary">{account.disabled ? t.open : t.close}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
