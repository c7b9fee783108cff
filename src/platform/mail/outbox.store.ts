/** All SQL of sending what is queued. Who may be sent to is decided here, in the statement that takes a mail, by what is true at that moment (ORG-7, PRV-3). */
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { MAIL_KINDS, mailKinds } from "../../shared/mail-kinds.ts";
import type { Work } from "../database/work.ts";
import type { Language } from "../http/context.ts";
import type { Appointment } from "./appointment.ts";
import type { Trouble } from "./carrier.ts";

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
  readonly queuedAt: Date;
  readonly messageId: string;
  /** This try counted. */
  readonly attempts: number;
};

/** How long a mail is one process' own: then it is thought to have died with it, and is sent by another. */
const TAKEN_MINUTES = 10;

const ON_BY_ITSELF = mailKinds.filter((kind) => MAIL_KINDS[kind] === "on");
const ALWAYS = mailKinds.filter((kind) => MAIL_KINDS[kind] === "always");

type Row = Taken & { readonly state: string; readonly appointment: AppointmentRow | null };
type AppointmentRow = Omit<Appointment, "start" | "end"> & { readonly start: string; readonly end: string };

/**
 * Takes up to `most` mails that are due, so that no other process does, and settles those among them that are not to be sent. `ended`: there is nothing more
 * that is due. With protected identity nothing is sent that the person has not turned on themself, whatever its kind; everybody else gets what is `always`.
 */
export async function takeDue(
  work: Work,
  domain: string,
  most: number,
): Promise<{ readonly taken: Taken[]; readonly ended: boolean }> {
  const { rows } = await sql<Row>`
    with due as (
      select m.id, coalesce(p.email, m.address) as address,
        case when m.give_up_at <= ${work.now} then 'late'
             when m.person_id is null then null
             when p.closed_on <= ${work.today} then 'nobody'
             when p.protected_identity and c.wanted is not true then 'protected'
             when m.kind = any (${ALWAYS}) then null
             when not coalesce(c.wanted, m.kind = any (${ON_BY_ITSELF})) then 'unwanted' end as refusal
      from mail m
        left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        left join mail_choice c on c.organisation_id = m.organisation_id and c.person_id = m.person_id and c.kind = m.kind
      where m.organisation_id = ${work.organisationId} and m.state = 'waiting' and m.next_try_at <= ${work.now}
      order by m.next_try_at, m.id limit ${most}
      for update of m skip locked
    ), judged as (
      select id, address, coalesce(refusal, case when address is null then 'no-address' end) as refusal from due
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
      m.message_id as "messageId", m.attempts, m.state,
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
