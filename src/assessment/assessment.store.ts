/** Assessments without anything of what is written in them: whose, about what, how far they have come. Sheets stand in `sheet.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { EndedHow, OpenedHow, SheetState, Side, Standing } from "./assessment.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;
type OnDay = Scope & Pick<Work, "today">;

/** A sheet from outside. */
export type SheetHead = {
  readonly state: SheetState;
  /** Who handed it in, or else who began it. */
  readonly by: string;
  readonly handedInAt: string | null;
  /** Counts what has been saved in it: its own side's alone to know. */
  readonly revision: number;
};

export type Assessment = {
  readonly id: Id;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly modelId: Id;
  readonly modelSlug: string;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly professionId: Id;
  readonly versionId: Id;
  readonly versionNumber: number;
  /** The version in force today, which may be another; null when there is none. */
  readonly inForce: { readonly id: Id; readonly number: number; readonly from: LocalDate } | null;
  readonly levelId: Id;
  readonly level: string;
  readonly trackId: Id | null;
  readonly track: string | null;
  readonly unitId: Id;
  readonly authorityId: Id | null;
  readonly scale: readonly string[];
  readonly begunOn: LocalDate;
  readonly openedOn: LocalDate | null;
  readonly openedHow: OpenedHow | null;
  readonly openedBy: string | null;
  readonly endedOn: LocalDate | null;
  readonly endedHow: EndedHow | null;
  readonly sheets: Readonly<Partial<Record<Side, SheetHead>>>;
};

/** How far it has come, for the rules. */
export const standingOf = ({ openedHow, endedHow, sheets }: Assessment): Standing => ({
  openedHow,
  endedHow,
  sheets: { self: sheets.self?.state ?? "not-begun", manager: sheets.manager?.state ?? "not-begun" },
});

const select = (
  work: Pick<Work, "organisationId" | "today">,
  where: RawBuilder<unknown>,
): RawBuilder<Assessment> => sql<Assessment>`
  select a.id, a.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", a.model_id as "modelId",
    m.slug as "modelSlug", m.name_sv as "modelSv", m.name_en as "modelEn", m.profession_id as "professionId", a.version_id as "versionId", v.number as "versionNumber",
    (select jsonb_build_object('id', f.id, 'number', f.number, 'from', f.in_force_from) from model_version f
      where f.organisation_id = a.organisation_id and f.model_id = a.model_id and f.in_force_from <= ${work.today}
        and (f.in_force_to is null or f.in_force_to > ${work.today})) as "inForce",
    a.level_id as "levelId", l.name as level, a.track_id as "trackId", t.name as track,
    a.unit_id as "unitId", a.authority_id as "authorityId", a.scale, a.begun_on as "begunOn", a.opened_on as "openedOn",
    a.opened_how as "openedHow", o.given_name || ' ' || o.family_name as "openedBy", a.ended_on as "endedOn", a.ended_how as "endedHow",
    coalesce((select jsonb_object_agg(s.side, jsonb_build_object('state', s.state, 'by', b.given_name || ' ' || b.family_name,
        'handedInAt', s.handed_in_at, 'revision', s.revision))
      from assessment_sheet s
      join person b on b.organisation_id = s.organisation_id and b.id = case when s.handed_in_by is null then s.author_id else s.handed_in_by end
      where s.organisation_id = a.organisation_id and s.assessment_id = a.id), '{}') as sheets
  from assessment a
  join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
  join career_model m on m.organisation_id = a.organisation_id and m.id = a.model_id
  join model_version v on v.organisation_id = a.organisation_id and v.id = a.version_id
  join version_level l on l.organisation_id = a.organisation_id and l.version_id = a.version_id and l.level_id = a.level_id
  left join version_track t on t.organisation_id = a.organisation_id and t.version_id = a.version_id and t.track_id = a.track_id
  left join person o on o.organisation_id = a.organisation_id and o.id = a.opened_by
  where a.organisation_id = ${work.organisationId} and ${where}`;

/** Of these people, the latest first. */
export const assessmentsAbout = (
  work: Pick<Work, "organisationId" | "today">,
  personIds: readonly Id[],
): RawBuilder<Assessment> => sql<Assessment>`${select(work, among("a.person_id", personIds))}
    order by a.begun_on desc, a.ended_on is not null, a.id`;

/** The same, asked by themselves. */
export const assessmentsOf = async (work: OnDay, personIds: readonly Id[]): Promise<Assessment[]> =>
  (await assessmentsAbout(work, personIds).execute(work.tx)).rows;

/** The person's own, by its id: another person's is not found. */
export const assessmentBy = (
  work: Pick<Work, "organisationId" | "today">,
  personId: Id,
  id: Id,
): RawBuilder<Assessment> => select(work, sql`a.id = ${id} and a.person_id = ${personId}`);

/** Holds it until the transaction ends, so that two who write, hand in or open at once take turns. */
export async function lockAssessment(work: Scope, id: Id): Promise<void> {
  await sql`select 1 from assessment where organisation_id = ${work.organisationId} and id = ${id} for update`.execute(
    work.tx,
  );
}

export type Beginning = Pick<
  Assessment,
  "id" | "personId" | "modelId" | "versionId" | "levelId" | "trackId" | "unitId" | "authorityId" | "scale"
>;

/** The caller holds the person. */
export async function addAssessment(work: Work, beginning: Beginning, begunBy: Id): Promise<void> {
  await work.tx
    .insertInto("assessment")
    .values({
      organisation_id: work.organisationId,
      id: beginning.id,
      person_id: beginning.personId,
      model_id: beginning.modelId,
      version_id: beginning.versionId,
      level_id: beginning.levelId,
      track_id: beginning.trackId,
      unit_id: beginning.unitId,
      authority_id: beginning.authorityId,
      scale: [...beginning.scale],
      begun_on: work.today,
      begun_by: begunBy,
    })
    .execute();
}

/** `by` is who opened it at the talk; null when it opened by itself. */
export async function saveOpened(work: Work, id: Id, by: Id | null): Promise<void> {
  await work.tx
    .updateTable("assessment")
    .set({ opened_on: work.today, opened_how: by === null ? "both-in" : "at-talk", opened_by: by })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function saveEnded(work: Work, id: Id, how: EndedHow, by: Id): Promise<void> {
  await work.tx
    .updateTable("assessment")
    .set({ ended_on: work.today, ended_how: how, ended_by: by })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** The version's own words of the rating scale, else none. */
export async function scaleOf(work: Scope, versionId: Id): Promise<readonly string[]> {
  const row = await work.tx
    .selectFrom("model_version")
    .select("rating_scale")
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", versionId)
    .executeTakeFirst();
  return row?.rating_scale ?? [];
}
