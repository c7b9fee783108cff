/** All SQL of sending what is queued. Who may be sent to is decided here, in the statement that takes a mail, by what is true at that moment (ORG-7, PRV-3). */
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { Work } from "../database/work.ts";
import type { Language } from "../http/context.ts";
import type { Appointment } from "./appointment.ts";
import type { Trouble } from "./carrier.ts";
import type { Gathered } from "./digest.rules.ts";
import { mailToReader, refusalOf, waitsForDigest } from "./reader.store.ts";

/** Why a mail was not sent, or has not been yet. Nobody: the person has left. */
export type Why = Trouble | "late" | "no-address" | "unwanted" | "protected" | "nobody";

/** A mail that this process has taken to send, with what was looked up. */
export type Taken = {
  readonly id: Id;
  readonly kind: string;
  readonly address: string;
  readonly replyTo: string | null;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly path: string;
  readonly appointment: Appointment | null;
  /** What it gathers, the first first; nothing for a mail of its own. */
  readonly letters: readonly Gathered[];
  readonly queuedAt: Date;
  readonly messageId: string;
  /** This try counted. */
  readonly attempts: number;
};

/** How long a mail is one process' own: then it is thought to have died with it, and is sent by another. */
const TAKEN_MINUTES = 10;

type Row = Taken & { readonly state: string; readonly appointment: AppointmentRow | null };
type AppointmentRow = Omit<Appointment, "start" | "end"> & { readonly start: string; readonly end: string };

/** What a mail gathers, as JSON; `m` is the mail. */
export const lettersIn = sql`(select coalesce(jsonb_agg(jsonb_build_object('subject', g.subject, 'body', g.body, 'path', g.path) order by g.queued_at, g.id), '[]')
  from mail g where g.organisation_id = m.organisation_id and g.gathered_in = m.id)`;

/**
 * Takes up to `most` mails that are due, so that no other process does, and settles those among them that are not to be sent. What waits to be gathered is not among
 * them. `ended`: there is nothing more that is due.
 */
export async function takeDue(
  work: Work,
  domain: string,
  most: number,
): Promise<{ readonly taken: Taken[]; readonly ended: boolean }> {
  const { rows } = await sql<Row>`
    with judged as (
      select m.id, coalesce(p.email, m.address) as address, ${refusalOf(work)} as refusal
      from ${mailToReader}
      where m.organisation_id = ${work.organisationId} and m.state = 'waiting' and m.next_try_at <= ${work.now}
        and (not ${waitsForDigest} or ${refusalOf(work)} is not null)
      order by m.next_try_at, m.id limit ${most}
      for update of m skip locked
    )
    update mail m set
      state = case when j.refusal is null then 'waiting' when j.refusal in ('late', 'no-address') then 'given-up' else 'withheld' end,
      why = case when j.refusal = 'late' then coalesce(m.why, j.refusal) else coalesce(j.refusal, m.why) end,
      settled_at = case when j.refusal is not null then ${work.now}::timestamptz end,
      attempts = m.attempts + case when j.refusal is null then 1 else 0 end,
      next_try_at = ${work.now}::timestamptz + make_interval(mins => ${TAKEN_MINUTES}),
      message_id = coalesce(m.message_id, m.id || '@' || ${domain}::text)
    from judged j
      where m.organisation_id = ${work.organisationId} and m.id = j.id
    returning m.id, m.kind, j.address, m.language, m.subject, m.body, m.path, m.appointment, m.queued_at as "queuedAt",
      ${lettersIn} as letters, m.message_id as "messageId", m.attempts, m.state,
      (select r.email from person r where r.organisation_id = m.organisation_id and r.id = m.reply_to
         and not r.protected_identity and (r.closed_on is null or r.closed_on > ${work.today})) as "replyTo"`.execute(
    work.tx,
  );
  const taken = rows
    .filter(({ state }) => state === "waiting")
    .map(({ appointment, ...row }) => ({
      ...row,
      appointment: appointment && {
        ...appointment,
        start: new Date(appointment.start),
        end: new Date(appointment.end),
      },
    }));
  return { taken, ended: rows.length < most };
}

/** It has been sent, or will not be. */
export async function settle(
  work: Work,
  id: Id,
  as: "sent" | "caught" | "given-up",
  why: Why | null = null,
): Promise<void> {
  await work.tx
    .updateTable("mail")
    .set({ state: as, settled_at: work.now, why })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

export async function tryLater(work: Work, id: Id, at: Date, why: Why): Promise<void> {
  await work.tx
    .updateTable("mail")
    .set({ next_try_at: at, why })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** Hands back what was taken and not tried. */
export async function handBack(work: Work, mails: readonly Pick<Taken, "id">[]): Promise<void> {
  if (mails.length === 0) return;
  await work.tx
    .updateTable("mail")
    .set((mail) => ({ next_try_at: work.now, attempts: mail("attempts", "-", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where(
      "id",
      "in",
      mails.map(({ id }) => id),
    )
    .where("state", "=", "waiting")
    .execute();
}

/** Where no mail can be sent: gives up what is late. */
export async function giveUpLate(work: Work): Promise<void> {
  await work.tx
    .updateTable("mail")
    .set({ state: "given-up", settled_at: work.now, why: "late" })
    .where("organisation_id", "=", work.organisationId)
    .where("state", "=", "waiting")
    .where("give_up_at", "<=", work.now)
    .execute();
}

/** What has been sent or given up is kept so long, as an answer to "did it come?". */
export const KEPT_DAYS = 30;

/** Takes away what was settled long ago. */
export async function deleteOldMail(work: Pick<Work, "tx" | "organisationId" | "now">): Promise<void> {
  await work.tx
    .deleteFrom("mail")
    .where("organisation_id", "=", work.organisationId)
    .where("settled_at", "<", new Date(work.now.getTime() - KEPT_DAYS * 24 * 3_600_000))
    .execute();
}
