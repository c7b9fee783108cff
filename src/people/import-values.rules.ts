/** Single values of a staff file: days, extents, yes and no, names. Each way in which Swedish HR systems write them (INT-1). */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Result } from "../shared/result.ts";
import type { EmploymentForm, ExtentScale, StaffRowProblem } from "./import-fields.rules.ts";

type Read<Value> = Result<Value, StaffRowProblem>;

/** Turns the reading direction of what follows: a text can then show as something else. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/;
/** Can't be seen and carries nothing in a name: zero width space, marks of direction, byte order mark, soft hyphen. */
const INVISIBLE = /[\u200B\u200E\u200F\uFEFF\u00AD]/g;
const CONTROL = /\p{Cc}/u;
/** What most cells are: words of plain letters and signs, one space between. There is nothing to look for in them. */
const ORDINARY = /^[!-~ÅÄÖåäöÉéÜü]+(?: [!-~ÅÄÖåäöÉéÜü]+)*$/;

/** Why a cell's text can't be used. */
export type TextProblem = "direction-character" | "control-character" | "too-long";

/** The text in one form: composed letters, single spaces, nothing invisible. Markup and formulas stay text. */
export function readText(cell: string, limit: number): Result<string, TextProblem> {
  let text = cell;
  if (!ORDINARY.test(cell)) {
    if (DIRECTION.test(cell)) return refused({ code: "direction-character" });
    text = cell.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
    if (CONTROL.test(text)) return refused({ code: "control-character" });
  }
  return text.length > limit ? refused({ code: "too-long", data: { limit } }) : done(text);
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** From this year on, a last day means until further notice: systems that can't leave it empty write 9999-12-31. */
const NEVER_FROM_YEAR = "2200";

function dayIn(text: string): LocalDate | null {
  const yearFirst = YEAR_FIRST.exec(text) ?? TOGETHER.exec(text);
  if (yearFirst) return `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return null;
  const [, day = "", month = "", year = ""] = dayFirst;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A day: 2026-11-22, 20261122, 22.11.2026 or 22/11/2026 (never month first), with or without a time of day. */
export function readDay(text: string): Result<LocalDate, "bad-day"> {
  const day = dayIn(text);
  return isDay(day) ? done(day) : refused({ code: "bad-day", data: { value: text } });
}

/** A last day; null is until further notice: empty, or the year 2200 and later. */
export function readLastDay(text: string): Read<LocalDate | null> {
  if (text === "") return done(null);
  const day = dayIn(text);
  return day !== null && day.slice(0, 4) >= NEVER_FROM_YEAR && isDay(`2000${day.slice(4)}`)
    ? done(null)
    : readDay(text);
}

const YES = new Set(["j", "ja", "y", "yes", "x", "1", "true", "sant", "s", "sann"]);
const NO = new Set(["n", "nej", "no", "0", "false", "falskt", "falsk", "-"]);

/** Yes or no; null where the cell is empty. */
export function readFlag(text: string): Read<boolean | null> {
  const word = text.toLowerCase();
  if (word === "") return done(null);
  if (YES.has(word)) return done(true);
  return NO.has(word) ? done(false) : refused({ code: "bad-flag", data: { value: text } });
}

/** The number and whether it says per cent itself; null when it is no extent at all. */
function extentIn(text: string): { readonly number: number; readonly percent: boolean } | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,15})?)(%|procent|proc\.?)?$/i.exec(text.replace(/\s/g, ""));
  if (!match?.[1]) return null;
  return { number: Number(match[1].replace(",", ".")), percent: match[2] !== undefined };
}

/**
 * What a cell tells of how its column writes extents. One value above 1 without a per cent sign, and all of the column is in per cent, whatever else
 * there is; a column whose values are all 0–1 is in shares, so that 1 there is full time. Null tells nothing.
 */
export function extentScaleIn(cell: string): ExtentScale | null {
  const extent = extentIn(cell.trim());
  if (extent === null || extent.percent || extent.number === 0) return null;
  return extent.number > 1 ? "percent" : "share";
}

/**
 * An extent as per cent, 0–100. A sign of per cent decides by itself. In a column of percentages, 0,75 still is three quarters (nobody is
 * employed for less than one per cent), but 1 can be either and is refused.
 */
export function readExtent(text: string, scale: ExtentScale): Read<number> {
  const extent = extentIn(text);
  const data = { value: text };
  if (extent === null) return refused({ code: "bad-extent", data });
  const { number, percent } = extent;
  if (!percent && scale === "percent" && number === 1) return refused({ code: "extent-unclear", data });
  const isShare = !percent && (scale === "share" || number < 1);
  const value = Math.round((isShare ? number * 100 : number) * 100) / 100;
  return value > 100 ? refused({ code: "extent-over-100", data }) : done(value);
}

/** Good enough to write to: one @, a domain with a dot, nothing that could be a second address or a header. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}$/u;

/** An e-mail address in lower case; null where the cell is empty. */
export function readEmail(text: string): Read<string | null> {
  if (text === "") return done(null);
  return EMAIL.test(text) && !text.includes("..") ? done(text.toLowerCase()) : refused({ code: "bad-email" });
}

/** Words that belong to the family name that follows. */
const PARTICLES = new Set([
  "von",
  "af",
  "de",
  "van",
  "der",
  "den",
  "di",
  "da",
  "dos",
  "el",
  "al",
  "bin",
  "ibn",
  "le",
  "la",
  "zu",
  "ter",
]);

/**
 * A name in two: `Efternamn, Förnamn` at the comma, `Förnamn Efternamn` before the last word and the particles that lead it (von, af, de …).
 * A single word can't be split.
 */
export function splitName(text: string): Read<{ readonly givenName: string; readonly familyName: string }> {
  const comma = text.indexOf(",");
  if (comma >= 0) {
    const [familyName, givenName] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
    return familyName && givenName ? done({ givenName, familyName }) : refused({ code: "name-not-split" });
  }
  const words = text.split(" ");
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? "").toLowerCase())) at -= 1;
  if (at < 1) return refused({ code: "name-not-split" });
  return done({ givenName: words.slice(0, at).join(" "), familyName: words.slice(at).join(" ") });
}

const PATH_MARKS = [">", "\\", "|", " / ", "/"] as const;

/** The parts of a unit's path from the top. The first mark that occurs divides it, so that a name may hold the later ones. */
export function splitPath(text: string): readonly string[] {
  const mark = PATH_MARKS.find((mark) => text.includes(mark));
  const parts = mark === undefined ? [text] : text.split(mark);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const FORMS: readonly (readonly [EmploymentForm, RegExp])[] = [
  ["hourly", /^tim|intermittent|vid behov|behovsanst|^hourly/],
  ["permanent", /tillsvidare|^tv$|^tva$|^fast|^prov|^permanent/],
  ["fixed-term", /visstid|tidsbegr|^vik|^säva$|^sva$|^ava$|projekt|säsong|^fixed/],
];

/** The form of employment by the words that agreements use; null when none of them is known. */
export const formOf = (text: string): EmploymentForm | null =>
  FORMS.find(([, words]) => words.test(text.toLowerCase()))?.[0] ?? null;
