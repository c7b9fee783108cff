/** What a goal says, to write or to change. */
import { useMessages } from "../../messages/messages.ts";
import { DateField, RadioGroup, TextArea, TextField } from "../../ui/fields.tsx";
import { KINDS, LONGEST, type GoalText } from "../plan.rules.ts";
import { useWired, type Typing } from "./wired.ts";

export const EMPTY_GOAL: GoalText = { kind: "upskilling", title: "", use: "", mentor: "", until: "" };

export function GoalFields({ present, ...typing }: Typing & { present: GoalText }) {
  const { plan: t } = useMessages();
  const wired = useWired(typing);
  const kinds: Readonly<Record<string, string>> = t.kind;
  return (
    <>
      <TextField
        {...wired("title", present.title, { hint: t.goal.titleHint })}
        label={t.goal.title}
        maxLength={LONGEST.title}
      />
      <RadioGroup
        {...wired("kind", present.kind, { said: kinds[present.kind] ?? "" })}
        label={t.goal.kind}
        options={KINDS.map((value) => ({ value, label: t.kind[value], hint: t.kindHint[value] }))}
      />
      <TextArea
        {...wired("use", present.use, { hint: t.goal.useHint })}
        label={t.goal.use}
        optional={t.optional}
        rows={3}
        maxLength={LONGEST.use}
        readers={t.part.readers}
      />
      <TextField
        {...wired("mentor", present.mentor, { hint: t.goal.mentorHint })}
        label={t.goal.mentor}
        optional={t.optional}
        maxLength={LONGEST.mentor}
      />
      <DateField {...wired("until", present.until)} label={t.goal.until} />
    </>
  );
}
