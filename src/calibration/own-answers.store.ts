/** SQL about what somebody has answered in calibrations, for themself: all of it, handed in or not (ASM-4, PLC-8). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Mark, State } from "./calibration.rules.ts";

/** A round in which the person is asked. Instants are ISO. */
export type OwnRound = {
  readonly id: Id;
  readonly title: string;
  readonly until: LocalDate;
  readonly state: State;
  readonly handedInAt: string | null;
  /** Theirs alone, in the order of the cases. */
  readonly answers: readonly OwnAnswer[];
};

export type OwnAnswer = {
  readonly case: string;
  readonly level: string;
  readonly track: string | null;
  readonly words: string;
  readonly savedAt: string;
  /** With the requirement's words. */
  readonly marks: readonly (Mark & { readonly text: string })[];
};

/** The latest first; none that hasn't been opened. */
export async function ownRounds(
  work: Pick<Work, "tx" | "organisationId">,
  personId: Id,
): Promise<OwnRound[]> {
  const { rows } = await sql<OwnRound>`
    select c.id, c.title, c.until, c.state, to_json(s.handed_in_at) #>> '{}' as "handedInAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('case', x.title, 'level', l.name, 'track', t.name, 'words', p.words, 'savedAt', p.saved_at, 'marks', coalesce((
            select jsonb_agg(jsonb_build_object('itemId', k.item_id, 'shows', k.shows, 'text', coalesce(
                (select i.text from item i where i.organisation_id = k.organisation_id and i.version_id = p.version_id and i.item_id = k.item_id),
                (select i.text from supplement_item i where i.organisation_id = k.organisation_id and i.base_version_id = p.version_id and i.item_id = k.item_id limit 1))) order by k.item_id)
            from calibration_mark k where k.organisation_id = p.organisation_id and k.case_id = p.case_id and k.person_id = p.person_id), '[]')) order by x.position)
        from calibration_placing p
        join calibration_case x on x.organisation_id = p.organisation_id and x.id = p.case_id
        join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
        left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
        where p.organisation_id = s.organisation_id and p.calibration_id = s.calibration_id and p.person_id = s.person_id), '[]') as answers
    from calibration_seat s join calibration c on c.organisation_id = s.organisation_id and c.id = s.calibration_id
    where s.organisation_id = ${work.organisationId} and s.person_id = ${personId} and c.state <> 'draft'
    order by c.opened_on desc, c.id`.execute(work.tx);
  return rows;
}
