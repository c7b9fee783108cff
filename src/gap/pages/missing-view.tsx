/** What is met and what is left at a place of a model, for oneself and for those close to somebody. */

import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { ModelPicture } from "../../career-model/parts/model-picture.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { WaysTo } from "../../catalogue/parts/ways.tsx";
import { LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { TaskGroup, TaskList, type Task } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import type { Id } from "../../shared/ids.ts";
import type { Lapsed, PlaceChoice } from "../level-asked.ts";
import type { Line } from "../missing.rules.ts";
import type { Missing, MissingHere } from "../view-missing.ts";
import { goalFrom, ToPlan } from "../parts/to-plan.tsx";
import { RequirementText, stateOf, StateTag, useFactWords } from "../parts/requirement-words.tsx";

/** A level, or a track with its level. */
export const usePlaceWords = () => {
  const t = useMessages().placement.field;
  return ({ level, track }: Pick<PlaceChoice, "level" | "track">): string =>
    track === null ? level : t.withTrack(level, track);
};

/** `path` is the page's own address under the organisation. */
export function MissingView({ view, path }: { view: Missing; path: string }) {
  const { missing: t, placement } = useMessages();
  const { at } = useShell();
  const { here } = view;
  const crumbs = view.isOwn
    ? [{ href: at("/my/placement"), label: placement.mine.title }]
    : [{ href: at(`/people/${view.personId}`), label: view.name }];
  const title = view.isOwn ? t.title : t.titleOf(view.name);
  if (!here)
    return (
      <Page title={title} breadcrumbs={crumbs}>
        <EmptyState title={t.none} action={<LinkButton href={at("/models")}>{t.models}</LinkButton>}>
          {t.noneText}
        </EmptyState>
      </Page>
    );
  return <Here title={title} crumbs={crumbs} view={view} here={here} path={path} />;
}

/** Who may put it in the plan: the person, and whoever decides for them; undefined for the others. */
const planOf = ({ isOwn, decides, personId }: Missing): Id | null | undefined =>
  isOwn ? null : decides ? personId : undefined;

function Here(props: {
  title: string;
  crumbs: { href: string; label: string }[];
  view: Missing;
  here: MissingHere;
  path: string;
}) {
  const { view, here } = props;
  const t = useMessages().missing;
  const { at, language } = useShell();
  const placeWords = usePlaceWords();
  const modelName = capital(language === "sv" ? here.model.nameSv : here.model.nameEn);
  const isOwnPlace = here.own?.value === here.place.value;
  const placed = here.lapsed ?? here.own;
  const stands = here.own
    ? shape(here.own)
    : here.lapsed?.levelKey
      ? { levelId: here.lapsed.levelKey }
      : undefined;
  const asked = [...here.mandatory, ...here.recommended];
  const left = here.mandatory.filter(({ isMet }) => !isMet);
  const met = here.mandatory.filter(({ isMet }) => isMet);
  const plan = planOf(view);
  return (
    <Page title={props.title} lead={t.lead(placeWords(here.place), modelName)} breadcrumbs={props.crumbs}>
      <Columns wide="start">
        <div>
          {!isOwnPlace && (
            <Notice tone="info">
              <p>
                {here.own || here.lapsed ? t.whatIfNote : t.noPlaceNote} {t.moveRule[view.moveRule]}
              </p>
              {here.own && (
                <p>
                  <a href={at(props.path)}>{t.back}</a>
                </p>
              )}
            </Notice>
          )}
          <p>
            <a href={at(`/people/${view.personId}/evidence`)}>{t.evidencePage}</a> ·{" "}
            <a href={at(view.isOwn ? "/my/plan" : `/people/${view.personId}/plan`)}>
              {view.isOwn ? t.myPlan : t.plan}
            </a>
          </p>
          {asked.length === 0 && <p>{t.asksNothing}</p>}
          {left.length > 0 && (
            <Section title={t.left} id="left">
              <Lines lines={left} view={view} here={here} />
            </Section>
          )}
          {left.length === 0 && met.length > 0 && <Notice tone="success" title={t.allMet} />}
          {met.length > 0 && (
            <Section title={t.met} id="met">
              <Lines lines={met} view={view} here={here} />
            </Section>
          )}
          {here.recommended.length > 0 && (
            <Section title={t.recommended} id="recommended" lead={t.recommendedText}>
              <Lines lines={here.recommended} view={view} here={here} />
            </Section>
          )}
        </div>
        <div>
          <Card title={t.where}>
            <ModelPicture
              id="place"
              name={modelName}
              presentation={view.presentation}
              content={{ structure: here.structure, version: { tracks: here.tracks } }}
              current={shape(here.place)}
              here={stands && { ...stands, label: view.isOwn ? t.here : t.hereOf(view.name) }}
              href={(levelKey, trackKey) =>
                `${at(props.path)}?model=${here.model.slug}&place=${levelKey}${trackKey ? `:${trackKey}` : ""}`
              }
            />
            <p>{placed ? t.own(placeWords(placed)) : t.notPlaced}</p>
            {here.lapsed && <NotUsed lapsed={here.lapsed} />}
            <p>
              <a href={at(`/models/${here.model.slug}`)}>{t.readModel}</a>
            </p>
            {!isOwnPlace && plan !== undefined && (
              <p>
                <a href={at(goalFrom(plan, { model: here.model.slug, place: here.place.value }))}>
                  {t.placeToPlan(placeWords(here.place))}
                </a>
              </p>
            )}
          </Card>
          <Section title={t.whatIfTitle} id="what-if" lead={t.whatIf} />
          <FilterBar label={t.whatIf} submit={t.show} action={at(props.path)}>
            <Select
              name="model"
              label={t.model}
              defaultValue={here.model.slug}
              options={view.models.map((model) => ({
                value: model.slug,
                label: capital(language === "sv" ? model.nameSv : model.nameEn),
              }))}
            />
            <Select
              name="place"
              label={t.place}
              defaultValue={here.place.value}
              options={here.places.map((place) => ({ value: place.value, label: placeWords(place) }))}
            />
          </FilterBar>
        </div>
      </Columns>
    </Page>
  );
}

function NotUsed({ lapsed: { part, reason } }: { lapsed: Lapsed }) {
  const t = useMessages().missing;
  return (
    <p>
      {reason === null ? (
        t.gone[part]
      ) : (
        <>
          {t.notUsed[part]} <span lang={MODEL_LANGUAGE}>{reason}</span>
        </>
      )}
    </p>
  );
}

const shape = ({ levelKey, trackKey }: PlaceChoice) =>
  trackKey === null ? { levelId: levelKey } : { levelId: levelKey, trackId: trackKey };

/** Requirements that stand alone come first, then those that belong together, each group by itself. */
function Lines({ lines, view, here }: { lines: readonly Line[]; view: Missing; here: MissingHere }) {
  const t = useMessages().missing;
  const { language } = useShell();
  const plan = planOf(view);
  const factWords = useFactWords(view.talkWord);
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  const tasks = lines.flatMap((line): Task[] => {
    if (!("requirement" in line)) return [];
    const { requirement, known } = line;
    const state = stateOf(known);
    return [
      {
        key: requirement.itemId,
        title: <RequirementText requirement={requirement} />,
        text: (
          <>
            {factWords(requirement, known)}
            {!line.isMet && <WaysTo ways={here.ways.items[requirement.key] ?? []} />}
            {!line.isMet && plan !== undefined && (
              <>
                {" "}
                <ToPlan
                  personId={plan}
                  from={{ model: here.model.slug, place: here.place.value, item: requirement.itemId }}
                  requirement={requirement.text}
                />
              </>
            )}
          </>
        ),
        state: state === "met" ? "done" : state === "waiting" ? "waiting" : "todo",
        stateLabel: t.tags[state],
        // What is recommended and isn't there is no lack.
        tag: (line.isMet || requirement.mandatory || state !== "left") && <StateTag state={state} />,
      },
    ];
  });
  return (
    <>
      {tasks.length > 0 && <TaskList tasks={tasks} />}
      {lines.map((line) =>
        "requirement" in line ? null : (
          <TaskGroup
            key={line.key}
            title={t.group(line.needed, line.lines.length)}
            text={[
              line.isMet ? t.enough : t.more(line.more),
              ...(line.opensOn === null ? [] : [t.opens(day(line.opensOn))]),
            ].join(" ")}
          >
            <Lines lines={line.lines} view={view} here={here} />
          </TaskGroup>
        ),
      )}
    </>
  );
}
