/**
 * Managers place their people after talks, and write down a sitting's talks at a time in the unit's list; most people answer, one now
 * and then sees it another way, and some are not placed yet.
 */
import { sql } from "kysely";
import { personFacts } from "../src/people/store.ts";
import { EMPTY_DRAFT, writeDraft, type TypedRow } from "../src/placement/preparation.rules.ts";
import { putInForce, weigh } from "../src/placement/decide.ts";
import { prepareUnit } from "../src/placement/prepare-unit.ts";
import { aboveOfPlacement } from "../src/placement/answer-view.ts";
import { respond } from "../src/placement/respond.ts";
import { writePlace } from "../src/placement/rules.ts";
import { placementModels, placements, type PlacementModel } from "../src/placement/store.ts";
import { keyOf } from "../src/placement/unit-room.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, holds, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import type { DemoOrganisation } from "./organisation.ts";
import { planSittings, type Sitting, type Talk } from "./plan-talks.ts";

/** What the manager writes, by level from the innermost; the last ones for all further out. */
const WORDS = [
  [
    "Har gjort introduktionen och arbetar med stöd i nya situationer.",
    "Är ny hos oss. Vi följer upp om ett halvår.",
  ],
  [
    "Vi gick igenom modellen tillsammans. Arbetar självständigt i hela uppdraget.",
    "Placeringen bygger på det arbete som görs idag. Vi följer upp i höst.",
  ],
  ["Handleder studenter och kollegor. Vi är överens.", "Är trygg i hela uppdraget och stödjer nya kollegor."],
  [
    "Tar ansvar för egna uppdrag och för en del av utvecklingsarbetet.",
    "Har fördjupat sig inom sitt område och lär andra.",
  ],
] as const;
const MOVED = "Uppdraget har förändrats sedan förra samtalet. Vi gick igenom båda nivåerna och är överens.";
const OTHER_VIEW =
  "Jag tycker att jag arbetar mer självständigt än så. Jag vill att vi går igenom bedömning och handledning en gång till.";

export async function placeStaff(
  workshop: Workshop,
  tenant: Tenant,
  organisation: DemoOrganisation,
  today: LocalDate,
): Promise<void> {
  for (const sitting of planSittings(organisation, today)) await sit(workshop, tenant, sitting);
}

/** One sitting: the manager places those whose talks have been held, and they answer some days later. */
async function sit(workshop: Workshop, tenant: Tenant, sitting: Sitting): Promise<void> {
  const there = on(workshop, sitting.day);
  const found = await work(there, { slug: tenant.slug, actor: null }, (unit) => whoAndWhere(unit, sitting));
  if (!found) return;
  const { unitId, manager, people, models } = found;
  const rows = sitting.talks.flatMap((talk): (Talk & { personId: Id; row: TypedRow })[] => {
    const personId = people.get(talk.number);
    const model = models.find((each) => each.professionId === found.professions.get(talk.number));
    const row = personId && model ? rowOf(talk, personId, model) : null;
    return personId && row ? [{ ...talk, personId, row }] : [];
  });
  if (rows.length === 0) return;
  const { intent } = sitting;
  await work(there, { slug: tenant.slug, actor: manager }, async (unit) => {
    if (intent === "move") for (const { personId, row } of rows) await move(unit, found, personId, row);
    else sure(await prepareUnit(unit, { unitId, intent, rows: rows.map(({ row }) => row) }));
  });
  if (intent === "save") return;
  const later = on(workshop, addDays(sitting.day, 3));
  const answering = rows.filter(({ turn }) => turn % 5 !== 4);
  await Promise.all(answering.map(({ personId, turn }) => answer(later, tenant, personId, turn % 11 === 6)));
}

/** From where the person is to another level, after a later talk. The move rule isn't asked: what people had shown and agreed is filled in when all stand where they are. */
async function move(
  unit: Work,
  { manager, models, unitId }: Found,
  personId: Id,
  { key, draft }: TypedRow,
): Promise<void> {
  const model = models.find(({ modelId }) => keyOf({ personId, modelId }) === key);
  const decidedBy = manager.personId;
  if (!model || !decidedBy) return;
  const wanted = { personId, model, unitId, decidedBy, decidedAs: "manager", corrects: null } as const;
  const weighed = await weigh(unit, [
    { ...wanted, draft: { ...draft, basis: "development-talk", motivation: MOVED } },
  ]);
  for (const { result } of weighed) sure(result);
  await putInForce(unit, weighed);
}

function rowOf(talk: Talk, personId: Id, model: PlacementModel): TypedRow | null {
  const version = model.versions.find((each) => holds(each, talk.day));
  const level = version?.levels[talk.level] ?? version?.levels.at(-1);
  if (!level) return null;
  const track = level.tracks[talk.turn % Math.max(1, level.tracks.length)];
  return {
    key: keyOf({ personId, modelId: model.modelId }),
    draft: {
      place: writePlace(level.levelId, track?.trackId ?? null),
      dialogueOn: talk.day,
      basis: "first-introduction",
      motivation: (WORDS[talk.level] ?? WORDS[3])[talk.turn % 2] ?? "",
    },
    was: writeDraft(EMPTY_DRAFT),
    revision: 0,
  };
}

const answer = (workshop: Workshop, tenant: Tenant, personId: Id, differs: boolean): Promise<void> =>
  work(workshop, { slug: tenant.slug, actor: oneself(tenant, personId) }, async (unit) => {
    const [placement] = await placements(unit, [personId]);
    if (!placement) return;
    const toAbove = differs && (await aboveOfPlacement(unit, placement)) !== null;
    const said = differs
      ? ({ kind: "other-view", words: OTHER_VIEW, toAbove, withRepresentative: toAbove } as const)
      : ({ kind: "acknowledged", words: "" } as const);
    sure(await respond(unit, { placementId: placement.id, ...said }));
  });

export const oneself = (tenant: Tenant, personId: Id): Actor => ({
  accountId: personId,
  organisationId: tenant.id,
  personId,
  displayName: "",
  grants: [],
  manages: [],
});

type Found = {
  readonly unitId: Id;
  readonly manager: Actor;
  /** By employment number. */
  readonly people: ReadonlyMap<string, Id>;
  readonly professions: ReadonlyMap<string, Id>;
  readonly models: readonly PlacementModel[];
};

/** The people of a sitting who work in the unit that day, the manager who acts for them, and the models of their professions. */
async function whoAndWhere(unit: Work, sitting: Sitting): Promise<Found | undefined> {
  const numbers = sitting.talks.map((talk) => talk.number);
  const { rows } = await sql<{ number: string; personId: Id; unitId: Id; professionId: Id }>`
    select e.number, e.person_id as "personId", p.unit_id as "unitId", p.profession_id as "professionId"
    from employment e join employment_period p on p.organisation_id = e.organisation_id and p.employment_id = e.id
    where e.organisation_id = ${unit.organisationId} and e.number = any(${numbers}::text[])
      and p.valid_from <= ${unit.today} and (p.valid_to is null or p.valid_to > ${unit.today})`.execute(
    unit.tx,
  );
  const [first] = rows;
  if (!first) return undefined;
  const facts = (await personFacts(unit, [first.personId])).get(first.personId);
  const managerId = facts?.units.find((each) => each.unitId === first.unitId)?.actingManagerId;
  const manager = managerId && (await managerActor(unit, managerId));
  if (!manager) return undefined;
  return {
    unitId: first.unitId,
    manager,
    people: new Map(rows.map((row) => [row.number, row.personId])),
    professions: new Map(rows.map((row) => [row.number, row.professionId])),
    models: await placementModels(unit, [...new Set(rows.map((row) => row.professionId))]),
  };
}

export async function managerActor(unit: Work, personId: Id): Promise<Actor | undefined> {
  const account = await unit.tx
    .selectFrom("account")
    .select(["id", "display_name"])
    .where("organisation_id", "=", unit.organisationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!account) return undefined;
  const manages = await unit.tx
    .selectFrom("unit_manager")
    .select("unit_id")
    .where("organisation_id", "=", unit.organisationId)
    .where("person_id", "=", personId)
    .execute();
  return {
    accountId: account.id,
    organisationId: unit.organisationId,
    personId,
    displayName: account.display_name,
    grants: [],
    manages: manages.map(({ unit_id }) => ({ unitId: unit_id, as: "manager" })),
  };
}
