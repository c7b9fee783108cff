/** A talk that is closed, as it will be read for as long as it is kept: what was agreed, what each said of it, and what it rested on as it stood. */
import { useDay } from "../../assessment/parts/beside.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import type { SaidThen, Snapshot } from "../snapshot.rules.ts";
import type { TalkEvent } from "../written.store.ts";
import { Confirmation } from "./confirmation.tsx";
import { Both } from "./prepared.tsx";
import type { TalkProps } from "./talk-props.ts";

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
      {hasPrepared && (
        <Section title={t.both} id="both">
          <Both view={view} />
        </Section>
      )}
      {record && <RestedOn snapshot={record.snapshot} />}
      <History events={view.events} />
      {talk.state === "locked" && <p className="muted no-print">{t.print}</p>}
    </>
  );
}

const placed = ({ level, track }: { readonly level: string; readonly track: string | null }) =>
  [level, track].filter(Boolean).join(", ");

function RestedOn({ snapshot }: { snapshot: Snapshot }) {
  const words = useMessages().talk;
  const t = words.one;
  const { language } = useShell();
  const day = useDay();
  const { placements, assessments, requirements } = snapshot;
  if (placements.length + assessments.length + requirements.length === 0) return null;
  const said = (by: SaidThen | null) => {
    if (by === null) return t.unsaid;
    const word = by.step === "" ? t.notYet : (by.step ?? "");
    return [word, by.words].filter((each) => each !== "").join(": ") || t.unsaid;
  };
  return (
    <Section title={t.snapshot} id="snapshot" lead={t.snapshotText(day(snapshot.on))}>
      {placements.map(({ model, from, ...place }) => (
        <p key={model.sv}>
          {t.version(model[language], model.version)}: {t.placedText(placed(place), day(from))}
        </p>
      ))}
      {assessments.map(({ model, statements, ...place }) => (
        <DataTable
          key={`${model.sv} ${placed(place)}`}
          caption={`${t.version(model[language], model.version)}, ${placed(place)}`}
          empty={null}
          rows={statements}
          rowKey={({ text }) => text}
          columns={[
            {
              key: "text",
              header: t.statement,
              rowHeader: true,
              cell: ({ text }) => <span lang={MODEL_LANGUAGE}>{text}</span>,
            },
            { key: "self", header: t.self, cell: ({ self }) => said(self) },
            { key: "manager", header: t.manager, cell: ({ manager }) => said(manager) },
            {
              key: "outcome",
              header: t.outcome,
              cell: ({ outcome }) =>
                outcome
                  ? [outcome.met ? t.met : t.notMet, outcome.words].filter(Boolean).join(": ")
                  : t.unsaid,
            },
          ]}
        />
      ))}
      {requirements.map(({ model, lines, ...place }) => (
        <DataTable
          key={`krav ${model.sv}`}
          caption={t.requirements(placed(place))}
          empty={null}
          rows={lines}
          rowKey={({ text }) => text}
          columns={[
            {
              key: "text",
              header: t.requirement,
              rowHeader: true,
              cell: ({ text }) => <span lang={MODEL_LANGUAGE}>{text}</span>,
            },
            { key: "met", header: words.list.state, cell: ({ isMet }) => (isMet ? t.met : t.notMet) },
            { key: "shown", header: t.shown, cell: ({ shownBy }) => shownBy ?? t.unsaid },
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
