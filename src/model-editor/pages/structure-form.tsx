/** The form of a structure: a row for each level and heading, and some to spare. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { LEVEL_KINDS } from "../../career-model/rules.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Checkbox, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset, Form, HiddenField } from "../../ui/form.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Fields } from "./structure-values.ts";

export function StructureForm(props: {
  kept: Fields;
  typed: FormValues | undefined;
  /** What somebody else has saved meanwhile, to be shown beside what was typed. */
  theirs: Fields | null;
  revision: number;
  errors: Spelled;
}) {
  const { kept, typed, theirs, errors } = props;
  const t = useMessages().modelEditor.structure;
  const { at } = useShell();
  const value = (name: string): string => typed?.[name]?.[0] ?? kept.values[name] ?? "";
  const text = (name: string) => {
    const now = theirs?.values[name] ?? "";
    return {
      name,
      error: errors.of(name),
      defaultValue: value(name),
      hint: theirs && now !== value(name) ? t.theirs(now) : undefined,
    };
  };
  const lines = (name: "coreCompetencies" | "ratingScale") => {
    const field = text(name);
    return { ...field, label: t[name], hint: field.hint ?? t[`${name}Hint`], optional: t.optional };
  };
  const rows = (count: number) => Array.from({ length: count }, (_, row) => row);
  const isKept = (name: string): boolean => (kept.values[name] ?? "") !== "";
  return (
    <Form version={props.revision}>
      <div lang={MODEL_LANGUAGE}>
        <TextField {...text("name")} label={t.name} hint={text("name").hint ?? t.nameHint} />
        <Section title={t.levels} id="levels">
          <p>{t.levelsText}</p>
          {rows(kept.rows.level).map((row) => (
            <Fieldset
              key={row}
              legend={isKept(`level-${row}-name`) ? kept.values[`level-${row}-name`] : t.newLevel}
            >
              <HiddenField name={`level-${row}-key`} value={kept.values[`level-${row}-key`] ?? ""} />
              <div className="add-facts">
                <TextField {...text(`level-${row}-name`)} label={t.levelName} width="medium" />
                <Select
                  name={`level-${row}-kind`}
                  label={t.kind}
                  width="medium"
                  error={errors.of(`level-${row}-kind`)}
                  options={LEVEL_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
                  defaultValue={value(`level-${row}-kind`) || "core"}
                />
                <TextField
                  name={`level-${row}-order`}
                  label={t.order}
                  width="short"
                  inputMode="decimal"
                  defaultValue={typed?.[`level-${row}-order`]?.[0] ?? row + 1}
                />
              </div>
              <TextField {...text(`level-${row}-text`)} label={t.shortText} />
              {isKept(`level-${row}-name`) && (
                <Checkbox
                  name={`level-${row}-drop`}
                  error={errors.of(`level-${row}-drop`)}
                  label={t.drop(kept.values[`level-${row}-name`] ?? "")}
                  defaultChecked={typed?.[`level-${row}-drop`]?.[0] === "yes"}
                />
              )}
            </Fieldset>
          ))}
        </Section>
        <Section title={t.headings} id="headings">
          <p>{t.headingsText}</p>
          {rows(kept.rows.heading).map((row) => (
            <div key={row} className="add-facts">
              <HiddenField name={`heading-${row}-key`} value={kept.values[`heading-${row}-key`] ?? ""} />
              <TextField {...text(`heading-${row}-name`)} label={t.heading(row + 1)} />
              <TextField
                name={`heading-${row}-order`}
                label={t.order}
                width="short"
                inputMode="decimal"
                defaultValue={typed?.[`heading-${row}-order`]?.[0] ?? row + 1}
              />
              {isKept(`heading-${row}-name`) && (
                <Checkbox
                  name={`heading-${row}-drop`}
                  error={errors.of(`heading-${row}-drop`)}
                  label={t.drop(kept.values[`heading-${row}-name`] ?? "")}
                  defaultChecked={typed?.[`heading-${row}-drop`]?.[0] === "yes"}
                />
              )}
            </div>
          ))}
        </Section>
        <Section title={t.words} id="words">
          <TextArea {...lines("coreCompetencies")} />
          <TextArea {...lines("ratingScale")} />
        </Section>
      </div>
      <Actions>
        <Button>{t.save}</Button>
        <LinkButton variant="quiet" href={at("/structures")}>
          {t.cancel}
        </LinkButton>
      </Actions>
    </Form>
  );
}
