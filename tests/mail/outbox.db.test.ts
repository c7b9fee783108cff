/** What is queued to be sent: once for each key, with what causes it, and taken back while it waits. */
import { expect, test } from "vitest";
import { cancelMail, postMail, type Mail } from "../../src/platform/mail/post-mail.ts";
import type { Work } from "../../src/platform/database/work.ts";
import { testDatabase } from "../support/database.ts";
import { world } from "../people/world.ts";

const database = await testDatabase();
const { as, person } = await world(database);
const anna = await person("Anna Ek", { email: "anna.ek@kommun.example" });

const mail = (key: string, more: Partial<Mail> = {}): Mail => ({
  key,
  kind: "talk-reminder",
  to: { personId: anna },
  subject: "Utvecklingssamtal i morgon",
  text: "I morgon har du ett samtal.",
  path: "/my/talks",
  language: "sv",
  ...more,
});

const queued = ({ tx, organisationId }: Work) =>
  tx
    .selectFrom("mail")
    .select(["key", "subject", "state", "next_try_at", "give_up_at"])
    .where("organisation_id", "=", organisationId)
    .orderBy("key")
    .execute();
const jobs = async ({ tx }: Work): Promise<number> => {
  const rows = await tx
    .withSchema("graphile_worker")
    .selectFrom("jobs" as never)
    .select(["task_identifier" as never])
    .execute();
  return rows.length;
};

test("TLK-3: a mail is queued with what causes it, and not at all when that fails", async () => {
  await expect(
    as(null, async (work) => {
      await postMail(work, [mail("lost")]);
      throw new Error("something else failed");
    }),
  ).rejects.toThrow("something else failed");
  expect(await as(null, queued)).toEqual([]);
  expect(await as(null, jobs)).toBe(0);
});

test("TLK-3: the same key is the same mail, in one go or in two", async () => {
  await as(null, (work) =>
    postMail(work, [mail("twice"), mail("twice", { subject: "Något annat" }), mail("once")]),
  );
  await as(null, (work) => postMail(work, [mail("twice", { subject: "Ännu något annat" })]));
  expect((await as(null, queued)).map(({ key, subject }) => [key, subject])).toEqual([
    ["once", "Utvecklingssamtal i morgon"],
    ["twice", "Utvecklingssamtal i morgon"],
  ]);
  expect(await as(null, jobs)).toBe(1);
});

test("what waits is taken back by its key, and can be queued anew", async () => {
  expect(await as(null, (work) => cancelMail(work, ["twice", "unknown"]))).toBe(1);
  expect(await as(null, (work) => cancelMail(work, []))).toBe(0);
  const [notBefore, notAfter] = [new Date("2026-12-01T07:00:00Z"), new Date("2026-12-01T09:00:00Z")];
  await as(null, (work) => postMail(work, [mail("twice", { notBefore, notAfter })]));
  expect((await as(null, queued)).find(({ key }) => key === "twice")).toMatchObject({
    next_try_at: notBefore,
    give_up_at: notAfter,
  });
});

test("ORG-1: another organisation's mail is neither seen nor taken back, and its keys are not in the way", async () => {
  const other = await world(database, "annan");
  expect(await other.as(null, (work) => cancelMail(work, ["once"]))).toBe(0);
  await other.as(null, (work) => postMail(work, [mail("once", { to: { address: "bo@annan.example" } })]));
  expect((await other.as(null, queued)).map(({ key }) => key)).toEqual(["once"]);
  expect(await as(null, queued)).toHaveLength(2);
});
