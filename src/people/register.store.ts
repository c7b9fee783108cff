/** All SQL of what the staff register says of people: a unit's staff, one person, and the search. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { DateRange, LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId" | "today">;

export const PAGE_SIZE = 50;

export type EmploymentForm = "permanent" | "fixed-term" | "hourly";

/** What an employment is in some days: where, as what, how much. */
export type Period = DateRange & {
  readonly number: string;
  readonly unitId: Id;
  readonly unitName: string;
  readonly professionSv: string | null;
  readonly professionEn: string | null;
  readonly title: string;
  readonly form: EmploymentForm;
  /** Per cent of full time. */
  readonly extent: number;
  readonly isMain: boolean;
  /** On leave today: never why. */
  readonly onLeave: boolean;
};

export type Listed = {
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly protectedIdentity: boolean;
  readonly periods: readonly Period[];
};

/** A page of a list, and how many people the whole list has. */
export type Listing = { readonly people: readonly Listed[]; readonly total: number };

/** Whom a list may name among those with protected identity (ORG-7), and anybody whom it leaves out. */
export type Visible = {
  /** The manager who acts for the unit sees all of its people. */
  readonly all: boolean;
  /** The reader, who always sees themself. */
  readonly self: Id | null;
  /** The reader as named HR handler. */
  readonly handler: Id | null;
  /** A deputy acts for the staff, not for the manager. */
  readonly without: Id | null;
};

const visible = (who: Visible): RawBuilder<boolean> => sql`
  (${who.all}::boolean or not p.protected_identity or p.id = ${who.self}::uuid or p.protected_handler_id = ${who.handler}::uuid)
  and p.id is distinct from ${who.without}::uuid`;

/** The rows of `employment_period e` as periods, in the order in which they are read. */
const periods = (today: LocalDate): RawBuilder<readonly Period[]> => sql`
  jsonb_agg(jsonb_build_object('number', m.number, 'unitId', e.unit_id, 'unitName', u.name,
    'professionSv', f.name_sv, 'professionEn', f.name_en, 'title', e.title, 'form', e.form, 'extent', e.extent,
    'isMain', e.is_main, 'from', e.valid_from, 'to', e.valid_to,
    'onLeave', exists (select from leave_period l where l.organisation_id = e.organisation_id and l.employment_id = e.employment_id
      and e.valid_from <= ${today} and (e.valid_to is null or e.valid_to > ${today})
      and l.valid_from <= ${today} and (l.valid_to is null or l.valid_to > ${today}))
  ) order by e.valid_from desc, e.is_main desc, m.number)`;

const joins = sql`
  join employment m on m.organisation_id = e.organisation_id and m.id = e.employment_id
  join unit u on u.organisation_id = e.organisation_id and u.id = e.unit_id
  left join profession f on f.organisation_id = e.organisation_id and f.id = e.profession_id`;

/** Words that a name must hold, as LIKE patterns. */
const patterns = (q: string): string[] =>
  q
    .toLocaleLowerCase("sv")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/** Who works in the unit today, by name in Swedish order; `q` filters by name, `professionId` by profession. Pages count from 1. */
export async function staffOf(
  work: Scope,
  unitId: Id,
  filter: { q: string; professionId: Id | null; page: number; size?: number },
  who: Visible,
): Promise<Listing> {
  const { page, size = PAGE_SIZE } = filter;
  const { rows } = await sql<Listed & { total: number }>`
    with page as (
      select p.id, p.given_name, p.family_name, p.protected_identity, count(*) over () as total,
        row_number() over (order by p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", p.id) as place
      from person p
      where p.organisation_id = ${work.organisationId} and ${visible(who)}
        and (p.closed_on is null or p.closed_on > ${work.today})
        and lower(p.given_name || ' ' || p.family_name) like all (${patterns(filter.q)}::text[])
        and exists (select from employment_period e
          where e.organisation_id = p.organisation_id and e.person_id = p.id and e.unit_id = ${unitId}
            and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})
            and (${filter.professionId}::uuid is null or e.profession_id = ${filter.professionId}::uuid))
      order by place limit ${size} offset ${(page - 1) * size}
    )
    select page.id as "personId", page.given_name as "givenName", page.family_name as "familyName",
      page.protected_identity as "protectedIdentity", page.total, ${periods(work.today)} as periods
    from page
    join employment_period e on e.organisation_id = ${work.organisationId} and e.person_id = page.id and e.unit_id = ${unitId}
      and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})
    ${joins}
    group by page.id, page.given_name, page.family_name, page.protected_identity, page.total, page.place
    order by page.place`.execute(work.tx);
  return { people: rows.map(withoutTotal), total: rows[0]?.total ?? 0 };
}

const withoutTotal = ({ total: _total, ...person }: Listed & { total: number }): Listed => person;

/** Everyone with an open record whose name holds all the words, or whose e-mail or employment number is `q`, with today's employments. */
export async function searchPeople(
  work: Scope,
  q: string,
  { page, size }: { readonly page: number; readonly size: number },
  who: Visible,
): Promise<Listing> {
  const { rows } = await sql<Listed & { total: number }>`
    with page as (
      select p.id, p.given_name, p.family_name, p.protected_identity, count(*) over () as total,
        row_number() over (order by p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", p.id) as place
      from person p
      where p.organisation_id = ${work.organisationId} and ${visible(who)}
        and (p.closed_on is null or p.closed_on > ${work.today})
        and (lower(p.given_name || ' ' || p.family_name) like all (${patterns(q)}::text[])
          or lower(p.email) = lower(${q})
          or exists (select from employment m where m.organisation_id = p.organisation_id and m.person_id = p.id and m.number = ${q}))
      order by place limit ${size} offset ${(page - 1) * size}
    )
    select page.id as "personId", page.given_name as "givenName", page.family_name as "familyName",
      page.protected_identity as "protectedIdentity", page.total,
      coalesce((select ${periods(work.today)} from employment_period e ${joins}
        where e.organisation_id = ${work.organisationId} and e.person_id = page.id
          and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})), '[]') as periods
    from page order by page.place`.execute(work.tx);
  return { people: rows.map(withoutTotal), total: rows[0]?.total ?? 0 };
}

export type Registered = Listed & {
  readonly email: string | null;
  /** The named HR handler's name, for a person with protected identity. */
  readonly handlerName: string | null;
  readonly revision: number;
};

/** What the register says of one person, with every employment there has been or will be. */
export async function registeredPerson(work: Scope, personId: Id): Promise<Registered | undefined> {
  const { rows } = await sql<Registered>`
    select p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.email,
      p.protected_identity as "protectedIdentity", h.given_name || ' ' || h.family_name as "handlerName", p.revision,
      coalesce((select ${periods(work.today)} from employment_period e ${joins}
        where e.organisation_id = p.organisation_id and e.person_id = p.id), '[]') as periods
    from person p
    left join person h on h.organisation_id = p.organisation_id and h.id = p.protected_handler_id
    where p.organisation_id = ${work.organisationId} and p.id = ${personId}`.execute(work.tx);
  return rows[0];
}

/** Sets or lifts the mark of protected identity (ORG-7). False when the person is no longer at `revision`. */
export async function saveProtection(
  work: Scope,
  person: { personId: Id; revision: number; protectedIdentity: boolean; handlerId: Id | null },
): Promise<boolean> {
  const result = await work.tx
    .updateTable("person")
    .set({
      protected_identity: person.protectedIdentity,
      protected_handler_id: person.handlerId,
      revision: person.revision + 1,
    })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", person.personId)
    .where("revision", "=", person.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What has been read about a person (PRV-1). */
export type ReadAbout = {
  readonly id: number;
  readonly at: Date;
  /** Who read; null when the reader has protected identity themself. */
  readonly reader: string | null;
  readonly what: string;
  readonly basis: string;
  readonly reason: string | null;
};

/** What others have read about the person, the latest first by when it was read, a page at a time from 1 of `size`. Asked together with more, `at` is a text. */
export const readsOf = (
  work: Pick<Work, "organisationId">,
  personId: Id,
  page: number,
  size: number,
): RawBuilder<ReadAbout> => sql<ReadAbout>`
    select l.id, l.at, case when p.protected_identity then null else a.display_name end as reader,
      l.what, l.basis, l.reason
    from (select entry_id from access_log_about
      where organisation_id = ${work.organisationId} and person_id = ${personId}
      order by at desc, entry_id desc limit ${size} offset ${(page - 1) * size}) r
    join access_log l on l.organisation_id = ${work.organisationId} and l.id = r.entry_id
    join account a on a.organisation_id = l.organisation_id and a.id = l.account_id
    left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    order by l.at desc, l.id desc`;

/** The same, asked by itself. */
export const readsAbout = async (
  work: Scope,
  personId: Id,
  page: number,
  size: number,
): Promise<readonly ReadAbout[]> => (await readsOf(work, personId, page, size).execute(work.tx)).rows;

/** How many times others have read about the person. */
export async function countReadsAbout(work: Scope, personId: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from access_log_about
    where organisation_id = ${work.organisationId} and person_id = ${personId}`.execute(work.tx);
  return rows[0]?.count ?? 0;
}
