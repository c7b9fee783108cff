/** An item as a form sends it (MOD-3), and where in the form each thing that is wrong with it belongs. */
import { field, numberField, type FormValues } from "../platform/http/page.ts";
import type { Reason } from "../shared/result.ts";
import {
  FORMAL_TYPES,
  isRequirement,
  ITEM_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  type FormalDetail,
  type Item,
  type ItemWords,
  type Place,
} from "./rules.ts";

/** A text as it is stored: line breaks of one kind, and spaces for the tabs that pasting brings along. */
export const textIn = (form: FormValues, name: string): string =>
  field(form, name).replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ");

function formalIn(form: FormValues): FormalDetail | undefined {
  const type = FORMAL_TYPES.find((each) => each === field(form, "type"));
  if (!type) return undefined;
  const level = STUDY_LEVELS.find((each) => each === field(form, "studyLevel"));
  const [credits, months, validMonths] = (["credits", "months", "validMonths"] as const).map((name) =>
    numberField(form, name),
  );
  return {
    type,
    ...(credits === null ? {} : { credits }),
    ...(level ? { level } : {}),
    ...(months === null ? {} : { months }),
    ...(validMonths === null ? {} : { validMonths }),
  };
}

/** The words of an item. What belongs to another kind than the one that is chosen is left out. */
export function wordsIn(form: FormValues): ItemWords {
  const kind = ITEM_KINDS.find((each) => each === field(form, "kind")) ?? "duty";
  const note = textIn(form, "note");
  const support = SUPPORT_STAGES.find((each) => each === field(form, "support"));
  const formal = formalIn(form);
  return {
    kind,
    mandatory: isRequirement({ kind }) ? field(form, "mandatory") !== "no" : null,
    text: textIn(form, "text"),
    ...(note === "" ? {} : { note }),
    visibility: field(form, "visibility") === "internal" ? "internal" : "public",
    ...(kind === "demonstrated" && support ? { support } : {}),
    ...(kind === "formal" && formal ? { formal } : {}),
  };
}

/** Where something is to stand. */
export const placeIn = (form: FormValues): Place => ({
  levelKey: field(form, "level"),
  trackKey: field(form, "track") || null,
  headingKey: field(form, "heading"),
});

/** The item that the form says, under this key. */
export const itemIn = (form: FormValues, key: string): Omit<Item, "groupKey"> => ({
  key,
  ...placeIn(form),
  ...wordsIn(form),
});

const written = (value: number | undefined): string => String(value ?? "").replace(".", ",");

/** What the fields of an item's words are filled in with. */
export const wordValues = (item: ItemWords): FormValues => ({
  kind: [item.kind],
  mandatory: [item.mandatory === false ? "no" : "yes"],
  text: [item.text],
  note: [item.note ?? ""],
  visibility: [item.visibility],
  support: [item.support ?? ""],
  type: [item.formal?.type ?? ""],
  credits: [written(item.formal?.credits)],
  studyLevel: [item.formal?.level ?? ""],
  months: [written(item.formal?.months)],
  validMonths: [written(item.formal?.validMonths)],
});

/** What the whole form is filled in with. */
export const itemValues = (item: Item): FormValues => ({
  level: [item.levelKey],
  heading: [item.headingKey],
  track: [item.trackKey ?? ""],
  ...wordValues(item),
});

/** The form's names for the parts of an item that are called something else where they are checked. */
const NAMES: Readonly<Record<string, string>> = {
  levelKey: "level",
  headingKey: "heading",
  trackKey: "track",
};

/** The reason, at the form's own field: `items.3.formal.credits` is `credits`. */
export function atField<Code extends string>(reason: Reason<Code>): Reason<Code> {
  const last = reason.field?.split(".").at(-1);
  return last === undefined ? reason : { ...reason, field: NAMES[last] ?? last };
}
