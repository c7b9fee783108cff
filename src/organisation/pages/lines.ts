/** A list that is written as lines in one field. */
import type { FormValues } from "../../platform/http/page.ts";

/** The lines of a field, without the empty ones and the spaces around them. */
export const linesOf = (form: FormValues, name: string): string[] =>
  (form[name]?.[0] ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A whole number; anything else is no number, which the rules refuse. */
export const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);
