/** A talk that is closed, as it will be read for as long as it is kept: what was agreed, what each said of it, and what it rested on as it stood. */
import { useDay } from "../../assessment/parts/beside.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { isDay } from "../../shared/local-date.ts";
import type { Snapshot } from "../snapshot.rules.ts";
import { restedOn } from "../talk-document.ts";
import type { TalkEvent } from "../written.store.ts";
import { Came } from "./came.tsx";
import { Confirmation } from "./confirmation.tsx";
import { Both } from "./prepared.tsx";
import type { TalkProps } from "./talk-props.ts";
import { Unshown } from "./unshown.tsx";

export function Recorded(props: TalkProps) {
  const { view } = props;
  const words = useMessages().talk;
  const t = words.one;
  const day = useDay();
  const { talk, record, preparations } = view;
  const hasPrepared = preparations.self !== null || preparations.manager !== null;
  return (
    <>
      {talk.closedHow && talk.closedOn && (
        <Notice tone={talk.closedHow === "both" || talk.closedHow === "pay" ? "success" : "info"}>
          <p>
            {talk.state === "locked" && `${t.locked(day(talk.closedOn))}. `}
            {words.closed[talk.closedHow]}
          </p>
          {talk.state === "locked" && <p>{t.disclosed}</p>}
        </Notice>
      )}
      {talk.heldOn && talk.heldBy && <p className="muted">{t.held(day(talk.heldOn), talk.heldBy)}</p>}
      <Confirmation {...props} />
      <Unshown view={view} whose={props.whose} />
      {(view.placed.length > 0 || view.mayPlace) && (
        <Section title={t.placedAtTalk} id="placement">
          <Came view={view} />
        </Section>
      )}
      {hasPrepared && (
        <Section title={t.both} id="both">
          <Both view={view} />
        </Section>
      )}
      {record && <RestedOn snapshot={record.snapshot} />}
      <History events={view.events} />
    </>
  );
}

/** A day is read whole. */
const whole = (text: string) => (isDay(text) ? <time dateTime={text}>{text}</time> : text);

function RestedOn({ snapshot }: { snapshot: Snapshot }) {
  const words = useMessages();
  const { talk } = words;
  const { language } = useShell();
  const day = useDay();
  const { lines, tables } = restedOn(snapshot, words, language, day);
  if (lines.length + tables.length === 0) return null;
  return (
    <Section
      title={talk.one.snapshot}
      id="snapshot"
      lead={talk.one.snapshotText(day(snapshot.on), Boolean(snapshot.plan))}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tables.map(({ caption, ofModel, header: [about = "", ...others], rows }) => (
        <DataTable
          key={caption}
          caption={caption}
          empty={null}
          rows={[...rows.entries()]}
          rowKey={([index]) => index}
          columns={[
            {
              key: about,
              header: about,
              rowHeader: true,
              cell: ([, [text]]) => (ofModel ? <span lang={MODEL_LANGUAGE}>{text}</span> : text),
            },
            ...others.map((header, index) => ({
              key: header,
              header,
              cell: ([, row]: [number, readonly string[]]) => whole(row[index + 1] ?? ""),
            })),
          ]}
        />
      ))}
    </Section>
  );
}

function History({ events }: { events: readonly TalkEvent[] }) {
  const words = useMessages().talk;
  const told = ({ kind, details }: TalkEvent): string =>
    kind === "booked" || kind === "rebooked"
      ? words.event[kind](details.day ?? "", details.at ?? "")
      : words.event[kind]();
  return (
    <Section title={words.one.history} id="history">
      <ol className="plain">
        {events.map((event) => (
          <li key={event.id}>
            {event.day} {told(event)}
            {event.by && `, ${event.by}`}
            {event.kind === "cancelled" && event.words !== "" && `: ${event.words}`}
          </li>
        ))}
      </ol>
    </Section>
  );
}
