/** The fields of one item (MOD-3): where it stands, what it says, and what belongs to its kind. */
import { useMessages } from "../../messages/messages.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { RadioGroup, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset } from "../../ui/form.tsx";
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  VISIBILITIES,
  type ModelVersion,
  type Structure,
} from "../rules.ts";

/** `values` fill the fields in; `error` gives what is wrong with each. */
export function ItemFields(props: {
  structure: Structure;
  version: ModelVersion;
  values: FormValues;
  error: (field: string) => string | undefined;
}) {
  const t = useMessages().supplement.fields;
  const value = (name: string) => props.values[name]?.[0];
  const of = (name: string) => ({ name, error: props.error(name), defaultValue: value(name) });
  const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) =>
    keys.map((key) => ({ value: key, label: words[key] }));
  return (
    <>
      <PlaceFields {...props} />
      <TextArea {...of("text")} label={t.text} rows={3} />
      <TextArea {...of("note")} label={t.note} hint={t.noteHint} optional={t.optional} rows={2} />
      <RadioGroup
        {...of("kind")}
        defaultValue={value("kind") ?? "duty"}
        label={t.kind}
        options={choices(ITEM_KINDS, t.kinds)}
      />
      <RadioGroup
        {...of("mandatory")}
        label={t.mandatory}
        hint={t.mandatoryHint}
        options={choices(["yes", "no"] as const, t.mandatoryOf)}
      />
      <Select
        {...of("support")}
        label={t.support}
        hint={t.supportHint}
        optional={t.optional}
        empty={t.none}
        options={choices(SUPPORT_STAGES, t.supportOf)}
        width="medium"
      />
      <Fieldset legend={t.formal}>
        <Select
          {...of("type")}
          label={t.type}
          empty={t.none}
          options={choices(FORMAL_TYPES, t.types)}
          width="medium"
        />
        <TextField
          {...of("credits")}
          label={t.credits}
          optional={t.optional}
          width="short"
          inputMode="decimal"
        />
        <Select
          {...of("cycle")}
          label={t.cycle}
          optional={t.optional}
          empty={t.none}
          options={choices(STUDY_LEVELS, t.cycles)}
          width="medium"
        />
        <TextField
          {...of("months")}
          label={t.months}
          optional={t.optional}
          width="short"
          inputMode="numeric"
        />
        <TextField
          {...of("validMonths")}
          label={t.validMonths}
          optional={t.optional}
          width="short"
          inputMode="numeric"
        />
      </Fieldset>
      <RadioGroup
        {...of("visibility")}
        defaultValue={value("visibility") ?? "public"}
        label={t.visibility}
        options={choices(VISIBILITIES, t.visibilityOf)}
      />
    </>
  );
}

/** Level, heading and track: only tracks and levels that the version has. */
export function PlaceFields(props: {
  structure: Structure;
  version: ModelVersion;
  values: FormValues;
  error: (field: string) => string | undefined;
  /** Keeps the ids of several forms on one page apart. */
  idPrefix?: string;
}) {
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
