/** The text that was put to the two, who has said what of it, and what whoever reads can say: confirm, another view, the answer from the manager above (TLK-1, PLC-9). */
import { useDay } from "../../assessment/parts/beside.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Checkbox, TextArea } from "../../ui/fields.tsx";
import { FormPart, HiddenField } from "../../ui/form.tsx";
import { TaskList } from "../../ui/lists.tsx";
import { Columns, Muted, Section } from "../../ui/shell.tsx";
import { typedOr } from "../../ui/stood.tsx";
import { LONGEST_VIEW, viewsAmong } from "../talk.rules.ts";
import type { TalkEvent } from "../written.store.ts";
import { talkPath } from "./places.ts";
import type { TalkProps } from "./talk-props.ts";
import { Paragraphs, PayLink } from "./prepared.tsx";
import { TALK_FORM, Stood, isOpen } from "./typed.tsx";

export function Confirmation(props: TalkProps) {
  const { view } = props;
  const t = useMessages().talk.one;
  const { at } = useShell();
  const { record, acts, talk } = view;
  if (!record) return null;
  return (
    <Columns wide="start">
      <div>
        <Section title={talk.kind === "pay" ? t.agreedPay : t.agreed} id="record">
          {record.agreed === "" ? <Muted>{t.nothing}</Muted> : <Paragraphs text={record.agreed} />}
        </Section>
        <PayLink statement={record.payLinkShown} />
        <Views {...props} />
        {acts.includes("confirm") && (
          <Section title={t.confirmTitle} id="confirm">
            <p>{t.confirmText}</p>
            <Actions>
              <Button form={TALK_FORM} name="intent" value="confirm">
                {t.confirm}
              </Button>
            </Actions>
          </Section>
        )}
        {acts.includes("differ") && <Differ {...props} />}
        {acts.includes("answer") && <Answer {...props} />}
        {acts.length > 0 && <HiddenField form={TALK_FORM} name="record" value={String(record.revision)} />}
        <Actions>
          <LinkButton variant="quiet" href={at(`${talkPath(props.whose, talk)}/file.pdf`)} download>
            {t.file}
          </LinkButton>
        </Actions>
      </div>
      {talk.kind !== "pay" && <Status {...props} />}
    </Columns>
  );
}

const ofRecord = ({ view }: TalkProps, kind: TalkEvent["kind"]): TalkEvent[] =>
  view.events.filter((event) => event.kind === kind && event.revision === view.record?.revision);

/** Who has confirmed, and whom it waits for. */
function Status(props: TalkProps) {
  const { view } = props;
  const { talk: talkWords, desk } = useMessages();
  const t = talkWords.one;
  const words = desk.start;
  const day = useDay();
  const { talk, acts, waitsUntil, reader } = view;
  const confirmed = ofRecord(props, "confirmed");
  const other = ofRecord(props, "other-view")[0];
  const line = (key: string, event: TalkEvent | undefined, name: string) => {
    const said = event?.by ?? "";
    const isNew = event !== undefined && event.as !== "self" && said !== talk.heldBy;
    return {
      key,
      title: event
        ? (isNew ? t.tookOver : t.confirmed)(said, day(event.day))
        : name === t.you
          ? t.waitsForYou
          : t.waitsFor(name),
      state: event ? ("done" as const) : ("todo" as const),
      stateLabel: event ? talkWords.event.confirmed() : words.waitingState,
    };
  };
  const own = confirmed.find((event) => event.as === "self");
  const isOpen = talk.state === "held";
  const theirs = confirmed.find((event) => event.as !== "self");
  return (
    <Section title={t.status} id="status">
      <TaskList
        label={t.status}
        tasks={[
          ...(own || (isOpen && !other)
            ? [line("self", own, reader === "self" ? t.you : talk.givenName)]
            : []),
          ...(theirs || isOpen ? [line("manager", theirs, talk.heldBy ?? t.manager)] : []),
        ]}
      />
      {reader === "manager" && waitsUntil !== null && !acts.includes("remind") && !acts.includes("close") && (
        <Muted>{t.waitUntil(day(waitsUntil))}</Muted>
      )}
      {acts.includes("remind") && (
        <Button form={TALK_FORM} name="intent" value="remind" variant="secondary">
          {t.remind}
        </Button>
      )}
      {acts.includes("close") && (
        <FormPart label={t.close}>
          <p>{t.closeText}</p>
          <Button form={TALK_FORM} name="intent" value="close" variant="secondary">
            {t.close}
          </Button>
        </FormPart>
      )}
    </Section>
  );
}

function Views({ view: { events, record } }: TalkProps) {
  const t = useMessages().talk.one;
  const day = useDay();
  return viewsAmong(events).map((event) => (
    <Section
      key={event.id}
      id={`view-${event.id}`}
      title={(event.kind === "answered" ? t.answer : t.view)(event.by ?? "")}
      lead={`${day(event.day)}${event.revision === record?.revision ? "" : `. ${t.viewEarlier}`}`}
    >
      <blockquote>
        <Paragraphs text={event.words} />
      </blockquote>
      {event.details.toAbove && (
        <Muted>
          {t.viewAbove(day(event.day))} {event.details.withRepresentative && t.viewRepresentative}
        </Muted>
      )}
    </Section>
  ));
}

function Differ({ view, errors, typed }: TalkProps) {
  const t = useMessages().talk.one;
  const isChosen = (name: string) => typedOr(typed, name, "") !== "";
  return (
    <details open={isOpen("differ", { typed, errors })}>
      <summary>{t.differTitle}</summary>
      <p>{t.differText}</p>
      <FormPart label={t.differTitle} confirmLeave={t.unsaved}>
        <Stood name="words" value="" />
        <TextArea
          form={TALK_FORM}
          name="words"
          label={t.differWords}
          rows={5}
          maxLength={LONGEST_VIEW}
          error={errors.of("words")}
          defaultValue={typedOr(typed, "words", "")}
          readers={t.agreedReaders}
        />
        {view.above !== null && (
          <>
            <Stood name="toAbove" value="" />
            <Checkbox
              form={TALK_FORM}
              name="toAbove"
              label={t.toAbove(view.above)}
              error={errors.of("toAbove")}
              defaultChecked={isChosen("toAbove")}
            />
            <Stood name="withRepresentative" value="" />
            <Checkbox
              form={TALK_FORM}
              name="withRepresentative"
              label={t.withRepresentative}
              defaultChecked={isChosen("withRepresentative")}
            />
          </>
        )}
        <Button form={TALK_FORM} name="intent" value="differ" variant="secondary">
          {t.differ}
        </Button>
      </FormPart>
    </details>
  );
}

function Answer({ errors, typed }: TalkProps) {
  const t = useMessages().talk.one;
  return (
    <Section title={t.answerTitle} id="answer" lead={t.answerText}>
      <FormPart label={t.answerTitle} confirmLeave={t.unsaved}>
        <Stood name="words" value="" />
        <TextArea
          form={TALK_FORM}
          name="words"
          label={t.answerTitle}
          labelHidden
          rows={6}
          maxLength={LONGEST_VIEW}
          error={errors.of("words")}
          defaultValue={typed?.["words"]?.[0]}
          readers={t.answerReaders}
        />
        <Button form={TALK_FORM} name="intent" value="answer">
          {t.answerSubmit}
        </Button>
      </FormPart>
    </Section>
  );
}
