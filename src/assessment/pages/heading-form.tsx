/** One heading of one's own sheet: its statements with examples, the words of the scale, and a few words of one's own; saved as one goes. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import type { Again, FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { AutosavedForm } from "../../ui/autosaved-form.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { LONGEST_WORDS, type Side } from "../assessment.rules.ts";
import type { AssessmentView, SeenStatement } from "../view-assessment.ts";
import { NewerNote } from "./newer-note.tsx";
import { assessmentPath, type Whose } from "./places.ts";
import { Example, SaidText, StatementText, useStepWord } from "../parts/statement-text.tsx";

type HeadingView = {
  view: AssessmentView;
  side: Side;
  headingKey: string;
};

export function HeadingPage(
  props: HeadingView & { whose: Whose; done: string | null; refused: Again | undefined },
) {
  const { view, side, whose, refused } = props;
  const words = useMessages().assessment;
  const t = words.heading;
  const { at } = useShell();
  const { head, headings } = view;
  const index = headings.findIndex(({ key }) => key === props.headingKey);
  const heading = headings[index];
  if (!heading) return null;
  const path = at(assessmentPath(whose, { personId: head.personId, assessmentId: head.id }));
  const here = `${path}/${encodeURIComponent(heading.key)}`;
  const errors = spell(refused?.reasons ?? [], words.reasons);
  const conflicts = heading.statements.filter(({ statement }) =>
    refused?.reasons.some(
      ({ code, field }) => code === "changed-by-other" && field === `words-${statement.itemId}`,
    ),
  );
  const mayWrite = view.acts.includes("write");
  const next = headings[index + 1];
  return (
    <Page
      title={heading.name}
      caption={t.step(index + 1, headings.length)}
      breadcrumbs={[
        {
          href: path,
          label: side === "self" ? words.sheet.titleSelf : words.sheet.titleManager(head.givenName),
        },
      ]}
      errors={errors.list}
      narrow
    >
      {props.done !== null && !refused && <Notice tone="success" title={t.doneSaved} announce />}
      {conflicts.length > 0 && <Kept statements={conflicts} side={side} scale={head.scale} href={here} />}
      <NewerNote view={{ ...view, headings: [heading] }} />
      {mayWrite ? (
        <AutosavedForm
          id="sheet"
          action={here}
          revision={view.revision}
          hidden={{ next: next?.key ?? "" }}
          words={{ saved: t.saved("{time}"), saving: t.saving, away: t.away, notSaved: t.notSaved }}
        >
          <p className="readers">{side === "self" ? t.readersSelf : t.readersManager(head.givenName)}</p>
          {heading.statements.map((each) => (
            <StatementFields
              key={each.statement.itemId}
              seen={each}
              side={side}
              scale={head.scale}
              errors={errors}
              typed={refused?.values}
            />
          ))}
          <Actions sticky>
            <Button name="intent" value="next">
              {next ? t.next : t.last}
            </Button>
            <a href={path}>{t.back}</a>
          </Actions>
        </AutosavedForm>
      ) : (
        <>
          {heading.statements.map((each) => (
            <div key={each.statement.itemId} className="beside-row">
              <p className="beside-statement">
                <StatementText statement={each.statement} />
              </p>
              <SaidText
                who={side === "self" ? words.meeting.you : (each[side].by ?? words.meeting.you)}
                said={refused ? typedOr(refused.values, each, side) : each[side]}
                scale={head.scale}
              />
            </div>
          ))}
          <p>
            <a href={path}>{t.back}</a>
          </p>
        </>
      )}
    </Page>
  );
}

/** What was typed and could not be saved is still shown. */
function typedOr(typed: FormValues, { statement, ...said }: SeenStatement, side: Side) {
  const [step, words] = [`step-${statement.itemId}`, `words-${statement.itemId}`].map(
    (name) => typed[name]?.[0],
  );
  return words === undefined ? said[side] : { step: step === undefined ? null : Number(step), words };
}

function StatementFields(props: {
  seen: SeenStatement;
  side: Side;
  scale: readonly string[];
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { seen, typed, errors } = props;
  const t = useMessages().assessment.heading;
  const { statement } = seen;
  const { step, words } = seen[props.side];
  const wordOf = useStepWord(props.scale);
  const named = (name: string) => `${name}-${statement.itemId}`;
  return (
    <section className="to-assess" aria-labelledby={named("statement")}>
      <h2 id={named("statement")}>
        <StatementText statement={statement} />
      </h2>
      <Example statement={statement} />
      <RadioGroup
        name={named("step")}
        label={t.chosen}
        inline
        error={errors.of(named("step"))}
        defaultValue={typed ? typed[named("step")]?.[0] : step === null ? undefined : String(step)}
        options={[0, ...props.scale.map((_, index) => index + 1)].map((each) => ({
          value: String(each),
          label: wordOf(each),
        }))}
      />
      <TextArea
        name={named("words")}
        label={t.words}
        optional={t.optional}
        hint={t.wordsHint}
        rows={2}
        maxLength={LONGEST_WORDS}
        error={errors.of(named("words"))}
        defaultValue={typed ? typed[named("words")]?.[0] : words}
      />
    </section>
  );
}

/** What is saved, beside what one has typed oneself: another window, or whoever writes in the same sheet, was first. */
function Kept(props: {
  statements: readonly SeenStatement[];
  side: Side;
  scale: readonly string[];
  href: string;
}) {
  const t = useMessages().assessment.heading;
  return (
    <div data-conflict="">
      <Notice tone="warning" title={t.conflict}>
        <p>{t.conflictText}</p>
        {props.statements.map((each) => (
          <div key={each.statement.itemId}>
            <p lang={MODEL_LANGUAGE}>{each.statement.text}</p>
            <SaidText who={each[props.side].by ?? t.kept} said={each[props.side]} scale={props.scale} />
          </div>
        ))}
        <p>
          <a href={props.href}>{t.takeKept}</a>
        </p>
      </Notice>
    </div>
  );
}
