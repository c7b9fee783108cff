/**
 * What reading in a staff file costs at the least: `COPY` into a staging table and the same merge in sets, written by hand for files of just this
 * kind, under the same constraints and row-level security. No preview, no questions, no faulty rows, no people known in other ways than by key.
 */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { LocalDate } from "../../src/shared/local-date.ts";

/** The staging table, outside what the program knows. Made by the superuser. */
export const STAGING = `
  create schema if not exists bench;
  drop table if exists bench.staged;
  create table bench.staged (
    number text primary key, person_key text, given_name text not null, family_name text not null, email text,
    unit_code text not null, unit_name text, manager_number text, title text not null, form text not null,
    extent numeric(5, 2) not null, valid_from date not null, last_day date, main text not null, leave_from date, leave_last date,
    unit_id uuid, profession_id uuid
  );
  grant usage on schema bench to vidga_app;
  grant select, insert, update, delete, truncate, maintain on bench.staged to vidga_app;`;

const COLUMNS =
  "number, person_key, given_name, family_name, email, unit_code, unit_name, manager_number, title, form, extent, valid_from, last_day, main, leave_from, leave_last";

const FORM = `case s.form when 'Tillsvidare' then 'permanent' when 'Visstid' then 'fixed-term' else 'hourly' end`;
const OPEN = `(e.valid_to is null or e.valid_to > $1)`;

/** \`$1\` is the day. */
const MERGE: readonly string[] = [
  `update bench.staged s set unit_id = u.id, profession_id = p.id
    from unit u, (select null::uuid as id, null as name union all select id, lower(name_sv) from profession) p
    where u.code = s.unit_code and (p.name = lower(s.title)
      or p.id is null and not exists (select from profession o where lower(o.name_sv) = lower(s.title))) and $1::date is not null`,
  `insert into person (organisation_id, id, person_key, given_name, family_name, email, closed_on)
    select app_organisation(), gen_random_uuid(), s.person_key, s.given_name, s.family_name, lower(s.email), s.last_day + 1 from bench.staged s
    where not exists (select from person p where p.person_key = s.person_key) and $1::date is not null`,
  `update person p set given_name = s.given_name, family_name = s.family_name, email = lower(s.email), revision = p.revision + 1
    from bench.staged s where p.person_key = s.person_key and $1::date is not null
      and (p.given_name, p.family_name, p.email) is distinct from (s.given_name, s.family_name, lower(s.email))`,
  `with fresh as (
     insert into employment (organisation_id, id, person_id, number, valid_from, valid_to)
     select app_organisation(), gen_random_uuid(), p.id, s.number, s.valid_from, s.last_day + 1
     from bench.staged s join person p on p.person_key = s.person_key
     where not exists (select from employment e where e.number = s.number) and $1::date is not null
     returning id, person_id, number, valid_from, valid_to
   ), period as (
     insert into employment_period (organisation_id, employment_id, person_id, unit_id, profession_id, title, form, extent, is_main, valid_from, valid_to)
     select app_organisation(), e.id, e.person_id, s.unit_id, s.profession_id, s.title, ${FORM}, s.extent, s.main = 'J', e.valid_from, e.valid_to
     from fresh e join bench.staged s using (number)
   )
   insert into leave_period (organisation_id, employment_id, valid_from, valid_to)
   select app_organisation(), e.id, s.leave_from, s.leave_last + 1 from fresh e join bench.staged s using (number) where s.leave_from is not null`,
  `with changed as (
     update employment_period l set valid_to = $1
     from employment e join bench.staged s using (number)
     where l.employment_id = e.id and ${OPEN} and (l.valid_to is null or l.valid_to > $1) and l.valid_from < $1
       and (l.unit_id, l.profession_id, l.title, l.form, l.extent, l.is_main)
         is distinct from (s.unit_id, s.profession_id, s.title, ${FORM}, s.extent, s.main = 'J')
     returning e.id, e.person_id, e.valid_to, s.unit_id, s.profession_id, s.title, ${FORM} as form, s.extent, s.main
   )
   insert into employment_period (organisation_id, employment_id, person_id, unit_id, profession_id, title, form, extent, is_main, valid_from, valid_to)
   select app_organisation(), id, person_id, unit_id, profession_id, title, form, extent, main = 'J', $1, valid_to from changed`,
  `with gone as (
     update employment e set valid_to = $1 where ${OPEN} and not exists (select from bench.staged s where s.number = e.number)
     returning e.id, e.person_id
   ), period as (
     update employment_period l set valid_to = $1 from gone where l.employment_id = gone.id and (l.valid_to is null or l.valid_to > $1)
   ), away as (
     update leave_period l set valid_to = $1 from gone where l.employment_id = gone.id and (l.valid_to is null or l.valid_to > $1)
   )
   update person p set closed_on = $1 from gone where p.id = gone.person_id`,
  // A placement ends with the profession, or with the employment.
  `update placement p set valid_to = $1, ended_because = case when w.closed_on is null then 'profession' else 'left' end
    from career_model m, person w
    where m.id = p.model_id and w.id = p.person_id and p.valid_to is null and not exists (
      select from employment_period e where e.person_id = p.person_id and e.profession_id = m.profession_id
        and e.valid_from <= $1 and (e.valid_to is null or e.valid_to > $1))`,
  `with manages as (select distinct manager_number as number from bench.staged where manager_number is not null),
   says as (
     select s.unit_id, s.manager_number as number from bench.staged s where s.manager_number is not null
       and not exists (select from manages m where m.number = s.number)
     union
     select unit_id, min(number) from bench.staged group by unit_id having count(*) = 1
   ), named as (
     select y.unit_id, e.person_id from says y join employment e on e.number = y.number
   ), ended as (
     update unit_manager u set valid_to = $1 from named n
     where u.unit_id = n.unit_id and u.valid_to is null and u.person_id <> n.person_id and u.valid_from < $1
   )
   insert into unit_manager (organisation_id, unit_id, person_id, valid_from, from_file)
   select app_organisation(), n.unit_id, n.person_id, $1, true from named n
   where not exists (select from unit_manager u where u.unit_id = n.unit_id and u.person_id = n.person_id and u.valid_to is null)`,
];

/** Reads the file in for the organisation, as of the day. The connection is still open, for its CPU time to be read; the caller ends it. */
export async function readInByHand(
  url: string,
  organisationId: string,
  file: string,
  day: LocalDate,
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set statement_timeout = 0; set jit = off; set enable_nestloop = off");
  await client.query("begin");
  await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
  await client.query("truncate bench.staged");
  const sink = client.query(
    copyFrom(`copy bench.staged (${COLUMNS}) from stdin with (format csv, header, delimiter ';')`),
  );
  await pipeline(createReadStream(file), sink);
  await client.query("analyze bench.staged");
  for (const statement of MERGE) await client.query(statement, [day]);
  await client.query("commit");
  return client;
}
