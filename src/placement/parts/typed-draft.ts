/** How a decision is read from a form, where each field's name ends with whom or what it is about. */
import { field, type FormValues } from "../../platform/http/page.ts";
import type { Draft } from "../rules.ts";

export const typedDraft = (form: FormValues, suffix: string): Draft => ({
  place: field(form, `place-${suffix}`),
  dialogueOn: field(form, `dialogueOn-${suffix}`),
  basis: field(form, `basis-${suffix}`),
  motivation: field(form, `motivation-${suffix}`),
});

/** What is to stand in the fields: what was typed, if this decision was in the form, else what was there before. */
export const shownDraft = (form: FormValues | undefined, suffix: string, before: Draft): Draft =>
  form?.[`motivation-${suffix}`] ? typedDraft(form, suffix) : before;
