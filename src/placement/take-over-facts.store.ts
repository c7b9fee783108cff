/** SQL about what a take-over is held against (INT-4): people, models, titles and the placements that are there. A fixed number of statements. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import { holds, type DateRange } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { localTitles, type LocalTitle } from "../career-model/local-title.store.ts";
import { professions } from "../organisation/store.ts";
import { authorities, placementModels, type NamedLevel } from "./store.ts";
import type { TakeOverModel } from "./take-over-place.rules.ts";
import { stretchOn, type StandingPlacement, type StatedEmployee } from "./take-over.rules.ts";

/** The models with a version in force today, with what files call them. */
export async function takeOverModels(work: Work): Promise<TakeOverModel[]> {
  const all = await professions(work);
  const titles = await localTitles(work);
  const models = await placementModels(
    work,
    all.map(({ id }) => id),
  );
  return models.flatMap((model): TakeOverModel[] => {
    const { modelId, professionId, nameSv, nameEn, slug, versions } = model;
    const version = versions.find((each) => holds(each, work.today));
    const profession = all.find(({ id }) => id === professionId);
    if (!version || !profession) return [];
    const former = versions
      .filter((each) => each !== version)
      .flatMap(({ levels }): NamedLevel[] => [...levels]);
    return [
      {
        modelId,
        professionId,
        versionId: version.versionId,
        nameSv,
        otherNames: [nameEn, slug, profession.nameSv, profession.nameEn, ...profession.titles],
        levels: version.levels,
        formerLevels: former,
        titles: titles.filter((title: LocalTitle) => title.modelId === modelId),
      },
    ];
  });
}

type PeriodRow = DateRange & {
  readonly employmentId: Id;
  readonly personId: Id;
  readonly professionId: Id;
  readonly unitId: Id;
};

/** Those whose employments have these numbers, with all that they work as today. */
export async function employeesByNumber(
  work: Work,
  numbers: readonly string[],
): Promise<Map<string, StatedEmployee>> {
  const { rows: employments } = await sql<DateRange & { number: string; id: Id; personId: Id }>`
    select number, id, person_id as "personId", valid_from as "from", valid_to as "to" from employment
    where organisation_id = ${work.organisationId} and number = any(${[...new Set(numbers)]}::text[])`.execute(
    work.tx,
  );
  const personIds = [...new Set(employments.map(({ personId }) => personId))];
  const { rows } = await sql<PeriodRow>`
    select employment_id as "employmentId", person_id as "personId", profession_id as "professionId", unit_id as "unitId",
      valid_from as "from", valid_to as "to"
    from employment_period
    where organisation_id = ${work.organisationId} and person_id = any(${personIds}::uuid[]) and profession_id is not null
    order by is_main desc, valid_from, id`.execute(work.tx);
  const authorityOf = await authorities(
    work,
    rows.map(({ unitId }) => unitId),
  );
  const periodsOf = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    employments.map(({ number, id, personId, from, to }) => {
      const periods = periodsOf.get(personId) ?? [];
      const present = periods.filter((period) => holds(period, work.today));
      const ownFirst = present.toSorted(
        (a, b) => Number(b.employmentId === id) - Number(a.employmentId === id),
      );
      const works = ownFirst.map(({ professionId, unitId }) => {
        const authorityId = authorityOf.get(unitId) ?? null;
        const within = periods.filter(
          (period) =>
            period.professionId === professionId && (authorityOf.get(period.unitId) ?? null) === authorityId,
        );
        return { professionId, unitId, authorityId, since: stretchOn(within, work.today) };
      });
      return [number, { personId, employment: { from, to }, works }];
    }),
  );
}

/** The placements of these people that count, by person. */
export async function standingPlacements(
  work: Work,
  personIds: readonly Id[],
): Promise<Map<Id, StandingPlacement[]>> {
  const { rows } = await sql<StandingPlacement & { personId: Id }>`
    select p.person_id as "personId", p.model_id as "modelId", p.level_id as "levelId", p.track_id as "trackId", l.name as level,
      t.name as track, p.authority_id as "authorityId", p.valid_from as "from", p.valid_to as "to"
    from placement p
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
    where p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[]) and not p.corrected
    order by p.valid_from desc`.execute(work.tx);
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** The titles of those who work today in a profession that has a model, by employment number: of several, that of the main one. */
export async function titlesAtWork(
  work: Work,
  professionIds: readonly Id[],
): Promise<{ number: string; title: string; professionId: Id; protectedIdentity: boolean }[]> {
  const { rows } = await sql<{
    number: string;
    title: string;
    professionId: Id;
    protectedIdentity: boolean;
  }>`
    select distinct on (x.person_id, x.profession_id) e.number, x.title, x.profession_id as "professionId",
      p.protected_identity as "protectedIdentity"
    from employment_period x
    join employment e on e.organisation_id = x.organisation_id and e.id = x.employment_id
    join person p on p.organisation_id = x.organisation_id and p.id = x.person_id
    where x.organisation_id = ${work.organisationId} and x.profession_id = any(${[...professionIds]}::uuid[]) and x.title <> ''
      and x.valid_from <= ${work.today} and (x.valid_to is null or x.valid_to > ${work.today})
    order by x.person_id, x.profession_id, x.is_main desc, e.number`.execute(work.tx);
  return rows;
}
