/** A manager's first page: what it tells, to whom, and that each whom it tells of is logged. */
import { expect, test } from "vitest";
import { viewStart } from "../../src/desk/view-start.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { sayAbout } from "../../src/privacy/say-about.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "../placement/world.ts";

const world = await placementWorld(await testDatabase());
const { model, rehab, care } = world;
const [karin, vera, dan] = [
  await world.person("Karin Öhman"),
  await world.person("Vera Vård"),
  await world.person("Dan Ställ"),
];
await world.manage(vera, care);
await world.employ(karin, rehab, { from: "2015-01-01" });
await world.manage(karin, rehab);
await world.employ(dan, rehab, { from: "2018-01-01" });
await world.deputise(dan, rehab, { from: "2026-11-01", to: "2026-12-01" });
const [asa, orjan, eva, ny] = [
  await world.person("Åsa Lindqvist"),
  await world.person("Örjan Ek"),
  await world.person("Eva Skydd", { protected_identity: true }),
  await world.person("Ny Anka"),
];
for (const who of [asa, orjan, eva]) await world.employ(who, rehab, { from: "2020-01-01" });
await world.employ(ny, rehab, { from: "2026-11-02" });
const placed = await world.as(karin, (work) =>
  placePerson(work, {
    personId: asa.personId,
    modelId: model.modelId,
    draft: {
      place: model.skilled,
      dialogueOn: "2026-11-10",
      basis: "development-talk",
      motivation: "Klar.",
    },
    follows: null,
    corrects: false,
  }),
);

const teams = async (who: Actor) => (await world.as(who, (work) => viewStart(work))).manager;

test("ORG-8 the team, Swedish letters last, with whom there is to see to; another view for the deputy, nothing for others", async () => {
  expect(placed.ok).toBe(true);
  const mine = await teams(karin);
  const [team] = mine?.teams ?? [];
  expect(
    team?.rows.map(({ familyName, lastTalk, detail }) => [familyName, lastTalk, detail?.level ?? null]),
  ).toEqual([
    ["Anka", null, null],
    ["Ek", null, null],
    ["Lindqvist", "2026-11-10", "Skicklig"],
    ["Skydd", null, null],
    ["Ställ", null, null],
  ]);
  expect(team?.newcomers.map(({ name, since }) => [name, since])).toEqual([["Ny Anka", "2026-11-02"]]);
  expect(team?.toBook.map(({ name }) => name)).toEqual(["Örjan Ek", "Eva Skydd", "Dan Ställ"]);
  expect(mine?.otherTeams).toBe(0);
  // ORG-7, ORG-4: a deputy sees neither the protected person, nor themself, nor the manager.
  const [deputy] = (await teams(dan))?.teams ?? [];
  expect(deputy?.rows.map(({ familyName }) => familyName)).toEqual(["Anka", "Ek", "Lindqvist"]);
  expect(deputy?.toBook.map(({ name }) => name)).toEqual(["Örjan Ek"]);
  expect(await teams(asa)).toBeNull();
});

test("PRV-1 everybody in the table is logged with why, and so is whoever asks for a correction", async () => {
  const said = await world.as(orjan, (work) =>
    sayAbout(work, { about: "talks", kind: "correction", words: "Dagen stämmer inte." }),
  );
  expect(said.ok).toBe(true);
  expect((await teams(karin))?.corrections.map(({ name }) => name)).toEqual(["Örjan Ek"]);
  expect((await teams(dan))?.corrections.map(({ name }) => name)).toEqual(["Örjan Ek"]);
  const reads = await world.as(null, ({ tx }) =>
    tx.selectFrom("access_log").select(["account_id", "what", "basis", "person_ids"]).orderBy("id").execute(),
  );
  const last = (who: Actor, what: string) =>
    reads.findLast((read) => read.account_id === who.accountId && read.what === what);
  const own = [asa, orjan, eva, ny, dan].map(({ personId }) => personId).toSorted();
  for (const what of ["placements", "talks"]) {
    const read = last(karin, what);
    expect([read?.basis, read?.person_ids.toSorted()]).toEqual(["manager", own]);
  }
  expect(last(karin, "data-request")?.person_ids).toEqual([orjan.personId]);
  expect(last(dan, "talks")?.person_ids).not.toContain(eva.personId);
});

test("ORG-8 a unit with nobody in it is there, and one that is closed isn't", async () => {
  const [empty, closed] = [await world.person("Ea Tom"), await world.person("Bo Stängd")];
  await world.manage(empty, world.homeCare);
  expect(
    (await teams(empty))?.teams.map(({ unit, rows, placeable }) => [unit.name, rows, placeable]),
  ).toEqual([["Hemvård", [], 0]]);
  await world.manage(closed, world.pupilHealth);
  await world.as(null, ({ tx }) =>
    tx.updateTable("unit").set({ valid_to: "2026-11-22" }).where("id", "=", world.pupilHealth).execute(),
  );
  const start = await world.as(closed, (work) => viewStart(work));
  expect(start.manager).toBeNull();
  expect(start.own?.places).toEqual([]);
});
