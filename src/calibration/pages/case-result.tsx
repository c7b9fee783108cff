/** One case as it was placed: where, by whom where that is shown, and why. */
import { useMessages } from "../../messages/messages.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { Paragraphs } from "../../placement/parts/placement-fields.tsx";
import { Card } from "../../ui/card.tsx";
import { Tag } from "../../ui/tag.tsx";
import { divides, type CaseSideBySide, type Placing } from "../calibration.rules.ts";
import type { NamedPlace } from "../round-text.ts";
import type { Case } from "../store.ts";
import { usePlaceText } from "./use-place-text.ts";

export function CaseResult(props: {
  compared: CaseSideBySide;
  story: Case | undefined;
  places: readonly NamedPlace[];
  hasNames: boolean;
  textOf: (itemId: string) => string;
}) {
  const { compared, story, textOf } = props;
  const t = useMessages().calibration.result;
  const placeText = usePlaceText();
  const divided = compared.readings.filter(divides);
  return (
    <Card
      level={3}
      title={
        <>
          {story?.title}{" "}
          <Tag tone={compared.differs ? "attention" : "good"}>{compared.differs ? t.differs : t.alike}</Tag>
        </>
      }
    >
      <details>
        <summary>
          {t.story}
          <span className="visually-hidden"> {story?.title}</span>
        </summary>
        <Paragraphs text={story?.story ?? ""} />
      </details>
      <dl className="summary-list">
        {compared.places.map((placed) => {
          const place = props.places.find(
            ({ levelId, trackId }) => levelId === placed.levelId && trackId === placed.trackId,
          );
          return (
            <div key={`${placed.levelId} ${placed.trackId}`}>
              <dt>
                <span lang={MODEL_LANGUAGE}>{place && placeText(place)}</span>
                <br />
                <span className="muted">{t.managers(placed.placings.length)}</span>
              </dt>
              <dd>
                {placed.placings.map((placing, index) => (
                  <Answer key={index} placing={placing} hasNames={props.hasNames} textOf={textOf} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {divided.length > 0 && (
        <>
          <h4>{t.divided}</h4>
          <ul>
            {divided.map(({ itemId, shows, not }) => (
              <li key={itemId}>
                <strong lang={MODEL_LANGUAGE}>{textOf(itemId)}</strong>
                <br />
                {t.readAs(shows, not)}
              </li>
            ))}
          </ul>
        </>
      )}
      {compared.differs && divided.length === 0 && <p>{t.noDivided}</p>}
    </Card>
  );
}

function Answer(props: { placing: Placing; hasNames: boolean; textOf: (itemId: string) => string }) {
  const { by, words, marks } = props.placing;
  const t = useMessages().calibration.result;
  const texts = (shows: boolean) =>
    marks.filter((mark) => mark.shows === shows).map(({ itemId }) => props.textOf(itemId));
  return (
    <div className="their-text">
      <p>
        <strong>{props.hasNames ? (by ?? t.hidden) : t.someone}</strong>
      </p>
      <Paragraphs text={words} />
      {([true, false] as const).map(
        (shows) =>
          texts(shows).length > 0 && (
            <p key={String(shows)} className="muted">
              {shows ? t.shows : t.not} <span lang={MODEL_LANGUAGE}>{texts(shows).join(" · ")}</span>
            </p>
          ),
      )}
    </div>
  );
}
