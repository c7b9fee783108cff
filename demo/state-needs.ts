/** Managers of two of the demo's employers say what their units need (NED-1): about as many as there are, one or two more further out. */
import { sql } from "kysely";
import { setNeeds, viewNeedSheet } from "../src/gap/set-needs.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import type { LocalDate } from "../src/shared/local-date.ts";
import { sure } from "./making.ts";

const STATING: readonly string[] = ["harryda", "region-ostergotland"];
/** So many are needed at each level beyond those who are there, from the innermost outward. */
const BEYOND = [0, -1, 2, 1];

type Team = {
  readonly unitId: Id;
  readonly accountId: Id;
  readonly personId: Id;
  readonly name: string;
  readonly slug: string;
  /** How many are at each level. */
  readonly placed: Readonly<Record<Id, number>>;
};

/** Managed units where four or more are placed in a model, by the managers who can sign in. */
const teams = (workshop: Workshop, tenant: Tenant): Promise<readonly Team[]> =>
  work(workshop, { slug: tenant.slug, actor: null }, async ({ tx, today }) => {
    const { rows } = await sql<Team>`
      select unit_id as "unitId", account_id as "accountId", person_id as "personId", name, slug, jsonb_object_agg(level_id, people) as placed
      from (
        select m.unit_id, a.id as account_id, m.person_id, a.display_name as name, c.slug, p.level_id, count(*) as people
        from unit_manager m
        join account a on a.person_id = m.person_id
        join employment_period e on e.unit_id = m.unit_id and e.is_main and e.valid_from <= ${today} and (e.valid_to is null or e.valid_to > ${today})
        join placement p on p.person_id = e.person_id and not p.corrected and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})
        join career_model c on c.id = p.model_id
        where m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today})
        group by 1, 2, 3, 4, 5, 6) each
      group by 1, 2, 3, 4, 5 having sum(people) >= 4 order by name, slug`.execute(tx);
    return rows;
  });

export async function stateNeeds(workshop: Workshop, tenant: Tenant, today: LocalDate): Promise<void> {
  if (!STATING.includes(tenant.slug)) return;
  const by = `${Number(today.slice(0, 4)) + 1}-12-31`;
  for (const { unitId, accountId, personId, name, slug, placed } of await teams(workshop, tenant)) {
    const actor: Actor = {
      accountId,
      organisationId: tenant.id,
      personId,
      displayName: name,
      grants: [],
      manages: [{ unitId, as: "manager" }],
    };
    await work(workshop, { slug: tenant.slug, actor }, async (unit) => {
      const { places, stamp } = await viewNeedSheet(unit, unitId, slug);
      const levels = places.filter(({ trackId }) => trackId === null);
      const needs = levels.map(({ levelId, trackId }, at) => {
        const people = Math.max(0, (placed[levelId] ?? 0) + (BEYOND[at] ?? 0));
        return { levelId, trackId, people: String(people), fullTime: "", neededBy: by };
      });
      return sure(await setNeeds(unit, { unitId, slug, needs, stamp }));
    });
  }
}
