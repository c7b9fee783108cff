/** Assessments in a list, with how far each has come. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { LinkButton } from "../../ui/actions.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { TaskList } from "../../ui/lists.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { Side } from "../assessment.rules.ts";
import type { AssessmentHead } from "../view-assessment.ts";
import { assessmentPath, type Whose } from "./places.ts";

/** How far it has come, for the one who reads: in a word or two. `name` is the other's. */
export function useStateWords(): (
  head: AssessmentHead,
  side: Side,
  name: string,
) => { readonly word: string; readonly tone: TagTone } {
  const t = useMessages().assessment.state;
  return ({ phase, endedHow, sheets }, side, name) => {
    if (endedHow !== null) return { word: t[endedHow], tone: endedHow === "cancelled" ? "neutral" : "good" };
    if (phase === "open") return { word: t.open, tone: "attention" };
    const own = sheets[side].state;
    if (own === "declined") return { word: t.youDecline, tone: "neutral" };
    if (own === "handed-in") return { word: t.yoursIn, tone: "neutral" };
    const other = sheets[side === "self" ? "manager" : "self"].state;
    if (other === "handed-in") return { word: t.theirsIn(name), tone: "attention" };
    if (other === "declined") return { word: t.theirsDeclined(name), tone: "attention" };
    return { word: own === "draft" ? t.writing : t.yours, tone: "neutral" };
  };
}

export function AssessmentList(props: { assessments: readonly AssessmentHead[]; whose: Whose }) {
  const words = useMessages().assessment;
  const { at, language } = useShell();
  const stateOf = useStateWords();
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  const side = props.whose === "own" ? "self" : "manager";
  return (
    <TaskList
      label={words.mine.list}
      tasks={props.assessments.map((head) => {
        const name = props.whose === "own" ? words.sheet.yourManager : head.givenName;
        const state = stateOf(head, side, name);
        const model = language === "sv" ? head.modelSv : head.modelEn;
        const title = words.about(words.place(head.level, head.track), model);
        return {
          key: head.id,
          title,
          text: head.endedOn === null ? words.since(day(head.begunOn)) : words.ended(day(head.endedOn)),
          state: head.endedOn === null ? "todo" : "done",
          stateLabel: state.word,
          tag: <Tag tone={state.tone}>{state.word}</Tag>,
          action: (
            <LinkButton
              href={at(assessmentPath(props.whose, { personId: head.personId, assessmentId: head.id }))}
              about={title}
            >
              {words.open}
            </LinkButton>
          ),
        };
      })}
    />
  );
}
