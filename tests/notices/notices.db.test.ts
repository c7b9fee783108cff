/** What comes by mail is one's own to choose and to see; how sending fares is the administrators'. */
import { expect, test } from "vitest";
import { chooseNotices, viewMyNotices } from "../../src/notices/keep-notices.ts";
import { viewMailState, viewMyMail } from "../../src/notices/view-mail.ts";
import { carrierFor } from "../../src/platform/mail/carrier.ts";
import { mailFate } from "../../src/platform/mail/mail-fate.ts";
import { postMail } from "../../src/platform/mail/post-mail.ts";
import { sendMail } from "../../src/platform/mail/send-mail.ts";
import { digest, dress } from "../../src/notices/letters.ts";
import type { Work } from "../../src/platform/database/work.ts";
import { mailKinds, type MailKind } from "../../src/shared/mail-kinds.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound, NotHere } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { grant, world } from "../people/world.ts";

const here = await world(await testDatabase());
const { as, workshop, slug } = here;
const [annaId, sivId] = [
  await here.person("Anna Ek", { email: "anna@kommun.example" }),
  await here.person("Siv Skyddad", { email: "siv@kommun.example", protected_identity: true }),
];
const [anna, siv, guest, administrator] = [
  await here.actor(annaId),
  await here.actor(sivId),
  await here.actor(null),
  await here.actor(null, { grants: [grant("administrator")] }),
];
const post = (personId: Id, kind: MailKind, key: string = newId(), notBefore?: Date) =>
  as(null, (work) =>
    postMail(work, [
      {
        key,
        kind,
        to: { personId },
        subject: `Om ${kind}`,
        text: "Ett stycke.\n\nEtt till.",
        path: "/my/talks",
        language: "sv",
        ...(notBefore ? { notBefore } : {}),
      },
    ]),
  );
const choose = (work: Work, wanted: readonly string[]) =>
  chooseNotices(work, { wanted, gathered: false, language: "sv" });
const send = () =>
  sendMail(workshop, slug, { carrier: carrierFor(null, "demo"), origin: "http://localhost", dress, digest });
const caught = async (actor: typeof anna) =>
  (await as(actor, (work) => viewMyMail(work, "caught"))).caught.map(({ subject }) => subject);
const wanted = async (actor: typeof anna) =>
  (await as(actor, viewMyNotices)).choices.flatMap(({ kind, wanted: is }) => (is ? [kind] : []));

test("TLK-3: everything comes until it is turned off, and what is turned off does not; invitations always come", async () => {
  expect(await wanted(anna)).toEqual(mailKinds);
  await as(anna, (work) => choose(work, ["talk-task", "no such kind"]));
  expect(await wanted(anna)).toEqual(["talk-invitation", "talk-task"]);
  for (const kind of mailKinds) await post(annaId, kind);
  await send();
  expect((await caught(anna)).toSorted()).toEqual(["Om talk-invitation", "Om talk-task"]);
  await as(anna, (work) => choose(work, mailKinds));
  expect(await wanted(anna)).toEqual(mailKinds);
});

test("ORG-7: with protected identity nothing comes but what the person has turned on", async () => {
  expect(await wanted(siv)).toEqual([]);
  for (const kind of mailKinds) await post(sivId, kind);
  await send();
  expect(await caught(siv)).toEqual([]);
  await as(siv, (work) => choose(work, ["talk-invitation"]));
  for (const kind of mailKinds) await post(sivId, kind);
  await send();
  expect(await caught(siv)).toEqual(["Om talk-invitation"]);
});

test("what is caught, and what waits, is seen by the one it is to, and only where mail is caught", async () => {
  await post(annaId, "talk-reminder", "later", new Date("2030-01-01T07:00:00Z"));
  const mine = await as(anna, (work) => viewMyMail(work, "caught"));
  expect(mine.waiting).toMatchObject([{ subject: "Om talk-reminder", at: "2030-01-01T07:00:00.000Z" }]);
  expect((await as(siv, (work) => viewMyMail(work, "caught"))).waiting).toEqual([]);
  await expect(as(guest, (work) => viewMyMail(work, "caught"))).rejects.toThrow(NotFound);
  await expect(as(guest, viewMyNotices)).rejects.toThrow(NotFound);
  await expect(as(guest, (work) => choose(work, []))).rejects.toThrow(NotFound);
  for (const fate of ["sent", "nowhere"] as const)
    await expect(as(anna, (work) => viewMyMail(work, fate))).rejects.toThrow(NotHere);
  expect([mailFate(null, "demo"), mailFate(null, "live")]).toEqual(["caught", "nowhere"]);
});

test("PRV-1, ORG-7: administrators see what was given up and for whom, and that they saw is logged; nobody with protected identity is among them", async () => {
  await as(siv, (work) => choose(work, ["talk-task"]));
  const bo = await here.person("Bo Utan");
  await as(null, ({ tx }) => tx.updateTable("person").set({ email: null }).where("id", "=", sivId).execute());
  for (const personId of [bo, sivId]) await post(personId, "talk-task");
  await send();
  await expect(as(anna, viewMailState)).rejects.toThrow(NotFound);
  const state = await as(administrator, viewMailState);
  expect(state).toMatchObject({ givenUp: 1, later: 1, due: 0 });
  expect(state.failures).toMatchObject([
    { personId: bo, name: "Bo Utan", why: "no-address", kind: "talk-task" },
  ]);
  const logged = await as(null, ({ tx }) =>
    tx.selectFrom("access_log").select(["person_ids", "what", "basis"]).where("what", "=", "mail").execute(),
  );
  expect(logged).toEqual([{ person_ids: [bo], what: "mail", basis: "administrator" }]);
});
