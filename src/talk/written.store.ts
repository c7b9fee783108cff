/** What is written in talks: each one's preparation, what they agree, the texts that were put to them, and everything that has happened. */
import { sql, type RawBuilder } from "kysely";
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

/** The caller holds the talk. `authorId` wrote it last. */
export async function saveAgreed(work: Scope, talkId: Id, agreed: string, authorId: Id): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set((eb) => ({ agreed, agreed_by: authorId, agreed_revision: eb("agreed_revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", talkId)
    .execute();
}

/** Has the text been changed since it was put to the two? */
export async function isRewritten(work: Scope, talkId: Id): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select t.agreed is distinct from (select r.agreed from talk_record r where r.organisation_id = t.organisation_id and r.talk_id = t.id
      order by r.revision desc limit 1) as changed
    from talk t where t.organisation_id = ${work.organisationId} and t.id = ${talkId}`.execute(work.tx);
  return rows[0]?.changed ?? false;
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

/** What was agreed the last time that a talk with the person was closed, within the authority. */
export type LastAgreed = {
  readonly id: Id;
  readonly heldOn: LocalDate;
  readonly kind: Kind;
  readonly agreed: string;
};

/** What the two go on from, and what is being written of what they agree. */
export const goingOnFrom = (
  work: Pick<Work, "organisationId">,
  talkId: Id,
): RawBuilder<{ readonly agreed: string; readonly last: LastAgreed | null }> => sql`
    select now.agreed, (
        select jsonb_build_object('id', t.id, 'heldOn', t.held_on, 'kind', t.kind, 'agreed', r.agreed) from talk t
        join lateral (select agreed from talk_record r where r.organisation_id = t.organisation_id and r.talk_id = t.id order by revision desc limit 1) r on true
        where t.organisation_id = now.organisation_id and t.person_id = now.person_id and t.state = 'locked' and t.id <> now.id
          and t.authority_id is not distinct from now.authority_id and t.kind <> 'pay' order by t.held_on desc, t.id limit 1) as last
    from talk now where now.organisation_id = ${work.organisationId} and now.id = ${talkId}`;

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

/** All that is written in a talk: what these sides prepared and no other, the latest text that was put to both, what has happened in its order, and what came of it. */
export type Written = {
  readonly preparations: readonly Preparation[];
  readonly record: TalkRecord | null;
  readonly events: readonly TalkEvent[];
  readonly placed: readonly PlacedThen[];
};

export async function writtenIn(work: Scope, talkId: Id, sides: readonly Side[]): Promise<Written> {
  const of = (alias: string) =>
    sql`${sql.ref(`${alias}.organisation_id`)} = ${work.organisationId} and ${sql.ref(`${alias}.talk_id`)} = ${talkId}`;
  const by = (column: string) =>
    sql`(select p.given_name || ' ' || p.family_name from person p where p.organisation_id = ${work.organisationId} and p.id = ${sql.ref(column)})`;
  const { rows } = await sql<Written>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('side', w.side, 'answers', w.answers, 'by', ${by("w.author_id")}, 'sharedOn', w.shared_on,
          'savedAt', w.saved_at, 'revision', w.revision))
        from talk_preparation w where ${of("w")} and w.side = any(${[...sides]}::text[])), '[]') as preparations,
      (select jsonb_build_object('revision', r.revision, 'agreed', r.agreed, 'payLinkShown', r.pay_link_shown, 'snapshot', r.snapshot,
          'writtenBy', ${by("r.written_by")}, 'writtenOn', r.written_on)
        from talk_record r where ${of("r")} order by r.revision desc limit 1) as record,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'revision', e.revision, 'by', ${by("e.by_id")}, 'as', e.acting_as,
          'words', e.words, 'details', e.details, 'day', (e.at at time zone 'Europe/Stockholm')::date)
          order by e.at, array_position(${[...EVENTS]}::text[], e.kind), e.id)
        from talk_event e where ${of("e")}), '[]') as events,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'modelSv', m.name_sv, 'modelEn', m.name_en, 'level', l.name, 'track', t.name, 'from', p.valid_from)
          order by p.created_at, p.id)
        from talk_placement x
        join placement p on p.organisation_id = x.organisation_id and p.id = x.placement_id
        join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
        join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
        left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
        where ${of("x")}), '[]') as placed`.execute(work.tx);
  return rows[0] ?? { preparations: [], record: null, events: [], placed: [] };
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
