/** A time as it stands on the pages of mail. */

const format = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Stockholm",
});

/** `YYYY-MM-DD HH:MM` in Stockholm, of an instant (ISO). */
export const minute = (instant: string): string => format.format(new Date(instant));
