/** What is put in calendars, read back with another library than the one that wrote it. */
import { expect, test } from "vitest";
import ICAL from "ical.js";
import type { Appointment } from "../../src/platform/mail/appointment.ts";
import { makeCalendar } from "../../src/platform/mail/calendar.ts";
import { instantOf } from "../../src/shared/local-date.ts";

const uid = "3f1c9d0e-5a57-4a0f-9d0b-6a2f3f7c1a55";
const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  method: "request",
  uid,
  sequence: 0,
  start: instantOf("2026-12-03", "09:00"),
  end: instantOf("2026-12-03", "10:30"),
  title: "Utvecklingssamtal",
  ...more,
});
const parties = {
  organiser: { name: "Härryda kommun", address: "vidga@kommun.example" },
  attendee: "anna.ek@kommun.example",
  url: "https://vidga.example/o/harryda/my/talks",
  stamp: new Date("2026-11-22T12:00:00Z"),
};

function readBack(made: Appointment) {
  const { content, method } = makeCalendar(made, parties);
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [found, ...others] = calendar.getAllSubcomponents("vevent");
  if (!found || others.length > 0) throw new Error("not one event");
  return { content, method, calendar, found, event: new ICAL.Event(found) };
}

test("TLK-3: an invitation says when, what and to whom, and no more", () => {
  const { content, method, calendar, found, event } = readBack(appointment({ place: "Rum 4; plan 2, Råda" }));
  expect([method, calendar.getFirstPropertyValue("method")]).toEqual(["REQUEST", "REQUEST"]);
  expect(event.uid).toBe(uid);
  expect(event.sequence).toBe(0);
  expect(event.summary).toBe("Utvecklingssamtal");
  expect(event.location).toBe("Rum 4; plan 2, Råda");
  expect(found.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(event.organizer).toBe("mailto:vidga@kommun.example");
  const [attendee, ...others] = event.attendees;
  expect(others).toEqual([]);
  expect(attendee?.getFirstValue()).toMatch(/^mailto:anna\.ek@kommun\.example$/i);
  expect(attendee?.getFirstParameter("rsvp")).toBe("FALSE");
  expect(content).toContain("DTSTAMP:20261122T120000Z\r\n");
  expect(content.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test.each([
  ["winter", "2026-12-03", "09:00", "2026-12-03T08:00:00.000Z"],
  ["summer", "2026-06-03", "09:00", "2026-06-03T07:00:00.000Z"],
  ["the day before the clocks go forward", "2026-03-28", "09:00", "2026-03-28T08:00:00.000Z"],
  ["the day when they do", "2026-03-29", "09:00", "2026-03-29T07:00:00.000Z"],
  ["before they have gone back", "2026-10-25", "01:30", "2026-10-24T23:30:00.000Z"],
  ["after they have", "2026-10-25", "09:00", "2026-10-25T08:00:00.000Z"],
])("TLK-3: %s: the time is Stockholm's, by rules that come along", (_when, day, time, instant) => {
  const start = instantOf(day, time);
  const { event, content } = readBack(appointment({ start, end: new Date(start.getTime() + 1_200_000) }));
  expect(content).toContain(
    `DTSTART;TZID=Europe/Stockholm:${day.replaceAll("-", "")}T${time.replace(":", "")}00`,
  );
  expect(event.startDate.zone.tzid).toBe("Europe/Stockholm");
  expect(event.startDate.toJSDate().toISOString()).toBe(instant);
  expect(event.endDate.toJSDate().getTime() - event.startDate.toJSDate().getTime()).toBe(1_200_000);
});

test("TLK-3: cancelled and booked again it is the same meeting, and each is newer than the last", () => {
  const sent = [
    appointment(),
    appointment({ method: "cancel", sequence: 1 }),
    appointment({
      sequence: 2,
      start: instantOf("2026-12-10", "13:00"),
      end: instantOf("2026-12-10", "14:00"),
    }),
  ].map(readBack);
  expect(sent.map(({ method }) => method)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
  expect(sent.map(({ found }) => found.getFirstPropertyValue("status"))).toEqual([
    "CONFIRMED",
    "CANCELLED",
    "CONFIRMED",
  ]);
  expect(new Set(sent.map(({ event }) => event.uid)).size).toBe(1);
  expect(sent.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
});

test("what somebody typed cannot become a line of its own", () => {
  const { calendar, event } = readBack(
    appointment({ place: "Rum 4\r\nATTENDEE:mailto:mallory@example.org\nEND:VEVENT\n\u0007" }),
  );
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
  expect(event.attendees).toHaveLength(1);
});
