/** What the editor's forms hold, as the use cases take it. */
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  isRequirement,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  type FormalDetail,
} from "../../career-model/rules.ts";
import { field, type FormValues } from "../../platform/http/page.ts";
import type { Words } from "../item.rules.ts";

/** A text as it is stored: line breaks of one kind, and spaces for the tabs that pasting brings along. */
export const textOf = (form: FormValues, name: string): string =>
  field(form, name).replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ");

/** A number as people write it; NaN when it is none, and nothing when nothing is written. */
function numberOf(form: FormValues, name: string): number | undefined {
  const text = field(form, name).replace(",", ".");
  return text === "" ? undefined : /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function formalOf(form: FormValues): FormalDetail | undefined {
  const type = FORMAL_TYPES.find((each) => each === field(form, "type"));
  if (!type) return undefined;
  const level = STUDY_LEVELS.find((each) => each === field(form, "studyLevel"));
  const [credits, months, validMonths] = (["credits", "months", "validMonths"] as const).map((name) =>
    numberOf(form, name),
  );
  return {
    type,
    ...(credits === undefined ? {} : { credits }),
    ...(level ? { level } : {}),
    ...(months === undefined ? {} : { months }),
    ...(validMonths === undefined ? {} : { validMonths }),
  };
}

/** The words of an item. What belongs to another kind than the one that is chosen is left out. */
export function wordsOf(form: FormValues): Words {
  const kind = ITEM_KINDS.find((each) => each === field(form, "kind")) ?? "duty";
  const note = textOf(form, "note");
  const support = SUPPORT_STAGES.find((each) => each === field(form, "support"));
  const formal = formalOf(form);
  return {
    kind,
    mandatory: isRequirement({ kind }) ? field(form, "mandatory") !== "no" : null,
    text: textOf(form, "text"),
    ...(note === "" ? {} : { note }),
    visibility: field(form, "visibility") === "internal" ? "internal" : "public",
    ...(kind === "demonstrated" && support ? { support } : {}),
    ...(kind === "formal" && formal ? { formal } : {}),
  };
}

/** Where something is to stand. */
export const placeOf = (form: FormValues) => ({
  levelKey: field(form, "level"),
  trackKey: field(form, "track") || null,
  headingKey: field(form, "heading"),
});

/** A place in an order, from 1; null, which is last, when none is named. */
export function positionOf(form: FormValues): number | null {
  const text = field(form, "position");
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}
