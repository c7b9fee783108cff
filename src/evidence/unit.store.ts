/** SQL about the evidence that a unit has to see to. */
import { sql } from "kysely";
import type { FormalType } from "../career-model/rules.ts";
import type { Work } from "../platform/database/work.ts";
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
    with own as (
      select e.*, case when e.checked_on is not null then least(e.expires_on, (
          select min(e.issued_on + make_interval(months => (i.formal ->> 'validMonths')::integer))::date
          from evidence_requirement q
          join item i on i.organisation_id = q.organisation_id and i.item_id = q.item_id
          join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id
            and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today})
          where q.organisation_id = e.organisation_id and q.evidence_id = e.id and i.formal ->> 'validMonths' is not null
        )) end as ends_on
      from evidence e
      where e.organisation_id = ${work.organisationId} and e.person_id = any (${[...of.personIds]}::uuid[])
        and e.authority_id is not distinct from ${of.authorityId}
        and e.withdrawn_on is null and e.superseded_on is null and e.returned_on is null
    )
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
