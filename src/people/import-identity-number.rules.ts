/**
 * Personnummer and samordningsnummer: recognised so that they can be kept out (INT-1, ORG-3). Ten or twelve digits with a real
 * date (day + 60 in a samordningsnummer) and a right control digit.
 */
import type { LocalDate } from "../shared/local-date.ts";

const NUMBER = /(?<!\d)(\d{2})?(\d{2})(\d{2})(\d{2})([-+–−]|\s)?(\d{4})(?!\d)/g;
const WHOLE = new RegExp(`^${NUMBER.source}$`);
/** A quick look that spares most cells the closer one. */
const TEN_DIGITS = /\d{6}[-+–−\s]?\d{4}/;

/** The control digit: every other digit doubled, digits summed, a multiple of ten (Luhn). */
function hasControlDigit(ten: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) {
    const digit = Number(ten[at]) * (at % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** A date that exists; without a century, the 29th of February is let through. The kernel's days begin in 1900, these earlier. */
function isBirthDate(century: string | undefined, year: string, month: string, day: string): boolean {
  if (century !== undefined && !/^(18|19|20)$/.test(century)) return false;
  const date = new Date(
    Date.UTC(Number(century === undefined ? "2000" : century + year), Number(month) - 1, dayOfBirth(day)),
  );
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === dayOfBirth(day);
}

/** A samordningsnummer adds 60 to the day. */
const dayOfBirth = (day: string): number => (Number(day) > 60 ? Number(day) - 60 : Number(day));

function isNumber(match: RegExpMatchArray): boolean {
  const [, century, year = "", month = "", day = "", , last = ""] = match;
  return isBirthDate(century, year, month, day) && hasControlDigit(year + month + day + last);
}

/** Is there a personnummer anywhere in the text? */
export const holdsIdentityNumber = (text: string): boolean =>
  TEN_DIGITS.test(text) && [...text.matchAll(NUMBER)].some(isNumber);

/** Is the whole text a personnummer? */
export function isIdentityNumber(text: string): boolean {
  const match = WHOLE.exec(text.trim());
  return match !== null && isNumber(match);
}

/**
 * The twelve digits of a personnummer, so that each way of writing it gives the same key; null when it is none. Ten digits mean the latest
 * century in which the person was born by `today`, and with `+` the one before.
 */
export function twelveDigits(text: string, today: LocalDate): string | null {
  const match = WHOLE.exec(text.trim());
  if (match === null || !isNumber(match)) return null;
  const [, century, year = "", month = "", day = "", mark, last = ""] = match;
  const ten = year + month + day + last;
  if (century !== undefined) return century + ten;
  const latest = Number(today.slice(0, 2));
  const bornBy = `${latest}${year}-${month}-${String(dayOfBirth(day)).padStart(2, "0")}` <= today;
  return `${latest - (bornBy ? 0 : 1) - (mark === "+" ? 1 : 0)}${ten}`;
}

/** Headers of columns that hold a personnummer or a part of one, whatever the cells look like. */
const IDENTITY_HEADER =
  /^(personnummer|personnr|persnr|persnummer|pnr|pnummer|personidentitet|personidentitetsnummer|samordningsnummer|samordningsnr|personsamordningsnummer|personorganisationsnummer|födelsenummer|födelsedatum|födelsedag|födelsetid|född|ssn|nationalid|socialsecuritynumber|personalidentitynumber|personnummer\w*)$/;

/** The letters and digits of a header, in lower case: what is left when writing habits are taken away. */
export const headerKey = (header: string): string =>
  header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Is this a column of personnummer? By its name, or because at least half of its cells are one. */
export function isIdentityColumn(header: string, cells: readonly string[]): boolean {
  if (IDENTITY_HEADER.test(headerKey(header))) return true;
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(isIdentityNumber).length * 2 >= filled.length;
}
