/** An appointment as an iCalendar object (RFC 5545, RFC 5546): a calendar that gets it books, moves or takes away the meeting. */
import { TZDate } from "@date-fns/tz";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { Appointment } from "./appointment.ts";

const STOCKHOLM = "Europe/Stockholm";

/** Summer time as it has been since 1996: the last Sundays of March and October. */
const STOCKHOLM_RULES = [
  "BEGIN:VTIMEZONE",
  `TZID:${STOCKHOLM}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/** In the hours of Stockholm wherever this runs. */
const stockholm = (instant: Date): TZDate => new TZDate(instant, STOCKHOLM);

/**
 * `organiser` is the sender of the mail and stays the same for a meeting's whole life, for a calendar takes changes from nobody else; `attendee` the one who
 * gets it. No answer is asked for: nobody reads the sender's mail. `stamp` is when it was said.
 */
export function makeCalendar(
  appointment: Appointment,
  parties: {
    readonly organiser: { readonly name: string; readonly address: string };
    readonly attendee: string;
    readonly url: string;
    readonly stamp: Date;
  },
): { readonly method: "REQUEST" | "CANCEL"; readonly content: string } {
  const cancelled = appointment.method === "cancel";
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({
    prodId: { company: "Vidga", product: "Vidga" },
    method,
    // The event's own zone, not the calendar's: with that the stamp would not be in UTC, as it must be.
    timezone: { name: null, generator: () => STOCKHOLM_RULES },
  });
  calendar.createEvent({
    id: appointment.uid,
    sequence: appointment.sequence,
    stamp: parties.stamp,
    start: stockholm(appointment.start),
    end: stockholm(appointment.end),
    timezone: STOCKHOLM,
    summary: appointment.title,
    location: appointment.place ?? null,
    url: parties.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: parties.organiser.name, email: parties.organiser.address },
    attendees: [
      {
        email: parties.attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return { method: cancelled ? "CANCEL" : "REQUEST", content: calendar.toString() };
}
