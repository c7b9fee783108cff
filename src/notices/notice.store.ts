/** All SQL of notices: what people have chosen to get by mail, what was caught for them in the demo, and what was given up. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { MailKind } from "../shared/mail-kinds.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Gathered } from "../platform/mail/digest.rules.ts";
import { lettersIn } from "../platform/mail/outbox.store.ts";
import { waitsForDigest } from "../platform/mail/reader.store.ts";

/** What decides which mail somebody gets, of the person themself. */
export type Reader = {
  readonly email: string | null;
  readonly protectedIdentity: boolean;
  /** What they have turned on or off, by kind. */
  readonly choices: Readonly<Record<string, boolean>>;
} & HowSent;

/** How somebody gets their mail: each by itself or gathered once a day, and in which language. */
export type HowSent = { readonly gathered: boolean; readonly language: "sv" | "en" };

export async function readerOf(work: Work, personId: Id): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select p.email, p.protected_identity as "protectedIdentity", coalesce((
      select jsonb_object_agg(c.kind, c.wanted) from mail_choice c
      where c.organisation_id = p.organisation_id and c.person_id = p.id), '{}') as choices,
      coalesce(s.gathered, false) as gathered, coalesce(s.language, 'sv') as language
    from person p left join mail_setting s on s.organisation_id = p.organisation_id and s.person_id = p.id
    where p.organisation_id = ${work.organisationId} and p.id = ${personId}`.execute(work.tx);
  return rows[0];
}

export async function saveChoices(
  work: Work,
  personId: Id,
  choices: readonly { readonly kind: MailKind; readonly wanted: boolean }[],
): Promise<void> {
  await work.tx
    .insertInto("mail_choice")
    .values(
      choices.map((choice) => ({
        organisation_id: work.organisationId,
        person_id: personId,
        ...choice,
        chosen_at: work.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "person_id", "kind"])
        .doUpdateSet((row) => ({ wanted: row.ref("excluded.wanted"), chosen_at: work.now })),
    )
    .execute();
}

/** The language in which each of these people gets their mail: Swedish until they have chosen. */
export async function languagesOf(
  work: Work,
  personIds: readonly Id[],
): Promise<(personId: Id) => HowSent["language"]> {
  const { rows } = await sql<{ personId: Id } & Pick<HowSent, "language">>`
    select person_id as "personId", language from mail_setting
    where organisation_id = ${work.organisationId} and ${among("person_id", personIds)}`.execute(work.tx);
  const chosen = new Map(rows.map(({ personId, language }) => [personId, language]));
  return (personId) => chosen.get(personId) ?? "sv";
}

export async function saveHowSent(work: Work, personId: Id, how: HowSent): Promise<void> {
  const chosen = { ...how, chosen_at: work.now };
  await work.tx
    .insertInto("mail_setting")
    .values({ organisation_id: work.organisationId, person_id: personId, ...chosen })
    .onConflict((conflict) => conflict.columns(["organisation_id", "person_id"]).doUpdateSet(chosen))
    .execute();
}

/** A mail that waits for its time, or was caught. Instants. */
export type OwnMail = {
  readonly id: Id;
  readonly subject: string;
  readonly body: string;
  readonly language: "sv" | "en";
  readonly path: string;
  /** When it was caught, or when it will be at the earliest. */
  readonly at: Date;
  readonly appointment: {
    readonly method: string;
    readonly title: string;
    readonly start: string;
    readonly end: string;
    readonly place?: string;
  } | null;
  /** What it gathers; nothing for a mail of its own. */
  readonly letters: readonly Gathered[];
  /** Does it wait to come with others? */
  readonly waitsForDigest: boolean;
};

/** The newest of the mail that was caught for the person, or the next of what waits. */
export async function ownMail(
  work: Work,
  personId: Id,
  state: "caught" | "waiting",
  most: number,
): Promise<OwnMail[]> {
  const at = state === "caught" ? sql`m.settled_at` : sql`m.next_try_at`;
  const order = state === "caught" ? sql`desc` : sql`asc`;
  const { rows } = await sql<OwnMail>`
    select m.id, m.subject, m.body, m.language, m.path, ${at} as at, m.appointment, ${lettersIn} as letters, ${waitsForDigest} as "waitsForDigest"
    from mail m
    where m.organisation_id = ${work.organisationId} and m.person_id = ${personId} and m.state = ${state}
    order by ${at} ${order}, m.id limit ${most}`.execute(work.tx);
  return rows;
}

export type MailCounts = {
  /** Should have been sent by now. */
  readonly due: number;
  /** Waits for its time, or to come with others. */
  readonly later: number;
  readonly sent: number;
  readonly givenUp: number;
  /** Why the last try of what is due failed; null when none has. */
  readonly trouble: string | null;
};

/** How sending fares. What was given up for someone with protected identity is in no count (ORG-7). */
export async function mailCounts(work: Work): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`
    select count(*) filter (where m.state = 'waiting' and not m.later) as due, count(*) filter (where m.state = 'waiting' and m.later) as later,
      count(*) filter (where m.state in ('sent', 'caught')) as sent, count(*) filter (where m.state = 'given-up') as "givenUp",
      (array_agg(m.why order by m.next_try_at desc) filter (where m.state = 'waiting' and m.why is not null))[1] as trouble
    from (select m.*, m.attempts = 0 and (m.next_try_at > ${work.now} or ${waitsForDigest}) as later
      from mail m where m.organisation_id = ${work.organisationId}) m
    left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where p.protected_identity is not true`.execute(work.tx);
  return rows[0] ?? { due: 0, later: 0, sent: 0, givenUp: 0, trouble: null };
}

export type GivenUp = {
  readonly id: Id;
  readonly kind: string;
  readonly why: string;
  /** An instant. */
  readonly at: Date;
  readonly personId: Id | null;
  readonly name: string | null;
};

/** What was not sent, the latest first; to someone with protected identity never (ORG-7). */
export async function givenUp(work: Work, most: number): Promise<GivenUp[]> {
  const { rows } = await sql<GivenUp>`
    select m.id, m.kind, m.why, m.settled_at as at, p.id as "personId", p.given_name || ' ' || p.family_name as name
    from mail m left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${work.organisationId} and m.state = 'given-up' and p.protected_identity is not true
    order by m.settled_at desc, m.id limit ${most}`.execute(work.tx);
  return rows;
}

/** Whose an account is; null for a technical one. */
export async function accountsPerson(work: Work, accountId: Id): Promise<Id | null> {
  const row = await work.tx
    .selectFrom("account")
    .select("person_id")
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** A mail to a person as it is kept: until 30 days after it was sent or given up. Instants, ISO. */
export type KeptMail = {
  readonly id: Id;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly state: "waiting" | "sent" | "caught" | "withheld" | "given-up" | "gathered";
  readonly queuedAt: string;
  readonly settledAt: string | null;
};

/** All that is kept of mail to the person, the latest first. */
export async function keptMail(work: Work, personId: Id): Promise<KeptMail[]> {
  const { rows } = await sql<KeptMail>`
    select id, kind, subject, body, state, to_json(queued_at) #>> '{}' as "queuedAt", to_json(settled_at) #>> '{}' as "settledAt"
    from mail where organisation_id = ${work.organisationId} and person_id = ${personId} order by queued_at desc, id`.execute(
    work.tx,
  );
  return rows;
}
