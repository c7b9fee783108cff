/** Managers place their people after talks, a few each week; most answer, one sees it another way, some are not placed yet. */
import { sql } from "kysely";
import { personFacts } from "../src/people/store.ts";
import { placePerson } from "../src/placement/place-person.ts";
import { respond } from "../src/placement/respond.ts";
import { writePlace } from "../src/placement/rules.ts";
import { placementModels, placements, workPeriods, type PlacementModel } from "../src/placement/store.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, addMonths, holds, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import type { DemoEmployment, DemoOrganisation } from "./organisations.ts";

/** Of every ten in a profession, so many are placed; by title, in lower case. */
const PLACED_OF_TEN: Readonly<Record<string, number>> = {
  arbetsterapeut: 9,
  "leg arbetsterapeut": 8,
  fysioterapeut: 8,
  sjukgymnast: 6,
  sjuksköterska: 5,
  "leg sjuksköterska": 7,
  skolsköterska: 0,
  audionom: 9,
  "leg audionom": 9,
  förrättningslantmätare: 9,
};

/** Which level, counted from the innermost: most people are in the core. */
const LEVELS = [1, 0, 1, 2, 1, 0, 1, 1, 2, 0, 1, 3];

const WORDS = [
  "Vi gick igenom modellen tillsammans. Arbetar självständigt i hela uppdraget.",
  "Har gjort introduktionen och arbetar med stöd i nya situationer.",
  "Handleder studenter och kollegor. Vi är överens.",
  "Tar ansvar för egna patienter och för en del av utvecklingsarbetet.",
  "Placeringen bygger på det arbete som görs idag. Vi följer upp i höst.",
];
const OTHER_VIEW =
  "Jag tycker att jag arbetar mer självständigt än så. Jag vill att vi går igenom bedömning och handledning en gång till.";

/** So many days go by between one talk and the next. */
const PACE_DAYS = 5;

export async function placeStaff(
  workshop: Workshop,
  tenant: Tenant,
  organisation: DemoOrganisation,
  from: LocalDate,
  today: LocalDate,
): Promise<void> {
  let talk = 0;
  let placed = 0;
  for (const employment of organisation.staff) {
    const share = PLACED_OF_TEN[employment.title.toLowerCase()] ?? 0;
    if (employment.form === "Timavlönad" || !employment.main || (talk * 7 + 3) % 10 >= share) {
      talk++;
      continue;
    }
    const day = earliest(addDays(from, talk * PACE_DAYS), employment, today);
    if (day !== null) await place(on(workshop, day), tenant, employment, placed++);
    talk++;
  }
}

/** A talk on or after `day`, when the person has worked here for a month; none when that is still ahead. */
function earliest(day: LocalDate, employment: DemoEmployment, today: LocalDate): LocalDate | null {
  const begun = addMonths(employment.from, 1);
  const held = day > begun ? day : begun;
  return held <= addDays(today, -1) ? held : null;
}

async function place(
  workshop: Workshop,
  tenant: Tenant,
  employment: DemoEmployment,
  turn: number,
): Promise<void> {
  const found = await work(workshop, { slug: tenant.slug, actor: null }, (unit) =>
    about(unit, employment.number),
  );
  if (!found) return;
  const { personId, manager, model } = found;
  const version = model.versions.find((each) => holds(each, day(workshop)));
  const level = version?.levels[LEVELS[turn % LEVELS.length] ?? 0] ?? version?.levels[0];
  if (!level) return;
  const track = level.tracks[turn % Math.max(1, level.tracks.length)];
  await work(workshop, { slug: tenant.slug, actor: manager }, async (unit) =>
    sure(
      await placePerson(unit, {
        personId,
        modelId: model.modelId,
        follows: null,
        corrects: false,
        draft: {
          place: writePlace(level.levelId, track?.trackId ?? null),
          dialogueOn: unit.today,
          basis: "first-introduction",
          motivation: WORDS[turn % WORDS.length] ?? "",
        },
      }),
    ),
  );
  if (turn % 5 === 4) return;
  await work(
    on(workshop, addDays(day(workshop), 3)),
    { slug: tenant.slug, actor: himself(tenant, personId) },
    async (unit) => {
      const [placement] = await placements(unit, [personId]);
      if (placement)
        sure(
          await respond(unit, {
            placementId: placement.id,
            ...(turn % 11 === 6
              ? { kind: "other-view", words: OTHER_VIEW }
              : { kind: "acknowledged", words: "" }),
          }),
        );
    },
  );
}

const day = (workshop: Workshop): LocalDate => workshop.clock().toISOString().slice(0, 10);

const himself = (tenant: Tenant, personId: Id): Actor => ({
  accountId: personId,
  organisationId: tenant.id,
  personId,
  displayName: "",
  grants: [],
  manages: [],
});

/** The person, the manager who acts for them that day, and the model of their profession. */
async function about(
  unit: Work,
  number: string,
): Promise<{ personId: Id; manager: Actor; model: PlacementModel } | undefined> {
  const { rows } = await sql<{ personId: Id }>`
    select person_id as "personId" from employment where organisation_id = ${unit.organisationId} and number = ${number}`.execute(
    unit.tx,
  );
  const personId = rows[0]?.personId;
  if (!personId) return undefined;
  const facts = (await personFacts(unit, [personId])).get(personId);
  const managerId = facts?.units.find((each) => each.actingManagerId)?.actingManagerId;
  const [period] = (await workPeriods(unit, [personId])).filter((each) => holds(each, unit.today));
  const [model] = period ? await placementModels(unit, [period.professionId]) : [];
  if (!managerId || !model) return undefined;
  const account = await unit.tx
    .selectFrom("account")
    .select(["id", "display_name"])
    .where("organisation_id", "=", unit.organisationId)
    .where("person_id", "=", managerId)
    .executeTakeFirst();
  if (!account) return undefined;
  const manages = await unit.tx
    .selectFrom("unit_manager")
    .select("unit_id")
    .where("organisation_id", "=", unit.organisationId)
    .where("person_id", "=", managerId)
    .execute();
  return {
    personId,
    model,
    manager: {
      accountId: account.id,
      organisationId: unit.organisationId,
      personId: managerId,
      displayName: account.display_name,
      grants: [],
      manages: manages.map(({ unit_id }) => ({ unitId: unit_id, as: "manager" })),
    },
  };
}
