/** A machine's clock that was wrong and is put right, forwards and backwards: what that does to sessions, locks, measurements, jobs and the log. */
import { expect, test } from "vitest";
import { hashToken, newToken, visit } from "../../src/identity/session.ts";
import { deleteExpired } from "../../src/identity/delete-expired.ts";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { sealLog, verifyChain } from "../../src/platform/access-log/seal.ts";
import { enqueue } from "../../src/platform/jobs/jobs.ts";
import { work } from "../../src/platform/database/work.ts";
import { newId } from "../../src/shared/ids.ts";
import { coverageWorld } from "../coverage/world.ts";
import { query } from "../backup/backups.ts";
import { testDatabase } from "../support/database.ts";

const database = await testDatabase();
const DAY = 24 * 3_600_000;

async function installation() {
  const here = await coverageWorld(database);
  let now = new Date("2026-11-22T12:00:00+01:00");
  const workshop = { ...here.workshop, clock: () => now };
  return {
    ...here,
    workshop,
    move: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    run: <T>(actor: typeof here.lead | null, what: Parameters<typeof work<T>>[2]) =>
      work(workshop, { slug: here.slug, actor }, what),
  };
}

test("sessions: forwards they end as after a long absence, backwards they go on", async () => {
  const { workshop, slug, put, lead, move, run } = await installation();
  const token = newToken();
  const at = workshop.clock();
  await put("session", {
    token_hash: hashToken(token),
    account_id: lead.accountId,
    created_at: at,
    seen_at: at,
  });
  const isSignedIn = async (): Promise<boolean> => {
    const visiting = visit(workshop, slug, token);
    return (await work(workshop, { slug, actor: visiting.actor }, async ({ actor }) => actor)) !== null;
  };
  expect(await isSignedIn()).toBe(true);
  move(-3 * DAY);
  expect(await isSignedIn()).toBe(true);
  await run(null, deleteExpired);
  move(3 * DAY);
  expect(await isSignedIn()).toBe(true);
  move(DAY);
  expect(await isSignedIn()).toBe(false);
  move(-DAY);
  expect(await isSignedIn()).toBe(true);
});

test("FUP-2 measurements: a day before one that is measured is not measured, and the next day after it is", async () => {
  const { team, rehab, lead, move, run } = await installation();
  await team(rehab, 6, 5);
  const freeze = () => run(lead, (unit) => freezeMeasurement(unit));
  expect(await freeze()).toMatchObject({ ok: true, value: { day: "2026-11-22" } });
  move(-2 * DAY);
  expect(await freeze()).toMatchObject({ ok: false, reasons: [{ code: "already-frozen" }] });
  move(2 * DAY);
  expect(await freeze()).toMatchObject({ ok: false, reasons: [{ code: "already-frozen" }] });
  move(DAY);
  expect(await freeze()).toMatchObject({ ok: true, value: { day: "2026-11-23" } });
});

test("PRV-1 the access log: its chain goes by numbers and not by time, and holds", async () => {
  const { lead, move, run } = await installation();
  for (const moved of [0, -10 * DAY, 40 * DAY, -30 * DAY]) {
    move(moved);
    await run(lead, (unit) => {
      unit.reads.note({ personIds: [newId()], what: "person", basis: "manager" });
      return Promise.resolve();
    });
    expect(await run(null, sealLog)).toBe(1);
    expect(await run(null, verifyChain)).toBeNull();
  }
});

test("jobs: what is asked for now is due now, whatever the program's clock says", async () => {
  const { slug, move, run } = await installation();
  for (const moved of [400 * DAY, -800 * DAY]) {
    move(moved);
    await run(null, ({ tx }) => enqueue(tx, "delete-expired", { slug }, `klocka ${moved}`));
  }
  const waiting = await query<{ due: boolean }>(
    database.ownerUrl,
    "select run_at <= now() as due from graphile_worker._private_jobs where key like 'klocka%'",
  );
  expect(waiting).toEqual([{ due: true }, { due: true }]);
});
