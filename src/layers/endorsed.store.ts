/** What associations endorse (MOD-2), as their members may read it, and the copy that a member takes in. The functions stand in the database. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { ModelStatus } from "../career-model/life-cycle.rules.ts";

export type EndorsedVersion = {
  readonly associationId: Id;
  readonly association: string;
  readonly modelId: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** What the association calls the profession. */
  readonly profession: string;
  readonly adaptable: boolean;
  readonly status: ModelStatus;
  readonly versionId: Id;
  readonly number: number;
  readonly inForceFrom: LocalDate;
};

/** What the associations endorse of which the organisation is a member today: by the model's name, the newest version first. */
export async function endorsedVersions(work: Work): Promise<EndorsedVersion[]> {
  const { rows } = await sql<EndorsedVersion>`
    select association_id as "associationId", association, model_id as "modelId", slug, name_sv as "nameSv", name_en as "nameEn", profession,
      adaptable, status, version_id as "versionId", number, in_force_from as "inForceFrom"
    from endorsed_versions(${work.today})`.execute(work.tx);
  return rows;
}

/** Copies an endorsed version into the member's own rows as a draft; the database refuses what isn't endorsed for it. */
export async function takeInEndorsed(
  work: Work,
  endorsed: EndorsedVersion,
  own: { readonly slug: string; readonly professionId: Id; readonly accountId: Id },
): Promise<void> {
  await sql`select take_in_endorsed(${endorsed.associationId}, ${endorsed.versionId}, ${own.slug}, ${own.professionId}, ${own.accountId},
    ${work.now}, ${work.today})`.execute(work.tx);
}
