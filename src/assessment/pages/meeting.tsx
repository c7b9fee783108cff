/** The two assessments side by side, what they see differently first, and what they agree about each statement (ASM-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { inOrderOfTalk } from "../meeting.rules.ts";
import { needsOutcome } from "../statements.rules.ts";
import type { AssessmentView, SeenStatement } from "../view-assessment.ts";
import { Beside, useDay } from "../parts/beside.tsx";
import { OwnSheet } from "./apart.tsx";
import { FormalFacts } from "./formal-facts.tsx";
import { NewerNote } from "./newer-note.tsx";

/** The form of everything that is said on the page. */
const MEETING = "meeting";

type Props = {
  view: AssessmentView;
  saved: string | null;
  errors: Spelled;
  /** What was sent and refused. */
  typed: FormValues | undefined;
};

export function Meeting(props: Props) {
  const { view } = props;
  const t = useMessages().assessment.meeting;
  const rows = view.headings.flatMap(({ statements }) => statements);
  const hasBoth = view.head.sheets.self.state === "handed-in";
  const groups = inOrderOfTalk(rows, view.since);
  const titles = hasBoth ? t.groups : t.groupsOne;
  return (
    <>
      <HowOpened view={view} />
      <NewerNote view={view} />
      {groups.map(({ group, rows: own }) => (
        <Section
          key={group}
          id={`group-${group}`}
          title={titles[group]}
          lead={group === "gone" ? t.goneText : undefined}
        >
          {own.map((row) => (
            <Beside key={row.statement.itemId} {...props} row={row} hasBoth={hasBoth} form={MEETING} />
          ))}
        </Section>
      ))}
      {view.reader === "self" && !hasBoth && <OwnSheet view={view} side="self" />}
      <FormalFacts view={view} />
      <End view={view} rows={rows} />
    </>
  );
}

/** How it was opened and ended; and where there is no self-assessment that there is none, with what that means (ASM-1). */
function HowOpened({ view }: { view: AssessmentView }) {
  const t = useMessages().assessment.meeting;
  const day = useDay();
  const { head, reader } = view;
  const opened =
    head.openedHow === "both-in"
      ? t.bothIn(day(head.openedOn ?? ""))
      : t.atTalk(head.openedBy ?? "", day(head.openedOn ?? ""));
  const { state } = head.sheets.self;
  const ended =
    head.endedOn === null
      ? []
      : [head.endedHow === "agreed" ? t.endedAgreed(day(head.endedOn)) : t.endedRest(day(head.endedOn))];
  const without = state === "handed-in" ? null : t.without[state === "declined" ? "declined" : "notIn"];
  return (
    <>
      <p className="muted">{[opened, ...ended].join(" ")}</p>
      {reader === "self" && head.endedOn === null && <p>{t.waitForManager}</p>}
      {without && (
        <Notice tone="info" title={reader === "self" ? without.titleSelf : without.title(head.givenName)}>
          <p>{without[head.endedOn === null ? reader : "other"](head.givenName)}</p>
        </Notice>
      )}
    </>
  );
}

/** Ending it, when all have an outcome or the rest is left for next time; and when it is ended, where what was agreed shows. */
function End({ view, rows }: { view: AssessmentView; rows: readonly SeenStatement[] }) {
  const t = useMessages().assessment.meeting;
  const { at } = useShell();
  const { head, reader, since } = view;
  if (head.endedOn !== null)
    return (
      <Actions>
        <LinkButton href={at(reader === "self" ? "/my/missing" : `/people/${head.personId}/missing`)}>
          {t.next}
        </LinkButton>
      </Actions>
    );
  if (!view.acts.includes("end")) return null;
  const left = rows.filter(
    ({ statement, outcome }) => outcome === null && needsOutcome(since, statement.itemId),
  ).length;
  return (
    <Section title={t.endTitle} id="end">
      <p>{left === 0 ? t.endAll : t.endLeft(left)}</p>
      {left > 0 && <p className="muted">{t.leaveText}</p>}
      <Form id={MEETING} label={t.endTitle}>
        <Actions>
          <Button
            name="intent"
            value={left === 0 ? "end" : "leave-rest"}
            variant={left === 0 ? "primary" : "secondary"}
          >
            {left === 0 ? t.end : t.leaveRest}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
