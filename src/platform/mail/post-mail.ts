/**
 * The outbox. A mail is queued in the transaction of what causes it: it goes out if that commits, and only then. It is sent by a background job,
 * at least once, always with the same Message-ID (docs/decisions/1101-outbox.md).
 */
import { sql } from "kysely";
import { newId, type Id } from "../../shared/ids.ts";
import type { DIGEST, MailKind } from "../../shared/mail-kinds.ts";
import { enqueue } from "../jobs/jobs.ts";
import type { Work } from "../database/work.ts";
import type { Language } from "../http/context.ts";
import type { Appointment } from "./appointment.ts";

export type Mail = {
  /**
   * What makes it one, within the organisation: `talk-reminder <talk's id> <day>`. Asked for again while it is kept (it waits, or was sent in the last 30
   * days) it is the same mail and nothing more; so a key names what is said, and of a meeting that was moved also which time.
   */
  readonly key: string;
  /** What it is about, as people choose by (`MAIL_KINDS`). */
  readonly kind: MailKind | typeof DIGEST;
  /**
   * A person: the address is the one that they have when it is sent, and nothing is sent to whoever has left or does not want it, nor to someone with
   * protected identity who has not turned it on themself (ORG-7).
   */
  readonly to: { readonly personId: Id } | { readonly address: string };
  /** One line. Like the text, without names of others, competence or anything else that is best read on the page. */
  readonly subject: string;
  /** Paragraphs with an empty line between. The link to the page, and where to choose what comes by mail, are put under it. */
  readonly text: string;
  /** The page that it is about, within the organisation: `/my/talks`. */
  readonly path: string;
  readonly language: Language;
  /** Sent as soon as possible after this; at once without it. */
  readonly notBefore?: Date;
  /** Pointless from then on: what has not been sent is given up. Three days after it was due without it. */
  readonly notAfter?: Date;
  /** For the reader's calendar. */
  readonly appointment?: Appointment;
  /** The person who gets the answer of whoever answers the mail. Nobody, where they have protected identity. */
  readonly replyTo?: Id;
};

/** The background task that sends what is due of one organisation. */
export const SEND_MAIL_TASK = "send-mail";

/** So long is it tried when the mail does not say itself. */
export const TRIED_DAYS = 3;

const DAY_MS = 24 * 3_600_000;

/** Queues mail in this transaction, any number in one statement. What is queued already (`key`) stays as it is. */
export async function postMail(work: Work, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => {
    const due = mail.notBefore ?? work.now;
    return {
      id: newId(),
      key: mail.key,
      kind: mail.kind,
      person_id: "personId" in mail.to ? mail.to.personId : null,
      address: "address" in mail.to ? mail.to.address : null,
      reply_to: mail.replyTo ?? null,
      language: mail.language,
      subject: mail.subject,
      body: mail.text,
      path: mail.path,
      appointment: mail.appointment ?? null,
      due,
      until: mail.notAfter ?? new Date(due.getTime() + TRIED_DAYS * DAY_MS),
    };
  });
  await sql`
    insert into mail (organisation_id, id, key, kind, person_id, address, reply_to, language, subject, body, path, appointment,
      queued_at, next_try_at, give_up_at)
    select ${work.organisationId}, r.id, r.key, r.kind, r.person_id, r.address, r.reply_to, r.language, r.subject, r.body, r.path, r.appointment,
      ${work.now}, r.due, r.until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, key text, kind text, person_id uuid, address text, reply_to uuid,
      language text, subject text, body text, path text, appointment jsonb, due timestamptz, until timestamptz)
    on conflict (organisation_id, key) do nothing`.execute(work.tx);
  if (rows.some(({ due }) => due <= work.now))
    await enqueue(
      work.tx,
      SEND_MAIL_TASK,
      { slug: work.tenant.slug },
      `${SEND_MAIL_TASK} ${work.tenant.slug}`,
    );
}

/** Takes back what has not been sent yet of the mail with these keys, so that they can be used anew; says how many were. */
export async function cancelMail(work: Work, keys: readonly string[]): Promise<number> {
  const result = await work.tx
    .deleteFrom("mail")
    .where("organisation_id", "=", work.organisationId)
    .where("key", "in", keys.length === 0 ? [""] : [...keys])
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
