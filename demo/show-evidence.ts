/**
 * Evidence as employers have it: managers have looked up licences in HOSP and seen degrees and courses; some courses have expired or expire soon, and a few papers were never
 * shown. In the first unit somebody waits for a check, and somebody was asked for more.
 */
import { sql } from "kysely";
import { addEvidence } from "../src/evidence/add-evidence.ts";
import { returnEvidence } from "../src/evidence/check-evidence.ts";
import { recordEvidence, type ToRecord } from "../src/evidence/record-evidence.ts";
import { requirements, type Requirement } from "../src/evidence/store.ts";
import { unitOn } from "../src/organisation/store.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, addMonths } from "../src/shared/local-date.ts";
import type { FileToKeep } from "../src/evidence/keep-files.ts";
import { sure } from "./making.ts";
import { paperAsPdf, paperAsPng } from "./papers.ts";
import { managerActor, oneself } from "./place-staff.ts";

type Placed = {
  readonly personId: Id;
  readonly professionId: Id;
  /** 0 is the innermost level. */
  readonly level: number;
  readonly since: string;
  /** May somebody be them in the demo? */
  readonly account: boolean;
};
type Team = { readonly unitId: Id; readonly managerId: Id; readonly people: readonly Placed[] };

/** `papers`: does the organisation keep files of certificates? */
export async function showEvidence(workshop: Workshop, tenant: Tenant, papers: boolean): Promise<void> {
  const as = (personId: Id) => ({ slug: tenant.slug, actor: oneself(tenant, personId) });
  const teams = await work(workshop, { slug: tenant.slug, actor: null }, placedTeams);
  for (const [index, team] of teams.entries()) {
    const manager = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
      managerActor(unit, team.managerId),
    );
    if (!manager) continue;
    await work(workshop, { slug: tenant.slug, actor: manager }, async (unit) =>
      sure(await recordEvidence(unit, { unitId: team.unitId, rows: await shownIn(unit, team) })),
    );
    const [first, second] = team.people
      .filter(({ account }) => account)
      .toSorted((a, b) => (a.since < b.since ? 1 : -1));
    if (index > 0 || !first || !second) continue;
    const handIn = (personId: Id, what: string, seenWhere: string, files: readonly FileToKeep[] = []) =>
      work(workshop, as(personId), async (unit) =>
        sure(
          await addEvidence(unit, {
            personId,
            draft: { ...PAPER, kind: "course", what, issuedOn: addMonths(unit.today, -2), seenWhere },
            check: null,
            renewsId: null,
            files,
          }),
        ),
      );
    await handIn(
      first.personId,
      "Handledarutbildning, 7,5 hp",
      "Intyget finns i original, jag tar med det till samtalet.",
      papers
        ? [
            { name: "handledarutbildning.pdf", bytes: paperAsPdf(SUPERVISION) },
            { name: "diplom.png", bytes: paperAsPng() },
          ]
        : [],
    );
    const evidenceId = await handIn(
      second.personId,
      "Motiverande samtal, steg 1",
      "Intyget ligger i min pärm.",
    );
    const words = "Kan du be om ett intyg som visar hur många timmar kursen var? På det här står bara datum.";
    await work(workshop, { slug: tenant.slug, actor: manager }, async (unit) =>
      sure(await returnEvidence(unit, { personId: second.personId, evidenceId, revision: 1, words })),
    );
  }
}

/** Those who are placed, by the unit whose manager has seen their papers. */
async function placedTeams(unit: Work): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select e.unit_id as "unitId", m.person_id as "managerId", jsonb_agg(distinct jsonb_build_object('personId', p.person_id,
      'professionId', e.profession_id, 'account', exists (select from account a where a.organisation_id = p.organisation_id and a.person_id = p.person_id), 'since', (select min(f.valid_from) from employment_period f
        where f.organisation_id = p.organisation_id and f.person_id = p.person_id),
      'level', (select count(*) from version_level v where v.organisation_id = l.organisation_id and v.version_id = l.version_id
        and v.position < l.position))) as people
    from placement p
    join career_model c on c.organisation_id = p.organisation_id and c.id = p.model_id
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    join employment_period e on e.organisation_id = p.organisation_id and e.person_id = p.person_id and e.profession_id = c.profession_id
      and e.valid_from <= ${unit.today} and (e.valid_to is null or e.valid_to > ${unit.today})
    join unit_manager m on m.organisation_id = e.organisation_id and m.unit_id = e.unit_id and m.person_id <> p.person_id
      and m.valid_from <= ${unit.today} and (m.valid_to is null or m.valid_to > ${unit.today})
    where p.organisation_id = ${unit.organisationId} and not p.corrected and p.valid_from <= ${unit.today}
      and (p.valid_to is null or p.valid_to > ${unit.today})
    group by p.organisation_id, e.unit_id, m.person_id order by (select u.code from unit u where u.organisation_id = p.organisation_id and u.id = e.unit_id)`.execute(
    unit.tx,
  );
  return rows;
}

/** What the manager has seen or looked up: the papers of one's own level and those within it, nearly all of them. */
async function shownIn(unit: Work, team: Team): Promise<ToRecord[]> {
  const path = (await unitOn(unit, team.unitId, unit.today))?.path ?? [];
  const professionIds = [...new Set(team.people.map(({ professionId }) => professionId))];
  const asked = await requirements(unit, { professionIds, unitIds: path, itemIds: [] });
  return team.people.flatMap(({ personId, professionId, level, since }, turn) => {
    const rescue = turn % 3 === 0 ? [{ personId, ...rescueCourse(unit.today, turn) }] : [];
    const own = asked.filter((each) => each.professionId === professionId);
    const levels = [...new Set(own.map((each) => each.level))];
    const papers = own.flatMap((each, index): ToRecord[] => {
      const type = each.formal?.type;
      const seldom = (turn * 5 + index * 3) % (type === "licence" || type === "degree" ? 29 : 7) === 6;
      if (!type || type === "experience" || levels.indexOf(each.level) > level || seldom) return [];
      return [{ personId, ...paper(each, since, turn + index, unit.today) }];
    });
    return [...papers, ...rescue];
  });
}

const SUPERVISION = [
  "Kursintyg (påhittat, för demo)",
  "",
  "Handledarutbildning, 7,5 högskolepoäng",
  "Påhittade lärosätet",
  "",
  "Kursen är genomgången och godkänd.",
];

const PAPER = { expiresOn: null, untilOn: null, professionId: null, seenWhere: "", itemIds: [] };

/** A licence is from before one began, a course from some time since; one that is good for a time was taken within it, or a little before. */
function paper(asked: Requirement, since: string, turn: number, today: string): Omit<ToRecord, "personId"> {
  const { type = "course", validMonths } = asked.formal ?? {};
  const isEarly = type === "licence" || type === "degree";
  const issuedOn =
    validMonths === undefined
      ? earlier(
          isEarly ? addDays(since, -40 - turn) : addMonths(today, -5 - (turn % 40)),
          addDays(today, -30),
        )
      : addDays(addMonths(today, -validMonths), 20 * ((turn % 23) - 3));
  const isRegister = type === "licence";
  return {
    draft: {
      ...PAPER,
      kind: type,
      what: asked.text.slice(0, 300),
      issuedOn: earlier(issuedOn, today),
      itemIds: [asked.itemId],
    },
    check: {
      how: isRegister ? "register" : "original-shown",
      checkedOn: today,
      source: isRegister ? "HOSP, Socialstyrelsen" : "",
    },
  };
}

/** A course that is good for two years: some have expired lately, and some expire soon. */
const rescueCourse = (today: string, turn: number): Omit<ToRecord, "personId"> => {
  const issuedOn = addDays(addMonths(today, -24), 30 * (turn % 11) - 45);
  return {
    draft: {
      ...PAPER,
      kind: "course",
      what: "Hjärt-lungräddning för vårdpersonal",
      issuedOn,
      expiresOn: addMonths(issuedOn, 24),
    },
    check: { how: "original-shown", checkedOn: today, source: "" },
  };
};

const earlier = (a: string, b: string): string => (a < b ? a : b);
