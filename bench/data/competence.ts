/**
 * What the placed people of an organisation have shown and agreed: evidence of most formal requirements of the levels up to the one after their own, and an
 * assessment that ended with outcomes for most of what is demonstrated there.
 */
import { sql, type Kysely } from "kysely";
import type { DB } from "../../src/platform/database/schema.ts";
import type { Id } from "../../src/shared/ids.ts";
import { BUILT_ON } from "../sizes.ts";

/**
 * In a few statements for any number of people. As superuser, without the triggers that hold assessments to their course: what they would have let through is
 * written as it ends.
 */
export async function makeCompetence(admin: Kysely<DB>, organisationId: Id): Promise<void> {
  await admin.transaction().execute(async (tx) => {
    await sql`select set_config('session_replication_role', 'replica', true), set_config('statement_timeout', '0', true),
      set_config('app.organisation', ${organisationId}, true)`.execute(tx);
    await sql`
      create temporary table wanted on commit drop as
      select gen_random_uuid() as id, p.person_id, p.id as placement_id, p.decided_by, i.item_id, i.kind, i.text, i.formal ->> 'type' as type,
        abs(hashtext(p.person_id::text || i.key)) as chance
      from placement p
      join version_level own on own.organisation_id = p.organisation_id and own.version_id = p.version_id and own.level_id = p.level_id
      join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.position <= own.position + 1
      join item i on i.organisation_id = l.organisation_id and i.version_id = l.version_id and i.level_id = l.level_id
      where p.organisation_id = ${organisationId} and not p.corrected and p.valid_from <= ${BUILT_ON} and (p.valid_to is null or p.valid_to > ${BUILT_ON})
        and i.kind in ('formal', 'demonstrated') and coalesce(i.formal ->> 'type', '') <> 'experience'`.execute(
      tx,
    );
    await sql`
      insert into evidence (organisation_id, id, person_id, kind, what, issued_on, added_by, created_at, checked_on, checked_by, checked_as, how)
      select ${organisationId}, id, person_id, type, left(text, 200), ${BUILT_ON}::date - 30 - chance % 900, person_id, ${BUILT_ON}::date,
        day, case when day is not null then decided_by end, case when day is not null then 'manager' end,
        case when day is not null then 'original-shown' end
      from (select *, case when chance % 40 <> 0 then ${BUILT_ON}::date - 20 end as day from wanted) w
      where kind = 'formal' and chance % 10 < 8`.execute(tx);
    await sql`
      insert into evidence_requirement (organisation_id, evidence_id, item_id)
      select ${organisationId}, w.id, w.item_id from wanted w where kind = 'formal' and chance % 10 < 8`.execute(
      tx,
    );
    await sql`
      insert into assessment (organisation_id, id, person_id, model_id, version_id, level_id, track_id, unit_id, authority_id, scale,
        begun_on, begun_by, opened_on, opened_how, ended_on, ended_how, ended_by)
      select p.organisation_id, p.id, p.person_id, p.model_id, p.version_id, p.level_id, p.track_id, p.unit_id, p.authority_id,
        array['Med stöd', 'Självständigt', 'Leder andra'], ${BUILT_ON}::date - 60, p.decided_by, ${BUILT_ON}::date - 40, 'both-in',
        ${BUILT_ON}::date - 40, 'agreed', p.decided_by
      from placement p where p.organisation_id = ${organisationId} and p.id in (select placement_id from wanted)`.execute(
      tx,
    );
    await sql`
      insert into joint_outcome (organisation_id, id, assessment_id, person_id, item_id, met, decided_on, decided_by, at)
      select ${organisationId}, id, placement_id, person_id, item_id, chance % 12 > 0, ${BUILT_ON}::date - 40, decided_by, ${BUILT_ON}::date - 40
      from wanted where kind = 'demonstrated' and chance % 10 < 9`.execute(tx);
  });
}
