/** The talk itself, on one page: what each prepared, what they see differently with what they agree about each, and what they agree in all. */
import { inOrderOfTalk } from "../../assessment/meeting.rules.ts";
import { Beside as BesideStatement } from "../../assessment/parts/beside.tsx";
import { AGREE } from "../../assessment/parts/typed-outcomes.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, Button, EnterSaves } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { AutosavedForm } from "../../ui/autosaved-form.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Columns, Grid, Section } from "../../ui/shell.tsx";
import { isTyped, typedOr } from "../../ui/stood.tsx";
import type { AssessmentView } from "../../assessment/view-assessment.ts";
import { LONGEST_AGREED, amountIn } from "../talk.rules.ts";
import { Confirmation } from "./confirmation.tsx";
import type { TalkProps } from "./talk-props.ts";
import { Beside } from "./planned.tsx";
import { Both, Meanwhile, Paragraphs, PayLink } from "./prepared.tsx";
import { TALK_FORM, Stood } from "./typed.tsx";

export function Held(props: TalkProps) {
  const { view, whose } = props;
  const t = useMessages().talk.one;
  const { talk, matter, record, reader, acts } = view;
  const isAsked = record !== null;
  const isChanged = isAsked && matter !== null && matter.agreed !== record.agreed;
  const isWritten =
    props.errors.of("agreed") !== undefined || (props.typed !== undefined && isTyped(props.typed, "agreed"));
  const beside = matter && <Beside matter={matter} whose={whose} view={view} />;
  return (
    <>
      {acts.includes("write") ? (
        <EnterSaves form={TALK_FORM} />
      ) : (
        <Form id={TALK_FORM}>
          <EnterSaves form={TALK_FORM} />
        </Form>
      )}
      {isAsked && <Confirmation {...props} />}
      {isAsked && acts.includes("write") && (
        <details open={isChanged || isWritten}>
          <summary>{t.changeTitle}</summary>
          <p>{isChanged ? t.changed : t.changeText}</p>
          <Agreed {...props} />
        </details>
      )}
      {reader === "self" && !isAsked && <Notice tone="info">{t.waiting}</Notice>}
      {reader !== "other" && reader !== "above" && (
        <>
          <Section title={t.both} id="both">
            <Both {...props} />
          </Section>
          {matter?.opened.map((assessment) => (
            <Differences key={assessment.head.id} assessment={assessment} {...props} />
          ))}
        </>
      )}
      {acts.includes("write") &&
        (isAsked ? (
          <Section title={t.around} id="around">
            <Grid>{beside}</Grid>
          </Section>
        ) : (
          <Columns wide="start">
            <div>
              <Agreed {...props} />
            </div>
            <div className="stack">{beside}</div>
          </Columns>
        ))}
      {!isAsked && talk.kind !== "pay" && <PayLink statement={view.payLinkStatement} />}
    </>
  );
}

function Differences(props: TalkProps & { assessment: AssessmentView }) {
  const { assessment, errors, saved, typed } = props;
  const { assessment: words, talk } = useMessages();
  const { head, headings, since } = assessment;
  const hasBoth = head.sheets.self.state === "handed-in";
  const groups = inOrderOfTalk(
    headings.flatMap(({ statements }) => statements),
    since,
  );
  const titles = hasBoth ? words.meeting.groups : words.meeting.groupsOne;
  const shown = groups.filter(({ group }) => group === "differs" || group === "one-sided");
  const folded = groups
    .filter(({ group }) => group === "alike" || group === "unsaid")
    .flatMap(({ rows }) => rows);
  const statement = (row: (typeof folded)[number]) => (
    <BesideStatement
      key={row.statement.itemId}
      view={assessment}
      row={row}
      hasBoth={hasBoth}
      saved={saved}
      errors={errors}
      typed={typed}
      form={TALK_FORM}
    />
  );
  return (
    <>
      {shown.map(({ group, rows }) => (
        <Section key={group} id={`${group}-${head.id}`} title={titles[group]}>
          {rows.map(statement)}
        </Section>
      ))}
      {folded.length > 0 && (
        <details open={folded.some(({ statement: { itemId } }) => itemId === (saved ?? typed?.[AGREE]?.[0]))}>
          <summary>{talk.one.alike(folded.length)}</summary>
          {folded.map(statement)}
        </details>
      )}
    </>
  );
}

function Agreed({ view, errors, typed, reasons }: TalkProps) {
  const words = useMessages();
  const t = words.talk.one;
  const saving = words.assessment.heading;
  const { talk, matter, record } = view;
  const isPay = talk.kind === "pay";
  const stands = matter?.agreed ?? "";
  const text = typedOr(typed, "agreed", stands);
  const amount = isPay ? amountIn(text) : null;
  return (
    <Section title={isPay ? t.agreedPay : record ? t.newText : t.agreed} id="agreed-text">
      {amount !== null && (
        <Notice tone="warning" title={t.amount(amount)}>
          <p>{t.amountText}</p>
        </Notice>
      )}
      <AutosavedForm
        id={TALK_FORM}
        action=""
        revision={talk.agreedRevision}
        hidden={{}}
        words={{
          saved: saving.saved("{time}"),
          saving: saving.saving,
          away: saving.away,
          notSaved: saving.notSaved,
        }}
      >
        {reasons.some(({ code, field }) => code === "changed-by-other" && field === "agreed") && (
          <Meanwhile>
            <Paragraphs text={matter?.agreed ?? ""} />
          </Meanwhile>
        )}
        <Stood name="agreed" value={stands} />
        <TextArea
          name="agreed"
          label={isPay ? t.agreedPayHint : t.agreedHint}
          hint={isPay ? undefined : t.criteria}
          rows={8}
          maxLength={LONGEST_AGREED}
          error={errors.of("agreed")}
          defaultValue={text}
          readers={t.agreedReaders}
        />
        {isPay && <PayLink statement={view.payLinkStatement} />}
        <Actions>
          <Button name="intent" value="record">
            {isPay ? t.recordPay : record ? t.recordAgain : t.record}
          </Button>
          <Button name="intent" value="write" variant="secondary">
            {t.saveAgreed}
          </Button>
          {record && record.agreed !== stands && (
            <Button name="intent" value="restore" variant="quiet">
              {t.restore}
            </Button>
          )}
        </Actions>
      </AutosavedForm>
    </Section>
  );
}
