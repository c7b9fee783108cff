/** Where one is: the model drawn with one's place, and what is missing for the level next to it; or, for whoever isn't placed, the levels there are. */
import { Fragment, type ReactNode } from "react";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import { ModelPicture } from "../../career-model/parts/model-picture.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { RequirementText, stateOf, StateTag, useFactWords } from "../../gap/parts/requirement-words.tsx";
import { ToPlan } from "../../gap/parts/to-plan.tsx";
import type { Ahead } from "../../gap/level-ahead.ts";
import type { Line } from "../../gap/missing.rules.ts";
import { Card } from "../../ui/card.tsx";
import { localeOf } from "../../messages/day-words.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { TaskList, type Task } from "../../ui/lists.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import type { OwnPlace } from "../view-own.ts";
import type { Start } from "../view-start.ts";

/** `children` stand below what is missing, `beside` below the picture. */
export function OwnPlaceView(props: {
  place: OwnPlace;
  start: Start;
  beside?: ReactNode;
  children?: ReactNode;
}) {
  const { place, start } = props;
  const t = useMessages().desk.start;
  const { at, language } = useShell();
  const name = language === "sv" ? place.nameSv : place.nameEn;
  const { placement, content, ahead } = place;
  const here = placement && {
    levelId: placement.levelKey,
    trackId: placement.trackKey ?? undefined,
    label: t.hereLabel,
  };
  return (
    <Columns wide="end">
      <div className="stack">
        <Card title={placement ? t.where : t.notPlacedTitle(capital(name))}>
          <ModelPicture
            id={`own-${place.slug}`}
            name={name}
            presentation={start.presentation}
            content={content}
            here={here ?? undefined}
          />
          {placement && (
            <p>
              <strong>{placement.level}</strong>{" "}
              {placement.decidedBy === null
                ? t.sinceTakenOver(formatDay(placement.from, localeOf(language)))
                : t.since(formatDay(placement.from, localeOf(language)), placement.decidedBy)}{" "}
              <a href={at("/my/placement")}>{t.history}</a>
            </p>
          )}
          <p>
            <a href={at(`/models/${place.slug}`)}>
              {t.read}
              <span className="visually-hidden"> {t.aboutModel(name)}</span>
            </a>{" "}
            · <a href={at("/my/assessment")}>{t.myAssessment}</a>
          </p>
        </Card>
        {props.beside}
      </div>
      <div>
        {ahead ? (
          <Missing ahead={ahead} place={place} talkWord={start.talkWord} />
        ) : (
          <Levels place={place} name={name} />
        )}
        {props.children}
      </div>
    </Columns>
  );
}

/** The others are on the page of what is missing. */
const MOST_LINES = 5;

function Missing({ ahead, place, talkWord }: { ahead: Ahead; place: OwnPlace; talkWord: string }) {
  const { desk, missing, placement } = useMessages();
  const t = desk.start.ahead;
  const { at, language } = useShell();
  const factWords = useFactWords(talkWord);
  const day = (date: string) => formatDay(date, localeOf(language));
  const { level, track, value } = ahead.place;
  const name = track === null ? level : placement.field.withTrack(level, track);
  const met = ahead.lines.filter(({ isMet }) => isMet);
  const shown = [...ahead.lines.filter(({ isMet }) => !isMet), ...met].slice(0, MOST_LINES);
  const path = at(`/my/missing?model=${place.slug}`);
  const tasks = shown.map((line): Task => {
    if ("requirement" in line) {
      const state = stateOf(line.known);
      return {
        key: line.requirement.itemId,
        title: <RequirementText requirement={line.requirement} />,
        text: (
          <>
            {factWords(line.requirement, line.known)}
            {!line.isMet && (
              <>
                {" "}
                <ToPlan
                  personId={null}
                  from={{ model: place.slug, place: value, item: line.requirement.itemId }}
                  requirement={line.requirement.text}
                />
              </>
            )}
          </>
        ),
        state: state === "met" ? "done" : state === "waiting" ? "waiting" : "todo",
        stateLabel: missing.tags[state],
        tag: <StateTag state={state} />,
      };
    }
    const state = line.isMet ? "met" : "left";
    return {
      key: line.key,
      title: <Either line={line} />,
      text: [
        line.isMet ? missing.enough : missing.more(line.more),
        ...(line.opensOn === null ? [] : [missing.opens(day(line.opensOn))]),
      ].join(" "),
      state: line.isMet ? "done" : "todo",
      stateLabel: missing.tags[state],
      tag: <StateTag state={state} />,
    };
  });
  return (
    <Section
      title={ahead.isOwn ? t.titleOwn(name) : t.title(name)}
      id={`ahead-${place.slug}`}
      lead={ahead.lines.length === 0 ? t.nothing : t.lead(met.length, ahead.lines.length, ahead.isOwn)}
    >
      {tasks.length > 0 && <TaskList tasks={tasks} />}
      <p>
        <a href={`${path}&place=${value}`}>{t.all(ahead.lines.length)}</a> · <a href={path}>{t.whatIf}</a>
      </p>
    </Section>
  );
}

type Group = Extract<Line, { readonly lines: readonly Line[] }>;

/** Ways of which one is enough are said as such; of others how many there are, and how many it takes. */
function Either({ line: { lines, needed } }: { line: Group }) {
  const t = useMessages().desk.start.ahead;
  const ways = lines.flatMap((each) => ("requirement" in each ? [each.requirement] : []));
  if (needed !== 1 || ways.length !== lines.length) return t.either(lines.length, needed);
  return ways.map((requirement, index) => (
    <Fragment key={requirement.itemId}>
      {index > 0 && <em> {t.or} </em>}
      <RequirementText requirement={requirement} />
    </Fragment>
  ));
}

function Levels({ place: { slug, placement, content }, name }: { place: OwnPlace; name: string }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  const levels = content.structure.levels.filter(({ key }) => key !== placement?.levelKey);
  return (
    <Section title={placement ? t.around : capital(name)} lead={t.aroundLead} id={`around-${slug}`}>
      <dl className="summary-list">
        {levels.map((level) => (
          <div key={level.key}>
            <dt>
              <a href={at(`/models/${slug}?level=${level.key}`)} lang={MODEL_LANGUAGE}>
                {level.name}
              </a>
            </dt>
            <dd lang={MODEL_LANGUAGE}>{level.shortText}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
