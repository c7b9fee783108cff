/** Placements as they followed on each other, with what they rest on and the answers to them. */
import type { ReactNode } from "react";
import { addDays, dayOf, holds } from "../../shared/local-date.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { Timeline } from "../../ui/lists.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Over, TakenOver, Unmet } from "../rules.ts";
import type { Placement } from "../store.ts";
import { Paragraphs } from "./placement-fields.tsx";

/** The name of the place: the level, and the track where there is one. */
export function usePlaceName(): (placement: Pick<Placement, "level" | "track">) => string {
  const t = useMessages().placement.field;
  return ({ level, track }) => (track ? t.withTrack(level, track) : level);
}

/** `own` leaves out what is told to the employee in words of their own elsewhere in the page. */
export function PlacementHistory(props: {
  placements: readonly Placement[];
  talkWord: string;
  own?: boolean;
}) {
  const t = useMessages().placement;
  const { today, language } = useShell();
  const placeName = usePlaceName();
  const takenOverText = ({ source, at, by }: TakenOver): string =>
    t.takenOver.from(source, dayOf(new Date(at)), by);
  const when = ({ from, to }: Placement): string =>
    to === null ? t.history.since(from) : t.history.until(from, addDays(to, -1));
  return (
    <Timeline
      label={t.history.label}
      events={props.placements.map((placement) => {
        const isCurrent = !placement.corrected && holds(placement, today);
        return {
          key: placement.id,
          when: when(placement),
          current: isCurrent,
          title: (
            <>
              {placeName(placement)} {placement.corrected && <Tag>{t.history.corrected}</Tag>}
              {isCurrent && <Tag tone="brand">{t.history.now}</Tag>}{" "}
              {placement.takenOver && <Tag tone="attention">{t.takenOver.tag}</Tag>}
            </>
          ),
          children: (
            <>
              <Paragraphs text={placement.motivation} />
              <p className="muted">
                {language === "sv" ? placement.modelSv : placement.modelEn}.{" "}
                {t.history.rests(t.basis[placement.basis](props.talkWord), placement.dialogueOn)}.{" "}
                {placement.decidedBy !== null && placement.decidedAs !== null && (
                  <>
                    {t.history.decided(placement.decidedBy, t.decidedAs[placement.decidedAs], placement.unit)}
                    .{" "}
                  </>
                )}
                {placement.takenOver && <>{takenOverText(placement.takenOver)} </>}
                {placement.takenOver && isCurrent && <>{t.takenOver.unconfirmed} </>}
                {placement.endedBecause && t.ending[placement.endedBecause]}
              </p>
              <MadeDespite over={placement} />
              <Answers placement={placement} none={isCurrent && !props.own ? t.history.awaiting : null} />
            </>
          ),
        };
      })}
    />
  );
}

/** PLC-3: why a move was made over what wasn't met, and what that was; nothing for most. */
export function MadeDespite({ over }: { over: Over }) {
  const t = useMessages().placement.history;
  const { more } = useMessages().move;
  if (over.unmet.length === 0) return null;
  const line = (unmet: Unmet, key: string): ReactNode =>
    "more" in unmet ? (
      <li key={key}>
        {more(unmet.more, unmet.of.length)}
        <ul>{unmet.of.map((each, index) => line(each, `${key} ${index}`))}</ul>
      </li>
    ) : (
      <li key={key}>{unmet.text}</li>
    );
  return (
    <div className="made-despite">
      <p>
        <strong>{t.despite}.</strong> {over.despite}
      </p>
      <details>
        <summary>{t.unmet}</summary>
        {over.unmet.map(({ level, track, unmet }) => (
          <div key={`${level} ${track ?? ""}`}>
            <p className="muted">{track === null ? level : `${level}, ${track}`}</p>
            <ul>{unmet.map((each, index) => line(each, String(index)))}</ul>
          </div>
        ))}
      </details>
    </div>
  );
}

function Answers({ placement, none }: { placement: Placement; none: ReactNode }) {
  if (placement.responses.length === 0) return none === null ? null : <p className="muted">{none}</p>;
  return <Responses responses={placement.responses} />;
}

/** What the employee has said, and what the manager above answered (PLC-9); `own` is told to the employee themself. */
export function Responses({ responses, own }: { responses: Placement["responses"]; own?: boolean }) {
  const words = useMessages().placement;
  const t = own ? words.mine : words.history;
  const { language } = useShell();
  const on = (instant: string): string => {
    const day = dayOf(new Date(instant));
    return own ? formatDay(day, language === "sv" ? "sv-SE" : "en-GB") : day;
  };
  return responses.map((response) =>
    response.kind === "acknowledged" ? (
      <p key={response.id} className={own ? undefined : "muted"}>
        {t.acknowledged(on(response.at))}
      </p>
    ) : (
      <div key={response.id}>
        <blockquote>
          <p className="muted">{t.otherView(on(response.at))}</p>
          <Paragraphs text={response.words} />
        </blockquote>
        {response.toAbove && (
          <p className="muted">
            {words.above.sent} {response.withRepresentative && words.above.representative}{" "}
            {response.answer === null && words.above.waits}
          </p>
        )}
        {response.answer && (
          <blockquote>
            <p className="muted">{words.above.answer(response.answer.by, on(response.answer.at))}</p>
            <Paragraphs text={response.answer.words} />
          </blockquote>
        )}
      </div>
    ),
  );
}
