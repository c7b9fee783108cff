/** What isn't urgent, once a day, through a real SMTP server: at least once, with one Message-ID, and never what has its time. */
import { beforeEach, describe, expect, test } from "vitest";
import { chooseNotices, viewMyNotices } from "../../src/notices/keep-notices.ts";
import { viewMailState, viewMyMail } from "../../src/notices/view-mail.ts";
import { keptMail } from "../../src/notices/notice.store.ts";
import { tell } from "../../src/notices/tell.ts";
import type { Mail } from "../../src/platform/mail/post-mail.ts";
import { carrierFor } from "../../src/platform/mail/carrier.ts";
import { mailKinds, type MailKind } from "../../src/shared/mail-kinds.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { headerOf, type Received } from "../support/mail-server.ts";
import { grant } from "../people/world.ts";
import { postOffice } from "./office.ts";

const office = await postOffice(await testDatabase(), {
  kind: "evidence",
  subject: "Ett underlag väntar",
  text: "Någon har lämnat in ett underlag.",
  path: `/people/${newId()}`,
});
const { here, as, annaId, carrier, now, at, server, send, post } = office;
/** Each of somebody else's. */
const mail = (more: Partial<Mail> = {}): Mail => office.mail({ path: `/people/${newId()}`, ...more });

const boId = await here.person("Bo Al", { email: "bo@kommun.example" });
const [anna, bo] = [await here.actor(annaId), await here.actor(boId)];
const choose = (
  actor: Actor,
  gathered: boolean,
  more: { language?: "sv" | "en"; wanted?: readonly string[] } = {},
) => as(actor, (work) => chooseNotices(work, { wanted: mailKinds, language: "sv", gathered, ...more }));

const textOf = ({ raw }: Received): string => {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const bytes = /Content-Transfer-Encoding: base64/i.test(raw)
    ? Buffer.from(body, "base64")
    : Buffer.from(
        body
          .replaceAll("=\r\n", "")
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
        "latin1",
      );
  return bytes.toString("utf8").replaceAll("\r\n", "\n");
};
const states = async () =>
  (await as(null, ({ tx }) => tx.selectFrom("mail").select(["kind", "state", "why"]).execute()))
    .map(({ kind, state, why }) => [kind, state, ...(why ? [why] : [])].join(" "))
    .toSorted();

const AT_ONCE: readonly MailKind[] = ["talk-invitation", "talk-reminder", "staff-import"];
const EVENING = "2026-11-22T20:00:00Z";
/** Seven in the morning after it. */
const SEVEN = "2026-11-23T06:00:00Z";

beforeEach(async () => {
  await as(null, async ({ tx }) => {
    await tx.deleteFrom("mail").execute();
    await tx.deleteFrom("mail_choice").execute();
    await tx.deleteFrom("mail_setting").execute();
  });
  server.received().length = 0;
  server.answers("taken");
  at(EVENING);
});

describe("TLK-3: what isn't urgent comes once a day to those who have chosen it", () => {
  test("at seven, everything in one mail with its pages; others get each by itself, at once", async () => {
    await choose(anna, true);
    await post(mail(), mail(), mail({ kind: "move", subject: "En flytt", text: "Se efter." }));
    await post(mail({ to: { personId: boId } }));
    await send();
    expect(server.received().map(({ to }) => to)).toEqual(["bo@kommun.example"]);
    at("2026-11-23T05:59:59Z");
    await send();
    expect(server.received()).toHaveLength(1);
    at(SEVEN);
    await send();
    await send();
    expect(server.received().map(({ to }) => to)).toEqual(["bo@kommun.example", "anna@kommun.example"]);
    const got = server.received()[1] as Received;
    expect(headerOf(got, "Subject")).toBe("=?UTF-8?Q?3_saker_fr=C3=A5n_Vidga?=");
    expect(headerOf(got, "Reply-To")).toBeNull();
    const text = textOf(got);
    const home = `https://vidga.example/o/${here.slug}`;
    // What says the same is said once, with the page of each.
    expect(text.split("Ett underlag väntar")).toHaveLength(2);
    expect(text.match(new RegExp(`^${home}/people/`, "gm"))).toHaveLength(3);
    expect(text).toContain("* En flytt\nSe efter.\n");
    expect(text).toContain(`${home}/my/notices`);
    expect(text).not.toMatch(/Anna|Bo Al/);
    expect(await states()).toEqual([
      "digest sent",
      "evidence gathered",
      "evidence gathered",
      "evidence sent",
      "move gathered",
    ]);
  });

  test.each(AT_ONCE)("%s comes at once, to them too", async (kind) => {
    await choose(anna, true);
    await post(mail({ kind }));
    await send();
    expect(await states()).toEqual([`${kind} sent`]);
  });

  test.each(mailKinds.filter((kind) => !AT_ONCE.includes(kind)))("%s waits for the others", async (kind) => {
    await choose(anna, true);
    await post(mail({ kind }));
    await send();
    expect(server.received()).toEqual([]);
    at(SEVEN);
    await send();
    // One alone keeps its subject.
    expect(server.received().map((got) => headerOf(got, "Subject"))).toEqual([
      expect.stringContaining("underlag"),
    ]);
    expect(await states()).toEqual([`${kind} gathered`, "digest sent"].toSorted());
  });

  test("one a day: what comes after seven waits for the next, and where nothing has come nothing does", async () => {
    await choose(anna, true);
    await post(mail());
    at(SEVEN);
    await send();
    at("2026-11-23T06:00:01Z");
    await post(mail());
    await send();
    at("2026-11-24T06:00:00Z");
    await send();
    at("2026-11-25T06:00:00Z");
    await send();
    expect(server.received()).toHaveLength(2);
    expect(new Set(server.received().map((got) => headerOf(got, "Message-ID"))).size).toBe(2);
  });

  test("what a slow transaction adds to a morning that has been sent waits for the next", async () => {
    await choose(anna, true);
    await post(mail());
    at(SEVEN);
    await send();
    at(EVENING);
    await post(mail());
    at("2026-11-23T06:01:00Z");
    await send();
    expect(server.received()).toHaveLength(1);
    at("2026-11-24T06:00:00Z");
    await send();
    expect(server.received()).toHaveLength(2);
  });

  test.each([
    ["the night when the clocks go forward", "2026-03-28T20:00:00Z", "2026-03-29T05:00:00Z"],
    ["the night when the clocks go back", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z"],
  ])("%s it is at seven all the same", async (_, evening, seven) => {
    at(evening);
    await choose(anna, true);
    await post(mail());
    at(new Date(Date.parse(seven) - 1000));
    await send();
    expect(server.received()).toEqual([]);
    at(seven);
    await send();
    expect(server.received()).toHaveLength(1);
  });

  test("turned off, what waited comes at once, each by itself", async () => {
    await choose(anna, true);
    expect(await as(anna, viewMyNotices)).toMatchObject({ gathered: true, language: "sv" });
    await post(mail(), mail());
    await send();
    await choose(anna, false);
    await send();
    expect(await states()).toEqual(["evidence sent", "evidence sent"]);
  });

  test("in the language that its reader has chosen, and so is what it gathers", async () => {
    await choose(anna, true, { language: "en" });
    await as(null, async (work) => {
      for (const about of ["1", "2"])
        await tell(work, "evidence-in", { to: [annaId], about, path: "/units" });
    });
    at(SEVEN);
    await send();
    const [got] = server.received();
    expect(got && headerOf(got, "Subject")).toBe("2 things from Vidga");
    expect(got && headerOf(got, "Content-Language")).toBe("en");
    expect(got && textOf(got)).toContain("Evidence waits to be checked");
  });
});

describe("at least once, with one Message-ID", () => {
  test("the mail server is down: nothing is lost, and it is one mail when it is back", async () => {
    await choose(anna, true);
    await post(mail(), mail());
    at(SEVEN);
    await server.goesAway();
    expect(await send()).toBe("stopped");
    expect(await states()).toEqual(["digest waiting unreachable", "evidence gathered", "evidence gathered"]);
    await server.comesBack();
    at("2026-11-23T06:01:00Z");
    await send();
    expect(server.received()).toHaveLength(1);
  });

  test("a process that dies between gathering and sending: another sends the same", async () => {
    await choose(anna, true);
    await post(mail(), mail());
    at(SEVEN);
    const died = new Error("died");
    await expect(send({ ...carrier, send: () => Promise.reject(died) })).rejects.toBe(died);
    at("2026-11-23T06:10:00Z");
    await send();
    expect(server.received().map((got) => headerOf(got, "Subject"))).toHaveLength(1);
    expect(textOf(server.received()[0] as Received).match(/\/people\//g)).toHaveLength(2);
  });

  test("the server goes away before it answers: again, with the same Message-ID", async () => {
    await choose(anna, true);
    await post(mail());
    at(SEVEN);
    server.answers("cut-off");
    await send();
    server.answers("taken");
    at("2026-11-23T06:01:00Z");
    await send();
    expect(server.received()).toHaveLength(2);
    expect(new Set(server.received().map((got) => headerOf(got, "Message-ID"))).size).toBe(1);
  });

  test("two processes at once: each person's is gathered by one of them", async () => {
    const ids: Id[] = [];
    for (let at = 0; at < 60; at += 1) {
      const id = await here.person(`Kim Nr${at}`, { email: `kim${at}@kommun.example` });
      await here.put("mail_setting", { person_id: id, gathered: true, language: "sv", chosen_at: now() });
      ids.push(id);
    }
    await post(...[...ids, ...ids].map((personId) => mail({ to: { personId } })));
    at(SEVEN);
    await Promise.all([send(), send()]);
    await send();
    expect(
      server
        .received()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(ids.map((_, at) => `kim${at}@kommun.example`).toSorted());
  });

  test("what has been tried by itself is not gathered: it may have come already", async () => {
    await post(mail());
    server.answers("cut-off");
    await send();
    await choose(anna, true);
    server.answers("taken");
    at("2026-11-22T20:01:00Z");
    await send();
    expect(new Set(server.received().map((got) => headerOf(got, "Message-ID"))).size).toBe(1);
    expect(await states()).toEqual(["evidence sent"]);
  });

  test("where no mail can be sent it waits for a server, and not for ever", async () => {
    await choose(anna, true);
    await post(mail());
    await send(null);
    at("2026-11-25T20:00:00Z");
    await send(null);
    expect(await states()).toEqual(["evidence given-up late"]);
  });
});

describe("ORG-7, PRV-3: who gets it, and what is in it, is decided when it is gathered and sent", () => {
  test("nothing that is turned off; with protected identity nothing that isn't turned on; nothing to those who have left", async () => {
    await choose(anna, true);
    await post(mail(), mail({ kind: "move" }));
    await choose(anna, true, { wanted: ["move"] });
    const siv = await here.person("Siv Skyddad", { email: "siv@kommun.example", protected_identity: true });
    const gun = await here.person("Gun Slutat", { email: "gun@kommun.example", closed_on: "2026-11-01" });
    for (const id of [siv, gun]) {
      await here.put("mail_setting", { person_id: id, gathered: true, language: "sv", chosen_at: now() });
      await post(mail({ to: { personId: id } }));
    }
    await send();
    expect(await states()).toEqual([
      "evidence withheld nobody",
      "evidence withheld protected",
      "evidence withheld unwanted",
      "move waiting",
    ]);
    at(SEVEN);
    await send();
    expect(server.received().map(({ to }) => to)).toEqual(["anna@kommun.example"]);
    expect(textOf(server.received()[0] as Received)).not.toMatch(/underlag väntar.*underlag väntar/s);
  });

  test("somebody gets protected identity after it was gathered: it is withheld, unless they have turned on all that is in it", async () => {
    const [ada, ulla] = [
      await here.person("Ada Ny", { email: "ada@kommun.example" }),
      await here.person("Ulla Ny", { email: "ulla@kommun.example" }),
    ];
    for (const id of [ada, ulla]) {
      await here.put("mail_setting", { person_id: id, gathered: true, language: "sv", chosen_at: now() });
      await post(mail({ to: { personId: id } }));
    }
    await here.put("mail_choice", { person_id: ulla, kind: "evidence", wanted: true, chosen_at: now() });
    at(SEVEN);
    server.answers({ code: 451 });
    await send();
    await as(null, ({ tx }) =>
      tx.updateTable("person").set({ protected_identity: true }).where("id", "in", [ada, ulla]).execute(),
    );
    server.answers("taken");
    server.received().length = 0;
    at("2026-11-23T06:30:00Z");
    await send();
    expect(server.received().map(({ to }) => to)).toEqual(["ulla@kommun.example"]);
    expect(await states()).toContain("digest withheld protected");
  });

  test("what waits is seen by its reader with when it comes, and is no trouble to the administrators; what came is kept with what it gathered", async () => {
    const administrator = await here.actor(null, { grants: [grant("administrator")] });
    await choose(anna, true);
    await post(mail(), mail());
    at("2026-11-22T20:05:00Z");
    const { waiting } = await as(anna, (work) => viewMyMail(work, "caught"));
    expect(waiting.map(({ at: when }) => when)).toEqual(
      [SEVEN, SEVEN].map((day) => new Date(day).toISOString()),
    );
    expect(await as(administrator, viewMailState)).toMatchObject({ due: 0, later: 2 });
    at(SEVEN);
    await send(carrierFor(null, "demo"));
    const { caught } = await as(anna, (work) => viewMyMail(work, "caught"));
    expect(caught.map(({ letters }) => letters.length)).toEqual([2]);
    expect((await as(bo, (work) => viewMyMail(work, "caught"))).caught).toEqual([]);
    const kept = await as(anna, (work) => keptMail(work, annaId));
    expect(kept.map(({ state }) => state).toSorted()).toEqual(["caught", "gathered", "gathered"]);
  });
});
