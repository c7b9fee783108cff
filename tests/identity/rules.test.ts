import { describe, expect, test } from "vitest";
import { afterWrongPassword, isLocked, needsTouch, sessionLives } from "../../src/identity/rules.ts";
import { checkGrant, type WantedGrant } from "../../src/identity/role.rules.ts";
import { mayGiveRoles, mayKeepAccounts } from "../../src/identity/access.ts";
import { cookieName, endedCookie, sessionCookie } from "../../src/identity/session.ts";
import { GIVEN_ROLES, type Actor, type GivenRole } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { grant } from "../people/world.ts";

const NOON = new Date("2026-11-22T12:00:00+01:00");
const after = (minutes: number, seconds = 0): Date =>
  new Date(NOON.getTime() + (minutes * 60 + seconds) * 1000);

describe("the lock after wrong passwords", () => {
  test.each([
    [0, 1, false],
    [3, 4, false],
    [4, 0, true],
  ])("after %i wrong ones another gives the count %i, and a lock: %s", (before, count, locked) => {
    expect(afterWrongPassword(before, NOON)).toEqual({
      failedAttempts: count,
      lockedUntil: locked ? after(15) : null,
    });
  });

  test.each([
    [after(0), true],
    [after(14, 59), true],
    [after(15), false],
  ])("holds until a quarter of an hour has gone: %s", (now, locked) => {
    expect(isLocked(after(15), now)).toBe(locked);
    expect(isLocked(null, now)).toBe(false);
  });
});

test.each([
  ["just used", after(0), after(0), true],
  ["59 minutes and 59 seconds without use", after(-59, -59), after(-59, -59), true],
  ["an hour without use", after(-60), after(-60), false],
  ["in use, a second before twelve hours", after(-719, -59), after(0), true],
  ["in use for twelve hours", after(-720), after(0), false],
])("a session lives while it is used, for at most twelve hours: %s", (_, createdAt, seenAt, lives) => {
  expect(sessionLives({ createdAt, seenAt }, NOON)).toBe(lives);
});

test.each([
  [after(0, -59), false],
  [after(-1), true],
])("that a session is used is noted at most each minute: last at %s", (seenAt, due) => {
  expect(needsTouch(seenAt, NOON)).toBe(due);
});

test("the cookie is the browser's own secret, and over https the host's", () => {
  expect(cookieName("aby", false)).toBe("vidga-aby");
  expect(sessionCookie("aby", false, "x")).toBe("vidga-aby=x; Path=/; HttpOnly; SameSite=Lax");
  expect(sessionCookie("aby", true, "x")).toBe("__Host-vidga-aby=x; Path=/; HttpOnly; SameSite=Lax; Secure");
  expect(endedCookie("aby", true)).toContain("Max-Age=0; Secure");
});

describe("ORG-8: what a role needs to be given", () => {
  const plain: WantedGrant = {
    role: "adopter",
    unitId: null,
    professionIds: [],
    personId: null,
    reason: "",
    from: "2026-11-22",
    lastDay: null,
  };
  const partner = { role: "hr_partner", personId: newId(), reason: "Ärende", lastDay: "2027-01-31" };
  const [unit, person, end, reason] = ["unit-missing", "person-missing", "end-missing", "reason-missing"];

  test.each<[string, Partial<WantedGrant>, readonly (string | undefined)[]]>([
    ["a role for the whole organisation", {}, []],
    ["no such role", { role: "manager" }, ["role-missing"]],
    ["no role", { role: "" }, ["role-missing"]],
    ["a rollout lead without a unit", { role: "rollout_lead" }, [unit]],
    ["a rollout lead of no unit", { role: "rollout_lead", unitId: "x" }, [unit]],
    ["a rollout lead", { role: "rollout_lead", unitId: newId() }, []],
    ["a union without professions", { role: "union_representative" }, ["professions-missing"]],
    ["a union", { role: "union_representative", professionIds: [newId()] }, []],
    ["an HR partner in no case", { role: "hr_partner" }, [person, reason, end]],
    ["an HR partner in one case", partner, []],
    ["an HR partner whose reason is blank", { ...partner, reason: "  " }, [reason]],
    ["a case of six months to the day", { ...partner, lastDay: "2027-05-21" }, []],
    ["a case of six months and a day", { ...partner, lastDay: "2027-05-22" }, ["case-too-long"]],
    ["a first day that is none", { from: "2026-02-30" }, ["not-a-day"]],
    ["a last day that is none", { lastDay: "imorgon" }, ["not-a-day"]],
    ["one day", { lastDay: "2026-11-22" }, []],
    ["an end before the beginning", { lastDay: "2026-11-21" }, ["ends-before-it-begins"]],
    ["a reason of 500 characters", { reason: "x".repeat(500) }, []],
    ["a reason of 501", { reason: "x".repeat(501) }, ["too-long"]],
  ])("%s", (_, wanted, codes) => {
    expect(checkGrant({ ...plain, ...wanted }).map((each) => each.code)).toEqual(codes);
  });
});

test("administrators alone keep accounts, and nobody gives roles to themselves", () => {
  const actor = (role?: GivenRole): Actor => ({
    accountId: newId(),
    organisationId: newId(),
    personId: null,
    displayName: "Kim",
    grants: role ? [grant(role)] : [],
    manages: [{ unitId: newId(), as: "manager" }],
  });
  for (const role of [undefined, ...GIVEN_ROLES]) {
    const someone = actor(role);
    expect([role, mayKeepAccounts(someone)]).toEqual([role, role === "administrator"]);
    expect([role, mayGiveRoles(someone, newId())]).toEqual([role, role === "administrator"]);
    expect(mayGiveRoles(someone, someone.accountId)).toBe(false);
  }
  expect([mayKeepAccounts(null), mayGiveRoles(null, newId())]).toEqual([false, false]);
});
