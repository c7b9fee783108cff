/**
 * Moves as they are asked for and decided: which levels are posts, what moves set off, two who have applied and one who has moved over something that wasn't
 * met, in the unit where the demo's first account works (PLC-3, PLC-4, PLC-7).
 */
import { sql } from "kysely";
import { applyForMove } from "../src/move/apply.ts";
import { declineApplication } from "../src/move/decline-application.ts";
import { keepPosts, postsAmong, viewPosts } from "../src/move/keep-posts.ts";
import { placePerson } from "../src/move/place-person.ts";
import { writePlace } from "../src/placement/rules.ts";
import { currentPlacements, placementModels } from "../src/placement/store.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, holds, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import { managerActor, oneself } from "./place-staff.ts";
import { withRole } from "./roles.ts";

/** The outermost levels that are posts, by organisation. */
const POSTS: Readonly<Record<string, number>> = { "region-stockholm": 2, huddinge: 1 };
const MOVING = { slug: "harryda", manager: "Karin Öhman" };

const ASKED = [
  "Jag har handlett tre studenter i år och vill ta ansvar för gruppen. Jag har pratat med kollegorna, och de ser det gärna.",
  "Jag vill arbeta mer med utveckling, och har lett arbetet med våra nya rutiner sedan i våras.",
];
const ANSWERED =
  "Enheten behöver inte fler på den nivån i år. Vi tar upp det igen när behovet ses över i höst, och du får gärna gå kursen redan nu.";
const MOVED =
  "Vi har gått igenom båda nivåerna. Arbetet har redan vuxit, och kollegorna vänder sig hit med svåra frågor.";
const DESPITE = "Kursen ges först till våren. Arbetet görs redan, och vi följer upp kursen i nästa samtal.";

export async function movePeople(workshop: Workshop, tenant: Tenant, today: LocalDate): Promise<void> {
  const posts = POSTS[tenant.slug];
  if (posts !== undefined) await setPosts(workshop, tenant, posts);
  if (tenant.slug !== MOVING.slug) return;
  const there = on(workshop, addDays(today, -20));
  const found = await work(there, { slug: tenant.slug, actor: null }, (unit) =>
    whoIsThere(unit, MOVING.manager),
  );
  if (!found) return;
  const [first, second, third] = found.people;
  if (!first || !second || !third) return;
  const as = <T>(actor: Actor, days: number, run: (unit: Work) => Promise<T>) =>
    work(on(workshop, addDays(today, -days)), { slug: tenant.slug, actor }, run);
  const apply = (personId: Id, days: number, words = "") =>
    as(oneself(tenant, personId), days, async (unit) => {
      const next = await nextOutward(unit, personId);
      return sure(await applyForMove(unit, { modelId: next.modelId, place: next.place, words }));
    });
  const applicationId = await apply(first, 18, ASKED[1]);
  await as(found.manager, 12, async (unit) =>
    sure(
      await declineApplication(unit, {
        personId: first,
        applicationId,
        declinedFor: "need",
        answer: ANSWERED,
      }),
    ),
  );
  await apply(second, 6, ASKED[0]);
  await as(found.manager, 4, async (unit) => {
    const { modelId, place, follows } = await nextOutward(unit, third);
    const draft = { place, dialogueOn: unit.today, basis: "development-talk", motivation: MOVED };
    sure(
      await placePerson(unit, {
        personId: third,
        modelId,
        draft,
        follows,
        corrects: false,
        despite: DESPITE,
      }),
    );
  });
}

async function setPosts(workshop: Workshop, tenant: Tenant, outermost: number): Promise<void> {
  const lead = await withRole(workshop, tenant, "process_lead");
  await work(workshop, { slug: tenant.slug, actor: lead }, async (unit) => {
    const models = await unit.tx.selectFrom("career_model").select("slug").execute();
    for (const { slug } of models) {
      const posts = await viewPosts(unit, slug);
      const levelIds = posts.levels.slice(-outermost).map(({ levelId }) => levelId);
      sure(await keepPosts(unit, slug, { levelIds, was: postsAmong(posts) }));
    }
  });
}

/** The level next outward from where somebody is, in the version of the day. */
export async function nextOutward(
  unit: Work,
  personId: Id,
): Promise<{ modelId: Id; place: string; follows: Id }> {
  const [current] = await currentPlacements(unit, [personId], unit.today);
  if (!current) throw new Error("nobody to move");
  const [model] = await placementModels(unit, [current.professionId]);
  const levels = model?.versions.find((version) => holds(version, unit.today))?.levels ?? [];
  const next = levels[levels.findIndex(({ levelId }) => levelId === current.levelId) + 1] ?? levels.at(-2);
  if (!next) throw new Error("nowhere to move");
  return { modelId: current.modelId, place: writePlace(next.levelId, null), follows: current.id };
}

/** The manager of this name, and those in their units who are placed at one of the two innermost levels, the last by name first. */
async function whoIsThere(unit: Work, manager: string) {
  const { rows } = await sql<{ managerId: Id; personId: Id }>`
    select m.person_id as "managerId", p.person_id as "personId"
    from unit_manager m
    join person k on k.organisation_id = m.organisation_id and k.id = m.person_id and k.given_name || ' ' || k.family_name = ${manager}
    join employment_period e on e.organisation_id = m.organisation_id and e.unit_id = m.unit_id and e.person_id <> m.person_id
      and e.valid_from <= ${unit.today} and (e.valid_to is null or e.valid_to > ${unit.today})
    join placement p on p.organisation_id = m.organisation_id and p.person_id = e.person_id and not p.corrected and p.valid_to is null
      and p.valid_from < ${unit.today}
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id and l.position < 2
    join person w on w.organisation_id = p.organisation_id and w.id = p.person_id
    where m.valid_from <= ${unit.today} and (m.valid_to is null or m.valid_to > ${unit.today})
    order by w.family_name collate "sv-SE-x-icu" desc, w.id`.execute(unit.tx);
  const [first] = rows;
  const actor = first && (await managerActor(unit, first.managerId));
  return actor && { manager: actor, people: rows.map(({ personId }) => personId) };
}
