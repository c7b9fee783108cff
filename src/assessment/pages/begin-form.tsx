/** Choosing the level that an assessment is about, and beginning it. */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { useShell } from "../../platform/http/shell.ts";
import { writePlace } from "../../placement/rules.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Select } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Beginnable } from "../view-assessments.ts";

export function BeginForms(props: { beginnable: readonly Beginnable[]; errors: Spelled }) {
  const words = useMessages().assessment;
  const t = words.begin;
  const { language } = useShell();
  if (props.beginnable.length === 0) return null;
  return (
    <Section title={t.title} id="begin">
      {props.beginnable.map((choice) => (
        <Form
          key={choice.modelId}
          hidden={{ model: choice.modelId }}
          label={`${t.title}: ${choice[language]}`}
        >
          <p className="muted">{t.model(choice[language])}</p>
          <Select
            name="place"
            id={`place-${choice.modelId}`}
            label={t.place}
            hint={t.placeHint}
            width="medium"
            empty={t.choose}
            error={props.errors.of(`place-${choice.modelId}`)}
            defaultValue={choice.placed ?? ""}
            options={choice.levels.flatMap((level) =>
              [{ trackId: null, name: level.name }, ...level.tracks].map(({ trackId, name }) => {
                const value = writePlace(level.levelId, trackId);
                const place = words.place(level.name, trackId === null ? null : name);
                return { value, label: value === choice.placed ? `${place} (${t.now})` : place };
              }),
            )}
          />
          <Actions>
            <Button about={choice[language]}>{t.submit}</Button>
          </Actions>
        </Form>
      ))}
    </Section>
  );
}
