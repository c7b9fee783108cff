import { expect, test } from "vitest";
import {
  addAccount,
  choosePassword,
  closeAccount,
  endRole,
  giveRole,
  invite,
  viewAccount,
  viewAccounts,
  viewInvitation,
} from "../../src/identity/keep-accounts.ts";
import { signIn } from "../../src/identity/sign-in.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { testDatabase } from "../support/database.ts";
import { grant, TODAY, world } from "../people/world.ts";

const database = await testDatabase();
const PASSWORD = "en lång mening som lösenord";

async function office() {
  const here = await world(database);
  const unit = await here.unit("Rehab", null);
  const kim = await here.actor(await here.person("Kim Ek"), { displayName: "Kim Ek" });
  const hidden = await here.person("Gömd Ek", { protected_identity: true });
  await here.employ(hidden, unit, { number: "7" });
  await here.employ(kim.personId ?? "", unit, { number: "8" });
  const protectedAccount = await here.actor(hidden, { displayName: "Gömd Ek" });
  const admin = await here.actor(null, { displayName: "Ada", grants: [grant("administrator")] });
  const clock = { now: new Date(`${TODAY}T12:00:00+01:00`) };
  const as = <T>(actor: Actor | null, run: (unitOfWork: Work) => Promise<T>): Promise<T> =>
    work({ ...here.workshop, clock: () => clock.now }, { slug: here.slug, actor }, run);
  return { ...here, unit, kim, protectedAccount, admin, clock, as };
}
const adopter = {
  role: "adopter",
  unitId: null,
  professionIds: [],
  employmentNumber: "",
  reason: "",
  from: TODAY,
  lastDay: null,
};

test("an account is added once for a name and once for an employee, and never tells of someone protected (ORG-7)", async () => {
  const { as, admin } = await office();
  const add = (username: string, employmentNumber: string) =>
    as(admin, (unit) => addAccount(unit, { username, displayName: "Ny", employmentNumber }));
  expect(await add(" NY@exempel.se ", "")).toMatchObject({ ok: true });
  const codes = async (username: string, number: string) => {
    const result = await add(username, number);
    return result.ok ? [] : result.reasons.map((each) => each.code);
  };
  expect(await codes("ny@exempel.se", "")).toEqual(["taken"]);
  expect(await codes("kim@exempel.se", "8")).toEqual(["taken"]);
  expect(await codes("gomd@exempel.se", "7")).toEqual(["person-missing"]);
  expect(await codes("ingen@exempel.se", "9")).toEqual(["person-missing"]);
});

test("ORG-7: someone with protected identity is in no list of accounts, and their account is not there to keep", async () => {
  const { as, admin, protectedAccount, kim } = await office();
  const list = await as(admin, (unit) => viewAccounts(unit, "ek", 1));
  expect(list.rows.map((row) => row.displayName)).toEqual(["Kim Ek"]);
  const { accountId } = protectedAccount;
  const keeps: readonly ((unit: Work) => Promise<unknown>)[] = [
    (unit) => viewAccount(unit, accountId),
    (unit) => invite(unit, accountId),
    (unit) => closeAccount(unit, accountId, true),
    (unit) => giveRole(unit, accountId, adopter),
    (unit) => endRole(unit, accountId, newId()),
  ];
  for (const keep of keeps) await expect(as(admin, keep)).rejects.toThrow(NotFound);
  const partner = {
    ...adopter,
    role: "hr_partner",
    employmentNumber: "7",
    reason: "Ärende",
    lastDay: "2027-01-01",
  };
  const result = await as(admin, (unit) => giveRole(unit, kim.accountId, partner));
  expect(result).toEqual({ ok: false, reasons: [{ code: "person-missing", field: "person" }] });
});

test("PRV-1: reading an employee's account is logged as reading about them", async () => {
  const { as, admin, kim } = await office();
  await as(admin, (unit) => viewAccount(unit, kim.accountId));
  const log = await as(null, ({ tx }) =>
    tx.selectFrom("access_log").select(["account_id", "person_ids", "what", "basis"]).execute(),
  );
  expect(log).toEqual([
    { account_id: admin.accountId, person_ids: [kim.personId], what: "account", basis: "administrator" },
  ]);
});

test("ORG-8: a role is given by an administrator to somebody else, and is gone the day it is ended", async () => {
  const { as, admin, kim, clock } = await office();
  await expect(as(admin, (unit) => giveRole(unit, admin.accountId, adopter))).rejects.toThrow(NotFound);
  await expect(as(kim, (unit) => giveRole(unit, admin.accountId, adopter))).rejects.toThrow(NotFound);
  await expect(as(null, (unit) => giveRole(unit, kim.accountId, adopter))).rejects.toThrow(NotFound);
  expect(await as(admin, (unit) => giveRole(unit, kim.accountId, adopter))).toMatchObject({ ok: true });
  const grants = async () => (await as(admin, (unit) => viewAccount(unit, kim.accountId))).account.grants;
  const [given] = await grants();
  expect(given).toMatchObject({ role: "adopter", from: TODAY, to: null });
  clock.now = new Date("2026-11-30T12:00:00+01:00");
  await expect(as(admin, (unit) => endRole(unit, admin.accountId, given?.id ?? ""))).rejects.toThrow(
    NotFound,
  );
  await as(admin, (unit) => endRole(unit, kim.accountId, given?.id ?? ""));
  expect(await grants()).toMatchObject([{ role: "adopter", from: TODAY, to: "2026-11-30" }]);
});

test("a unit or profession that is another organisation's gives no role", async () => {
  const { as, admin, kim } = await office();
  const elsewhere = await world(database);
  const unitId = await elsewhere.unit("Bortom", null);
  const lead = { ...adopter, role: "rollout_lead", unitId };
  const result = await as(admin, (unit) => giveRole(unit, kim.accountId, lead));
  expect(result).toEqual({ ok: false, reasons: [{ code: "unit-missing", field: "unit" }] });
});

test("an invitation works once, for three days, until a newer one replaces it", async () => {
  const { as, admin, kim, clock } = await office();
  const begun = clock.now.getTime();
  const send = () => as(admin, (unit) => invite(unit, kim.accountId));
  const works = async (token: string): Promise<boolean> => {
    const found = await as(null, (unit) => viewInvitation(unit, token)).catch((error: unknown) => error);
    if (found instanceof Error && !(found instanceof NotFound)) throw found;
    return !(found instanceof NotFound);
  };
  const [first, second] = [await send(), await send()];
  expect([await works(first), await works(second), await works("x")]).toEqual([false, true, false]);
  clock.now = new Date(begun + 72 * 3_600_000 - 1);
  expect(await works(second)).toBe(true);
  clock.now = new Date(begun + 72 * 3_600_000);
  expect(await works(second)).toBe(false);

  const third = await send();
  const choose = (password: string, repeated = password) =>
    as(null, (unit) => choosePassword(unit, third, password, repeated));
  const codes = async (password: string, repeated?: string) => {
    const result = await choose(password, repeated);
    return result.ok ? [] : result.reasons.map((each) => each.code);
  };
  expect(await codes("x".repeat(11))).toEqual(["too-short"]);
  expect(await codes("x".repeat(201))).toEqual(["password-too-long"]);
  expect(await codes(kim.accountId.toUpperCase())).toEqual(["same-as-username"]);
  expect(await codes(PASSWORD, "en annan mening")).toEqual(["differs"]);
  expect(await works(third)).toBe(true);
  expect(await choose(PASSWORD)).toMatchObject({ ok: true });
  expect(await works(third)).toBe(false);
  expect(await as(null, (unit) => signIn(unit, kim.accountId, PASSWORD))).toMatchObject({ ok: true });
  const row = await as(null, ({ tx }) =>
    tx.selectFrom("account").select("password_hash").where("id", "=", kim.accountId).executeTakeFirst(),
  );
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a new password, and closing the account, end every session", async () => {
  const { as, admin, kim } = await office();
  const sessions = () =>
    as(null, ({ tx }) => tx.selectFrom("session").select("account_id").execute()).then((rows) => rows.length);
  const enter = async () => {
    const token = await as(admin, (unit) => invite(unit, kim.accountId));
    await as(null, (unit) => choosePassword(unit, token, PASSWORD, PASSWORD));
    return sessions();
  };
  expect(await enter()).toBe(0);
  await as(null, (unit) => signIn(unit, kim.accountId, PASSWORD));
  expect(await sessions()).toBe(1);
  expect(await enter()).toBe(0);
  await as(null, (unit) => signIn(unit, kim.accountId, PASSWORD));
  await as(admin, (unit) => closeAccount(unit, kim.accountId, true));
  expect(await sessions()).toBe(0);
  expect(await as(null, (unit) => signIn(unit, kim.accountId, PASSWORD))).toMatchObject({ ok: false });
  await as(admin, (unit) => closeAccount(unit, kim.accountId, false));
  expect(await as(null, (unit) => signIn(unit, kim.accountId, PASSWORD))).toMatchObject({ ok: true });
});
