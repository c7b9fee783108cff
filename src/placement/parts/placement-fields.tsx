/** What the sheet of a unit and the form of one person have in common: the fields of a decision, and the agreed principles. */
import { useMessages } from "../../messages/messages.ts";
import { Card } from "../../ui/card.tsx";
import { DateField, Select, TextArea } from "../../ui/fields.tsx";
import { FieldRow } from "../../ui/form.tsx";
import { Muted } from "../../ui/shell.tsx";
import { DIALOGUE_BASES, LONGEST_MOTIVATION, writePlace, type Draft } from "../rules.ts";
import type { ModelChoice } from "../view-preparation.ts";

/** The fields of one decision; `suffix` ends the name of each, so that several decisions fit in a page. */
export function PlacementFields(props: {
  suffix: string;
  model: ModelChoice;
  draft: Draft;
  talkWord: string;
  errorOf: (field: string) => string | undefined;
  /** Says by each text who reads it; the sheet says it once for all. */
  readers?: boolean;
  /** False where the dialogue is known: which, and when, is not asked. */
  dialogue?: boolean;
}) {
  const t = useMessages().placement;
  const { suffix, draft, errorOf } = props;
  const named = (field: keyof Draft) => ({
    name: `${field}-${suffix}`,
    label: t.field[field],
    error: errorOf(`${field}-${suffix}`),
    defaultValue: draft[field],
  });
  const places = props.model.levels.map((level) => ({
    level,
    own: { value: writePlace(level.levelId, null), label: level.name },
  }));
  return (
    <FieldRow>
      <Select
        {...named("place")}
        empty={t.field.choosePlace}
        options={places.map(({ level, own }) =>
          level.tracks.length === 0
            ? own
            : {
                group: level.name,
                options: [
                  ...level.tracks.map((track) => ({
                    value: writePlace(level.levelId, track.trackId),
                    label: t.field.withTrack(level.name, track.name),
                  })),
                  { ...own, label: t.field.withoutTrack(level.name) },
                ],
              },
        )}
      />
      {props.dialogue !== false && (
        <>
          <DateField {...named("dialogueOn")} />
          <Select
            {...named("basis")}
            options={DIALOGUE_BASES.map((value) => ({ value, label: t.basis[value](props.talkWord) }))}
          />
        </>
      )}
      <TextArea
        {...named("motivation")}
        rows={2}
        maxLength={LONGEST_MOTIVATION}
        readers={props.readers ? t.field.readers : undefined}
      />
    </FieldRow>
  );
}

/** The principles that were agreed, in view while one decides. */
export function Principles({ text }: { text: string }) {
  const t = useMessages().placement.principles;
  return (
    <Card title={t.title} size="small">
      {text.trim() === "" ? <Muted>{t.none}</Muted> : <Paragraphs text={text} />}
    </Card>
  );
}

/** A text as it was written, each line a paragraph. */
export const Paragraphs = ({ text }: { text: string }) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line, index) => <p key={index}>{line}</p>);
