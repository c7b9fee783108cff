const clock = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Stockholm",
});

/** A time in Stockholm, to the minute. */
export const atTime = (instant: string | Date): string => clock.format(new Date(instant));
