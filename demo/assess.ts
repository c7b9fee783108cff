/**
 * What people can do, as it is known: for everybody who is placed, what they and their manager agreed when they were placed, most of it met and some not yet. And in one unit
 * assessments under way, written and handed in by those whose they are: one of each state that there is to see.
 */
import { sql } from "kysely";
import { agreeOutcome, endMeeting } from "../src/assessment/agree.ts";
import { beginAssessment } from "../src/assessment/begin-assessment.ts";
import { declineSelfAssessment, handIn } from "../src/assessment/hand-in.ts";
import { viewAssessment } from "../src/assessment/view-assessment.ts";
import { writeSheet } from "../src/assessment/write-sheet.ts";
import { writePlace } from "../src/placement/rules.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, type LocalDate } from "../src/shared/local-date.ts";
import type { Side } from "../src/assessment/assessment.rules.ts";
import { on, sure } from "./making.ts";

/** Of a hundred outcomes so many are "not yet". */
const NOT_YET = 9;

/**
 * What was agreed about everybody who is placed, on the day that they were: one assessment each, ended, with the outcome of every demonstrated requirement of the level and track. Which are not met yet
 * follows from the person and the requirement, so that it is the same each time.
 */
export async function agreedWhenPlaced(workshop: Workshop, tenant: Tenant): Promise<void> {
  await work(workshop, { slug: tenant.slug, actor: null }, async (unit) => {
    const { rowCount } = await begun(unit);
    if (rowCount === 0) return;
    for (const statement of WHEN_PLACED) await sql.raw(statement).execute(unit.tx);
  });
}

const begun = async ({ tx }: Work) => {
  const { rows } = await sql`
    insert into assessment (organisation_id, id, person_id, model_id, version_id, level_id, track_id, unit_id, authority_id, scale, begun_on, begun_by)
    select p.organisation_id, gen_random_uuid(), p.person_id, p.model_id, p.version_id, p.level_id, p.track_id, p.unit_id, p.authority_id,
      coalesce(nullif(v.rating_scale, '{}'), s.rating_scale, array['med stöd', 'självständigt', 'leder andra']), p.valid_from, p.decided_by
    from placement p
    join model_version v on v.organisation_id = p.organisation_id and v.id = p.version_id
    left join organisation_setting s on s.organisation_id = p.organisation_id
    where p.organisation_id = app_organisation() and not p.corrected and p.valid_to is null and p.decided_by is not null
      and exists (select from item i where i.organisation_id = p.organisation_id and i.version_id = p.version_id and i.level_id = p.level_id
        and i.kind = 'demonstrated' and (i.track_id is null or i.track_id = p.track_id))
    returning 1 as made`.execute(tx);
  return { rowCount: rows.length };
};

/** The person's step, and the manager's, of one statement: alike four times of five. */
const STEPS = `(values ('self', 1 + abs(hashtextextended(a.person_id::text || i.item_id::text, 3)) % cardinality(a.scale)),
  ('manager', 1 + abs(hashtextextended(a.person_id::text || i.item_id::text, case when abs(hashtextextended(i.item_id::text, 4)) % 5 = 0 then 5 else 3 end)) % cardinality(a.scale)))`;
const ASKED = `join item i on i.organisation_id = a.organisation_id and i.version_id = a.version_id and i.level_id = a.level_id
  and i.kind = 'demonstrated' and (i.track_id is null or i.track_id = a.track_id)`;

const WHEN_PLACED = [
  `insert into assessment_sheet (organisation_id, assessment_id, side, person_id, author_id, revision)
   select a.organisation_id, a.id, side, a.person_id, case side when 'self' then a.person_id else a.begun_by end, 1
   from assessment a cross join (values ('self'), ('manager')) as sides (side) where a.organisation_id = app_organisation()`,
  `insert into assessment_rating (organisation_id, assessment_id, side, item_id, step, author_id, saved_at, revision)
   select a.organisation_id, a.id, said.side, i.item_id, said.step, case said.side when 'self' then a.person_id else a.begun_by end, a.begun_on + time '09:00', 1
   from assessment a ${ASKED} cross join lateral ${STEPS} as said (side, step) where a.organisation_id = app_organisation()`,
  `update assessment_sheet s set state = 'handed-in', handed_in_at = a.begun_on + time '09:30', handed_in_by = s.author_id
   from assessment a where a.organisation_id = app_organisation() and s.organisation_id = a.organisation_id and s.assessment_id = a.id`,
  `update assessment set opened_on = begun_on, opened_how = 'both-in' where organisation_id = app_organisation()`,
  `insert into joint_outcome (organisation_id, id, assessment_id, person_id, item_id, met, words, decided_on, decided_by, at)
   select a.organisation_id, gen_random_uuid(), a.id, a.person_id, i.item_id,
     abs(hashtextextended(a.person_id::text || i.item_id::text, 1)) % 100 >= ${NOT_YET}, '', a.begun_on, a.begun_by, a.begun_on + time '10:00'
   from assessment a ${ASKED} where a.organisation_id = app_organisation()`,
  `update assessment set ended_on = begun_on, ended_how = 'agreed', ended_by = begun_by where organisation_id = app_organisation()`,
];

/** What is written of a statement by each, by the step that is chosen; now and then nothing is. */
const OWN_WORDS = [
  "Det har jag inte gjort än. Jag vill gärna gå bredvid.",
  "Jag har gjort det två gånger med en kollega. Här vill jag ha stöd en tid till.",
  "Jag gör det varje vecka, senast med en patient som hade både smärta och yrsel.",
  "Kollegor frågar mig ofta om just det här, och jag visar dem.",
];
const MANAGERS_WORDS = [
  "Det har inte blivit av än. Vi ser till att det finns ett tillfälle i vår.",
  "Jag har sett dig göra det tillsammans med andra, men inte på egen hand än.",
  "Jag ser det i hur du lägger upp dina planer.",
  "Studenterna du handlett nämner det här.",
];
const AGREED = "Vi gick igenom ett par exempel och är överens.";
const NOT_AGREED_YET = "Vi tar det i vår plan: gå bredvid i två ärenden och följ upp i mars.";

type Told = {
  /** How much of the sheet is written, of four parts, and whether it is handed in. */
  readonly self: { readonly parts: number; readonly state: "draft" | "handed-in" | "declined" };
  readonly manager: { readonly parts: number; readonly state: "draft" | "handed-in" };
  /** How many parts of four have an outcome; all of them end it. */
  readonly agreed: number;
};

/** In the order of names in the unit, the one whose account is at the door first. */
const UNDER_WAY: readonly Told[] = [
  { self: { parts: 4, state: "handed-in" }, manager: { parts: 4, state: "handed-in" }, agreed: 0 },
  { self: { parts: 4, state: "handed-in" }, manager: { parts: 0, state: "draft" }, agreed: 0 },
  { self: { parts: 4, state: "handed-in" }, manager: { parts: 4, state: "handed-in" }, agreed: 4 },
  { self: { parts: 0, state: "declined" }, manager: { parts: 4, state: "draft" }, agreed: 0 },
  { self: { parts: 2, state: "draft" }, manager: { parts: 2, state: "draft" }, agreed: 0 },
  { self: { parts: 3, state: "handed-in" }, manager: { parts: 4, state: "handed-in" }, agreed: 2 },
];

/** Assessments under way in the unit of the manager of this name, begun some weeks ago; `first` is whose is the first. */
export async function assessInUnit(
  workshop: Workshop,
  tenant: Tenant,
  names: { readonly manager: string; readonly first: string },
  today: LocalDate,
): Promise<void> {
  const { manager, staff } = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
    whoIsWhere(unit, names),
  );
  if (!manager) return;
  const there = on(workshop, addDays(today, -9));
  for (const [turn, told] of UNDER_WAY.entries()) {
    const who = staff[turn];
    if (who) await tell({ workshop: there, tenant, manager, turn }, who, told, today);
  }
}

type Telling = {
  readonly workshop: Workshop;
  readonly tenant: Tenant;
  readonly manager: Actor;
  readonly turn: number;
};
type Placed = {
  readonly personId: Id;
  readonly modelId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
};

async function tell(telling: Telling, who: Placed, told: Told, today: LocalDate): Promise<void> {
  const { workshop, tenant, manager, turn } = telling;
  const { personId } = who;
  // Who reads nothing of others leaves nothing in the log: no account is needed.
  const person = actor(personId, personId, tenant.id);
  const as = <T>(actor: Actor, run: (unit: Work) => Promise<T>) =>
    work(workshop, { slug: tenant.slug, actor }, run);
  const place = writePlace(who.levelId, who.trackId);
  const assessmentId = await as(manager, async (unit) =>
    sure(await beginAssessment(unit, { personId, modelId: who.modelId, place })),
  );
  const address = { personId, assessmentId };
  const write = (side: Side, parts: number) => async (unit: Work) => {
    const { headings, head } = await viewAssessment(unit, address);
    const words = side === "self" ? OWN_WORDS : MANAGERS_WORDS;
    let index = turn;
    for (const { key, statements } of headings.slice(0, Math.ceil((headings.length * parts) / 4)))
      sure(
        await writeSheet(
          unit,
          { ...address, headingKey: key },
          statements.map(({ statement }) => {
            index += 1;
            const common = 1 + (index % head.scale.length);
            const step = side === "manager" && index % 3 === 0 ? Math.max(0, common - 1) : common;
            return {
              itemId: statement.itemId,
              step: String(step),
              words: index % 4 === 0 ? "" : (words[step] ?? ""),
            };
          }),
          0,
        ),
      );
  };
  await as(person, async (unit) => {
    await write("self", told.self.parts)(unit);
    if (told.self.state === "handed-in") sure(await handIn(unit, address));
    if (told.self.state === "declined") sure(await declineSelfAssessment(unit, address));
  });
  await as(manager, async (unit) => {
    await write("manager", told.manager.parts)(unit);
    if (told.manager.state === "handed-in") sure(await handIn(unit, address));
  });
  if (told.agreed === 0) return;
  const talk = on(workshop, addDays(today, -2));
  await work(talk, { slug: tenant.slug, actor: manager }, async (unit) => {
    const { headings } = await viewAssessment(unit, address);
    const all = headings.flatMap(({ statements }) => statements);
    for (const [index, { statement }] of all.slice(0, Math.ceil((all.length * told.agreed) / 4)).entries()) {
      const met = index % 5 !== 3;
      const typed = {
        met: met ? "yes" : "no",
        words: index % 2 === 1 ? (met ? AGREED : NOT_AGREED_YET) : "",
        follows: "",
      };
      sure(await agreeOutcome(unit, { ...address, itemId: statement.itemId }, typed));
    }
    if (told.agreed === 4) sure(await endMeeting(unit, address, { leaveRest: false }));
  });
}

const actor = (accountId: Id, personId: Id, organisationId: Id): Actor => ({
  accountId,
  personId,
  organisationId,
  displayName: "",
  grants: [],
  manages: [],
});

/** The manager of this name, and who is placed in their units today, whoever is named first. */
export async function whoIsWhere(unit: Work, names: { readonly manager: string; readonly first: string }) {
  const { rows } = await sql<Placed & { managerId: Id; accountId: Id }>`
    select m.person_id as "managerId", a.id as "accountId", p.person_id as "personId", p.model_id as "modelId", p.level_id as "levelId", p.track_id as "trackId"
    from unit_manager m
    join person k on k.organisation_id = m.organisation_id and k.id = m.person_id
    join account a on a.organisation_id = k.organisation_id and a.person_id = k.id
    join employment_period e on e.organisation_id = m.organisation_id and e.unit_id = m.unit_id
      and e.valid_from <= ${unit.today} and (e.valid_to is null or e.valid_to > ${unit.today})
    join placement p on p.organisation_id = m.organisation_id and p.person_id = e.person_id and not p.corrected and p.valid_to is null
    join person w on w.organisation_id = p.organisation_id and w.id = p.person_id
    where m.organisation_id = ${unit.organisationId} and k.given_name || ' ' || k.family_name = ${names.manager}
      and m.valid_from <= ${unit.today} and (m.valid_to is null or m.valid_to > ${unit.today})
    order by w.given_name || ' ' || w.family_name <> ${names.first}, w.family_name collate "sv-SE-x-icu", w.given_name, w.id`.execute(
    unit.tx,
  );
  const [first] = rows;
  return { manager: first && actor(first.accountId, first.managerId, unit.organisationId), staff: rows };
}
