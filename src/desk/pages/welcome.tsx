/** The front page of the installation: which organisations are here. */
import { pageRequest } from "../../platform/http/context.ts";
import { viewOrganisations } from "../../organisation/view-organisations.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Page } from "../../ui/page.tsx";
import { LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Grid } from "../../ui/shell.tsx";
import type { Route } from "./+types/welcome";

export const loader = ({ context }: Route.LoaderArgs) => viewOrganisations(context.get(pageRequest).workshop);

export default function Welcome({ loaderData }: Route.ComponentProps) {
  const { desk } = useMessages();
  const t = desk.welcome;
  const { mode } = useShell();
  return (
    <Page title={t.title} lead={t.lead}>
      {mode === "demo" && <Notice tone="info">{t.demo}</Notice>}
      {loaderData.length === 0 ? (
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      ) : (
        <Grid>
          {loaderData.map((organisation) => (
            <Card key={organisation.id} title={organisation.name}>
              <p className="muted">{t.kinds[organisation.kind]}</p>
              <p>
                <LinkButton href={`/o/${organisation.slug}/models`} about={organisation.name}>
                  {t.models}
                </LinkButton>{" "}
                <LinkButton href={`/o/${organisation.slug}/sign-in`} about={organisation.name}>
                  {t.signIn}
                </LinkButton>
              </p>
            </Card>
          ))}
        </Grid>
      )}
    </Page>
  );
}
