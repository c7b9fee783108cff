/** The associations that the organisation is in, and its answers to those that ask (ORG-1). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { answerOffer, viewMemberships } from "../keep-members.ts";
import type { MemberTime } from "../membership.store.ts";
import type { Route } from "./+types/memberships";

const ANSWERS = ["take-up", "decline"] as const;

export const loader = load(async ({ work, url }) => ({
  ...(await viewMemberships(work)),
  answered: ANSWERS.find((each) => each === url.searchParams.get("answered")) ?? null,
}));

export const action = act(async ({ work, form }) => {
  const answer = ANSWERS.find((each) => each === field(form, "intent"));
  // Nothing is chosen: the page as it is.
  if (!answer) return again([], form);
  await answerOffer(work, field(form, "association"), answer);
  return seeOther(`/o/${work.tenant.slug}/settings/memberships?answered=${answer}`);
});

export default function Memberships({ loaderData }: Route.ComponentProps) {
  const { organisation } = useMessages();
  const t = organisation.memberships;
  const { at, tenant } = useShell();
  const { items, offers, answered } = loaderData;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ href: at("/settings"), label: organisation.settings.title }]}
      narrow
    >
      {answered && (
        <Notice tone="success" announce>
          {t.answered[answered]}
        </Notice>
      )}
      {offers.map((offer) => (
        <Section key={offer.slug} title={t.asks(offer.name)} id={`offer-${offer.slug}`}>
          <p>{t.offered(tenant?.name ?? "", offer.from, offer.to)}</p>
          <p>{t.means}</p>
          <Form label={t.asks(offer.name)}>
            <input type="hidden" name="association" value={offer.slug} />
            <Actions>
              <Button name="intent" value="take-up">
                {t.takeUp}
              </Button>
              <Button name="intent" value="decline" variant="secondary">
                {t.decline}
              </Button>
            </Actions>
          </Form>
        </Section>
      ))}
      <DataTable
        caption={t.caption}
        rows={items}
        rowKey={({ slug, from }: MemberTime) => `${slug} ${from}`}
        empty={offers.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t.association,
            rowHeader: true,
            cell: ({ slug, name }) => <a href={`/o/${slug}/models`}>{name}</a>,
          },
          { key: "from", header: t.from, cell: ({ from }) => from },
          { key: "to", header: t.to, cell: ({ to }) => to ?? t.open },
        ]}
      />
    </Page>
  );
}
