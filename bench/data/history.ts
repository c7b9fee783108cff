/**
 * Five years of an organisation's staff as they would have left them behind: people, their employments with the moves, the managers, placements with
 * answers, and measurements frozen on their days.
 */
import { sql } from "kysely";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { work, type Work, type Workshop } from "../../src/platform/database/work.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { addDays, addMonths, type LocalDate } from "../../src/shared/local-date.ts";
import { BUILT_ON, type Size } from "../sizes.ts";
import { fill } from "./fill.ts";
import { named, sure, type Bare } from "./organisation.ts";
import { employee, managerOf, scattered, teamUnit, type Employee } from "./staff.ts";

/** One in so many of those who have worked here has left. */
const LEFT = 11;
/** One in so many has a second employment, in the unit beside. */
const SECOND = 10;
const YEARS_DAYS = 1_826;

type Person = Employee & { readonly id: Id; readonly left: LocalDate | null };
type Period = {
  readonly employmentId: Id;
  readonly person: Person;
  readonly number: string;
  readonly unit: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly main: boolean;
};

/** Gives the organisation its staff and their history. */
export async function makeHistory(workshop: Workshop, bare: Bare, size: Size): Promise<void> {
  const { slug } = bare.tenant;
  const built = { ...workshop, clock: () => new Date(`${BUILT_ON}T08:00:00Z`) };
  await work(built, { slug, actor: null }, async (unit) => {
    await sql`set local statement_timeout = 0`.execute(unit.tx);
    const people = makePeople(size);
    await addPeople(unit, people);
    await addEmployments(unit, bare, people, size);
    await addManagers(unit, bare, people, size);
    await makePlacements(unit, size);
  });
}

/** Freezes the measurements, each on its day, the latest a month ago. */
export async function makeMeasurements(workshop: Workshop, bare: Bare, size: Size): Promise<void> {
  for (let back = size.measurements - 1; back >= 0; back -= 1) {
    const day = addMonths(BUILT_ON, -1 - 4 * back);
    const then = { ...workshop, clock: () => new Date(`${day}T08:00:00Z`) };
    await work(then, { slug: bare.tenant.slug, actor: named("process_lead") }, async (unit) =>
      sure(await freezeMeasurement(unit)),
    );
  }
}

/** Those who are here, then those who have left. */
function makePeople(size: Size): Person[] {
  const all = size.people + Math.round(size.people / (LEFT - 1));
  return Array.from({ length: all }, (_, index) => ({
    ...employee(index, size, BUILT_ON),
    id: newId(),
    left: index < size.people ? null : addDays(BUILT_ON, -30 - scattered(index, 30, 600)),
  }));
}

async function addPeople(unit: Work, people: readonly Person[]): Promise<void> {
  await fill(unit, "person", {
    id: ["uuid", people.map(({ id }) => id)],
    person_key: ["text", people.map(({ personKey }) => personKey)],
    given_name: ["text", people.map(({ givenName }) => givenName)],
    family_name: ["text", people.map(({ familyName }) => familyName)],
    email: ["text", people.map(({ email }) => email)],
    closed_on: ["date", people.map(({ left }) => left)],
  });
}

async function addEmployments(unit: Work, bare: Bare, people: readonly Person[], size: Size): Promise<void> {
  const periods = people.flatMap((person) => periodsOf(person, size));
  const last = periods.filter((period, at) => periods[at + 1]?.employmentId !== period.employmentId);
  await fill(unit, "employment", {
    id: ["uuid", last.map(({ employmentId }) => employmentId)],
    person_id: ["uuid", last.map(({ person }) => person.id)],
    number: ["text", last.map(({ number }) => number)],
    valid_from: ["date", last.map(({ person }) => person.from)],
    valid_to: ["date", last.map(({ to }) => to)],
  });
  await fill(unit, "employment_period", {
    employment_id: ["uuid", periods.map(({ employmentId }) => employmentId)],
    person_id: ["uuid", periods.map(({ person }) => person.id)],
    unit_id: ["uuid", periods.map((period) => bare.unitIds[period.unit])],
    profession_id: ["uuid", periods.map(({ person }) => bare.professionIds[person.profession ?? -1] ?? null)],
    title: ["text", periods.map(({ person }) => person.title)],
    form: ["text", periods.map(({ person }) => person.form)],
    extent: ["numeric", periods.map(({ person, main }) => (main ? person.extent : 25))],
    is_main: ["boolean", periods.map(({ main }) => main)],
    valid_from: ["date", periods.map(({ from }) => from)],
    valid_to: ["date", periods.map(({ to }) => to)],
  });
  const away = last.flatMap(({ employmentId, person }) =>
    person.leave && person.left === null ? [{ employmentId, ...person.leave }] : [],
  );
  await fill(unit, "leave_period", {
    employment_id: ["uuid", away.map(({ employmentId }) => employmentId)],
    valid_from: ["date", away.map(({ from }) => from)],
    valid_to: ["date", away.map(({ to }) => to)],
  });
}

/** Three periods in five years, in two other units before the present one; and the second employment of those who have one. */
function periodsOf(person: Person, size: Size): Period[] {
  const moves = [1, 2].map((turn) =>
    addDays(BUILT_ON, -YEARS_DAYS + turn * 500 + scattered(person.index, 31, 200)),
  );
  const ends = person.left ?? person.to;
  const elsewhere = (salt: number): number => scattered(person.index, salt, size.units - 1);
  const main = newId();
  const of = { employmentId: main, person, number: person.number, main: true };
  const days = [person.from, ...moves, ends];
  const units = [elsewhere(32), elsewhere(33), person.unit];
  const periods = units.map((unit, at): Period => ({
    ...of,
    unit,
    from: days[at] ?? person.from,
    to: days[at + 1] ?? null,
  }));
  if (person.index % SECOND !== 0) return periods;
  const second = {
    ...of,
    employmentId: newId(),
    number: `${person.number}-2`,
    main: false,
    from: person.from,
    to: ends,
  };
  return [...periods, { ...second, unit: elsewhere(34) }];
}

async function addManagers(unit: Work, bare: Bare, people: readonly Person[], size: Size): Promise<void> {
  const managed = bare.unitIds.map((unitId, at) => ({ unitId, person: people[managerOf(at, size)] }));
  await fill(unit, "unit_manager", {
    unit_id: ["uuid", managed.map(({ unitId }) => unitId)],
    person_id: ["uuid", managed.map(({ person }) => person?.id)],
    valid_from: ["date", managed.map(({ person }) => person?.from)],
    from_file: ["boolean", managed.map(() => true)],
  });
  // The pages that are measured: the manager of the team, and the last of its members.
  const team = people.filter((person) => person.unit === teamUnit(size) && person.left === null);
  const signedIn = [team[0], team.at(-1)].flatMap((person) => person ?? []);
  await fill(unit, "account", {
    id: ["uuid", signedIn.map(() => newId())],
    person_id: ["uuid", signedIn.map(({ id }) => id)],
    username: ["text", ["manager", "employee"]],
    display_name: ["text", signedIn.map(({ givenName, familyName }) => `${givenName} ${familyName}`)],
  });
}

/**
 * Most of those in a profession with a model are placed: first at its first level and since a year or two at the second. Decided by whoever
 * manages the unit, or the first other one; most have answered.
 */
export async function makePlacements(
  unit: Pick<Work, "tx" | "organisationId">,
  { placedOfTen }: Pick<Size, "placedOfTen">,
): Promise<void> {
  const { tx, organisationId } = unit;
  await sql`
    with place as (
      select m.id as model_id, m.profession_id, v.id as version_id,
        array_agg(l.level_id order by l.position) as level_ids, v.in_force_from
      from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
      join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id
      where m.organisation_id = ${organisationId} group by 1, 2, 3, v.in_force_from
    ), manager as (
      select unit_id, person_id from unit_manager where organisation_id = ${organisationId} and valid_to is null
    ), anybody as (
      select person_id from unit_manager where organisation_id = ${organisationId} order by person_id limit 2
    ), placed as (
      select distinct on (e.person_id) e.person_id, e.unit_id, e.valid_to, place.*,
        greatest(m.valid_from, place.in_force_from) + 30 + abs(hashtext(m.number)) % 700 as first_day,
        coalesce(nullif(w.person_id, e.person_id), (select min(a.person_id::text)::uuid from anybody a where a.person_id <> e.person_id)) as decided_by
      from employment_period e
      join employment m on m.organisation_id = e.organisation_id and m.id = e.employment_id
      join place on place.profession_id = e.profession_id
      left join manager w on w.unit_id = e.unit_id
      where e.organisation_id = ${organisationId} and e.is_main and abs(hashtext(m.number || 'placed')) % 10 < ${placedOfTen}
      order by e.person_id, e.valid_from desc
    ), step as (
      select *, first_day as valid_from, first_day + 500 as valid_to_day, level_ids[1] as level_id, 'moved' as because from placed
      union all
      select *, first_day + 500, valid_to, level_ids[2], case when valid_to < current_date then 'left' end from placed
    )
    insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, valid_from, valid_to, dialogue_on, basis,
      motivation, decided_by, decided_as, unit_id, ended_because, created_at)
    select ${organisationId}, gen_random_uuid(), person_id, model_id, version_id, level_id, valid_from, valid_to_day, valid_from,
      case because when 'moved' then 'first-introduction' else 'development-talk' end,
      'Vi gick igenom modellen tillsammans och är överens om placeringen.', decided_by, 'manager', unit_id, because, valid_from
    from step where valid_to_day is null or valid_to_day > valid_from`.execute(tx);
  await sql`
    insert into placement_response (organisation_id, id, placement_id, kind, at)
    select organisation_id, gen_random_uuid(), id, 'acknowledged', valid_from + 3 from placement
    where organisation_id = ${organisationId} and abs(hashtext(id::text)) % 5 > 0`.execute(tx);
}
