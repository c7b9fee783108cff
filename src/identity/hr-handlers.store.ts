/** Who works as an HR handler today, for what waits for HR. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";

/** The people whose account has the role, and can sign in. */
export async function hrHandlers(work: Pick<Work, "tx" | "organisationId" | "today">): Promise<Id[]> {
  const { rows } = await sql<{ personId: Id }>`
    select distinct a.person_id as "personId" from role_grant g
    join account a on a.organisation_id = g.organisation_id and a.id = g.account_id and not a.disabled and a.person_id is not null
    where g.organisation_id = ${work.organisationId} and g.role = 'hr_handler'
      and g.valid_from <= ${work.today} and (g.valid_to is null or g.valid_to > ${work.today})`.execute(
    work.tx,
  );
  return rows.map(({ personId }) => personId);
}
