/** SQL about what people say of what is held about them, and the answers (ASM-4). */
import { sql, type RawBuilder } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import { workingIn } from "../people/store.ts";
import type { Work } from "../platform/database/work.ts";
import type { About, NamedRecord, Outcome, RequestKind } from "./request.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId" | "today">;

/** `at` is an instant, ISO; `by` is null where the name isn't told. */
export type DataRequest = {
  readonly id: Id;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: RequestKind;
  readonly about: About;
  /** The one record that it is about, as it was called when it was said; null is all of the kind. */
  readonly record: NamedRecord | null;
  readonly words: string;
  readonly at: string;
  readonly answer: {
    readonly outcome: Outcome;
    readonly words: string;
    readonly by: string | null;
    readonly at: string;
  } | null;
};

const select = (
  where: RawBuilder<unknown>,
  end: RawBuilder<unknown>,
): RawBuilder<DataRequest> => sql<DataRequest>`
  select r.id, r.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", r.kind, r.about,
    case when r.record_id is not null then jsonb_build_object('id', r.record_id, 'name', r.record) end as record, r.words, r.at,
    case when a.request_id is not null then jsonb_build_object('outcome', a.outcome, 'words', a.words, 'at', a.at,
      'by', case when not b.protected_identity then b.given_name || ' ' || b.family_name end) end as answer
  from data_request r
  join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
  left join data_answer a on a.organisation_id = r.organisation_id and a.request_id = r.id
  left join person b on b.organisation_id = a.organisation_id and b.id = a.answered_by
  where r.organisation_id = app_organisation() and ${where} ${end}`;

const told = ({ at, answer, ...request }: DataRequest): DataRequest => ({
  ...request,
  at: new Date(at).toISOString(),
  answer: answer && { ...answer, at: new Date(answer.at).toISOString() },
});

/** What the person has said, the latest first. */
export async function requestsOf(work: Scope, personId: Id): Promise<DataRequest[]> {
  const { rows } = await select(sql`r.person_id = ${personId}`, sql`order by r.at desc, r.id`).execute(
    work.tx,
  );
  return rows.map(told);
}

/** More than these aren't shown at once: what is answered makes room. */
const MOST = 50;

/** Comments are shown to whoever answers for what they are about for so many days. */
const COMMENT_DAYS = 90;

/**
 * Requests for correction that nobody has answered, or the comments of late, the oldest first: of HR's kinds where `hr`, and of the others by those who work in
 * these units.
 */
export async function openRequests(
  work: Scope,
  kind: RequestKind,
  of: { readonly reader: Id | null; readonly hr: boolean; readonly unitIds: readonly Id[] },
): Promise<DataRequest[]> {
  const isOpen =
    kind === "correction"
      ? sql`a.request_id is null`
      : sql`r.at > ${work.today}::date - ${COMMENT_DAYS}::integer`;
  const { rows } = await select(
    sql`r.kind = ${kind} and ${isOpen} and r.person_id is distinct from ${of.reader}::uuid
      and case when r.about in ('register', 'reads') then ${of.hr}::boolean else exists (
      select from employment_period e where e.organisation_id = r.organisation_id and e.person_id = r.person_id
        and e.unit_id = any (${[...of.unitIds]}::uuid[]) and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})) end`,
    sql`order by r.at, r.id limit ${MOST}`,
  ).execute(work.tx);
  return rows.map(told);
}

/** Somebody who has asked for a correction. */
export type Asking = { readonly personId: Id; readonly name: string };

/** Who of those that work in these units today waits for an answer about what whoever decides for them answers for, by name. */
export const waitingCorrections = (
  work: Pick<Work, "organisationId" | "today">,
  unitIds: readonly Id[],
): RawBuilder<Asking> => sql<Asking>`
  select p.id as "personId", p.given_name || ' ' || p.family_name as name from person p
  where p.organisation_id = ${work.organisationId} and p.id in (${workingIn(work, unitIds)})
    and exists (select from data_request r where r.organisation_id = p.organisation_id and r.person_id = p.id and r.kind = 'correction'
      and r.about not in ('register', 'reads')
      and not exists (select from data_answer a where a.organisation_id = r.organisation_id and a.request_id = r.id))
  order by p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", p.id`;

export async function requestById(work: Scope, id: Id): Promise<DataRequest | undefined> {
  const { rows } = await select(sql`r.id = ${id}`, sql``).execute(work.tx);
  return rows.map(told)[0];
}

export async function addRequest(
  work: Work,
  request: Pick<DataRequest, "personId" | "about" | "record" | "words"> & { readonly kind: string },
): Promise<Id> {
  const id = newId();
  await work.tx
    .insertInto("data_request")
    .values({
      organisation_id: work.organisationId,
      id,
      person_id: request.personId,
      kind: request.kind,
      about: request.about,
      record_id: request.record?.id ?? null,
      record: request.record?.name ?? "",
      words: request.words,
      at: work.now,
    })
    .execute();
  return id;
}

/** False when it has been answered already. */
export async function addAnswer(
  work: Work,
  requestId: Id,
  answer: { readonly outcome: string; readonly words: string; readonly by: Id },
): Promise<boolean> {
  const result = await work.tx
    .insertInto("data_answer")
    .values({
      organisation_id: work.organisationId,
      request_id: requestId,
      outcome: answer.outcome,
      words: answer.words,
      answered_by: answer.by,
      at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
