/** All SQL of calibrations. Another's answer is read in one way only, through `calibration_side_by_side`, which holds it back until it may be seen. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Place, Placing, State } from "./calibration.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type Round = {
  readonly id: Id;
  readonly title: string;
  readonly until: LocalDate;
  readonly state: State;
  readonly versionId: Id;
  readonly versionNumber: number;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly professionId: Id;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly cases: number;
  readonly seats: number;
  readonly handedIn: number;
  /** The reader's own seat, and how many cases they have placed; null when they aren't asked. */
  readonly seat: { readonly handedIn: boolean; readonly placed: number } | null;
};

const rounds = ({ organisationId }: Scope, personId: Id | null) => sql<Round>`
  select c.id, c.title, c.until, c.state, c.version_id as "versionId", v.number as "versionNumber", m.slug, m.name_sv as "nameSv", m.name_en as "nameEn",
    m.profession_id as "professionId", c.opened_on as "openedOn", c.closed_on as "closedOn",
    (select count(*)::int from calibration_case x where x.organisation_id = c.organisation_id and x.calibration_id = c.id) as cases,
    s.seats, s."handedIn", s.seat
  from calibration c
  join career_model m on m.organisation_id = c.organisation_id and m.id = c.model_id
  join model_version v on v.organisation_id = c.organisation_id and v.id = c.version_id
  cross join lateral (
    select count(*)::int as seats, count(x.handed_in_at)::int as "handedIn",
      (jsonb_agg(jsonb_build_object('handedIn', x.handed_in_at is not null, 'placed', (
        select count(*)::int from calibration_placing p where p.organisation_id = x.organisation_id and p.calibration_id = x.calibration_id and p.person_id = x.person_id)))
        filter (where x.person_id = ${personId}::uuid)) -> 0 as seat
    from calibration_seat x where x.organisation_id = c.organisation_id and x.calibration_id = c.id) s
  where c.organisation_id = ${organisationId}`;

/** More are not shown at once. */
export const MOST_ROUNDS = 100;

/** The rounds: all of them, or those where the person is asked and that have been opened. What is under way comes first, then the latest. */
export async function roundsFor(work: Scope, personId: Id | null, which: "all" | "asked"): Promise<Round[]> {
  const where = which === "all" ? sql`true` : sql`c.state <> 'draft' and s.seat is not null`;
  const { rows } = await sql<Round>`${rounds(work, personId)} and ${where}
    order by c.state = 'closed', coalesce(c.opened_on, c.begun_on) desc, c.id limit ${MOST_ROUNDS}`.execute(
    work.tx,
  );
  return rows;
}

/** A round in which somebody hasn't handed in. `left`: how many cases they have to place. */
export type WaitingRound = Pick<Round, "id" | "title" | "until"> & { readonly left: number };

/** What waits for the person, the nearest day first; to be asked together with what else does. */
export const waitingRounds = ({ organisationId }: Pick<Scope, "organisationId">, personId: Id) =>
  sql<WaitingRound>`
  select c.id, c.title, c.until,
    (select count(*)::int from calibration_case x where x.organisation_id = c.organisation_id and x.calibration_id = c.id)
      - (select count(*)::int from calibration_placing p where p.organisation_id = c.organisation_id and p.calibration_id = c.id and p.person_id = s.person_id) as left
  from calibration_seat s join calibration c on c.organisation_id = s.organisation_id and c.id = s.calibration_id
  where s.organisation_id = ${organisationId} and s.person_id = ${personId} and s.handed_in_at is null and c.state = 'open'
  order by c.until, c.id`;

export async function roundOf(work: Scope, id: Id, personId: Id | null): Promise<Round | undefined> {
  const { rows } = await sql<Round>`${rounds(work, personId)} and c.id = ${id}`.execute(work.tx);
  return rows[0];
}

/** Holds it until the transaction ends, so that those who open, close and hand in at once take turns. */
export async function lockRound(work: Scope, id: Id): Promise<void> {
  await sql`select 1 from calibration where organisation_id = ${work.organisationId} and id = ${id} for update`.execute(
    work.tx,
  );
}

export async function addRound(
  work: Work,
  round: {
    readonly modelId: Id;
    readonly versionId: Id;
    readonly title: string;
    readonly until: LocalDate;
    readonly begunBy: Id;
  },
): Promise<Id> {
  const id = newId();
  const { modelId, versionId, title, until, begunBy } = round;
  await work.tx
    .insertInto("calibration")
    .values({
      organisation_id: work.organisationId,
      id,
      model_id: modelId,
      version_id: versionId,
      title,
      until,
      begun_by: begunBy,
      begun_on: work.today,
    })
    .execute();
  return id;
}

export async function saveState(work: Work, id: Id, state: "open" | "closed"): Promise<void> {
  const change =
    state === "open" ? { state, opened_on: work.today } : ({ state, closed_on: work.today } as const);
  await work.tx
    .updateTable("calibration")
    .set(change)
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

export type Case = { readonly id: Id; readonly title: string; readonly story: string };

/** In the order in which they were written. */
export async function casesOf(work: Scope, roundId: Id): Promise<Case[]> {
  return work.tx
    .selectFrom("calibration_case")
    .select(["id", "title", "story"])
    .where("organisation_id", "=", work.organisationId)
    .where("calibration_id", "=", roundId)
    .orderBy("position")
    .execute();
}

export async function addCases(
  work: Scope,
  roundId: Id,
  cases: readonly Pick<Case, "title" | "story">[],
): Promise<void> {
  if (cases.length === 0) return;
  await sql`
    insert into calibration_case (organisation_id, id, calibration_id, position, title, story)
    select ${work.organisationId}, gen_random_uuid(), ${roundId}, n.last + r.ordinality, r.value ->> 'title', r.value ->> 'story'
    from jsonb_array_elements(${JSON.stringify(cases)}::jsonb) with ordinality r,
      (select coalesce(max(position), 0) as last from calibration_case where organisation_id = ${work.organisationId} and calibration_id = ${roundId}) n`.execute(
    work.tx,
  );
}

export async function saveCase(work: Scope, roundId: Id, { id, title, story }: Case): Promise<void> {
  await work.tx
    .updateTable("calibration_case")
    .set({ title, story })
    .where("organisation_id", "=", work.organisationId)
    .where("calibration_id", "=", roundId)
    .where("id", "=", id)
    .execute();
}

export async function deleteCase(work: Scope, roundId: Id, id: Id): Promise<void> {
  await work.tx
    .deleteFrom("calibration_case")
    .where("organisation_id", "=", work.organisationId)
    .where("calibration_id", "=", roundId)
    .where("id", "=", id)
    .execute();
}

/** Who is asked, by the unit that they were asked for: the unit is told, not who. */
export type Seat = {
  readonly personId: Id;
  readonly unitId: Id;
  readonly unit: string;
  readonly handedIn: boolean;
};

export async function seatsOf(work: Scope, roundId: Id): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select s.person_id as "personId", s.unit_id as "unitId", u.name as unit, s.handed_in_at is not null as "handedIn"
    from calibration_seat s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    where s.organisation_id = ${work.organisationId} and s.calibration_id = ${roundId}
    order by u.name collate "sv-SE-x-icu", s.person_id`.execute(work.tx);
  return rows;
}

export async function addSeats(
  work: Scope,
  roundId: Id,
  seats: readonly Pick<Seat, "personId" | "unitId">[],
): Promise<void> {
  await work.tx
    .insertInto("calibration_seat")
    .values(
      seats.map(({ personId, unitId }) => ({
        organisation_id: work.organisationId,
        calibration_id: roundId,
        person_id: personId,
        unit_id: unitId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The units where somebody works in the profession today. */
export async function unitsWith(work: Scope & Pick<Work, "today">, professionId: Id): Promise<Set<Id>> {
  const { rows } = await sql<{ unitId: Id }>`
    select distinct unit_id as "unitId" from employment_period
    where organisation_id = ${work.organisationId} and profession_id = ${professionId}
      and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today})`.execute(work.tx);
  return new Set(rows.map(({ unitId }) => unitId));
}

const MARKS = sql`(select coalesce(jsonb_agg(jsonb_build_object('itemId', k.item_id, 'shows', k.shows) order by k.item_id), '[]') from calibration_mark k
  where k.organisation_id = p.organisation_id and k.case_id = p.case_id and k.person_id = p.person_id)`;

/** One's own, handed in or not. */
export async function ownPlacings(work: Scope, roundId: Id, personId: Id): Promise<Placing[]> {
  const { rows } = await sql<Placing>`
    select p.case_id as "caseId", p.level_id as "levelId", p.track_id as "trackId", p.words, null as by, ${MARKS} as marks
    from calibration_placing p
    where p.organisation_id = ${work.organisationId} and p.calibration_id = ${roundId} and p.person_id = ${personId}`.execute(
    work.tx,
  );
  return rows;
}

/** What the reader may hold side by side. Whose each is belongs to who asks; of somebody with protected identity there is no name (ORG-7). */
export async function placingsFor(
  work: Scope,
  roundId: Id,
  readerId: Id | null,
): Promise<(Placing & { readonly personId: Id })[]> {
  const { rows } = await sql<Placing & { readonly personId: Id }>`
    select p.case_id as "caseId", p.level_id as "levelId", p.track_id as "trackId", p.words, p.person_id as "personId", ${MARKS} as marks,
      case when not n.protected_identity or n.id = ${readerId}::uuid then n.given_name || ' ' || n.family_name end as by
    from calibration_side_by_side(${work.organisationId}, ${roundId}, ${readerId}) p
    join person n on n.organisation_id = p.organisation_id and n.id = p.person_id
    order by n.family_name collate "sv-SE-x-icu", n.given_name collate "sv-SE-x-icu", n.id`.execute(work.tx);
  return rows;
}

export async function savePlacing(
  work: Work,
  of: {
    readonly roundId: Id;
    readonly caseId: Id;
    readonly personId: Id;
    readonly versionId: Id;
  },
  { levelId, trackId, words, marks }: Place & Pick<Placing, "words" | "marks">,
): Promise<void> {
  const key = { organisation_id: work.organisationId, case_id: of.caseId, person_id: of.personId };
  const said = { level_id: levelId, track_id: trackId, words, saved_at: work.now };
  await work.tx
    .insertInto("calibration_placing")
    .values({ ...key, calibration_id: of.roundId, version_id: of.versionId, ...said })
    .onConflict((conflict) => conflict.columns(["organisation_id", "case_id", "person_id"]).doUpdateSet(said))
    .execute();
  await work.tx
    .deleteFrom("calibration_mark")
    .where("organisation_id", "=", work.organisationId)
    .where("case_id", "=", of.caseId)
    .where("person_id", "=", of.personId)
    .execute();
  if (marks.length > 0)
    await work.tx
      .insertInto("calibration_mark")
      .values(marks.map(({ itemId, shows }) => ({ ...key, item_id: itemId, shows })))
      .execute();
}

export async function saveHandedIn(work: Work, roundId: Id, personId: Id): Promise<void> {
  await work.tx
    .updateTable("calibration_seat")
    .set({ handed_in_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("calibration_id", "=", roundId)
    .where("person_id", "=", personId)
    .execute();
}

/** What was agreed; about a principle of placing when `itemId` is null. */
export type Agreed = {
  readonly id: Id;
  readonly itemId: Id | null;
  readonly words: string;
  readonly by: string;
  readonly at: string;
  readonly number: number;
  /** The versions whose draft it has been put to, as a comment. */
  readonly raisedTo: readonly number[];
};

/** Everything that was agreed in the round, the latest first. */
export async function agreedIn(work: Scope, roundId: Id): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`
    select r.id, r.item_id as "itemId", r.words, a.display_name as by, to_json(r.at) #>> '{}' as at, r.number,
      (select coalesce(jsonb_agg(v.number order by v.number), '[]') from calibration_raised x
        join model_version v on v.organisation_id = x.organisation_id and v.id = x.version_id
        where x.organisation_id = r.organisation_id and x.reading_id = r.id) as "raisedTo"
    from calibration_reading r join account a on a.organisation_id = r.organisation_id and a.id = r.written_by
    where r.organisation_id = ${work.organisationId} and r.calibration_id = ${roundId} order by r.number desc`.execute(
    work.tx,
  );
  return rows;
}

/** The caller holds the round. */
export async function addReading(
  work: Work,
  roundId: Id,
  reading: { readonly itemId: Id | null; readonly words: string; readonly by: Id },
): Promise<void> {
  await sql`
    insert into calibration_reading (organisation_id, id, calibration_id, item_id, words, written_by, at, number)
    values (${work.organisationId}, ${newId()}, ${roundId}, ${reading.itemId}, ${reading.words}, ${reading.by}, ${work.now},
      (select coalesce(max(number), 0) + 1 from calibration_reading where organisation_id = ${work.organisationId} and calibration_id = ${roundId}))`.execute(
    work.tx,
  );
}

export async function addRaised(work: Work, readingId: Id, versionId: Id, by: Id): Promise<void> {
  await work.tx
    .insertInto("calibration_raised")
    .values({
      organisation_id: work.organisationId,
      reading_id: readingId,
      version_id: versionId,
      raised_by: by,
      raised_at: work.now,
    })
    .execute();
}
