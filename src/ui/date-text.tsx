/** Days as they are read: in words in running text, ISO in tables. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in running text: "3 december 2026" (sv), "3 December 2026" (en-GB). `day` is `YYYY-MM-DD`. */
export function formatDay(day: string, locale: string): string {
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

/** A day, marked up as one. With `locale` in words, without as `YYYY-MM-DD` for tables and forms. */
export function DateText({ day, locale }: { day: string; locale?: string | undefined }) {
  return <time dateTime={day}>{locale ? formatDay(day, locale) : day}</time>;
}
