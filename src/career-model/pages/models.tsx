/** The models of an organisation: the same page for everyone, with drafts for those who work with them. */
import { load } from "../../platform/http/page.ts";
import type { Handle } from "../../platform/http/pages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { ModelMark } from "../../ui/model-mark.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Grid } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { capital } from "../../messages/capital.ts";
import { MODEL_LANGUAGE } from "../parts/model-text.tsx";
import { viewModels, type ModelSummary } from "../view-models.ts";
import type { Route } from "./+types/models";

export const handle: Handle = { sameForAll: true };

export const loader = load(({ work }) => viewModels(work));

export default function Models({ loaderData }: Route.ComponentProps) {
  const { careerModel, catalogue, modelEditor } = useMessages();
  const t = careerModel.list;
  const structures = modelEditor.structure.link;
  const { at } = useShell();
  const { models, mayWrite, mayTakeIn, word, presentation } = loaderData;
  const { shared } = useMessages().supplement;
  const add = mayWrite && <LinkButton href={at("/models/new")}>{t.add}</LinkButton>;
  return (
    <Page title={t.title} lead={t.lead(word)}>
      {models.length === 0 ? (
        <EmptyState title={t.empty.title} action={add || undefined}>
          {mayWrite ? t.empty.writer : t.empty.text}
        </EmptyState>
      ) : (
        <>
          <Grid>
            {models.map((model) => (
              <ModelCard key={model.slug} model={model} presentation={presentation} />
            ))}
          </Grid>
          {mayWrite && (
            <Actions>
              {add}
              <LinkButton variant="quiet" href={at("/structures")}>
                {structures}
              </LinkButton>
            </Actions>
          )}
        </>
      )}
      {models.length > 0 && (
        <p>
          <a href={at("/catalogue")}>{catalogue.link}</a>
        </p>
      )}
      {mayTakeIn && (
        <p>
          <a href={at("/shared-models")}>{shared.link}</a>
        </p>
      )}
    </Page>
  );
}

/** So many levels stand after each other in a card; more of them, one a line. */
const DOTTED_LEVELS = 5;

function ModelCard({ model, presentation }: { model: ModelSummary; presentation: "rings" | "stairs" }) {
  const t = useMessages().careerModel.list;
  const { at, language } = useShell();
  const { adopted } = model;
  const day = adopted && formatDay(adopted.from, language === "sv" ? "sv" : "en-GB");
  return (
    <Card title={capital(language === "sv" ? model.nameSv : model.nameEn)} href={at(`/models/${model.slug}`)}>
      <div className="model-card">
        <div>
          <ul className={model.levels.length > DOTTED_LEVELS ? "stacked" : "dotted"} lang={MODEL_LANGUAGE}>
            {model.levels.map((level) => (
              <li key={level.name}>{level.name}</li>
            ))}
          </ul>
          <p className="muted">
            {day === null ? t.notInForce : adopted?.isInForce ? t.since(day) : t.from(day)}
          </p>
          {model.dormant && <Tag>{t.dormant}</Tag>}
          {model.drafts.map((draft) => (
            <p key={draft.number}>
              <a href={at(`/models/${model.slug}?version=${draft.number}`)}>
                {draft.status === "draft" ? t.draft(draft.number) : t.consultation(draft.number)}
              </a>
            </p>
          ))}
        </div>
        <ModelMark presentation={presentation} kinds={model.levels.map((level) => level.kind)} />
      </div>
    </Card>
  );
}
