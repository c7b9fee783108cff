/** SQL about who has been told of evidence that ends. */
import { sql } from "kysely";
import type { Work } from "../platform/database/work.ts";
import { authorityOfUnits } from "../placement/store.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { standingEvidence } from "./unit.store.ts";

/**
 * Notes that people are told of each piece that ends from tomorrow through `to` and that they haven't been told of; gives whose they are, each once. Of those who work in the
 * authority that the piece was handed in to (ORG-2), and not where what renews it waits for a check.
 */
export async function noteTold(work: Work, to: LocalDate): Promise<Id[]> {
  const { rows } = await sql<{ personId: Id }>`
    with recursive ${authorityOfUnits(work)}, works as (
      select distinct d.person_id, a.authority_id from employment_period d join authority a on a.unit_id = d.unit_id
      where d.organisation_id = ${work.organisationId} and d.valid_from <= ${work.today} and (d.valid_to is null or d.valid_to > ${work.today})
    ), own as (${standingEvidence(work, sql`e.person_id in (select w.person_id from works w)`)}),
    told as (
      insert into evidence_told (organisation_id, evidence_id, ends_on, told_at)
      select e.organisation_id, e.id, e.ends_on, ${work.now} from own e
      join works w on w.person_id = e.person_id and w.authority_id is not distinct from e.authority_id
      where e.ends_on > ${work.today} and e.ends_on <= ${to} and not exists (select from own n where n.renews_id = e.id)
      on conflict do nothing returning evidence_id
    )
    select distinct e.person_id as "personId" from own e where e.id in (select evidence_id from told)`.execute(
    work.tx,
  );
  return rows.map(({ personId }) => personId);
}
