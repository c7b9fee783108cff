/** Seventy people at once: a round of talks booked, and an activity given. Each in a transaction that is then undone. No floor: they are held against a time. */
import { sql } from "kysely";
import { addEntry } from "../../src/catalogue/store.ts";
import { findActor } from "../../src/identity/store.ts";
import { staffRoom } from "../../src/placement/unit-room.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { giveActivity } from "../../src/plan/give-activity.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { addDays, dayOf } from "../../src/shared/local-date.ts";
import { bookRound } from "../../src/talk/book-round.ts";
import { sure } from "../data/organisation.ts";
import { MEASURED, onDay, type Installation } from "../installation.ts";
import { alone, median, type Figure } from "../measure.ts";
import { BUILT_ON } from "../sizes.ts";

const PEOPLE = 70;
const TIMES = 5;
/** Talks on one day, from eight o'clock, each with room for the next. */
const A_DAY = 10;

/** Leaves nothing behind. */
class Undone extends Error {}

export async function planFigures({ workshop }: Installation): Promise<Figure[]> {
  const today = onDay(workshop, BUILT_ON);
  const taken = { booked: [] as number[], given: [] as number[] };
  for (let turn = 0; turn <= TIMES; turn += 1)
    try {
      await work(
        today,
        {
          slug: MEASURED,
          actor: async (tx, now) => (await findActor(tx, "manager", dayOf(now))) ?? null,
        },
        async (unit) => {
          const { unitId, who } = await largeTeam(unit);
          const entryId = await course(unit);
          const [booking, giving] = [
            await timed(() => bookRound(unit, unitId, roundFor(who))),
            await timed(() =>
              giveActivity(unit, unitId, { entryId, from: "", until: addDays(BUILT_ON, 90), who }),
            ),
          ];
          if (sure(booking.result).booked.size !== PEOPLE || sure(giving.result).given !== PEOPLE)
            throw new Error("bench: somebody was left out");
          // The first is the warming up.
          if (turn > 0) {
            taken.booked.push(booking.ms);
            taken.given.push(giving.ms);
          }
          throw new Undone();
        },
      );
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
  return [
    alone(`talks: ${PEOPLE} people booked in one round: p50`, "ms", median(taken.booked)),
    alone(`plans: an activity to ${PEOPLE} people: p50`, "ms", median(taken.given)),
  ];
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const begun = performance.now();
  const result = await run();
  return { ms: performance.now() - begun, result };
}

/** The manager's own unit, into which others have moved until it has enough to decide for. */
async function largeTeam(unit: Work): Promise<{ readonly unitId: Id; readonly who: readonly Id[] }> {
  const [managed] = unit.actor?.manages ?? [];
  if (!managed) throw new Error("bench: the manager manages nothing");
  const { unitId } = managed;
  const here = sql`organisation_id = ${unit.organisationId} and valid_from <= ${BUILT_ON} and (valid_to is null or valid_to > ${BUILT_ON})`;
  await sql`
    update employment_period p set unit_id = ${unitId} from (
      select employment_id, valid_from from employment_period e where ${here} and is_main and unit_id <> ${unitId}
        and not exists (select from unit_manager m where m.organisation_id = e.organisation_id and m.person_id = e.person_id)
      order by person_id limit ${PEOPLE}) moved
    where p.organisation_id = ${unit.organisationId} and p.employment_id = moved.employment_id and p.valid_from = moved.valid_from`.execute(
    unit.tx,
  );
  const { people } = await staffRoom(unit, unitId);
  return { unitId, who: people.slice(0, PEOPLE).map(({ personId }) => personId) };
}

async function course(unit: Work): Promise<Id> {
  const id = newId();
  const text = { kind: "course", name: "Hjärt-lungräddning", provider: "", credits: null, hours: 4 } as const;
  const more = {
    cost: null,
    places: PEOPLE,
    funding: [],
    link: "",
    text: "",
    visibility: "internal",
  } as const;
  await addEntry(unit, id, { ...text, ...more }, []);
  return id;
}

const roundFor = (who: readonly Id[]) => ({
  kind: "development",
  minutes: "45",
  place: "Rum Älven",
  times: who.map((personId, index) => ({
    personId,
    day: addDays(BUILT_ON, 14 + Math.floor(index / A_DAY)),
    at: `${String(8 + (index % A_DAY)).padStart(2, "0")}:00`,
  })),
});
