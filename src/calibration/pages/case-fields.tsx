/** The fields of a case: somebody invented, in a few words. */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { LONGEST_STORY, LONGEST_TITLE } from "../calibration.rules.ts";

export function CaseFields(props: { title: string | undefined; story: string | undefined; errors: Spelled }) {
  const t = useMessages().calibration.one;
  return (
    <>
      <TextField
        name="title"
        label={t.caseTitle}
        hint={t.caseTitleHint}
        maxLength={LONGEST_TITLE}
        error={props.errors.of("title")}
        defaultValue={props.title}
      />
      <TextArea
        name="story"
        label={t.story}
        hint={t.storyHint}
        readers={t.storyReaders}
        rows={6}
        maxLength={LONGEST_STORY}
        error={props.errors.of("story")}
        defaultValue={props.story}
      />
    </>
  );
}
