/** SQL about placements: what they are decided from, the records themselves, the answers to them. Drafts stand in `preparation.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { DateRange, LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "./access.ts";
import type {
  Answer,
  Decided,
  Ending,
  Over,
  PlacementBasis,
  TakenOver,
  UnmetAt,
  VersionShape,
} from "./rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A model that people can be placed in, with every version that is or has been in force. Levels run from the innermost outward. */
export type PlacementModel = {
  readonly modelId: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly professionId: Id;
  readonly versions: readonly (VersionShape & { readonly levels: readonly NamedLevel[] })[];
};
export type NamedLevel = {
  readonly levelId: Id;
  readonly name: string;
  readonly tracks: readonly { readonly trackId: Id; readonly name: string }[];
};

/** The active models of these professions that have ever been in force, by name; without levels and tracks that aren't used here (MOD-9). */
export async function placementModels(
  work: Scope & Pick<Work, "today">,
  professionIds: readonly Id[],
): Promise<PlacementModel[]> {
  const { rows } = await sql<PlacementModel>`
    select m.id as "modelId", m.slug, m.name_sv as "nameSv", m.name_en as "nameEn", m.profession_id as "professionId",
      jsonb_agg(jsonb_build_object('versionId', v.id, 'from', v.in_force_from, 'to', v.in_force_to, 'levels', (
        select coalesce(jsonb_agg(jsonb_build_object('levelId', l.level_id, 'name', l.name, 'tracks', (
            select coalesce(jsonb_agg(jsonb_build_object('trackId', t.track_id, 'name', t.name) order by t.position), '[]')
            from version_track_level tl
            join version_track t on t.organisation_id = tl.organisation_id and t.version_id = tl.version_id and t.track_id = tl.track_id
            where tl.organisation_id = l.organisation_id and tl.version_id = l.version_id and tl.level_id = l.level_id
              and t.track_id <> all(unused.parts)
          )) order by l.position), '[]')
        from version_level l where l.organisation_id = v.organisation_id and l.version_id = v.id
          and l.level_id <> all(unused.parts)
      )) order by v.in_force_from desc) as versions
    from career_model m
    join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id and v.in_force_from is not null
    cross join lateral (select unused_parts(v.organisation_id, v.id, ${work.today}) as parts) unused
    where m.organisation_id = ${work.organisationId} and m.status = 'active' and ${among("m.profession_id", professionIds)}
    group by m.organisation_id, m.id order by m.name_sv collate "sv-SE-x-icu", m.id`.execute(work.tx);
  return rows;
}

/** A model in force that people of its profession can be placed in, with its version of the day. */
export type OpenModel = Pick<PlacementModel, "modelId" | "slug" | "nameSv" | "nameEn" | "professionId"> & {
  readonly versionId: Id;
};

/** These models with every version of theirs, by id: for whoever chooses a place in them. */
export async function wholeModels(
  work: Scope & Pick<Work, "today">,
  open: readonly OpenModel[],
): Promise<Map<Id, PlacementModel>> {
  if (open.length === 0) return new Map();
  const professionIds = [...new Set(open.map(({ professionId }) => professionId))];
  return new Map((await placementModels(work, professionIds)).map((model) => [model.modelId, model]));
}

/** When and where a person has worked in a profession. */
export type WorkPeriod = DateRange & {
  readonly personId: Id;
  readonly professionId: Id;
  readonly unitId: Id;
};

export async function workPeriods(work: Scope, personIds: readonly Id[]): Promise<WorkPeriod[]> {
  const { rows } = await sql<WorkPeriod>`
    select person_id as "personId", profession_id as "professionId", unit_id as "unitId", valid_from as "from", valid_to as "to"
    from employment_period
    where organisation_id = ${work.organisationId} and ${among("person_id", personIds)} and profession_id is not null
    order by person_id, valid_from, is_main desc, id`.execute(work.tx);
  return rows;
}

/** SQL's `authority (unit_id, authority_id)`, for `with recursive`: the authority of every unit there has been; null is the organisation. */
export const authorityOfUnits = (work: Pick<Work, "organisationId">): RawBuilder<unknown> => sql`
  authority as (
    select id as unit_id, case when is_authority then id end as authority_id from unit
    where organisation_id = ${work.organisationId} and parent_id is null
    union all
    select u.id, case when u.is_authority then u.id else a.authority_id end
    from unit u join authority a on a.unit_id = u.parent_id where u.organisation_id = ${work.organisationId}
  )`;

/** The same of these units alone: reads their own lines, however large the organisation is. */
export const authorityOfThese = (
  work: Pick<Work, "organisationId">,
  unitIds: readonly Id[],
): RawBuilder<unknown> => sql`
  line as (
    select id as unit_id, id, parent_id, is_authority from unit
    where organisation_id = ${work.organisationId} and ${among("id", unitIds)}
    union all
    select l.unit_id, u.id, u.parent_id, u.is_authority from line l
    join unit u on u.organisation_id = ${work.organisationId} and u.id = l.parent_id where not l.is_authority
  ), authority as (
    select unit_id, (array_agg(id) filter (where is_authority))[1] as authority_id from line group by unit_id
  )`;

/** The authority of each of these units, closed ones too (ORG-2): null is the organisation itself. */
export async function authorities(work: Scope, unitIds: readonly Id[]): Promise<Map<Id, Id | null>> {
  const { rows } = await sql<{ unit_id: Id; authority_id: Id | null }>`
    with recursive ${authorityOfThese(work, [...new Set(unitIds)])} select unit_id, authority_id from authority`.execute(
    work.tx,
  );
  return new Map(rows.map((row) => [row.unit_id, row.authority_id]));
}

/** A person's given and family name, or undefined when there is no such person. */
export async function nameOf(work: Scope, personId: Id): Promise<string | undefined> {
  const row = await work.tx
    .selectFrom("person")
    .select(["given_name", "family_name"])
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row && `${row.given_name} ${row.family_name}`;
}

/** What the employee has answered to a placement. `at` is an instant, ISO. */
/** What the employee has said of it. Another view may go to the manager above (PLC-9), who answers it. */
export type Response = {
  readonly id: Id;
  readonly kind: "acknowledged" | "other-view";
  readonly words: string;
  readonly at: string;
  readonly toAbove: boolean;
  readonly withRepresentative: boolean;
  readonly answer: { readonly words: string; readonly by: string; readonly at: string } | null;
};

/** A placement as it is shown, with the words of its own version. */
export type Placement = DateRange & {
  readonly id: Id;
  readonly personId: Id;
  readonly modelId: Id;
  readonly modelSlug: string;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly professionId: Id;
  readonly versionId: Id;
  readonly levelId: Id;
  readonly level: string;
  readonly levelText: string;
  readonly levelIntro: string;
  readonly trackId: Id | null;
  readonly track: string | null;
  /** The day of the dialogue; of what was taken over, the day from which its source says that it holds. */
  readonly dialogueOn: LocalDate;
  readonly basis: PlacementBasis;
  /** Empty only where something was taken over without words. */
  readonly motivation: string;
  /** Why, and over which requirements, where a move was made in spite of something (PLC-3). */
  readonly despite: string;
  readonly unmet: readonly UnmetAt[];
  /** The name of whoever decided, and as what; null of what was taken over. */
  readonly decidedBy: string | null;
  readonly decidedById: Id | null;
  readonly decidedAs: DecidesAs | null;
  readonly takenOver: TakenOver | null;
  readonly unitId: Id;
  readonly unit: string;
  readonly authorityId: Id | null;
  readonly corrected: boolean;
  readonly endedBecause: Ending | null;
  readonly responses: readonly Response[];
};

const selectPlacements = (where: RawBuilder<unknown>): RawBuilder<Placement> => sql<Placement>`
  select p.id, p.person_id as "personId", p.model_id as "modelId", m.slug as "modelSlug", m.name_sv as "modelSv",
    m.name_en as "modelEn", m.profession_id as "professionId", p.version_id as "versionId", p.level_id as "levelId", l.name as level, l.short_text as "levelText", l.intro as "levelIntro",
    p.track_id as "trackId", t.name as track, p.valid_from as "from", p.valid_to as "to", p.dialogue_on as "dialogueOn",
    p.basis, p.motivation, p.despite, p.unmet, d.given_name || ' ' || d.family_name as "decidedBy", p.decided_by as "decidedById", p.decided_as as "decidedAs", p.unit_id as "unitId", u.name as unit,
    case when p.taken_over_source is not null then jsonb_build_object('source', p.taken_over_source, 'at', p.taken_over_at,
      'by', case when k.protected_identity then '' else a.display_name end) end as "takenOver",
    p.authority_id as "authorityId", p.corrected, p.ended_because as "endedBecause",
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'words', r.words, 'at', r.at, 'toAbove', r.to_above,
        'withRepresentative', r.with_representative, 'answer', case when v.at is not null then jsonb_build_object('words', v.words, 'at', v.at,
          'by', b.given_name || ' ' || b.family_name) end) order by r.at, r.id)
      from placement_response r
      left join placement_view_answer v on v.organisation_id = r.organisation_id and v.response_id = r.id
      left join person b on b.organisation_id = v.organisation_id and b.id = v.answered_by
      where r.organisation_id = p.organisation_id and r.placement_id = p.id), '[]') as responses
  from placement p
  join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
  join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
  left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
  left join person d on d.organisation_id = p.organisation_id and d.id = p.decided_by
  left join account a on a.organisation_id = p.organisation_id and a.id = p.taken_over_by
  left join person k on k.organisation_id = a.organisation_id and k.id = a.person_id
  join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
  where ${where}
  order by p.valid_from desc, p.corrected, p.created_at desc, p.id`;

/** All placements of these people, the latest first; those that were put right stay among them. */
export const placementsOf = (
  work: Pick<Work, "organisationId">,
  personIds: readonly Id[],
): RawBuilder<Placement> =>
  selectPlacements(sql`p.organisation_id = ${work.organisationId} and ${among("p.person_id", personIds)}`);

/** The same, asked by themselves. */
export const placements = async (work: Scope, personIds: readonly Id[]): Promise<Placement[]> =>
  (await placementsOf(work, personIds).execute(work.tx)).rows;

/** The placements of these people that are in force on a day: at most one for each person and model (PLC-1). */
export const placementsOn = (
  work: Pick<Work, "organisationId">,
  personIds: readonly Id[],
  day: LocalDate,
): RawBuilder<Placement> =>
  selectPlacements(sql`p.organisation_id = ${work.organisationId} and ${among("p.person_id", personIds)}
    and not p.corrected and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`);

/** The same, asked by themselves. */
export const currentPlacements = async (
  work: Scope,
  personIds: readonly Id[],
  day: LocalDate,
): Promise<Placement[]> => (await placementsOn(work, personIds, day).execute(work.tx)).rows;

/** How the employee stands to a placement: another view stays, also when they have said that they have read it. */
export function answerOf(responses: readonly Pick<Response, "kind">[]): Answer {
  if (responses.some((response) => response.kind === "other-view")) return "other-view";
  return responses.length > 0 ? "acknowledged" : "awaiting";
}

/** Holds these people until the transaction ends, so that two who decide at once take turns and the second sees what the first did. */
export async function lockPeople(work: Scope, personIds: readonly Id[]): Promise<void> {
  await sql`select 1 from person where organisation_id = ${work.organisationId} and id = any(${[...personIds]}::uuid[])
    order by id for no key update`.execute(work.tx);
}

/** A decision with whom and what it is about, and who made it. */
export type PlacementToSave = Decided &
  Over & {
    readonly id: Id;
    readonly personId: Id;
    readonly modelId: Id;
    readonly decidedBy: Id;
    readonly decidedAs: DecidesAs;
    readonly unitId: Id;
    readonly authorityId: Id | null;
  };

/** Saves decisions: earlier placements are put right or closed first, so that no two are in force at once. */
export async function savePlacements(work: Work, decisions: readonly PlacementToSave[]): Promise<void> {
  if (decisions.length === 0) return;
  const organisation_id = work.organisationId;
  await sql`update placement set corrected = true, ended_because = 'corrected'
    where organisation_id = ${organisation_id} and id = any(${decisions.flatMap((each) => each.corrected)}::uuid[])`.execute(
    work.tx,
  );
  const closing = decisions.flatMap(({ closed, from }) =>
    closed === null ? [] : [{ id: closed, on: from }],
  );
  await sql`update placement p set valid_to = c.day, ended_because = 'moved'
    from unnest(${closing.map(({ id }) => id)}::uuid[], ${closing.map(({ on }) => on)}::date[]) as c (id, day)
    where p.organisation_id = ${organisation_id} and p.id = c.id`.execute(work.tx);
  await work.tx
    .insertInto("placement")
    .values(
      decisions.map((each) => ({
        organisation_id,
        id: each.id,
        person_id: each.personId,
        model_id: each.modelId,
        version_id: each.versionId,
        level_id: each.levelId,
        track_id: each.trackId,
        valid_from: each.from,
        dialogue_on: each.from,
        basis: each.basis,
        motivation: each.motivation,
        despite: each.despite,
        unmet: JSON.stringify(each.unmet),
        decided_by: each.decidedBy,
        decided_as: each.decidedAs,
        unit_id: each.unitId,
        authority_id: each.authorityId,
        created_at: work.now,
      })),
    )
    .execute();
}

export async function addResponse(
  work: Work,
  placementId: Id,
  response: Pick<Response, "kind" | "words" | "toAbove" | "withRepresentative">,
): Promise<Id> {
  const id = newId();
  const { kind, words, toAbove, withRepresentative } = response;
  await work.tx
    .insertInto("placement_response")
    .values({
      organisation_id: work.organisationId,
      id,
      placement_id: placementId,
      kind,
      words,
      to_above: toAbove,
      with_representative: withRepresentative,
      at: work.now,
    })
    .execute();
  return id;
}

/** Begins anew at the person's present unit, from today, what another authority has in its history, and records whose act it was. */
export async function saveHandOver(
  work: Work,
  handOver: {
    readonly from: Id;
    readonly unitId: Id;
    readonly authorityId: Id | null;
    readonly accountId: Id;
  },
): Promise<void> {
  const id = newId();
  await sql`
    insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, track_id, valid_from, dialogue_on, basis,
      continues_id, motivation, despite, unmet, decided_by, decided_as, taken_over_source, taken_over_by, taken_over_at, unit_id, authority_id,
      created_at)
    select organisation_id, ${id}, person_id, model_id, version_id, level_id, track_id, ${work.today}, dialogue_on, 'hand-over',
      id, motivation, despite, unmet, decided_by, decided_as, taken_over_source, taken_over_by, taken_over_at, ${handOver.unitId},
      ${handOver.authorityId}::uuid, ${work.now}
    from placement where organisation_id = ${work.organisationId} and id = ${handOver.from}`.execute(work.tx);
  await work.tx
    .insertInto("placement_hand_over")
    .values({
      organisation_id: work.organisationId,
      placement_id: id,
      account_id: handOver.accountId,
      at: work.now,
    })
    .execute();
}
