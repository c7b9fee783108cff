/** SQL of what the catalogue offers to plans: its entries in use, and how many places of each year are taken (MOD-13, PLN-1). */
import { sql } from "kysely";
import type { EntryKind } from "../catalogue/rules.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { placesLeft } from "./plan.rules.ts";

/** An entry in use. A place is a seat: whoever takes it is counted and never told, those with protected identity too. */
export type Offer = {
  readonly id: Id;
  readonly name: string;
  readonly kind: EntryKind;
  /** Places a year; null is any number. */
  readonly places: number | null;
  /** How many are taken, by year, from this year on. */
  readonly taken: Readonly<Record<string, number>>;
  /** Is it a way to what was asked about? */
  readonly leadsThere: boolean;
};

/** What is asked about: a requirement or a level. */
export type Wanted = { readonly modelId: Id; readonly levelId: Id; readonly itemId: Id | null };

/** More than these aren't chosen among in one list. */
const MOST = 500;

/** All that is in use, what leads to `wanted` first, by name. */
export async function offers(
  work: Pick<Work, "tx" | "organisationId" | "today">,
  wanted: Wanted | null,
): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select e.id, e.name, e.kind, e.places, coalesce(t.taken, '{}') as taken, exists (
      select from catalogue_tie w where w.organisation_id = e.organisation_id and w.entry_id = e.id and w.model_id = ${wanted?.modelId ?? null}::uuid
        and w.target_id in (${wanted?.levelId ?? null}::uuid, ${wanted?.itemId ?? null}::uuid)) as "leadsThere"
    from catalogue_entry e left join (
      select entry_id, jsonb_object_agg(place_year, n) as taken from (
        select entry_id, place_year, count(*)::int as n from plan_activity
        where organisation_id = ${work.organisationId} and entry_id is not null and state <> 'not-done' and place_year >= ${Number(work.today.slice(0, 4))}
        group by 1, 2) y group by 1
    ) t on t.entry_id = e.id
    where e.organisation_id = ${work.organisationId} and (e.retired_on is null or e.retired_on > ${work.today})
    order by "leadsThere" desc, e.name collate "sv-SE-x-icu", e.id limit ${MOST}`.execute(work.tx);
  return rows;
}

/** An entry as activities take places of it. */
export type HeldEntry = {
  readonly id: Id;
  readonly name: string;
  readonly places: number | null;
  readonly retiredOn: LocalDate | null;
};

/** Holds these entries for the rest of the transaction, so that two who would take the last place take turns. What isn't there is absent. */
export async function holdEntries(
  work: Pick<Work, "tx" | "organisationId">,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, HeldEntry>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<HeldEntry>`
    select id, name, places, retired_on as "retiredOn" from catalogue_entry
    where organisation_id = ${work.organisationId} and ${among("id", ids)} order by id for no key update`.execute(
    work.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many places of the entry are left each of these years; null is any number. The caller holds it. */
export async function leftOf(
  work: Pick<Work, "tx" | "organisationId">,
  { id, places }: Pick<HeldEntry, "id" | "places">,
  year: number,
): Promise<number | null> {
  if (places === null) return null;
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken from plan_activity
    where organisation_id = ${work.organisationId} and entry_id = ${id} and place_year = ${year} and state <> 'not-done'`.execute(
    work.tx,
  );
  return placesLeft(places, rows[0]?.taken ?? 0);
}

/** Those of these people who have the entry in their plan: to come or under way whenever, or done with a place of the year. */
export async function alreadyWith(
  work: Pick<Work, "tx" | "organisationId">,
  entryId: Id,
  { personIds, year }: { readonly personIds: readonly Id[]; readonly year: number },
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ personId: Id }>`
    select distinct person_id as "personId" from plan_activity
    where organisation_id = ${work.organisationId} and entry_id = ${entryId} and ${among("person_id", personIds)}
      and (state in ('planned', 'under-way') or (state = 'done' and place_year = ${year}))`.execute(work.tx);
  return new Set(rows.map(({ personId }) => personId));
}
