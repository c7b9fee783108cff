/** Two processes that gather the same person's mail at the same moment, each with a connection of its own: it is one mail, and holds everything once. */
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { digest } from "../../src/notices/letters.ts";
import { chooseNotices } from "../../src/notices/keep-notices.ts";
import type { Work } from "../../src/platform/database/work.ts";
import { latestDigest } from "../../src/platform/mail/digest.rules.ts";
import { gatherMail } from "../../src/platform/mail/gather-mail.ts";
import { postMail } from "../../src/platform/mail/post-mail.ts";
import { DIGEST, mailKinds } from "../../src/shared/mail-kinds.ts";
import { testDatabase } from "../support/database.ts";
import { postOffice } from "./office.ts";

const database = await testDatabase();
const { here, as, annaId, at, now, mail, post } = await postOffice(database, {
  kind: "evidence",
  subject: "Ett underlag väntar",
  text: "Någon har lämnat in ett underlag.",
  path: "/my/evidence",
});
const anna = await here.actor(annaId);

/** In the work that is under way: what another waits for fails by itself, so that a hold which is none shows. */
const gathers = async (work: Work) => {
  await sql`set local lock_timeout = '10s'`.execute(work.tx);
  await gatherMail(work, digest, 50);
};
const mails = () =>
  as(null, ({ tx }) => tx.selectFrom("mail").select(["id", "kind", "state", "gathered_in"]).execute());

/** Does a connection of this database wait for another's lock? Asked until one does. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    if (rows.length > 0) return;
  }
}

beforeEach(async () => {
  await as(null, ({ tx }) => tx.deleteFrom("mail").execute());
  at("2026-11-22T20:00:00Z");
  await as(anna, (work) => chooseNotices(work, { wanted: mailKinds, language: "sv", gathered: true }));
  await post(mail(), mail({ path: "/my/evidence/2" }));
  at("2026-11-23T06:00:00Z");
});

/** One mail, with both in it. */
async function expectOne(): Promise<void> {
  const all = await mails();
  const digests = all.filter(({ kind }) => kind === DIGEST);
  expect(digests).toMatchObject([{ state: "waiting" }]);
  const [one] = digests;
  expect(all.filter(({ kind }) => kind !== DIGEST)).toMatchObject([
    { state: "gathered", gathered_in: one?.id },
    { state: "gathered", gathered_in: one?.id },
  ]);
}

describe("TLK-3: the same person's, by two processes at once", () => {
  test("the second passes it by while the first has it in hand, and finds nothing left when the first is done", async () => {
    await as(null, async (first) => {
      await gathers(first);
      // Done with its own before the first is: it has waited for nothing, and made nothing.
      await as(null, gathers);
      expect(await mails()).toMatchObject([{ state: "waiting" }, { state: "waiting" }]);
    });
    await expectOne();
    await as(null, gathers);
    await expectOne();
  });

  test("one that was past the hold waits for the other's mail and adds none of its own: a time has one, by its key", async () => {
    const key = `${DIGEST} ${annaId} ${latestDigest(now()).toISOString()}`;
    let second: Promise<void> | undefined;
    await as(null, async (first) => {
      await gathers(first);
      second = as(null, (work) =>
        postMail(work, [{ ...mail(), key, kind: DIGEST, subject: "En till", path: "" }]),
      );
      await untilSomebodyWaits();
    });
    await second;
    await expectOne();
  });

  test("however they fall, many times over", async () => {
    for (let day = 0; day < 15; day += 1) {
      await Promise.all([as(null, gathers), as(null, gathers), as(null, gathers)]);
      await expectOne();
      await as(null, ({ tx }) => tx.deleteFrom("mail").execute());
      at(new Date(now().getTime() + 12 * 3_600_000));
      await post(mail(), mail());
      at(new Date(now().getTime() + 12 * 3_600_000));
    }
  });
});
