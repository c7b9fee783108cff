/** An item as a form sends it (MOD-3), and where in the form each thing that is wrong with it belongs. */
import { field, type FormValues } from "../platform/http/page.ts";
import type { Reason } from "../shared/result.ts";
import {
  FORMAL_TYPES,
  isRequirement,
  ITEM_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  type FormalDetail,
  type Item,
} from "./rules.ts";

const oneOf = <Value extends string>(values: readonly Value[], sent: string): Value | undefined =>
  values.find((value) => value === sent);

/** A number as people write it, with a comma or a point; undefined where nothing is written. */
const numberIn = (form: FormValues, name: string): number | undefined => {
  const text = field(form, name).replace(",", ".");
  return text === "" ? undefined : Number(text);
};

function formalIn(form: FormValues): FormalDetail | undefined {
  const type = oneOf(FORMAL_TYPES, field(form, "type"));
  if (!type) return undefined;
  const [credits, months, validMonths] = ["credits", "months", "validMonths"].map((name) =>
    numberIn(form, name),
  );
  const level = oneOf(STUDY_LEVELS, field(form, "cycle"));
  return {
    type,
    ...(credits === undefined ? {} : { credits }),
    ...(level === undefined ? {} : { level }),
    ...(months === undefined ? {} : { months }),
    ...(validMonths === undefined ? {} : { validMonths }),
  };
}

/** The item that the form says, under this key. What belongs to another kind than the one chosen is left out. */
export function itemIn(form: FormValues, key: string): Omit<Item, "groupKey"> {
  const kind = oneOf(ITEM_KINDS, field(form, "kind")) ?? "duty";
  const mandatory = { yes: true, no: false }[field(form, "mandatory")] ?? null;
  const support = kind === "demonstrated" ? oneOf(SUPPORT_STAGES, field(form, "support")) : undefined;
  const formal = kind === "formal" ? formalIn(form) : undefined;
  const note = field(form, "note");
  return {
    key,
    levelKey: field(form, "level"),
    headingKey: field(form, "heading"),
    trackKey: field(form, "track") || null,
    kind,
    mandatory: isRequirement({ kind }) ? mandatory : null,
    text: field(form, "text"),
    ...(note === "" ? {} : { note }),
    visibility: field(form, "visibility") === "internal" ? "internal" : "public",
    ...(support === undefined ? {} : { support }),
    ...(formal === undefined ? {} : { formal }),
  };
}

/** What an item's form is filled in with. */
export const itemValues = (item: Item): FormValues => ({
  level: [item.levelKey],
  heading: [item.headingKey],
  track: [item.trackKey ?? ""],
  kind: [item.kind],
  mandatory: item.mandatory === null ? [] : [item.mandatory ? "yes" : "no"],
  text: [item.text],
  note: [item.note ?? ""],
  visibility: [item.visibility],
  support: [item.support ?? ""],
  type: [item.formal?.type ?? ""],
  credits: [String(item.formal?.credits ?? "").replace(".", ",")],
  cycle: [item.formal?.level ?? ""],
  months: [String(item.formal?.months ?? "")],
  validMonths: [String(item.formal?.validMonths ?? "")],
});

/** The form's names for the parts of an item that are called something else where they are checked. */
const NAMES: Readonly<Record<string, string>> = {
  levelKey: "level",
  headingKey: "heading",
  trackKey: "track",
  formal: "type",
};

/** The reason, at the form's own field: `items.3.formal.credits` is `credits`. */
export function atField<Code extends string>(reason: Reason<Code>): Reason<Code> {
  const last = reason.field?.split(".").at(-1);
  return last === undefined ? reason : { ...reason, field: NAMES[last] ?? last };
}
