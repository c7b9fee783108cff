/** Where the employee is: the model drawn with their place, what their level says, and who has read about them. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Columns, Muted, Section } from "../../ui/shell.tsx";
import { capital } from "../../messages/capital.ts";
import { ModelPicture } from "../../career-model/parts/model-picture.tsx";
import { LevelText } from "../../career-model/parts/model-text.tsx";
import type { OwnPlace, Start } from "../view-start.ts";

export function OwnPlaces({ start }: { start: Start }) {
  return start.places.map((place) => <Place key={place.slug} place={place} start={start} />);
}

function Place({ place, start }: { place: OwnPlace; start: Start }) {
  const t = useMessages().desk.start;
  const { at, language } = useShell();
  const name = language === "sv" ? place.nameSv : place.nameEn;
  const model = at(`/models/${place.slug}`);
  const { placement, content } = place;
  const levels = content.structure.levels.filter((level) => level.key !== placement?.levelKey);
  return (
    <Columns wide="end">
      <div className="stack">
        <Card title={placement ? t.where : t.notPlacedTitle(name)}>
          <ModelPicture
            id={`own-${place.slug}`}
            name={name}
            presentation={start.presentation}
            content={content}
            here={
              placement
                ? {
                    levelId: placement.levelKey,
                    trackId: placement.trackKey ?? undefined,
                    label: t.hereLabel,
                  }
                : undefined
            }
          />
          {placement && (
            <p>
              {placement.decidedBy === null
                ? t.sinceTakenOver(placement.level, formatDay(placement.from, language))
                : t.since(placement.level, formatDay(placement.from, language), placement.decidedBy)}{" "}
              <a href={at("/my/placement")}>{t.history}</a>
            </p>
          )}
          <Actions>
            {placement?.answer === "awaiting" && (
              <LinkButton variant="primary" href={at("/my/placement")}>
                {t.answer}
              </LinkButton>
            )}
            <LinkButton href={model} about={t.aboutModel(name)}>
              {t.read}
            </LinkButton>
            <LinkButton href={at(`/my/missing?model=${place.slug}`)}>{t.missing}</LinkButton>
            <LinkButton href={at("/my/assessment")}>{t.myAssessment}</LinkButton>
          </Actions>
        </Card>
        <Reads start={start} />
      </div>
      <div>
        {placement && (
          <LevelText
            content={content}
            levelKey={placement.levelKey}
            trackKey={placement.trackKey ?? undefined}
            heading={2}
          />
        )}
        <Section title={placement ? t.around : capital(name)} lead={t.aroundLead} id={`around-${place.slug}`}>
          <dl className="summary-list">
            {levels.map((level) => (
              <div key={level.key}>
                <dt>
                  <a href={`${model}?level=${level.key}`}>{level.name}</a>
                </dt>
                <dd>{level.shortText}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
    </Columns>
  );
}

function Reads({ start }: { start: Start }) {
  const t = useMessages().desk.start;
  const { at, language } = useShell();
  const latest = start.lastRead;
  return (
    <Card title={t.reads} size="small">
      <Muted>
        {latest
          ? t.lastRead(latest.reader ?? t.someone, formatDay(latest.at.slice(0, 10), language))
          : t.noReads}
      </Muted>
      <p>
        <a href={at("/my/reads")}>{t.allReads}</a>
      </p>
    </Card>
  );
}
