/** Days in running text, for pages and mail. */
import { Latest } from "../shared/latest.ts";

/** Days as they were put into words: the same ones stand on page after page. */
const written = new Latest<string>(10_000);

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in running text: "3 december 2026" (sv), "3 December 2026" (en-GB). `day` is `YYYY-MM-DD`. */
export const formatDay = (day: string, locale: string): string =>
  written.of(`${locale} ${day}`, () => inWords(day, locale));

function inWords(day: string, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    formats.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}

const soon = new Map<string, Intl.DateTimeFormat>();

/** Where days are written as they are in this language. */
export const localeOf = (language: "sv" | "en"): string => (language === "sv" ? "sv-SE" : "en-GB");

/** A day near to today in running text, with its weekday: "torsdag 3 december", and with the year when it isn't this one. */
export function formatSoon(day: string, today: string, locale: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return written.of(`${locale} ${isThisYear} ${day}`, () => withWeekday(day, isThisYear, locale));
}

function withWeekday(day: string, isThisYear: boolean, locale: string): string {
  const key = `${locale} ${isThisYear}`;
  let format = soon.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(isThisYear ? {} : { year: "numeric" }),
      timeZone: "UTC",
    });
    soon.set(key, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}
