/** The front page of the installation: which organisations are here, and in a demo where to begin. */
import { pageRequest, type Guide } from "../../platform/http/context.ts";
import { viewOrganisationGroups } from "../../organisation/view-organisations.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Page } from "../../ui/page.tsx";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { Listing } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Grid, Section } from "../../ui/shell.tsx";
import type { Tenant } from "../../shared/actor.ts";
import type { Route } from "./+types/welcome";

type Shown = Tenant & { readonly see: string | null };

/** The good places to begin, in their order: those of a demo that say so. */
function beginnings(organisations: readonly Shown[], guide: Guide | null): Shown[] {
  const places = organisations.flatMap((organisation) => {
    const begin = guide?.organisations[organisation.slug]?.begin ?? null;
    return begin === null ? [] : [{ begin, organisation }];
  });
  return places.toSorted((a, b) => a.begin - b.begin).map(({ organisation }) => organisation);
}

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { workshop, guide, language } = context.get(pageRequest);
  const shown = (tenant: Tenant): Shown => ({
    ...tenant,
    see: guide?.organisations[tenant.slug]?.see[language] ?? null,
  });
  const groups = (await viewOrganisationGroups(workshop)).map(({ kind, association, organisations }) => ({
    kind,
    association: association && shown(association),
    organisations: organisations.map(shown),
  }));
  const all = groups.flatMap(({ association, organisations }) => [
    ...(association ? [association] : []),
    ...organisations,
  ]);
  return { groups, begin: beginnings([...new Map(all.map((each) => [each.id, each])).values()], guide) };
};

const SignIn = ({ to, words }: { to: Tenant; words: string }) => (
  <a href={`/o/${to.slug}/sign-in`}>
    {words}
    <span className="visually-hidden"> {to.name}</span>
  </a>
);

export default function Welcome({ loaderData }: Route.ComponentProps) {
  const { groups, begin } = loaderData;
  const { desk } = useMessages();
  const t = desk.welcome;
  const { mode } = useShell();
  return (
    <Page title={t.title} lead={t.lead}>
      {mode === "demo" && <Notice tone="info">{t.demo}</Notice>}
      {groups.length === 0 && <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>}
      {begin.length > 0 && (
        <Section title={t.begin} id="begin" lead={t.beginLead}>
          <Grid>
            {begin.map((organisation) => (
              <Card key={organisation.id} title={organisation.name} level={3}>
                <p>{organisation.see}</p>
                <Actions>
                  <LinkButton
                    variant="primary"
                    href={`/o/${organisation.slug}/sign-in`}
                    about={organisation.name}
                  >
                    {t.signIn}
                  </LinkButton>
                  <LinkButton href={`/o/${organisation.slug}/models`} about={organisation.name}>
                    {t.models}
                  </LinkButton>
                </Actions>
              </Card>
            ))}
          </Grid>
        </Section>
      )}
      {groups.map(({ kind, association, organisations }) => {
        const title = association ? t.members(association.name) : t.kinds[kind];
        return (
          <Section
            key={association?.id ?? kind}
            title={title}
            id={association?.slug ?? kind}
            lead={association?.see}
            aside={association && <SignIn to={association} words={t.signIn} />}
          >
            <Listing
              label={title}
              rows={organisations.map((organisation) => ({
                key: organisation.id,
                title: organisation.name,
                text: organisation.see,
                links: (
                  <>
                    <a href={`/o/${organisation.slug}/models`}>
                      {t.listedModels}
                      <span className="visually-hidden"> {organisation.name}</span>
                    </a>
                    <SignIn to={organisation} words={t.signIn} />
                  </>
                ),
              }))}
            />
          </Section>
        );
      })}
    </Page>
  );
}
