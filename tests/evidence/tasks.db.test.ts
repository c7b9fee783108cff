/** What a manager's start page says of evidence: how much waits and how much ends soon, by unit, for those who see to it and nobody else (ASM-2, ORG-2, ORG-4, ORG-7). */
import { expect, test } from "vitest";
import { addEvidence, type Adding } from "../../src/evidence/add-evidence.ts";
import { returnEvidence } from "../../src/evidence/check-evidence.ts";
import { evidenceTasks, viewUnitEvidence } from "../../src/evidence/view-unit-evidence.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { addDays } from "../../src/shared/local-date.ts";
import type { Id } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { COURSE, evidenceWorld, SHOWN } from "./world.ts";

const world = await evidenceWorld(await testDatabase());
const TODAY = "2026-11-22";
const [karin, dan, sara] = [
  await world.person("Karin Chef"),
  await world.person("Dan Ställ"),
  await world.person("Sara Skola"),
];
await world.employ(karin, world.rehab, { from: "2020-01-01" });
await world.manage(karin, world.rehab);
await world.manage(sara, world.school);
await world.employ(dan, world.rehab, { from: "2020-01-01" });
await world.deputise(dan, world.rehab, { from: "2026-11-01", to: "2026-12-01" });

const add = async (as: Actor, personId: Id | null, more: Partial<Adding["draft"]> = {}): Promise<string> => {
  const isOwn = as.personId === personId;
  const result = await world.as(as, (work) =>
    addEvidence(work, {
      personId: personId ?? "",
      draft: { ...COURSE, ...more },
      check: isOwn ? null : SHOWN,
      renewsId: null,
    }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};
const tasks = (who: Actor | null, acted: Id[] = []) =>
  world.as(who, async (work) =>
    (await evidenceTasks(work, acted).execute(work.tx)).rows.map(({ name, waiting, ending }) => [
      name,
      waiting,
      ending,
    ]),
  );

test("ASM-2: counts by unit, the same as the unit's own list; none where there is nothing", async () => {
  expect(await tasks(karin)).toEqual([]);
  const anna = await world.person("Anna Ek");
  await world.employ(anna, world.rehab, { from: "2024-01-01" });
  await add(anna, anna.personId);
  await add(anna, anna.personId, { what: "En till" });
  for (const [days, what] of [
    [90, "sist i tiden"],
    [91, "efter den"],
    [-90, "först"],
    [-91, "före den"],
  ] as const)
    await add(karin, anna.personId, { what, issuedOn: "2024-11-22", expiresOn: addDays(TODAY, days) });
  expect(await tasks(karin)).toEqual([["Rehab", 2, 2]]);
  const list = await world.as(karin, (work) => viewUnitEvidence(work, { unitId: world.rehab, page: 1 }));
  expect([list.waiting, list.total]).toEqual([2, 4]);
  const back = { personId: anna.personId ?? "", evidenceId: await add(anna, anna.personId), revision: 1 };
  expect(await tasks(karin)).toEqual([["Rehab", 3, 2]]);
  await world.as(karin, (work) => returnEvidence(work, { ...back, words: "Sidan två saknas." }));
  expect(await tasks(karin)).toEqual([["Rehab", 2, 2]]);
});

test("ORG-4, ORG-7: not one's own, and of people with protected identity only for their manager", async () => {
  await add(karin, karin.personId);
  const eva = await world.person("Eva Skydd", { protected_identity: true });
  await world.employ(eva, world.rehab, { from: "2024-01-01" });
  await add(eva, eva.personId);
  expect(await tasks(karin)).toEqual([["Rehab", 3, 2]]);
  // A deputy sees the manager's, and not the protected person's.
  expect(await tasks(dan)).toEqual([["Rehab", 3, 2]]);
});

test("ORG-2, ORG-8: nothing for others, nor across an authority's line; what somebody acts for is theirs too", async () => {
  const ada = await world.person("Ada Elev");
  await world.employ(ada, world.pupilHealth, { from: "2024-01-01" });
  await add(ada, ada.personId);
  expect(await tasks(sara)).toEqual([]);
  expect(await tasks(sara, [world.pupilHealth])).toEqual([["Elevhälsa", 1, 0]]);
  expect(await tasks(ada)).toEqual([]);
  expect(await tasks(null)).toEqual([]);
  // She now works in Rehab too: what she handed in to the school isn't theirs to check.
  await world.employ(ada, world.rehab, { from: "2026-01-01" });
  expect(await tasks(karin)).toEqual([["Rehab", 3, 2]]);
});
