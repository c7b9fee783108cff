/** Those who act in the demo. */
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, GivenRole, Tenant } from "../src/shared/actor.ts";

/** Someone with a role, as they act in the demo. */
export async function withRole(workshop: Workshop, tenant: Tenant, role: GivenRole): Promise<Actor> {
  const row = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
    unit.tx
      .selectFrom("role_grant as g")
      .innerJoin("account as a", (join) =>
        join.onRef("a.organisation_id", "=", "g.organisation_id").onRef("a.id", "=", "g.account_id"),
      )
      .select(["a.id", "a.person_id", "a.display_name"])
      .where("g.organisation_id", "=", tenant.id)
      .where("g.role", "=", role)
      .executeTakeFirstOrThrow(),
  );
  return {
    accountId: row.id,
    organisationId: tenant.id,
    personId: row.person_id,
    displayName: row.display_name,
    grants: [{ role, unitId: null, professionIds: [], personId: null, reason: null }],
    manages: [],
  };
}
