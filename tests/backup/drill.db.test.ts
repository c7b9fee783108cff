/** The drill: a backup taken while people work, restored on the other engine, and everything as it was. */
import { gunzipSync } from "node:zlib";
import { readFile, stat } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import { sealLog, verifyChain } from "../../src/platform/access-log/seal.ts";
import { takeBackup } from "../../src/platform/backup/take-backup.ts";
import { verifyBackup } from "../../src/platform/backup/read-file.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn, type Database } from "../../src/platform/database/transactions.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { parkPost, openParkedPost } from "../../src/platform/http/parked-posts.ts";
import { enqueue } from "../../src/platform/jobs/jobs.ts";
import { note } from "../../src/plan/go-on.ts";
import { addGoal } from "../../src/plan/keep-goal.ts";
import { viewPlan } from "../../src/plan/view-plan.ts";
import { newId } from "../../src/shared/ids.ts";
import type { MaybeActor } from "../../src/shared/actor.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { coverageWorld } from "../coverage/world.ts";
import { world } from "../people/world.ts";
import { emptyDatabase } from "../engine/empty-database.ts";
import { inDatabase } from "../support/cluster.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { backupOf, countsOf, newFile, query, restoreTo, schemaOf } from "./backups.ts";
import { otherEngine } from "./other-engine.ts";
import { NO_FILES } from "../support/no-files.ts";

const database = await testDatabase();
const superuserUrl = inDatabase(database.adminUrl, new URL(database.ownerUrl).pathname.slice(1));
const other = await otherEngine();
const otherPool = openPool(other.appUrl, { max: 2 });
afterAll(() => otherPool.end());

const here = await coverageWorld(database);
await here.team(here.rehab, 7, 5);
await here.team(here.homeCare, 6, 6);
const busy = await world(database, "grannen");
const KEY = { value: SECRET, goesAlong: false };

const inDb = <T>(
  db: Database,
  slug: string,
  actor: MaybeActor,
  run: (unit: Work) => Promise<T>,
): Promise<T> =>
  work(
    {
      db,
      clock: () => new Date("2026-11-22T12:00:00+01:00"),
      subscriptions,
      secret: SECRET,
      files: NO_FILES,
    },
    { slug, actor },
    run,
  );

const coverage = (db: Database) =>
  inDb(db, here.slug, here.lead, (unit) => viewModelCoverage(unit, { slug: "fysio", day: "" }));

/** Somebody whose plan says something, and their own look at it, in either database. */
const planner = await here.person("Åsa Plan");
await here.hire(planner);
const planIn = (db: Database) => inDb(db, here.slug, planner, (unit) => viewPlan(unit, planner.personId));
const goal = {
  kind: "language",
  title: "Språk",
  use: "Vid ronden.\nÖver telefon.",
  mentor: "",
  until: "2027-06-01",
};
const goalId = await inDb(database.db, here.slug, planner, async (unit) => {
  const added = await addGoal(unit, planner.personId, goal);
  return added.ok ? added.value : "";
});

/** Writes pairs that belong together, table after table, until told to stop. */
function writing() {
  const stopping = new AbortController();
  let written = 0;
  const write = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const id = newId();
      await busy.as(null, async ({ tx, organisationId: organisation_id }) => {
        const person = { organisation_id, id, given_name: "Åsa\t\\.", family_name: "Ek\nÖ" };
        await tx.insertInto("person").values(person).execute();
        const account = { organisation_id, id, person_id: id, username: id, display_name: "Åsa Ek" };
        await tx.insertInto("account").values(account).execute();
      });
      written++;
    }
  };
  const writers = [write(), write()];
  return {
    written: () => written,
    stop: async () => {
      stopping.abort();
      await Promise.all(writers);
    },
  };
}

/** Reads of people, sealed and not yet sealed; a post that waits for its owner; a job that waits. */
const parked = await here.as(here.lead, async (unit) => {
  const read = { personIds: [newId()], what: "person", basis: "manager" };
  unit.reads.note(read);
  await enqueue(unit.tx, "delete-expired", { slug: here.slug }, "väntar på sin tur");
  const post = { action: "/o/x", fields: [["namn", "Åsa"]] as const, hadFiles: false };
  return parkPost(unit, SECRET, here.lead.accountId, post);
});
await here.as(null, sealLog);
await here.as(here.lead, (unit) => {
  unit.reads.note({ personIds: [newId()], what: "staff", basis: "manager" });
  return Promise.resolve();
});

test("a backup taken while people write restores on the other engine to the same figures, whole to the last row", async () => {
  const figures = await coverage(database.db);
  const file = newFile();
  const writers = writing();
  await expect.poll(writers.written).toBeGreaterThan(20);
  const before = writers.written();
  const taken = await takeBackup({
    ownerUrl: database.ownerUrl,
    file,
    files: NO_FILES,
    now: new Date(),
    key: KEY,
  });
  expect(writers.written()).toBeGreaterThan(before);
  await writers.stop();

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const restored = await restoreTo(other, file);
  expect(restored).toEqual({ rows: taken.rows, tables: taken.tables, files: 0, migrated: 0 });

  // One moment: of what was written together nothing is there alone.
  const alone = await query(
    other.adminUrl,
    `select p.id from person p full join account a on a.id = p.id
     where (p.organisation_id = $1 or a.organisation_id = $1) and (p.id is null or a.id is null)`,
    [busy.organisationId],
  );
  expect(alone).toEqual([]);
  const { trailer } = await verifyBackup(file);
  const counts = await countsOf(other.adminUrl);
  const written = Object.entries(trailer.tables).filter(([table]) => table !== "waiting jobs");
  expect(counts).toEqual(Object.fromEntries(written.map(([table, { rows }]) => [table, rows])));
  expect(counts["public.person"]).toBeGreaterThan(before);

  const db = databaseOn(otherPool);
  expect(await coverage(db)).toEqual(figures);
  // A plan is as it was, and goes on: what happens next comes after what has happened (PLN-1).
  const plan = await planIn(database.db);
  expect(await planIn(db)).toEqual(plan);
  const part = { personId: planner.personId, part: "goal", id: goalId } as const;
  await inDb(db, here.slug, planner, (unit) => note(unit, part, "Efter återläsningen."));
  expect((await planIn(db)).events.map(({ kind }) => kind)).toEqual(["noted", "added"]);
  expect(await inDb(db, here.slug, null, verifyChain)).toBeNull();
  expect(await inDb(db, here.slug, null, sealLog)).toBeGreaterThanOrEqual(1);
  expect(await inDb(db, here.slug, null, verifyChain)).toBeNull();
  const post = await inDb(db, here.slug, here.lead, (unit) =>
    openParkedPost(unit, SECRET, here.lead.accountId, parked ?? ""),
  );
  expect(post.fields).toEqual([["namn", "Åsa"]]);
  const jobs = await query(other.ownerUrl, "select key, payload from graphile_worker._private_jobs");
  expect(jobs).toEqual([{ key: "väntar på sin tur", payload: { slug: here.slug } }]);
});

test("no row that the superuser sees is missing from a backup, and every text is as it was", async () => {
  const file = await backupOf(database.ownerUrl);
  const { trailer } = await verifyBackup(file);
  const written = Object.entries(trailer.tables).filter(([table]) => table !== "waiting jobs");
  expect(Object.fromEntries(written.map(([table, { rows }]) => [table, rows]))).toEqual(
    await countsOf(superuserUrl),
  );
  expect(gunzipSync(await readFile(file)).toString("utf8")).toContain("\tÅsa\\t\\\\.\tEk\\nÖ\t");
});

test("what is restored is guarded as before, and its numbering goes on", async () => {
  const asHere = (statement: string) =>
    inDb(databaseOn(otherPool), here.slug, null, ({ tx }) => sql.raw(statement).execute(tx));
  const guarded: readonly [string, RegExp][] = [
    ["update model_version set intro = 'x' where status = 'adopted'", /an adopted version never changes/],
    ["delete from version_level", /an adopted version never changes/],
    ["update placement set motivation = 'x'", /a placement is not rewritten/],
    ["delete from access_log", /append-only/],
    ["update installation set mode = 'demo'", /append-only|permission denied/],
    ["delete from decision", /append-only|permission denied/],
    [
      `insert into placement select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from placement p limit 1`,
      /placement_no_overlap/,
    ],
    [
      "insert into model_version select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', 9, 'in_force_from', '1990-01-01', 'in_force_to', '1991-01-01'))).* from model_version v where status = 'adopted'",
      /adopted without a decision/,
    ],
  ];
  for (const [statement, refusal] of guarded) await expect(asHere(statement)).rejects.toThrow(refusal);
  expect(await query(other.appUrl, "select id from person")).toEqual([]);
  const [last] = await query<{ id: string }>(other.adminUrl, "select max(id) as id from access_log");
  await inDb(databaseOn(otherPool), here.slug, here.lead, (unit) => {
    unit.reads.note({ personIds: [newId()], what: "person", basis: "manager" });
    return Promise.resolve();
  });
  const [next] = await query<{ id: string }>(other.adminUrl, "select max(id) as id from access_log");
  expect(Number(next?.id)).toBeGreaterThan(Number(last?.id));
});

test("back again with --replace, on the first engine, it is the same to the byte, and so are schema, triggers, policies and rights", async () => {
  const [there, back] = [await backupOf(other.ownerUrl), await emptyDatabase()];
  await restoreTo(back, await backupOf(database.ownerUrl));
  await restoreTo(back, there, { replace: true });
  const again = await backupOf(back.ownerUrl);
  const [one, two] = [await verifyBackup(there), await verifyBackup(again)];
  expect(two.trailer.tables).toEqual(one.trailer.tables);
  expect(two.trailer.sequences).toEqual(one.trailer.sequences);
  expect(await query(back.appUrl, "select slug from organisation order by slug")).toHaveLength(2);
  expect(await schemaOf(back.ownerUrl)).toEqual(await schemaOf(database.ownerUrl));
});
