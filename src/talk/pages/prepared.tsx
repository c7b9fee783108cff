/** What one of the two has prepared, to read; and a text as it was written. */
import type { ReactNode } from "react";
import type { Side } from "../../assessment/assessment.rules.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { QUESTIONS, type Kind } from "../talk.rules.ts";
import type { Preparation } from "../written.store.ts";
import type { TalkProps } from "./talk-props.ts";

/** Each line a paragraph. */
export const Paragraphs = ({ text }: { text: string }) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line, index) => <p key={index}>{line}</p>);

export function Prepared(props: { preparation: Preparation | null; kind: Kind; side: Side }) {
  const t = useMessages().talk.one;
  const { preparation, kind, side } = props;
  const questions = side === "self" ? t.questions : t.questionsManager;
  const said = QUESTIONS[kind].flatMap((question) => {
    const words = preparation?.answers[question];
    return words ? [{ question, words }] : [];
  });
  if (said.length === 0) return <Muted>{t.nothing}</Muted>;
  return said.map(({ question, words }) => (
    <div key={question} className="prepared">
      <p className="said-who">{questions[question]}</p>
      <blockquote className="said-words">
        <Paragraphs text={words} />
      </blockquote>
    </div>
  ));
}

/** What was saved in another window meanwhile, beside what was typed here: the writer decides. */
export function Meanwhile({ children }: { children: ReactNode }) {
  const t = useMessages().talk.one;
  return (
    <div data-conflict="">
      <Notice tone="warning" title={t.meanwhile}>
        {children}
        <p>{t.meanwhileText}</p>
      </Notice>
    </div>
  );
}

/** Both texts, beside each other. */
export function Both({ view }: Pick<TalkProps, "view">) {
  const t = useMessages().talk.one;
  const { talk, preparations, reader } = view;
  return (
    <div className="beside">
      <div className="beside-two">
        <div>
          <h3>{reader === "self" ? t.you : talk.givenName}</h3>
          <Prepared preparation={preparations.self} kind={talk.kind} side="self" />
        </div>
        <div>
          <h3>{preparations.manager?.by ?? t.manager}</h3>
          <Prepared preparation={preparations.manager} kind={talk.kind} side="manager" />
        </div>
      </div>
    </div>
  );
}

/** TLK-2: what the organisation says of how the model and pay hang together, in its own words. */
export function PayLink({ statement }: { statement: string }) {
  const t = useMessages().talk.one;
  const organisation = useShell().tenant?.name ?? "";
  return (
    <Section title={t.pay} id="pay">
      {statement.trim() === "" ? <Muted>{t.payNone(organisation)}</Muted> : <Paragraphs text={statement} />}
    </Section>
  );
}
