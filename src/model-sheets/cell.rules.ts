/** What a cell of somebody's own spreadsheet says: its lines, whether they are asked for, and what would show them (MOD-3, MOD-15). */
import { LIMITS, type FormalDetail, type ItemKind, type SupportStage } from "../career-model/rules.ts";

/** Can't be seen, and carries nothing in a text that is read: soft hyphen, zero width space, byte order mark, marks of direction. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text in one form: composed letters, line breaks of one kind, nothing invisible, single spaces. */
export const cleaned = (text: string): string =>
  text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();

/** A sign that can only begin a line of a list, wherever in the text it stands. */
const BULLET = /\s*[•◦▪■●○‣⁃∙➢➤✓✔\uF0B7]\s*/gu;
/** What begins a line of a list where it stands first: a dash, an asterisk, `o`, a number or a letter with a bracket or a full stop. */
const LEADING = /^(?:[-–—*·](?:\s+|$)|o\s+(?=\p{Lu})|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)/u;

/**
 * The lines of a cell: one for each line break, or, where lines begin with a sign of a list, one for each of those, and a line without goes on
 * from the one before it.
 */
export function linesIn(cell: string): string[] {
  const lines = cleaned(cell)
    .replace(BULLET, "\n• ")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const isMarked = (line: string): boolean => line.startsWith("•") || LEADING.test(line);
  const marked = lines.some(isMarked);
  const found: string[] = [];
  let within = false;
  for (const line of lines) {
    const begins = isMarked(line);
    const text = line.replace(/^•\s*/, "").replace(LEADING, "").trim();
    if (text === "") continue;
    if (marked && !begins && within) found[found.length - 1] += ` ${text}`;
    else found.push(text);
    within ||= begins;
  }
  return found;
}

const RECOMMENDED =
  /(?<!\p{L})(?:bör|meriterande|önskvärd|önskvärt|önskvärda|rekommendera[sd]e?|rekommenderat|gärna|en fördel|bra att ha)(?!\p{L})/iu;
const MANDATORY = /^(?:ska|skall|skallkrav|skakrav|måste|krav|obligatoris\p{L}*|ja|x|1)$/iu;
const NOT_MANDATORY = /^(?:bör|börkrav|meriterande|önskvär\p{L}*|rekommender\p{L}*|kan|nej|0)$/iu;

/** Does the text say that it is recommended, rather than required? */
export const saysRecommended = (text: string): boolean => RECOMMENDED.test(text);

/** Whether the word of a column means that it is required; none when it means neither. */
export function mandatoryOf(word: string): boolean | undefined {
  if (MANDATORY.test(word)) return true;
  return NOT_MANDATORY.test(word) ? false : undefined;
}

/** Words at the end of a line, in brackets, that say how it is meant and nothing else: `(meriterande)`, `(självständigt)`. */
const MARK =
  /\s*\((?:(?:bör|ska|krav|obligatorisk\p{L}*|meriterande|önskvär\p{L}*|rekommender\p{L}*|med stöd|självständigt|leder)(?:,\s*)?)+\)\.?$/iu;

export const SUPPORTS: readonly (readonly [RegExp, SupportStage])[] = [
  [/^med stöd|^under handledning/iu, "with-support"],
  [/^självständig/iu, "independent"],
  [/^leder|^handleder|^lär ut/iu, "leads"],
];
export const supportOf = (word: string): SupportStage | undefined =>
  SUPPORTS.find(([sign]) => sign.test(word))?.[1];

/** A line without the mark in brackets at its end, and what the mark says. */
export function withoutMark(line: string): {
  readonly text: string;
  readonly recommended: boolean;
  readonly support?: SupportStage;
} {
  const mark = MARK.exec(line)?.[0] ?? "";
  const text = mark === line.trim() ? line : line.slice(0, line.length - mark.length).trim();
  const support = mark
    .replace(/[()]/g, "")
    .split(",")
    .map((word) => supportOf(word.trim()))
    .find(Boolean);
  return { text, recommended: saysRecommended(line), ...(support ? { support } : {}) };
}

/** What the lines under a heading are. A requirement is formal where its text says what would show it, and else demonstrated. */
export type LineKind = "requirement" | Exclude<ItemKind, "formal">;
export const LINE_KINDS = [
  "requirement",
  "demonstrated",
  "duty",
  "support",
] as const satisfies readonly LineKind[];

const KIND_SIGNS: readonly (readonly [RegExp, LineKind])[] = [
  [/stöd|kompetensutveckling|utvecklingsinsats|introduktion/iu, "support"],
  [/uppgift|ansvar|uppdrag|arbetsinnehåll|roll/iu, "duty"],
  [/reell|färdighet|förmåga|visad/iu, "demonstrated"],
  [/krav|kompetens|kunskap|kvalifikation|utbildning|erfarenhet|behörighet|formell|merit/iu, "requirement"],
];

/** The kind that a heading, or a cell that says the kind, means; none when it says nothing of it. */
export const lineKindOf = (word: string): LineKind | undefined =>
  KIND_SIGNS.find(([sign]) => sign.test(word))?.[1];

const NUMBERS = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"];
const DEGREE = /examen|magister|master|kandidat|licentiat|doktor|disputera/iu;
/** "Deltar i …", "Leder …": what somebody does is observed, and needs no paper. */
const VERB_FIRST = /^(?:du |kan |har förmåga|\p{L}+r\s)/iu;

/** "Bör ha …" says how it is asked for, not what is done. */
const ASKED_FIRST = /^(?:bör|ska|skall|måste) (?:ha |vara )?/iu;

function creditsIn(text: string): number | undefined {
  const [, number = ""] = /(\d{1,3}(?:[.,]\d)?)\s*(?:hp|högskolepoäng)(?!\p{L})/iu.exec(text) ?? [];
  const credits = Number(number.replace(",", "."));
  return credits > 0 && credits <= LIMITS.credits && Number.isInteger(credits * 2) ? credits : undefined;
}

function monthsIn(text: string): number | undefined {
  const [, number = "", unit = ""] =
    /(?<!\p{L})(\d{1,2}|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\s*(års?|månad(?:er)?s?)(?!\p{L})/iu.exec(
      text,
    ) ?? [];
  const count = /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number.toLowerCase()) + 1;
  const months = /^m/i.test(unit) ? count : count * 12;
  return months > 0 && months <= LIMITS.months ? months : undefined;
}

/** What would show the requirement, when its text says so. */
export function formalIn(text: string): FormalDetail | undefined {
  const credits = creditsIn(text);
  const withCredits = credits === undefined ? {} : { credits };
  if (DEGREE.test(text) && !/^(?:du|kan) /iu.test(text)) {
    const level = /licentiat|doktor|disputera/iu.test(text)
      ? "third-cycle"
      : /magister|master/iu.test(text)
        ? "second-cycle"
        : /kandidat/iu.test(text)
          ? "first-cycle"
          : undefined;
    return { type: "degree", ...withCredits, ...(level ? { level } : {}) };
  }
  if (VERB_FIRST.test(text.replace(ASKED_FIRST, ""))) return undefined;
  if (/legitimation|legitimerad/iu.test(text)) return { type: "licence" };
  if (/specialistbevis|^specialist i /iu.test(text)) return { type: "specialist" };
  const months = monthsIn(text);
  if (months !== undefined && /erfarenhet|yrkesverksam|tjänstgöring|i yrket|arbete/iu.test(text))
    return { type: "experience", months };
  if (credits !== undefined || /kurs|utbildning|intyg|certifikat|körkort/iu.test(text))
    return { type: "course", ...withCredits };
  return undefined;
}
