/** Reading structures as they are kept (MOD-1). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Heading, Level, Structure } from "../career-model/rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A structure with the identities of its parts; those that it has dropped are not among them. */
export type KeptStructure = Omit<Structure, "levels" | "headings"> & {
  readonly id: Id;
  readonly revision: number;
  readonly levels: readonly (Level & { readonly id: Id })[];
  readonly headings: readonly (Heading & { readonly id: Id })[];
  /** How many models have it. */
  readonly models: number;
};

const STRUCTURES = sql`
  select s.id, s.name, s.revision, s.core_competencies as "coreCompetencies", s.rating_scale as "ratingScale",
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'name', l.name, 'shortText', l.short_text, 'kind', l.kind)
        order by l.position), '[]')
      from structure_level l where l.organisation_id = s.organisation_id and l.structure_id = s.id and not l.dropped) as levels,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'key', h.key, 'name', h.name) order by h.position), '[]')
      from structure_heading h where h.organisation_id = s.organisation_id and h.structure_id = s.id and not h.dropped) as headings,
    (select count(*)::int from career_model m where m.organisation_id = s.organisation_id and m.structure_id = s.id
      and m.status <> 'withdrawn') as models
  from structure s`;

/** Every structure of the organisation, by name. */
export async function structures(work: Scope): Promise<KeptStructure[]> {
  const { rows } = await sql<KeptStructure>`${STRUCTURES}
    where s.organisation_id = ${work.organisationId} order by s.name collate "sv-SE-x-icu", s.id`.execute(
    work.tx,
  );
  return rows;
}

export async function structureById(work: Scope, id: Id): Promise<KeptStructure | undefined> {
  const { rows } = await sql<KeptStructure>`${STRUCTURES}
    where s.organisation_id = ${work.organisationId} and s.id = ${id}`.execute(work.tx);
  return rows[0];
}
