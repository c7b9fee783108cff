/** One requirement in words: what it says, whose it is, how it is met or what would meet it. */
import type { ReactNode } from "react";
import { addDays } from "../../shared/local-date.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Known, Requirement } from "../../assessment/met.rules.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import type { Messages } from "../../messages/sv/index.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";

/** The short word for how a requirement stands. */
export type State = "met" | "ended" | "withdrawn" | "waiting" | "left";

export function stateOf({ isMet, ended, waiting }: Pick<Known, "isMet" | "ended" | "waiting">): State {
  if (isMet) return "met";
  if (waiting && !waiting.returned) return "waiting";
  if (!ended) return "left";
  return ended.why === "withdrawn" ? "withdrawn" : "ended";
}

const TONES: Readonly<Record<State, TagTone>> = {
  met: "good",
  ended: "attention",
  withdrawn: "attention",
  waiting: "neutral",
  left: "attention",
};

export function StateTag({ state }: { state: State }) {
  return <Tag tone={TONES[state]}>{useMessages().missing.tags[state]}</Tag>;
}

/** The requirement's own text, with the supplement that it comes from and how it is to be read here. */
export function RequirementText({ requirement }: { requirement: Requirement }) {
  const { marks } = useMessages().supplement;
  const employer = useShell().tenant?.name ?? "";
  return (
    <span lang={MODEL_LANGUAGE}>
      {requirement.text}
      {requirement.from && (
        <>
          {" "}
          <Tag>{marks.from(requirement.from, employer)}</Tag>
        </>
      )}
      {requirement.clarified.map(({ by, text }) => (
        <span key={by.of === "unit" ? by.name : ""} className="item-clarified">
          <span className="item-source">{marks.clarified(by, employer)}</span> {text}
        </span>
      ))}
    </span>
  );
}

/** How it is met, or what would meet it: sentences, in the reader's language. */
export function requirementFacts(
  { kind, formal }: Pick<Requirement, "kind" | "formal">,
  known: Known,
  { t, day, talkWord }: { t: Messages["missing"]; day: (date: string) => string; talkWord: string },
): string[] {
  const { evidence, waiting, ended, experience, agreed } = known;
  if (evidence)
    return [
      t.evidence(evidence.what, day(evidence.from), evidence.checkedBy),
      ...(evidence.until === null ? [] : [t.lasts(day(addDays(evidence.until, -1)))]),
    ];
  if (experience)
    return [
      ...(experience.days > 0 ? [t.worked(experience.days)] : []),
      ...(known.isMet || formal?.months === undefined ? [] : [t.asksMonths(formal.months)]),
      ...(experience.reachedOn === null
        ? []
        : [known.isMet ? t.reached(day(experience.reachedOn)) : t.opens(day(experience.reachedOn))]),
    ];
  if (kind === "demonstrated") {
    if (agreed?.met) return [t.agreed(day(agreed.on), agreed.by)];
    return [...(agreed ? [t.agreedNot(day(agreed.on))] : []), t.byTalk(talkWord)];
  }
  return [
    ...(ended
      ? [
          ended.why === "expired"
            ? t.expired(ended.what, day(ended.on))
            : t.withdrawn(ended.what, day(ended.on)),
        ]
      : []),
    ...(waiting ? [waiting.returned ? t.returned(waiting.what) : t.waits(waiting.what)] : []),
    ...(waiting || ended ? [] : [t.by[formal?.type ?? "course"]]),
  ];
}

/** What `requirementFacts` needs of the page. */
export function useFactWords(talkWord: string) {
  const t = useMessages().missing;
  const { language } = useShell();
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  return (requirement: Requirement, known: Known): string =>
    requirementFacts(requirement, known, { t, day, talkWord }).join(" ");
}

/** Names after each other, or a word for none. */
export const listed = (names: readonly ReactNode[], none: string): ReactNode =>
  names.length === 0 ? (
    <span className="muted">{none}</span>
  ) : (
    names.map((name, index) => (
      <span key={index}>
        {name}
        {index < names.length - 1 && "; "}
      </span>
    ))
  );
