/** Calling to talks by mail (TLK-3): an invitation for the calendar, a reminder two days before, and word of what is moved or cancelled. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { cancelMail, postMail, type Mail } from "../platform/mail/post-mail.ts";
import { settings } from "../organisation/store.ts";
import { appointmentsOf, type Appointment } from "./booking.store.ts";
import { languagesOf } from "../notices/notice.store.ts";
import { letter, type Letter } from "./letters.ts";

const reminderKey = (id: Id, booking: number): string => `talk-reminder ${id} ${booking}`;
const invitationKey = (id: Id, booking: number): string => `talk-invitation ${id} ${booking}`;

/** Calls everybody to these talks, however many, in one statement. */
export async function callTo(work: Work, talkIds: readonly Id[]): Promise<void> {
  await post(work, talkIds, (talk, mail) => [mail("invitation", talk), ...reminderOf(work, talk, mail)]);
}

/** Word of a new time: the calendar's entry moves, and the reminder with it. The caller has set the time. */
export async function callAnew(work: Work, talkId: Id, former: number): Promise<void> {
  await cancelMail(work, [reminderKey(talkId, former)]);
  await post(work, [talkId], (talk, mail) => [mail("moved", talk), ...reminderOf(work, talk, mail)]);
}

/** A talk with the number of its time. */
type Booked = { readonly id: Id; readonly booking: number };

/** Word that there is no talk, of each of these: the calendar's entry is taken away. */
export async function callOff(work: Work, talks: readonly Booked[]): Promise<void> {
  if (talks.length === 0) return;
  await cancelMail(
    work,
    talks.map(({ id, booking }) => reminderKey(id, booking)),
  );
  await post(
    work,
    talks.map(({ id }) => id),
    (talk, mail) => [mail("cancelled", talk)],
  );
}

/** Nobody is reminded of a talk that has been held already. */
export async function withdrawReminder(work: Work, { id, booking }: Booked): Promise<void> {
  await cancelMail(work, [reminderKey(id, booking)]);
}

type Compose = (which: Letter, talk: Appointment) => Mail;

async function post(
  work: Work,
  talkIds: readonly Id[],
  mailsOf: (talk: Appointment, mail: Compose) => readonly Mail[],
): Promise<void> {
  const { talkWord } = await settings(work);
  const talks = await appointmentsOf(work, talkIds);
  const languageOf = await languagesOf(
    work,
    talks.map(({ personId }) => personId),
  );
  const compose: Compose = (which, talk) => {
    const { subject, text, title } = letter(
      which,
      languageOf(talk.personId),
      { ...talk, talkWord },
      work.today,
    );
    const isReminder = which === "reminder";
    const isCancelled = which === "cancelled";
    const start = new Date(talk.startsAt);
    // A time that was set n times has the number n - 1 in calendars, and its cancelling the one after.
    const sequence = isCancelled ? talk.booking : talk.booking - 1;
    const by = work.actor?.personId;
    return {
      key: isReminder ? reminderKey(talk.id, talk.booking) : invitationKey(talk.id, sequence),
      kind: isReminder ? "talk-reminder" : "talk-invitation",
      to: { personId: talk.personId },
      subject,
      text,
      path: `/my/talks/${talk.id}`,
      language: languageOf(talk.personId),
      ...(by ? { replyTo: by } : {}),
      ...(isReminder
        ? { notBefore: new Date(talk.remindAt), notAfter: start }
        : {
            appointment: {
              method: isCancelled ? ("cancel" as const) : ("request" as const),
              uid: talk.id,
              sequence,
              start,
              end: new Date(talk.startsAt + talk.minutes * 60_000),
              title,
              ...(talk.place === "" ? {} : { place: talk.place }),
            },
          }),
    };
  };
  await postMail(
    work,
    talks.flatMap((talk) => mailsOf(talk, compose)),
  );
}

/** None for a talk that is nearer than that. */
const reminderOf = (work: Work, talk: Appointment, mail: Compose): readonly Mail[] =>
  talk.remindAt > work.now.getTime() ? [mail("reminder", talk)] : [];
