/** SQL of one's own assessment, as one's first page tells of it: how far one's own sheet has come, and nothing of the other's. */
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { SheetState } from "./assessment.rules.ts";

/** An assessment that hasn't ended, with one's own sheet. */
export type OwnAssessment = {
  readonly id: Id;
  readonly modelId: Id;
  readonly versionId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  readonly state: SheetState;
  /** How many statements one has said something of. */
  readonly said: number;
};

/** The person's own under way, the latest first. */
export const ownUnderWay = (
  work: Pick<Work, "organisationId">,
  personId: Id,
): RawBuilder<OwnAssessment> => sql<OwnAssessment>`
    select a.id, a.model_id as "modelId", a.version_id as "versionId", a.level_id as "levelId", a.track_id as "trackId",
      coalesce(s.state, 'not-begun') as state, (
        select count(*)::integer from assessment_rating r
        where r.organisation_id = a.organisation_id and r.assessment_id = a.id and r.side = 'self'
          and (r.step is not null or r.words <> '')) as said
    from assessment a
    left join assessment_sheet s on s.organisation_id = a.organisation_id and s.assessment_id = a.id and s.side = 'self'
    where a.organisation_id = ${work.organisationId} and a.person_id = ${personId} and a.ended_on is null and a.opened_on is null
    order by a.begun_on desc, a.id`;
