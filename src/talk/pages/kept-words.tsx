/** What was typed and has no place on the page any longer, since the talk has gone on meanwhile: it stands here, to be copied. */
import { useMessages } from "../../messages/messages.ts";
import { Notice } from "../../ui/notices.tsx";
import { isTyped } from "../../ui/stood.tsx";
import { QUESTIONS, type Act } from "../talk.rules.ts";
import { Paragraphs } from "./prepared.tsx";
import type { TalkProps } from "./talk-props.ts";

export function KeptWords({ view, typed }: Pick<TalkProps, "view" | "typed">) {
  const t = useMessages().talk.one;
  if (!typed) return null;
  const can = (...acts: readonly Act[]) => acts.some((act) => view.acts.includes(act));
  const mayAgree = view.matter?.opened.some(({ acts }) => acts.includes("agree")) ?? false;
  const placeless = [
    ...(can("prepare") ? [] : QUESTIONS[view.talk.kind]),
    ...(can("write") ? [] : ["agreed"]),
    ...(can("cancel") ? [] : ["why"]),
    ...(can("differ", "answer") ? [] : ["words"]),
  ].filter((name) => isTyped(typed, name));
  const outcomes = mayAgree ? [] : Object.keys(typed).filter((name) => name.startsWith("words-"));
  const texts = [...placeless, ...outcomes]
    .map((name) => typed[name]?.[0] ?? "")
    .filter((text) => text.trim() !== "");
  if (texts.length === 0) return null;
  return (
    <Notice tone="warning" title={t.keptTitle}>
      <p>{t.keptText}</p>
      {texts.map((text) => (
        <blockquote key={text}>
          <Paragraphs text={text} />
        </blockquote>
      ))}
    </Notice>
  );
}
