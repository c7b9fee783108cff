/** What is written in talks: each one's preparation, what they agree, the texts that were put to them, and everything that has happened. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "../placement/access.ts";
import type { Side } from "../assessment/assessment.rules.ts";
import type { Kind, Question } from "./talk.rules.ts";
import type { Snapshot } from "./snapshot.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type Answers = Readonly<Partial<Record<Question, string>>>;

export type Preparation = {
  readonly side: Side;
  readonly answers: Answers;
  readonly by: string;
  readonly sharedOn: LocalDate | null;
  readonly savedAt: string;
  readonly revision: number;
};

/** Those of these sides, and of no other. */
export async function preparationsOf(
  work: Scope,
  talkId: Id,
  sides: readonly Side[],
): Promise<Preparation[]> {
  if (sides.length === 0) return [];
  const { rows } = await sql<Preparation>`
    select w.side, w.answers, p.given_name || ' ' || p.family_name as by, w.shared_on as "sharedOn", to_json(w.saved_at) #>> '{}' as "savedAt", w.revision
    from talk_preparation w join person p on p.organisation_id = w.organisation_id and p.id = w.author_id
    where w.organisation_id = ${work.organisationId} and w.talk_id = ${talkId} and w.side = any(${[...sides]}::text[])`.execute(
    work.tx,
  );
  return rows;
}

/** The caller holds the talk. */
export async function savePreparation(
  work: Work,
  of: { readonly talkId: Id; readonly personId: Id; readonly side: Side; readonly authorId: Id },
  answers: Answers,
  shared: boolean,
): Promise<void> {
  const written = {
    author_id: of.authorId,
    answers: JSON.stringify(answers),
    shared_on: shared ? work.today : null,
    saved_at: work.now,
  };
  await work.tx
    .insertInto("talk_preparation")
    .values({
      organisation_id: work.organisationId,
      talk_id: of.talkId,
      side: of.side,
      person_id: of.personId,
      ...written,
      revision: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "talk_id", "side"])
        .doUpdateSet((eb) => ({ ...written, revision: eb("talk_preparation.revision", "+", 1) })),
    )
    .execute();
}

/** What the two agree, as it is being written. */
export async function agreedOf(work: Scope, talkId: Id): Promise<string> {
  const row = await work.tx
    .selectFrom("talk")
    .select("agreed")
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", talkId)
    .executeTakeFirstOrThrow();
  return row.agreed;
}

/** The caller holds the talk. */
export async function saveAgreed(work: Scope, talkId: Id, agreed: string): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set((eb) => ({ agreed, agreed_revision: eb("agreed_revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", talkId)
    .execute();
}

/** A text that was put to the two, with what it rested on as it stood. */
export type TalkRecord = {
  readonly revision: number;
  readonly agreed: string;
  /** TLK-2: what was shown of how pay and the model hang together; empty where the organisation had said nothing. */
  readonly payLinkShown: string;
  readonly snapshot: Snapshot;
  readonly writtenBy: string;
  readonly writtenOn: LocalDate;
};

export async function latestRecord(work: Scope, talkId: Id): Promise<TalkRecord | undefined> {
  const { rows } = await sql<TalkRecord>`
    select r.revision, r.agreed, r.pay_link_shown as "payLinkShown", r.snapshot, p.given_name || ' ' || p.family_name as "writtenBy", r.written_on as "writtenOn"
    from talk_record r join person p on p.organisation_id = r.organisation_id and p.id = r.written_by
    where r.organisation_id = ${work.organisationId} and r.talk_id = ${talkId} order by r.revision desc limit 1`.execute(
    work.tx,
  );
  return rows[0];
}

/** The caller holds the talk. */
export async function addRecord(
  work: Work,
  of: { readonly talkId: Id; readonly personId: Id; readonly writtenBy: Id },
  record: Pick<TalkRecord, "revision" | "agreed" | "payLinkShown" | "snapshot">,
): Promise<void> {
  await work.tx
    .insertInto("talk_record")
    .values({
      organisation_id: work.organisationId,
      talk_id: of.talkId,
      revision: record.revision,
      person_id: of.personId,
      agreed: record.agreed,
      pay_link_shown: record.payLinkShown,
      snapshot: JSON.stringify(record.snapshot),
      written_by: of.writtenBy,
      written_on: work.today,
      at: work.now,
    })
    .execute();
}

/** What was agreed the last time that a talk with the person was closed, within the authority: the text that they go on from. */
export async function lastAgreed(
  work: Scope,
  talk: { readonly id: Id; readonly personId: Id; readonly authorityId: Id | null },
): Promise<{
  readonly id: Id;
  readonly heldOn: LocalDate;
  readonly kind: Kind;
  readonly agreed: string;
} | null> {
  const { rows } = await sql<{ id: Id; heldOn: LocalDate; kind: Kind; agreed: string }>`
    select t.id, t.held_on as "heldOn", t.kind, r.agreed from talk t
    join lateral (select agreed from talk_record r where r.organisation_id = t.organisation_id and r.talk_id = t.id order by revision desc limit 1) r on true
    where t.organisation_id = ${work.organisationId} and t.person_id = ${talk.personId} and t.state = 'locked' and t.id <> ${talk.id}
      and t.authority_id is not distinct from ${talk.authorityId} and t.kind <> 'pay' order by t.held_on desc, t.id limit 1`.execute(
    work.tx,
  );
  return rows[0] ?? null;
}

export const EVENTS = [
  "booked",
  "rebooked",
  "cancelled",
  "held",
  "recorded",
  "asked",
  "confirmed",
  "other-view",
  "answered",
  "locked",
] as const;

/** Something that has happened. `details` are what its words need: the former time of a rebooking, what another view asks for. */
export type TalkEvent = {
  readonly id: Id;
  readonly kind: (typeof EVENTS)[number];
  readonly revision: number;
  readonly by: string | null;
  readonly as: "self" | DecidesAs | null;
  readonly words: string;
  readonly details: EventDetails;
  readonly day: LocalDate;
};
export type EventDetails = {
  readonly day?: LocalDate;
  readonly at?: string;
  readonly place?: string;
  readonly toAbove?: boolean;
  /** PLC-9: the person wishes to have a union representative with them. Nothing is kept of which, or whether they are a member (ORG-3). */
  readonly withRepresentative?: boolean;
  readonly how?: string;
};

/** In the order in which they happened. */
export async function eventsOf(work: Scope, talkId: Id): Promise<TalkEvent[]> {
  const { rows } = await sql<TalkEvent>`
    select e.id, e.kind, e.revision, p.given_name || ' ' || p.family_name as by, e.acting_as as "as", e.words, e.details,
      (e.at at time zone 'Europe/Stockholm')::date as day
    from talk_event e left join person p on p.organisation_id = e.organisation_id and p.id = e.by_id
    where e.organisation_id = ${work.organisationId} and e.talk_id = ${talkId}
    order by e.at, array_position(${[...EVENTS]}::text[], e.kind), e.id`.execute(work.tx);
  return rows;
}

export async function addEvent(
  work: Work,
  of: { readonly talkId: Id; readonly personId: Id },
  event: {
    readonly kind: TalkEvent["kind"];
    readonly by: { readonly id: Id; readonly as: "self" | DecidesAs } | null;
    readonly revision?: number;
    readonly words?: string;
    readonly details?: EventDetails;
  },
): Promise<void> {
  await work.tx
    .insertInto("talk_event")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      talk_id: of.talkId,
      person_id: of.personId,
      kind: event.kind,
      revision: event.revision ?? 0,
      by_id: event.by?.id ?? null,
      acting_as: event.by?.as ?? null,
      words: event.words ?? "",
      details: JSON.stringify(event.details ?? {}),
      at: work.now,
    })
    .execute();
}

export async function addPlacement(
  work: Scope,
  of: { readonly talkId: Id; readonly personId: Id; readonly placementId: Id },
): Promise<void> {
  await work.tx
    .insertInto("talk_placement")
    .values({
      organisation_id: work.organisationId,
      talk_id: of.talkId,
      person_id: of.personId,
      placement_id: of.placementId,
    })
    .execute();
}

/** A placement that came of a talk, as it was decided. */
export type PlacedThen = {
  readonly id: Id;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly level: string;
  readonly track: string | null;
  readonly from: LocalDate;
};

export async function placementsFrom(work: Scope, talkId: Id): Promise<PlacedThen[]> {
  const { rows } = await sql<PlacedThen>`
    select p.id, m.name_sv as "modelSv", m.name_en as "modelEn", l.name as level, t.name as track, p.valid_from as "from"
    from talk_placement x
    join placement p on p.organisation_id = x.organisation_id and p.id = x.placement_id
    join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
    where x.organisation_id = ${work.organisationId} and x.talk_id = ${talkId} order by p.created_at, p.id`.execute(
    work.tx,
  );
  return rows;
}

/** The numbers of these versions. */
export async function versionNumbers(work: Scope, versionIds: readonly Id[]): Promise<Map<Id, number>> {
  if (versionIds.length === 0) return new Map();
  const rows = await work.tx
    .selectFrom("model_version")
    .select(["id", "number"])
    .where("organisation_id", "=", work.organisationId)
    .where("id", "in", versionIds)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
