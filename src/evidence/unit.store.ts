/** SQL about the evidence that a unit has to see to. */
import { sql, type RawBuilder } from "kysely";
import type { FormalType } from "../career-model/rules.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { authorityOfThese } from "../placement/store.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";

export type ToSee = {
  readonly id: Id;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: FormalType;
  readonly what: string;
  readonly issuedOn: LocalDate;
  /** Null while it waits for a check; otherwise the first day on which it is good no longer, or meets a requirement of a model in force no longer. */
  readonly endsOn: LocalDate | null;
  /** Has the person handed in what renews it? */
  readonly renewalWaits: boolean;
};

/** Evidence that stands, by a condition on `e`, with the day on which it ends: its own, or the first of a requirement of a model in force. */
export const standingEvidence = (
  work: Pick<Work, "organisationId" | "today">,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select e.*, case when e.checked_on is not null then least(e.expires_on, (
      select min(e.issued_on + make_interval(months => (i.formal ->> 'validMonths')::integer))::date
      from evidence_requirement q
      join item i on i.organisation_id = q.organisation_id and i.item_id = q.item_id
      join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id
        and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today})
      where q.organisation_id = e.organisation_id and q.evidence_id = e.id and i.formal ->> 'validMonths' is not null
    )) end as ends_on
  from evidence e
  where e.organisation_id = ${work.organisationId} and ${where}
    and e.withdrawn_on is null and e.superseded_on is null and e.returned_on is null`;

/**
 * Evidence of these people, handed in to the authority, that waits for a check, the longest waiting first; and after it what ends or has ended between the two
 * days and hasn't been renewed. In one statement: a page, and how many there are.
 */
export async function evidenceToSee(
  work: Pick<Work, "tx" | "organisationId" | "today">,
  of: { personIds: readonly Id[]; authorityId: Id | null; from: LocalDate; to: LocalDate },
  { page, size }: { page: number; size: number },
): Promise<{ rows: ToSee[]; total: number; waiting: number }> {
  const { rows } = await sql<ToSee & { total: number; waiting: number }>`
    with own as (${standingEvidence(
      work,
      sql`e.person_id = any (${[...of.personIds]}::uuid[]) and e.authority_id is not distinct from ${of.authorityId}`,
    )})
    select e.id, e.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", e.kind, e.what,
      e.issued_on as "issuedOn", e.ends_on as "endsOn", exists (select from own n where n.renews_id = e.id) as "renewalWaits",
      count(*) over ()::integer as total, count(*) filter (where e.checked_on is null) over ()::integer as waiting
    from own e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.checked_on is null or e.ends_on between ${of.from} and ${of.to}
    order by e.checked_on is not null, case when e.checked_on is null then e.created_at end, e.ends_on,
      p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", e.id
    limit ${size} offset ${(page - 1) * size}`.execute(work.tx);
  return {
    rows,
    total: rows[0]?.total ?? 0,
    waiting: rows[0]?.waiting ?? 0,
  };
}

/** What a unit has to see to, in numbers. */
export type UnitToSee = {
  readonly unitId: Id;
  readonly name: string;
  readonly waiting: number;
  /** Ends or has ended within the days, and nothing that renews it waits. */
  readonly ending: number;
  /** Whose all of the one or of the other is, by given and family name; null when it is several people's, or nobody's. */
  readonly waitingOf: string | null;
  readonly endingOf: string | null;
};

/**
 * How much each of these units has to see to; those with nothing aren't in it. Of people with protected identity only in the units of `protectedIn`
 * (ORG-7), and of `reader` themself nothing (ORG-4).
 */
export const evidenceInUnits = (
  work: Pick<Work, "organisationId" | "today">,
  of: {
    readonly unitIds: readonly Id[];
    readonly protectedIn: readonly Id[];
    readonly reader: Id | null;
    readonly from: LocalDate;
    readonly to: LocalDate;
  },
): RawBuilder<UnitToSee> => sql<UnitToSee>`
    with recursive ${authorityOfThese(work, of.unitIds)}, works as (
      select distinct d.unit_id, d.person_id, a.authority_id
      from employment_period d
      join authority a on a.unit_id = d.unit_id
      join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
      where d.organisation_id = ${work.organisationId} and ${among("d.unit_id", of.unitIds)}
        and d.valid_from <= ${work.today} and (d.valid_to is null or d.valid_to > ${work.today})
        and d.person_id is distinct from ${of.reader}::uuid and (not p.protected_identity or d.unit_id = any (${[...of.protectedIn]}::uuid[]))
    ), own as (${standingEvidence(work, sql`e.person_id in (select w.person_id from works w)`)})
    , to_see as (
      select w.unit_id, e.person_id, e.checked_on is null as waits from works w
      join own e on e.person_id = w.person_id and e.authority_id is not distinct from w.authority_id
      where e.checked_on is null
        or (e.ends_on between ${of.from} and ${of.to} and not exists (select from own n where n.renews_id = e.id))
    )
    select u.id as "unitId", u.name, count(*) filter (where t.waits)::integer as waiting, count(*) filter (where not t.waits)::integer as ending,
      ${nameOfOne(sql`t.waits`)} as "waitingOf", ${nameOfOne(sql`not t.waits`)} as "endingOf"
    from to_see t
    join unit u on u.organisation_id = ${work.organisationId} and u.id = t.unit_id
    join person p on p.organisation_id = u.organisation_id and p.id = t.person_id
    group by u.id, u.name order by u.name collate "sv-SE-x-icu"`;

/** SQL's name of `p` where those are one person's, by a condition on each. */
const nameOfOne = (those: RawBuilder<unknown>): RawBuilder<unknown> => sql`
      case when count(distinct p.id) filter (where ${those}) = 1
        then min(p.given_name || ' ' || p.family_name) filter (where ${those}) end`;
