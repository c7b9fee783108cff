/** SQL of moves: posts, free needs, local titles, and what moves set off (PLC-4, PLC-7, NED-1). Applications stand in `application.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../platform/database/work.ts";
import { workingIn } from "../people/store.ts";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { MoveTask, StatedNeed } from "./move.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;
type PlaceIds = { readonly levelId: Id; readonly trackId: Id | null };

/** The levels of a model that are posts (PLC-4). */
export async function postLevels(work: Scope, modelId: Id): Promise<Id[]> {
  const rows = await work.tx
    .selectFrom("post_level")
    .select("level_id")
    .where("organisation_id", "=", work.organisationId)
    .where("model_id", "=", modelId)
    .execute();
  return rows.map(({ level_id }) => level_id);
}

/** Waits until nobody else is saying which levels are posts, and holds it for the rest of the transaction. */
export async function holdPosts(work: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201062, hashtext(${work.organisationId}::text))`.execute(work.tx);
}

/** Says anew which levels of a model are posts. */
export async function savePostLevels(work: Scope, modelId: Id, levelIds: readonly Id[]): Promise<void> {
  const own = { organisation_id: work.organisationId, model_id: modelId };
  await work.tx
    .deleteFrom("post_level")
    .where("organisation_id", "=", own.organisation_id)
    .where("model_id", "=", modelId)
    .execute();
  if (levelIds.length > 0)
    await work.tx
      .insertInto("post_level")
      .values(levelIds.map((level_id) => ({ ...own, level_id })))
      .execute();
}

/**
 * NED-1: what is needed at a place, by the nearest unit of the line that has said it, of the track rather than of the whole level; and how many work there, or
 * below it, and are placed so, the person themself left out. Null where nobody has said it.
 */
export async function needAt(
  work: Scope & Pick<Work, "today">,
  about: {
    readonly personId: Id;
    readonly modelId: Id;
    readonly professionId: Id;
    readonly place: PlaceIds;
    /** From the root down to the unit. */
    readonly path: readonly Id[];
  },
): Promise<StatedNeed | null> {
  const { organisationId, today } = work;
  const { levelId, trackId } = about.place;
  const path = sql`${[...about.path]}::uuid[]`;
  const { rows } = await sql<StatedNeed>`
    with recursive said as (
      select n.unit_id, n.track_id, n.people from need n
      where n.organisation_id = ${organisationId} and n.model_id = ${about.modelId} and n.level_id = ${levelId} and n.valid_to is null
        and n.unit_id = any(${path}) and (n.track_id is null or n.track_id = ${trackId}::uuid)
      order by array_position(${path}, n.unit_id) desc, n.track_id nulls last limit 1
    ), below as (
      select unit_id as id from said
      union all select u.id from unit u join below b on u.parent_id = b.id where u.organisation_id = ${organisationId}
    )
    select s.people, (
      select count(distinct p.person_id)::int from placement p
      where p.organisation_id = ${organisationId} and p.model_id = ${about.modelId} and p.level_id = ${levelId}
        and (s.track_id is null or p.track_id = s.track_id) and p.person_id <> ${about.personId} and not p.corrected
        and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})
        and exists (select from employment_period e where e.organisation_id = p.organisation_id and e.person_id = p.person_id
          and e.profession_id = ${about.professionId} and e.unit_id in (select id from below)
          and e.valid_from <= ${today} and (e.valid_to is null or e.valid_to > ${today}))
    ) as have
    from said s`.execute(work.tx);
  return rows[0] ?? null;
}

/** Waits until nobody else is deciding who comes to a place of a model, and holds it for the rest of the transaction: two must not take the last free need. */
export async function holdPlace(work: Scope, levelId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201061, hashtext(${levelId}::text))`.execute(work.tx);
}

/** The local title that is written out for each of these places; empty where it has none (INT-4). */
export async function titlesOf(
  work: Scope,
  modelId: Id,
  places: readonly PlaceIds[],
): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom("local_title")
    .select(["level_id", "track_id", "title"])
    .where("organisation_id", "=", work.organisationId)
    .where("model_id", "=", modelId)
    .where("position", "=", 0)
    .execute();
  return places.map(
    ({ levelId, trackId }) =>
      rows.find((row) => row.level_id === levelId && row.track_id === trackId)?.title ?? "",
  );
}

export async function addTasks(work: Scope, placementId: Id, tasks: readonly MoveTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await work.tx
    .insertInto("move_task")
    .values(
      tasks.map(({ kind, owner, title }) => ({
        organisation_id: work.organisationId,
        id: newId(),
        placement_id: placementId,
        kind,
        owner,
        title,
      })),
    )
    .execute();
}

/** Something to do after a move, with whom it is about and what was decided. */
export type OpenTask = MoveTask & {
  readonly id: Id;
  readonly personId: Id;
  readonly name: string;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly level: string;
  readonly track: string | null;
  /** The day from which the new place holds. */
  readonly from: LocalDate;
};

/** PLC-7: what is left to do after moves: all that HR does, and what is about those who work in these units today. The oldest first, at most `limit`. */
export async function openTasks(
  work: Scope & Pick<Work, "today">,
  sight: { readonly hr: boolean; readonly unitIds: readonly Id[] },
  limit: number,
): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select t.id, t.kind, t.owner, t.title, p.person_id as "personId", n.given_name || ' ' || n.family_name as name,
      m.name_sv as "modelSv", m.name_en as "modelEn", l.name as level, k.name as track, p.valid_from as "from"
    from move_task t
    join placement p on p.organisation_id = t.organisation_id and p.id = t.placement_id and not p.corrected
    join person n on n.organisation_id = p.organisation_id and n.id = p.person_id
    join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track k on k.organisation_id = p.organisation_id and k.version_id = p.version_id and k.track_id = p.track_id
    where t.organisation_id = ${work.organisationId} and t.done_at is null
      and ((${sight.hr} and t.owner = 'hr') or p.person_id in (select e.person_id from employment_period e
        where e.organisation_id = ${work.organisationId} and e.unit_id = any(${[...sight.unitIds]}::uuid[])
          and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})))
    order by p.valid_from, n.family_name collate "sv-SE-x-icu", n.given_name collate "sv-SE-x-icu", t.id limit ${limit}`.execute(
    work.tx,
  );
  return rows;
}

/** An open task, held for the rest of the transaction; undefined when there is none. */
export async function holdTask(
  work: Scope,
  taskId: Id,
): Promise<Pick<OpenTask, "id" | "owner" | "personId"> | undefined> {
  const { rows } = await sql<Pick<OpenTask, "id" | "owner" | "personId">>`
    select t.id, t.owner, p.person_id as "personId" from move_task t
    join placement p on p.organisation_id = t.organisation_id and p.id = t.placement_id
    where t.organisation_id = ${work.organisationId} and t.id = ${taskId} for update of t`.execute(work.tx);
  return rows[0];
}

/** Says that a task is done; false when somebody already has. */
export async function finishTask(work: Work, taskId: Id, accountId: Id): Promise<boolean> {
  const result = await work.tx
    .updateTable("move_task")
    .set({ done_at: work.now, done_by: accountId })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", taskId)
    .where("done_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What was set off by the placements of a person, done or not; `doneAt` is an instant, ISO. */
export type TaskOfPerson = MoveTask & {
  readonly id: Id;
  readonly placementId: Id;
  readonly authorityId: Id | null;
  readonly from: LocalDate;
  readonly doneAt: string | null;
};

export async function tasksAbout(work: Scope, personId: Id): Promise<TaskOfPerson[]> {
  const { rows } = await sql<TaskOfPerson>`
    select t.id, t.placement_id as "placementId", p.authority_id as "authorityId", p.valid_from as "from", t.kind, t.owner, t.title,
      t.done_at as "doneAt"
    from move_task t join placement p on p.organisation_id = t.organisation_id and p.id = t.placement_id
    where t.organisation_id = ${work.organisationId} and p.person_id = ${personId} and not p.corrected
    order by p.valid_from desc, t.kind desc`.execute(work.tx);
  return rows;
}

/** Somebody about whose moves there is something to do for whoever decides for them. */
export type WaitingMove = {
  readonly personId: Id;
  readonly name: string;
  /** Have they an application that isn't answered? */
  readonly applied: boolean;
  /** How many tasks of the manager's are left after a move. */
  readonly tasks: number;
};

/** Those who work in these units today, by name, who have an open application, or after whose move the manager has something left to do. */
export const waitingMoves = (
  work: Pick<Work, "organisationId" | "today">,
  unitIds: readonly Id[],
): RawBuilder<WaitingMove> => sql<WaitingMove>`
    select p.id as "personId", p.given_name || ' ' || p.family_name as name, bool_or(w.applied) as applied, sum(w.tasks)::int as tasks
    from (
      select a.person_id, true as applied, 0 as tasks from move_application a
      where a.organisation_id = ${work.organisationId} and a.outcome is null and a.person_id in (${workingIn(work, unitIds)})
      union all
      select s.person_id, false, 1 from move_task t
      join placement s on s.organisation_id = t.organisation_id and s.id = t.placement_id and not s.corrected
      where t.organisation_id = ${work.organisationId} and t.done_at is null and t.owner = 'manager' and s.person_id in (${workingIn(work, unitIds)})
    ) w join person p on p.organisation_id = ${work.organisationId} and p.id = w.person_id
    group by p.id, p.given_name, p.family_name
    order by p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", p.id`;
