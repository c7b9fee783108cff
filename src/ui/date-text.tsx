/** Days as they are read: in words in running text, ISO in tables. */
import { formatDay } from "../messages/day-words.ts";

export { formatDay, formatSoon } from "../messages/day-words.ts";

/** A day, marked up as one. With `locale` in words, without as `YYYY-MM-DD` for tables and forms. */
export function DateText({ day, locale }: { day: string; locale?: string | undefined }) {
  return <time dateTime={day}>{locale ? formatDay(day, locale) : day}</time>;
}
