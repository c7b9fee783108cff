/** Everything that is said in an item, in one form. What belongs to a kind is shown with it. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  VISIBILITIES,
} from "../../career-model/rules.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { atTime } from "../../people/parts/at-time.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { RadioGroup, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset } from "../../ui/form.tsx";
import type { DraftItem } from "../draft.store.ts";
import type { NotedChange } from "../item.rules.ts";
import { AutosavedForm } from "./autosave.tsx";

export function ItemForm(props: {
  item: DraftItem;
  /** What was typed and not saved; of a level's form, the text alone. */
  typed: FormValues | undefined;
  errors: Spelled;
  action: string;
  written: Pick<NotedChange, "by" | "at"> | null;
}) {
  const { item, typed, errors, written } = props;
  const { modelEditor } = useMessages();
  const t = modelEditor.item;
  const { formal } = item;
  const value = (name: string, kept: string | number | undefined): string =>
    typed?.[name]?.[0] ?? (kept === undefined ? "" : String(kept).replace(".", ","));
  const text = (name: string, kept: string | number | undefined) => ({
    name,
    error: errors.of(name),
    defaultValue: value(name, kept),
  });
  const choices = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
    values.map((each) => ({ value: each, label: words[each] }));
  return (
    <AutosavedForm id="words" action={props.action} revision={item.revision} hidden={{ intent: "words" }}>
      <div lang={MODEL_LANGUAGE}>
        <TextArea
          {...text("text", item.text)}
          defaultValue={typed?.["text"]?.[0] ?? item.text}
          label={t.text}
          hint={t.textHint}
        />
        <TextArea
          {...text("note", item.note)}
          defaultValue={typed?.["note"]?.[0] ?? item.note}
          label={t.note}
          hint={t.noteHint}
          optional={t.optional}
          rows={2}
        />
      </div>
      <RadioGroup
        name="kind"
        label={t.kind}
        defaultValue={value("kind", item.kind)}
        options={ITEM_KINDS.map((kind) => ({
          value: kind,
          label: modelEditor.kinds[kind],
          hint: modelEditor.kindHints[kind],
        }))}
      />
      <div data-for="requirement">
        <RadioGroup
          name="mandatory"
          label={t.mandatory}
          inline
          defaultValue={value("mandatory", item.mandatory === false ? "no" : "yes")}
          options={[
            { value: "yes", label: t.isMandatory },
            { value: "no", label: t.isRecommended },
          ]}
        />
      </div>
      <div data-for="demonstrated">
        <RadioGroup
          name="support"
          label={t.support}
          inline
          defaultValue={value("support", item.support)}
          options={[...choices(SUPPORT_STAGES, modelEditor.stages), { value: "", label: t.supportNone }]}
        />
      </div>
      <div data-for="formal">
        <Fieldset legend={t.formal}>
          <div className="add-facts">
            <Select
              name="type"
              id="formal"
              label={t.type}
              width="medium"
              error={errors.of("formal")}
              options={choices(FORMAL_TYPES, modelEditor.types)}
              defaultValue={value("type", formal?.type)}
            />
            <TextField
              {...text("credits", formal?.credits)}
              label={t.credits}
              suffix={t.creditsUnit}
              width="short"
              inputMode="decimal"
            />
            <Select
              name="studyLevel"
              label={t.studyLevel}
              width="medium"
              empty={t.studyLevelNone}
              options={choices(STUDY_LEVELS, modelEditor.studyLevels)}
              defaultValue={value("studyLevel", formal?.level)}
            />
            <TextField
              {...text("months", formal?.months)}
              label={t.months}
              suffix={t.monthsUnit}
              width="short"
              inputMode="numeric"
            />
            <TextField
              {...text("validMonths", formal?.validMonths)}
              label={t.valid}
              hint={t.validHint}
              suffix={t.monthsUnit}
              width="short"
              inputMode="numeric"
            />
          </div>
        </Fieldset>
      </div>
      <RadioGroup
        name="visibility"
        label={t.visibility}
        inline
        defaultValue={value("visibility", item.visibility)}
        options={VISIBILITIES.map((each) => ({ value: each, label: t[each] }))}
      />
      <Actions>
        <Button>{t.save}</Button>
        {written && (
          <span className="muted">{t.writtenBy(written.by, atTime(written.at.toISOString()))}</span>
        )}
      </Actions>
    </AutosavedForm>
  );
}
