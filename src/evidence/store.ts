/** SQL about evidence: the records with their requirements and history. What a unit has to see to stands in `unit.store.ts`, time worked in `experience.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import type { FormalDetail, FormalType } from "../career-model/rules.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "../placement/access.ts";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { CheckDraft, Dated, EventKind, EvidenceDraft, WayToCheck } from "./evidence.rules.ts";
import type { EvidenceFile } from "./file.store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** What somebody did and said. `by` is null where the name isn't told; `at` is an instant, ISO. */
export type EvidenceEvent = {
  readonly kind: EventKind;
  readonly by: string | null;
  readonly own: boolean;
  readonly words: string;
  readonly at: string;
};

/** A piece of evidence as it is shown. */
export type Evidence = Dated & {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: FormalType;
  readonly what: string;
  readonly untilOn: LocalDate | null;
  readonly profession: { readonly id: Id; readonly sv: string; readonly en: string } | null;
  readonly seenWhere: string;
  readonly authorityId: Id | null;
  readonly checkedBy: string | null;
  readonly checkedAs: DecidesAs | null;
  readonly how: WayToCheck | null;
  readonly source: string;
  readonly renewsId: Id | null;
  readonly supersededBy: Id | null;
  readonly revision: number;
  readonly itemIds: readonly Id[];
  readonly files: readonly EvidenceFile[];
  /** The first event first. */
  readonly events: readonly EvidenceEvent[];
};

const select = (where: RawBuilder<unknown>): RawBuilder<Evidence> => sql<Evidence>`
  select e.id, e.person_id as "personId", e.kind, e.what, e.issued_on as "issuedOn", e.expires_on as "expiresOn", e.until_on as "untilOn",
    case when r.id is not null then jsonb_build_object('id', r.id, 'sv', r.name_sv, 'en', r.name_en) end as profession,
    e.seen_where as "seenWhere", e.authority_id as "authorityId", e.returned_on as "returnedOn", e.checked_on as "checkedOn",
    case when not c.protected_identity then c.given_name || ' ' || c.family_name end as "checkedBy", e.checked_as as "checkedAs",
    e.how, e.source, e.withdrawn_on as "withdrawnOn", e.renews_id as "renewsId", e.superseded_by as "supersededBy",
    e.superseded_on as "supersededOn", e.revision,
    coalesce((select jsonb_agg(q.item_id order by q.item_id) from evidence_requirement q
      where q.organisation_id = e.organisation_id and q.evidence_id = e.id), '[]') as "itemIds",
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'hash', f.hash, 'name', f.name, 'type', f.type, 'bytes', f.bytes) order by f.added_at, f.name, f.id)
      from evidence_file f where f.organisation_id = e.organisation_id and f.evidence_id = e.id), '[]') as files,
    coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'own', v.person_id = e.person_id, 'words', v.words, 'at', v.at,
        'by', case when not p.protected_identity or p.id = e.person_id then p.given_name || ' ' || p.family_name end) order by v.id)
      from evidence_event v join person p on p.organisation_id = v.organisation_id and p.id = v.person_id
      where v.organisation_id = e.organisation_id and v.evidence_id = e.id), '[]') as events
  from evidence e
  left join profession r on r.organisation_id = e.organisation_id and r.id = e.profession_id
  left join person c on c.organisation_id = e.organisation_id and c.id = e.checked_by
  where e.organisation_id = app_organisation() and ${where}
  order by e.issued_on desc, e.created_at desc, e.id`;

/** All evidence of a person, the latest issued first. */
export async function evidenceOf(work: Scope, personId: Id): Promise<Evidence[]> {
  return (await select(sql`e.person_id = ${personId}`).execute(work.tx)).rows;
}

/** A requirement that evidence may be tied to, or is tied to, with where it stands. `mandatory` and the rest are as the version in question says. */
export type Requirement = {
  readonly itemId: Id;
  readonly text: string;
  readonly formal: FormalDetail | null;
  readonly model: { readonly sv: string; readonly en: string };
  readonly professionId: Id;
  readonly level: string;
  /** Is it asked for now, in a model of the person's? */
  readonly current: boolean;
};

/**
 * The formal requirements of the models in force in these professions, with what the organisation and these units have added to them (MOD-9), by model and
 * place; and after them those of `itemIds` that aren't among them, as the latest version that holds each says.
 */
export async function requirements(
  work: Scope & Pick<Work, "today">,
  of: { professionIds: readonly Id[]; unitIds: readonly Id[]; itemIds: readonly Id[] },
): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    with line as (
      select i.item_id, i.text, i.formal, i.version_id, i.level_id, i.position, 0 as layer, v.in_force_from, v.number,
        v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today}) as in_force
      from item i join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id
      where i.organisation_id = ${work.organisationId} and i.kind = 'formal' and v.in_force_from is not null
      union all
      select i.item_id, i.text, i.formal, i.base_version_id, i.level_id, i.position, 1, s.in_force_from, s.number,
        s.in_force_from <= ${work.today} and (s.in_force_to is null or s.in_force_to > ${work.today})
          and (o.unit_id is null or o.unit_id = any (${[...of.unitIds]}::uuid[]))
      from supplement_item i
      join supplement_version s on s.organisation_id = i.organisation_id and s.id = i.supplement_version_id
      join supplement o on o.organisation_id = s.organisation_id and o.id = s.supplement_id
      where i.organisation_id = ${work.organisationId} and i.kind = 'formal' and s.in_force_from is not null
    ), found as (
      select distinct on (l.item_id) l.item_id as "itemId", l.text, l.formal, m.profession_id as "professionId",
        jsonb_build_object('sv', m.name_sv, 'en', m.name_en) as model, v.name as level, m.id as model_id, v.position as level_position, l.layer, l.position,
        l.in_force and m.status = 'active' and m.profession_id = any (${[...of.professionIds]}::uuid[]) as current
      from line l
      join version_level v on v.organisation_id = ${work.organisationId} and v.version_id = l.version_id and v.level_id = l.level_id
      join model_version b on b.organisation_id = ${work.organisationId} and b.id = l.version_id
      join career_model m on m.organisation_id = ${work.organisationId} and m.id = b.model_id
      where l.item_id = any (${[...of.itemIds]}::uuid[]) or (l.in_force and m.profession_id = any (${[...of.professionIds]}::uuid[]))
      order by l.item_id, l.in_force desc, l.in_force_from desc, l.number desc
    )
    select "itemId", text, formal, model, "professionId", level, current from found
    where current or "itemId" = any (${[...of.itemIds]}::uuid[])
    order by current desc, model ->> 'sv' collate "sv-SE-x-icu", model_id, level_position, layer, position`.execute(
    work.tx,
  );
  return rows;
}

/** What is written about a piece, as columns: experience has an end and a profession, the rest may expire. */
const factsOf = (draft: EvidenceDraft) => {
  const isExperience = draft.kind === "experience";
  return {
    kind: draft.kind,
    what: draft.what,
    issued_on: draft.issuedOn,
    expires_on: isExperience ? null : draft.expiresOn,
    until_on: isExperience ? draft.untilOn : null,
    profession_id: isExperience ? draft.professionId : null,
    seen_where: draft.seenWhere,
  };
};

/** Who checked it, as what, and how. */
export type Checked = { readonly check: CheckDraft; readonly by: Id; readonly as: DecidesAs };

const checkOf = ({ check, by, as }: Checked) => ({
  checked_on: check.checkedOn,
  checked_by: by,
  checked_as: as,
  how: check.how,
  source: check.source,
});

/** Evidence that the person hands in, with what it renews; `checked` where somebody who decides for them writes it down. */
export type NewEvidence = {
  readonly personId: Id;
  readonly draft: EvidenceDraft;
  readonly renewsId: Id | null;
  readonly checked: Checked | null;
};

/** Writes down evidence of one or many people, tied to requirements, with what was done: in as many statements for many as for one. */
export async function insertEvidence(
  work: Work,
  by: { readonly addedBy: Id; readonly authorityId: Id | null },
  pieces: readonly NewEvidence[],
): Promise<Id[]> {
  const organisation_id = work.organisationId;
  const rows = pieces.map((piece) => ({ ...piece, id: newId() }));
  if (rows.length === 0) return [];
  // A statement takes 65,535 values.
  for (let at = 0; at < rows.length; at += 1000)
    await work.tx
      .insertInto("evidence")
      .values(
        rows.slice(at, at + 1000).map(({ id, personId, draft, renewsId, checked }) => ({
          organisation_id,
          id,
          person_id: personId,
          added_by: by.addedBy,
          authority_id: by.authorityId,
          renews_id: renewsId,
          created_at: work.now,
          ...factsOf(draft),
          ...(checked === null ? {} : checkOf(checked)),
        })),
      )
      .execute();
  const tied = rows.flatMap(({ id, draft }) => [...new Set(draft.itemIds)].map((itemId) => ({ id, itemId })));
  await sql`insert into evidence_requirement (organisation_id, evidence_id, item_id)
    select ${organisation_id}, * from unnest(${tied.map(({ id }) => id)}::uuid[], ${tied.map(({ itemId }) => itemId)}::uuid[])`.execute(
    work.tx,
  );
  const ids = (of: readonly { readonly id: Id }[]) => of.map(({ id }) => id);
  const note = (kind: EventKind, evidenceIds: readonly Id[]) =>
    sql`insert into evidence_event (organisation_id, evidence_id, kind, person_id, at)
      select ${organisation_id}, x, ${kind}, ${by.addedBy}, ${work.now} from unnest(${[...evidenceIds]}::uuid[]) x`.execute(
      work.tx,
    );
  await note("added", ids(rows));
  await note("checked", ids(rows.filter(({ checked }) => checked !== null)));
  return ids(rows);
}

/** Ties it to these requirements too. */
export async function linkRequirements(work: Scope, evidenceId: Id, itemIds: readonly Id[]): Promise<void> {
  await sql`insert into evidence_requirement (organisation_id, evidence_id, item_id)
    select ${work.organisationId}, ${evidenceId}, x from unnest(${[...new Set(itemIds)]}::uuid[]) x
    on conflict do nothing`.execute(work.tx);
}

/** Ties it to these requirements and no others: only while nobody has checked it. */
export async function replaceRequirements(
  work: Scope,
  evidenceId: Id,
  itemIds: readonly Id[],
): Promise<void> {
  await work.tx
    .deleteFrom("evidence_requirement")
    .where("organisation_id", "=", work.organisationId)
    .where("evidence_id", "=", evidenceId)
    .execute();
  await linkRequirements(work, evidenceId, itemIds);
}

type Change =
  | { readonly draft: EvidenceDraft }
  | { readonly checked: Checked }
  | { readonly returnedOn: LocalDate }
  | { readonly withdrawnOn: LocalDate };

const changeOf = (change: Change) => {
  if ("draft" in change) return { ...factsOf(change.draft), returned_on: null };
  if ("checked" in change) return { ...checkOf(change.checked), returned_on: null };
  if ("returnedOn" in change) return { returned_on: change.returnedOn };
  return { withdrawn_on: change.withdrawnOn };
};

/** Changes a piece. Its person is held (`lockPeople`), so that nobody else does at the same time. */
export async function changeEvidence(work: Scope, evidenceId: Id, change: Change): Promise<void> {
  await work.tx
    .updateTable("evidence")
    .set((e) => ({ ...changeOf(change), revision: e("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", evidenceId)
    .execute();
}

/** The older piece gives way to a newer from a day; false when it isn't checked, or has ended already. */
export async function supersede(
  work: Scope,
  olderId: Id,
  newer: { readonly by: Id; readonly on: LocalDate },
): Promise<boolean> {
  const result = await work.tx
    .updateTable("evidence")
    .set((e) => ({ superseded_by: newer.by, superseded_on: newer.on, revision: e("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", olderId)
    .where("checked_on", "is not", null)
    .where("withdrawn_on", "is", null)
    .where("superseded_by", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What had given way to this piece holds again. */
export async function restoreOlder(work: Scope, newerId: Id): Promise<void> {
  await work.tx
    .updateTable("evidence")
    .set((e) => ({ superseded_by: null, superseded_on: null, revision: e("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("superseded_by", "=", newerId)
    .execute();
}

/** Writes down what somebody did with a piece, and said. */
export async function noteEvent(
  work: Work,
  evidenceId: Id,
  event: { readonly kind: EventKind; readonly by: Id; readonly words?: string },
): Promise<void> {
  await work.tx
    .insertInto("evidence_event")
    .values({
      organisation_id: work.organisationId,
      evidence_id: evidenceId,
      kind: event.kind,
      person_id: event.by,
      words: event.words ?? "",
      at: work.now,
    })
    .execute();
}
