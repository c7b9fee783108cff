/** People are told in good time that evidence of theirs ends: once for each piece and day, and nobody of anybody else's (ASM-5). */
import { beforeEach, expect, test } from "vitest";
import { addEvidence, type Adding } from "../../src/evidence/add-evidence.ts";
import { withdrawEvidence } from "../../src/evidence/check-evidence.ts";
import { tellOfEnding } from "../../src/evidence/tell-of-ending.ts";
import { tasks } from "../../src/jobs.ts";
import { deleteOldMail } from "../../src/platform/mail/outbox.store.ts";
import { addDays } from "../../src/shared/local-date.ts";
import type { Id } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { COURSE, evidenceWorld, SHOWN } from "./world.ts";

const world = await evidenceWorld(await testDatabase());
const TODAY = "2026-11-22";
const karin = await world.person("Karin Chef");
await world.manage(karin, world.rehab);

beforeEach(async () => {
  world.on(TODAY);
  await world.as(null, async ({ tx }) => {
    await tx.deleteFrom("mail").execute();
    await tx.deleteFrom("evidence_told").execute();
    await tx.updateTable("evidence").set({ withdrawn_on: TODAY }).where("withdrawn_on", "is", null).execute();
  });
});

let count = 0;
const employee = async (more: Record<string, unknown> = {}) => {
  count += 1;
  const who = await world.person(`Anna Nr${count}`, more);
  await world.employ(who, world.rehab, { from: "2024-01-01" });
  return who;
};
const shown = async (
  { personId }: { personId: Id },
  more: Partial<Adding["draft"]> = {},
  renewsId: Id | null = null,
): Promise<Id> => {
  const draft = { ...COURSE, issuedOn: "2024-11-22", ...more };
  const added = await world.as(karin, (work) =>
    addEvidence(work, { personId, draft, check: SHOWN, renewsId }),
  );
  if (!added.ok) throw new Error(JSON.stringify(added.reasons));
  return added.value;
};
/** Who was told in this run. */
const run = async (): Promise<string[]> => {
  const before = await mailed();
  await world.as(null, tellOfEnding);
  return (await mailed()).slice(before.length);
};
const mailed = () =>
  world.as(null, async ({ tx }) =>
    (
      await tx
        .selectFrom("mail")
        .innerJoin("person", "person.id", "mail.person_id")
        .select(["person.family_name as name", "mail.kind", "mail.path"])
        .where("mail.path", "=", "/my/evidence")
        .orderBy("mail.queued_at")
        .execute()
    ).map(({ name, kind }) => `${kind} ${name}`),
  );

test.each([
  [-1, false],
  [0, false],
  [1, true],
  [90, true],
  [91, false],
])("ASM-5: what ends in %i days is told: %s", async (days, isTold) => {
  const anna = await employee();
  await shown(anna, { expiresOn: addDays(TODAY, days) });
  expect(await run()).toEqual(isTold ? [`evidence Nr${count}`] : []);
});

test("ASM-5: once, also when the mail is forgotten; again for another day, another piece, and for what renewed it", async () => {
  const anna = await employee();
  const first = await shown(anna, { expiresOn: addDays(TODAY, 60) });
  await shown(anna, { what: "En till", expiresOn: addDays(TODAY, 60) });
  const told = [`evidence Nr${count}`];
  expect(await run()).toEqual(told);
  expect(await run()).toEqual([]);
  world.on(addDays(TODAY, 35));
  await world.as(null, async (work) => {
    await work.tx
      .updateTable("mail")
      .set({ state: "withheld", settled_at: new Date(`${TODAY}T12:00:00Z`) })
      .execute();
    await deleteOldMail(work);
  });
  expect(await run()).toEqual([]);
  await shown(anna, { what: "En tredje", expiresOn: addDays(TODAY, 61) });
  expect(await run()).toEqual(told);
  const newer = { issuedOn: TODAY, expiresOn: addDays(TODAY, 400) };
  await shown(anna, newer, first);
  expect(await run()).toEqual([]);
  world.on(addDays(TODAY, 310));
  expect(await run()).toEqual(told);
  expect(await run()).toEqual([]);
});

test("ASM-5, MOD-7: by the requirement's months too; not what waits for a check, is withdrawn, or has its renewal waiting", async () => {
  const [anna, bo, cia, dan] = [await employee(), await employee(), await employee(), await employee()];
  // 23 months: good through 2026-12-31.
  await shown(anna, { issuedOn: "2025-02-01", itemIds: [world.items.course] });
  const soon = { expiresOn: addDays(TODAY, 30) };
  await world.as(bo, (work) =>
    addEvidence(work, {
      personId: bo.personId,
      draft: { ...COURSE, issuedOn: "2024-11-22", ...soon },
      check: null,
      renewsId: null,
    }),
  );
  const evidenceId = await shown(cia, soon);
  await world.as(karin, (work) =>
    withdrawEvidence(work, { personId: cia.personId, evidenceId, revision: 1, words: "Fel person." }),
  );
  const old = await shown(dan, soon);
  await world.as(dan, (work) =>
    addEvidence(work, {
      personId: dan.personId,
      draft: { ...COURSE, issuedOn: "2026-11-01", expiresOn: addDays(TODAY, 700) },
      check: null,
      renewsId: old,
    }),
  );
  expect(await run()).toEqual([`evidence Nr${count - 3}`]);
});

test("ORG-2, PRV-3: not to whoever works there no longer, nor of what another authority has", async () => {
  const soon = { expiresOn: addDays(TODAY, 30) };
  const left = await employee();
  await shown(left, soon);
  const moved = await employee();
  await shown(moved, soon);
  await world.as(null, async ({ tx }) => {
    const end = { valid_to: "2026-12-01" };
    for (const table of ["employment_period", "employment"] as const)
      await tx
        .updateTable(table)
        .set(end)
        .where("person_id", "in", [left.personId, moved.personId])
        .execute();
  });
  await world.employ(moved, world.pupilHealth, { from: "2026-12-01" });
  world.on("2026-12-01");
  expect(await run()).toEqual([]);
});

test("ORG-7: with protected identity the mail waits to be judged as any other: nothing comes that isn't turned on", async () => {
  const siv = await employee({ protected_identity: true, email: "siv@kommun.example" });
  await shown(siv, { expiresOn: addDays(TODAY, 30) });
  expect(await run()).toEqual([`evidence Nr${count}`]);
});

test("it comes round by itself, for every organisation", async () => {
  const anna = await employee();
  await shown(anna, { expiresOn: addDays(TODAY, 30) });
  await tasks["tell-of-ending"]?.(world.workshop, { slug: world.slug });
  expect(await mailed()).toEqual([`evidence Nr${count}`]);
});
