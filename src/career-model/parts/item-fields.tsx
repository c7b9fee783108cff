/** The fields of one item (MOD-3): where it stands, what it says, and what belongs to its kind. */
import { useMessages } from "../../messages/messages.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { NumberField, RadioGroup, Select, TextArea } from "../../ui/fields.tsx";
import { Fieldset } from "../../ui/form.tsx";
import { MODEL_LANGUAGE } from "./model-text.tsx";
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  VISIBILITIES,
  type ModelVersion,
  type Structure,
} from "../rules.ts";

type Fields = {
  /** What the fields are filled in with. */
  readonly values: FormValues;
  /** What is wrong with each. */
  readonly error: (field: string) => string | undefined;
};

/** Everything that is said in an item. What belongs to a kind is shown with it. */
export function WordFields({ values, error }: Fields) {
  const t = useMessages().item;
  const value = (name: string) => values[name]?.[0];
  const of = (name: string) => ({ name, error: error(name), defaultValue: value(name) });
  const choices = <Value extends string>(keys: readonly Value[], words: Readonly<Record<Value, string>>) =>
    keys.map((key) => ({ value: key, label: words[key] }));
  return (
    <>
      <div lang={MODEL_LANGUAGE}>
        <TextArea {...of("text")} label={t.text} hint={t.textHint} />
        <TextArea {...of("note")} label={t.note} hint={t.noteHint} optional={t.optional} rows={2} />
      </div>
      <RadioGroup
        name="kind"
        label={t.kind}
        defaultValue={value("kind") ?? "duty"}
        options={ITEM_KINDS.map((kind) => ({
          value: kind,
          label: t.kinds[kind],
          hint: t.kindHints[kind],
        }))}
      />
      <div data-for="requirement">
        <RadioGroup
          name="mandatory"
          label={t.mandatory}
          inline
          defaultValue={value("mandatory") ?? "yes"}
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
          defaultValue={value("support") ?? ""}
          options={[...choices(SUPPORT_STAGES, t.stages), { value: "", label: t.supportNone }]}
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
              error={error("formal")}
              options={choices(FORMAL_TYPES, t.types)}
              defaultValue={value("type")}
            />
            <NumberField {...of("credits")} label={t.credits} suffix={t.creditsUnit} decimal />
            <Select
              name="studyLevel"
              label={t.studyLevel}
              width="medium"
              empty={t.studyLevelNone}
              options={choices(STUDY_LEVELS, t.studyLevels)}
              defaultValue={value("studyLevel")}
            />
            <NumberField {...of("months")} label={t.months} suffix={t.monthsUnit} />
            <NumberField {...of("validMonths")} label={t.valid} hint={t.validHint} suffix={t.monthsUnit} />
          </div>
        </Fieldset>
      </div>
      <RadioGroup
        name="visibility"
        label={t.visibility}
        inline
        defaultValue={value("visibility") ?? "public"}
        options={VISIBILITIES.map((each) => ({ value: each, label: t[each] }))}
      />
    </>
  );
}

/** Level, heading and track: only tracks and levels that the version has. */
export function PlaceFields(
  props: Fields & {
    structure: Structure;
    version: ModelVersion;
    /** Keeps the ids of several forms on one page apart. */
    idPrefix?: string;
  },
) {
  const t = useMessages().supplement.fields;
  const { structure, version, values, error, idPrefix = "" } = props;
  const of = (name: string) => ({
    name,
    id: `${idPrefix}${name}`,
    error: error(name),
    defaultValue: values[name]?.[0],
    width: "medium" as const,
  });
  const named = (parts: readonly { readonly key: string; readonly name: string }[]) =>
    parts.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <Select {...of("level")} label={t.level} options={named(structure.levels)} />
      <Select {...of("heading")} label={t.heading} options={named(structure.headings)} />
      {version.tracks.length > 0 && (
        <Select {...of("track")} label={t.track} empty={t.forAll} options={named(version.tracks)} />
      )}
    </>
  );
}
