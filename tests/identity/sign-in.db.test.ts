import { expect, test } from "vitest";
import { hashPassword, signIn, signInToDemo, signOut } from "../../src/identity/sign-in.ts";
import { hashToken, visit } from "../../src/identity/session.ts";
import { deleteExpired } from "../../src/identity/delete-expired.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { work, type Workshop } from "../../src/platform/database/work.ts";
import { testDatabase } from "../support/database.ts";
import { world } from "../people/world.ts";

const database = await testDatabase();
const RIGHT = "en lång mening som lösenord";
const password_hash = await hashPassword(RIGHT);
const MINUTE = 60_000;
const WRONG = { ok: false, reasons: [{ code: "wrong" }] };

async function office() {
  const here = await world(database);
  const clock = { now: new Date("2026-11-22T12:00:00+01:00") };
  const workshop: Workshop = { ...here.workshop, clock: () => clock.now };
  const { slug } = here;
  const unit = await here.unit("Rehab", null);
  const join = async (username: string, more: Record<string, unknown> = {}, person = {}) => {
    const [id, personId] = [newId(), await here.person("Kim Ek", person)];
    await here.employ(personId, unit);
    await here.put("account", {
      id,
      person_id: personId,
      username,
      display_name: "Kim Ek",
      password_hash,
      ...more,
    });
    return { accountId: id, personId };
  };
  const kim = await join("kim@exempel.se");
  return {
    ...here,
    clock,
    unit,
    join,
    kim,
    attempt: (username: string, password: string) =>
      work(workshop, { slug, actor: null }, (unitOfWork) => signIn(unitOfWork, username, password)),
    account: () =>
      here.as(null, ({ tx }) =>
        tx
          .selectFrom("account")
          .select(["failed_attempts as failed", "locked_until as lockedUntil"])
          .where("id", "=", kim.accountId)
          .executeTakeFirstOrThrow(),
      ),
    sessions: () =>
      here.as(null, ({ tx }) => tx.selectFrom("session").selectAll().orderBy("created_at").execute()),
    /** Who a request with this token is; with what it notes afterwards. */
    who: async (token: string | undefined) => {
      const request = visit(workshop, slug, token);
      const actor = await work(
        workshop,
        { slug, actor: request.actor },
        async (unitOfWork) => unitOfWork.actor,
      );
      await request.touch();
      return { actor, formerAccount: request.formerAccount() };
    },
    run: <T>(each: (unitOfWork: Parameters<typeof signIn>[0]) => Promise<T>) =>
      work(workshop, { slug, actor: null }, each),
  };
}

test("the right name and password give a session, whatever the name's capitals; only its hash is kept", async () => {
  const { attempt, sessions, who, kim } = await office();
  const result = await attempt("KIM@exempel.se", RIGHT);
  const token = result.ok ? result.value : "";
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const [session] = await sessions();
  expect(session?.token_hash).toEqual(hashToken(token));
  expect(JSON.stringify(session)).not.toContain(token);
  expect((await who(token)).actor).toMatchObject({
    accountId: kim.accountId,
    personId: kim.personId,
    manages: [],
  });
  expect((await who(undefined)).actor).toBeNull();
  expect((await who("x".repeat(43))).actor).toBeNull();
});

test("wrong name, wrong password, resting, closed, left and never chosen are answered alike, after the same work", async () => {
  const { attempt, join, sessions } = await office();
  const later = { locked_until: new Date("2026-11-22T12:14:00+01:00") };
  await join("vilar@exempel.se", later);
  await join("stangd@exempel.se", { disabled: true });
  await join("slutat@exempel.se", {}, { closed_on: "2026-11-22" });
  await join("ny@exempel.se", { password_hash: null });
  const cases = [
    ["kim@exempel.se", "fel lösenord här"],
    ["finns-inte@exempel.se", RIGHT],
    ["vilar@exempel.se", RIGHT],
    ["stangd@exempel.se", RIGHT],
    ["slutat@exempel.se", RIGHT],
    ["ny@exempel.se", RIGHT],
  ] as const;
  const spent: number[] = [];
  for (const [username, password] of cases) {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const begun = process.cpuUsage();
      expect([username, await attempt(username, password)]).toEqual([username, WRONG]);
      const { user, system } = process.cpuUsage(begun);
      times.push((user + system) / 1000);
    }
    spent.push(Math.min(...times));
  }
  expect(await sessions()).toEqual([]);
  // argon2 with 19 MiB takes some ten milliseconds of the processor's time; an answer without it takes one or two.
  expect(Math.max(...spent) / Math.min(...spent)).toBeLessThan(3);
  expect(Math.min(...spent)).toBeGreaterThan(5);
});

test("the fifth wrong password in a row makes the account rest for a quarter, also for the right one; then it counts anew", async () => {
  const { attempt, account, clock } = await office();
  for (let count = 1; count <= 4; count++) {
    await attempt("kim@exempel.se", "fel");
    expect(await account()).toEqual({ failed: count, lockedUntil: null });
  }
  await attempt("kim@exempel.se", "fel");
  const lockedUntil = new Date(clock.now.getTime() + 15 * MINUTE);
  expect(await account()).toEqual({ failed: 0, lockedUntil });
  clock.now = new Date(lockedUntil.getTime() - 1);
  expect(await attempt("kim@exempel.se", RIGHT)).toEqual(WRONG);
  expect(await account()).toEqual({ failed: 0, lockedUntil });
  clock.now = lockedUntil;
  await attempt("kim@exempel.se", "fel");
  expect(await account()).toEqual({ failed: 1, lockedUntil: null });
  expect((await attempt("kim@exempel.se", RIGHT)).ok).toBe(true);
  expect(await account()).toEqual({ failed: 0, lockedUntil: null });
});

test("wrong passwords at the same moment are counted one by one", async () => {
  const { attempt, account } = await office();
  await Promise.all([1, 2, 3, 4].map(() => attempt("kim@exempel.se", "fel")));
  expect(await account()).toEqual({ failed: 4, lockedUntil: null });
});

test("a session's use is noted each minute, keeps it alive, and an hour without ends it for its owner to be known as before", async () => {
  const { attempt, sessions, who, clock, kim } = await office();
  const begun = clock.now;
  const at = (minutes: number, milliseconds = 0) => {
    clock.now = new Date(begun.getTime() + minutes * MINUTE + milliseconds);
    return clock.now;
  };
  const result = await attempt("kim@exempel.se", RIGHT);
  const token = result.ok ? result.value : "";
  const seen = async () => (await sessions())[0]?.seen_at;
  at(1, -1);
  await who(token);
  expect(await seen()).toEqual(begun);
  const noted = at(1);
  await who(token);
  expect(await seen()).toEqual(noted);
  at(61, -1);
  expect((await who(token)).actor?.accountId).toBe(kim.accountId);
  at(122);
  expect(await who(token)).toEqual({ actor: null, formerAccount: kim.accountId });
});

test("signing out ends that session and no other", async () => {
  const { attempt, who, run } = await office();
  const results = [await attempt("kim@exempel.se", RIGHT), await attempt("kim@exempel.se", RIGHT)];
  const [one = "", other = ""] = results.map((each) => (each.ok ? each.value : ""));
  await run((unitOfWork) => signOut(unitOfWork, one));
  expect(await who(one)).toEqual({ actor: null, formerAccount: null });
  expect((await who(other)).actor).not.toBeNull();
});

test("ORG-8: roles and deputies are in force from their first day until the day that is the first without", async () => {
  const { attempt, who, put, kim, unit, clock } = await office();
  const days = { valid_from: "2026-11-23", valid_to: "2026-11-24" };
  await put("role_grant", { id: newId(), account_id: kim.accountId, role: "adopter", ...days });
  await put("unit_deputy", { unit_id: unit, person_id: kim.personId, reason: "Ledig", ...days });
  const on = async (day: string): Promise<Pick<Actor, "grants" | "manages"> | null> => {
    clock.now = new Date(`${day}T12:00:00+01:00`);
    const result = await attempt("kim@exempel.se", RIGHT);
    return (await who(result.ok ? result.value : "")).actor;
  };
  expect(await on("2026-11-22")).toMatchObject({ grants: [], manages: [] });
  expect(await on("2026-11-23")).toMatchObject({
    grants: [{ role: "adopter" }],
    manages: [{ unitId: unit, as: "deputy" }],
  });
  expect(await on("2026-11-24")).toMatchObject({ grants: [], manages: [] });
});

test("PRV-3: who has left is nobody from that day, with the session that they had", async () => {
  const { attempt, who, run, kim, clock } = await office();
  const result = await attempt("kim@exempel.se", RIGHT);
  const token = result.ok ? result.value : "";
  await run(({ tx }) =>
    tx.updateTable("person").set({ closed_on: "2026-11-23" }).where("id", "=", kim.personId).execute(),
  );
  expect((await who(token)).actor).not.toBeNull();
  clock.now = new Date("2026-11-23T00:00:00+01:00");
  expect(await who((await attempt("kim@exempel.se", RIGHT)).ok ? "x" : token)).toEqual({
    actor: null,
    formerAccount: null,
  });
});

test("the demo's door opens for its own accounts, in a demo alone", async () => {
  const { join, run, who } = await office();
  await join("demo-kim");
  const enter = (mode: "demo" | "live", username: string) =>
    run((unitOfWork) => signInToDemo(unitOfWork, mode, username));
  expect((await who(await enter("demo", "demo-kim"))).actor).not.toBeNull();
  await expect(enter("live", "demo-kim")).rejects.toThrow(NotFound);
  await expect(enter("demo", "kim@exempel.se")).rejects.toThrow(NotFound);
});

test("what has expired is taken away, and nothing else", async () => {
  const { attempt, run, put, kim, clock, sessions } = await office();
  await attempt("kim@exempel.se", RIGHT);
  const begun = clock.now;
  const sent = { token: newId(), at: begun };
  await put("submission", sent);
  await put("invitation", {
    token_hash: Buffer.from("a"),
    account_id: kim.accountId,
    expires_at: new Date(begun.getTime() + 1),
  });
  await put("parked_post", {
    id: newId(),
    account_id: kim.accountId,
    created_at: begun,
    sealed: Buffer.from("x"),
  });
  const left = async (minutes: number) => {
    clock.now = new Date(begun.getTime() + minutes * MINUTE);
    await run(deleteExpired);
    const count = (table: "submission" | "invitation" | "parked_post") =>
      run(({ tx }) => tx.selectFrom(table).selectAll().execute()).then((rows) => rows.length);
    return [
      (await sessions()).length,
      await count("invitation"),
      await count("parked_post"),
      await count("submission"),
    ];
  };
  const day = 24 * 60;
  expect(await left(0)).toEqual([1, 1, 1, 1]);
  expect(await left(59)).toEqual([1, 0, 1, 1]);
  expect(await left(60)).toEqual([1, 0, 0, 1]);
  expect(await left(7 * day)).toEqual([1, 0, 0, 1]);
  expect(await left(7 * day + 1)).toEqual([0, 0, 0, 1]);
  expect(await left(30 * day + 1)).toEqual([0, 0, 0, 0]);
});
