/** What whoever reads had written and hadn't shown when the talk closed: to copy, and to take away. No part of the talk. */
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/shell.tsx";
import { QUESTIONS } from "../talk.rules.ts";
import type { TalkProps } from "./talk-props.ts";

export function Unshown({ view, whose }: Pick<TalkProps, "view" | "whose">) {
  const { talk: talkWords, unshown: words } = useMessages();
  const t = talkWords.one;
  const { talk, unshown, record } = view;
  if (!unshown) return null;
  const questions = whose === "own" ? t.questions : t.questionsManager;
  const texts = [
    ...(unshown.agreed === "" ? [] : [{ name: "agreed", label: words.text, text: unshown.agreed }]),
    ...QUESTIONS[talk.kind].flatMap((name) => {
      const text = unshown.answers[name];
      return text ? [{ name, label: questions[name], text }] : [];
    }),
  ];
  const why = unshown.agreed === "" ? words.prepared : record ? words.agreed : words.nothing;
  return (
    <Section title={words.title} id="unshown" lead={`${why} ${words.only}`}>
      {texts.map(({ name, label, text }) => (
        <TextArea key={name} name={`unshown-${name}`} label={label} rows={6} defaultValue={text} readOnly />
      ))}
      <details>
        <summary>{words.remove}</summary>
        <p>{words.removeText}</p>
        <Form>
          <Button name="intent" value="remove-unshown" variant="danger">
            {words.removeSubmit}
          </Button>
        </Form>
      </details>
    </Section>
  );
}
