/** Mail on its way out, through a real SMTP server: at least once, with one Message-ID, to those who are to have it. */
import { beforeEach, expect, test } from "vitest";
import { deleteOldMail } from "../../src/platform/mail/outbox.store.ts";
import { newId } from "../../src/shared/ids.ts";
import { instantOf } from "../../src/shared/local-date.ts";
import { testDatabase } from "../support/database.ts";
import { headerOf } from "../support/mail-server.ts";
import { postOffice } from "./office.ts";

const { here, as, carrier, now, at, passes, server, send, mail, post } = await postOffice(
  await testDatabase(),
  {
    kind: "talk-reminder",
    subject: "Utvecklingssamtal i morgon",
    text: "I morgon klockan nio.",
    path: "/my/talks",
  },
);
const karin = await here.person("Karin Chef", { email: "karin@kommun.example" });
const unit = <T>(run: Parameters<typeof as<T>>[1]): Promise<T> => as(null, run);
const rows = () =>
  unit(({ tx }) =>
    tx.selectFrom("mail").select(["state", "why", "attempts"]).orderBy("queued_at").orderBy("key").execute(),
  );

beforeEach(async () => {
  await unit(({ tx }) => tx.deleteFrom("mail").execute());
  server.received().length = 0;
  server.answers("taken");
});

test("TLK-3: a mail comes once, from the organisation, with the page and the way to choose under it", async () => {
  await post(mail({ replyTo: karin }));
  expect(await send()).toBe("done");
  await send();
  expect(server.received()).toHaveLength(1);
  const [got] = server.received();
  if (!got) throw new Error("nothing came");
  expect(got.to).toBe("anna@kommun.example");
  expect(headerOf(got, "From")).toMatch(/<vidga@post\.example>$/);
  expect(headerOf(got, "Reply-To")).toBe("karin@kommun.example");
  expect(headerOf(got, "Subject")).toBe("Utvecklingssamtal i morgon");
  expect(headerOf(got, "Message-ID")).toMatch(/^<[0-9a-f-]{36}@post\.example>$/);
  expect(headerOf(got, "Auto-Submitted")).toBe("auto-generated");
  const home = `https://vidga.example/o/${here.slug}`;
  expect(headerOf(got, "List-Unsubscribe")).toBe(`<${home}/my/notices>`);
  expect(got.raw).toContain("Hej!\r\n\r\nI morgon klockan nio.");
  expect(got.raw.replaceAll("=\r\n", "")).toContain(`${home}/my/talks`);
  expect(got.raw).not.toContain("Anna Ek");
});

test("TLK-3: an invitation carries its appointment, as calendars know it", async () => {
  const start = instantOf("2026-12-03", "09:00");
  const appointment = {
    method: "request",
    uid: newId(),
    sequence: 3,
    start,
    end: new Date(start.getTime() + 3_600_000),
    title: "Utvecklingssamtal",
  } as const;
  await post(mail({ kind: "talk-invitation", appointment }));
  await send();
  const raw = server.received()[0]?.raw ?? "";
  expect(raw).toMatch(/Content-Type: text\/calendar;[^:]*method=REQUEST/);
  const part =
    /Content-Type: application\/ics[^]*?base64[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? "";
  const content = Buffer.from(part, "base64").toString("utf8").replaceAll("\r\n ", "");
  expect(content).toContain("SEQUENCE:3\r\n");
  expect(content).toContain("DTSTART;TZID=Europe/Stockholm:20261203T090000\r\n");
  expect(content).toMatch(/ATTENDEE;[^\r]*:MAILTO:anna@kommun\.example\r\n/);
});

test("the mail server is down: nothing is lost, and it is sent later with the Message-ID that it had", async () => {
  await post(mail(), mail({ to: { personId: karin } }));
  await server.goesAway();
  expect(await send()).toBe("stopped");
  const waiting = await rows();
  expect(waiting.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  // One was tried, and the other handed back untried.
  expect(new Set(waiting.map(({ why, attempts }) => `${why} ${attempts}`))).toEqual(
    new Set(["unreachable 1", "null 0"]),
  );
  await server.comesBack();
  passes(1);
  expect(await send()).toBe("done");
  expect(
    server
      .received()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(["anna@kommun.example", "karin@kommun.example"]);
  expect((await rows()).map(({ state }) => state)).toEqual(["sent", "sent"]);
});

test("the server goes away between the message and its answer: it is sent again with the same Message-ID", async () => {
  await post(mail());
  server.answers("cut-off");
  expect(await send()).toBe("stopped");
  server.answers("taken");
  passes(1);
  await send();
  const ids = server.received().map((each) => headerOf(each, "Message-ID"));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await rows()).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("a process that dies with mail in its hands: another sends it when the time is up, with the same Message-ID", async () => {
  await post(mail());
  const died = new Error("died");
  const lost = {
    ...carrier,
    send: (letter: Parameters<typeof carrier.send>[0]) =>
      carrier.send(letter).then(() => Promise.reject(died)),
  };
  await expect(send(lost)).rejects.toBe(died);
  await send();
  expect(server.received()).toHaveLength(1);
  passes(10);
  await send();
  expect(new Set(server.received().map((each) => headerOf(each, "Message-ID"))).size).toBe(1);
  expect(server.received()).toHaveLength(2);
});

test("two processes at once take different mail", async () => {
  await post(...Array.from({ length: 60 }, () => mail()));
  await Promise.all([send(), send()]);
  expect(server.received()).toHaveLength(60);
  expect(new Set(server.received().map((each) => headerOf(each, "Message-ID"))).size).toBe(60);
});

test("what the server refuses is given up, what it is too busy for waits longer each time, and the others are sent", async () => {
  server.refuses("finns.inte@kommun.example", 550);
  server.refuses("full@kommun.example", 452);
  await post(
    mail({ to: { address: "finns.inte@kommun.example" } }),
    mail({ to: { address: "full@kommun.example" } }),
    mail({ to: { address: "bra@kommun.example" } }),
  );
  const states = async () => (await rows()).map(({ state, why }) => `${state} ${why}`).toSorted();
  expect(await send()).toBe("done");
  expect(await states()).toEqual(["given-up refused", "sent null", "waiting busy"]);
  const attempts = async () => (await rows()).find(({ why }) => why === "busy")?.attempts;
  for (const [minutes, tried] of [
    [0.5, 1],
    [0.5, 2],
    [1, 2],
    [1, 3],
    [3, 3],
    [1, 4],
  ] as const) {
    passes(minutes);
    await send();
    expect(await attempts()).toBe(tried);
  }
  passes(3 * 24 * 60);
  await send();
  expect(await states()).toEqual(["given-up busy", "given-up refused", "sent null"]);
});

test("ORG-7, PRV-3: who is sent to is decided when it is sent", async () => {
  const [hidden, chose, gone, silent, moved] = [
    await here.person("Siv Skyddad", { email: "siv@kommun.example", protected_identity: true }),
    await here.person("Ulla Skyddad", { email: "ulla@kommun.example", protected_identity: true }),
    await here.person("Gun Slutat", { email: "gun@kommun.example", closed_on: "2026-11-01" }),
    await here.person("Tyst Utan"),
    await here.person("Mia Flyttar", { email: "gammal@kommun.example" }),
  ];
  const choose = (person_id: string, kind: string, wanted: boolean) =>
    here.put("mail_choice", { person_id, kind, wanted, chosen_at: now() });
  await choose(chose, "talk-reminder", true);
  await choose(karin, "talk-reminder", false);
  await choose(karin, "talk-invitation", false);
  for (const kind of ["talk-reminder", "talk-invitation"] as const)
    await post(
      ...[hidden, chose, gone, silent, moved, karin].map((personId) => mail({ kind, to: { personId } })),
    );
  await unit(({ tx }) =>
    tx.updateTable("person").set({ email: "ny@kommun.example" }).where("id", "=", moved).execute(),
  );
  await send();
  expect(
    server
      .received()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([
    // An invitation to one's own talk comes to whoever has no protected identity, whatever they chose.
    "karin@kommun.example",
    "ny@kommun.example",
    "ny@kommun.example",
    "ulla@kommun.example",
  ]);
  const why = (await rows()).map((row) => row.why ?? row.state).toSorted();
  expect(why).toEqual(
    // prettier-ignore
    ["no-address", "no-address", "nobody", "nobody", "protected", "protected", "protected", "sent", "sent", "sent", "sent", "unwanted"],
  );
});

test("ORG-7: nobody's answer goes to someone with protected identity", async () => {
  const boss = await here.person("Bo Skyddad", { email: "bo@kommun.example", protected_identity: true });
  await post(mail({ replyTo: boss }));
  await send();
  expect(server.received().map((each) => headerOf(each, "Reply-To"))).toEqual([null]);
  expect(server.received()[0]?.raw).toContain("Ingen l");
});

test.each([
  ["2026-03-29", "2026-03-28T07:00:00.000Z"],
  ["2026-03-30", "2026-03-29T06:00:00.000Z"],
  ["2026-10-25", "2026-10-24T06:00:00.000Z"],
  ["2026-10-26", "2026-10-25T07:00:00.000Z"],
])(
  "TLK-3: at eight the day before %s is at eight in Stockholm, also when the clocks are moved",
  async (day, due) => {
    const before = new Date(Date.parse(`${day}T12:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
    at(new Date(`${before}T00:00:00Z`));
    await post(mail({ notBefore: instantOf(before, "08:00") }));
    at(new Date(Date.parse(due) - 1000));
    await send();
    expect(server.received()).toEqual([]);
    at(new Date(due));
    await send();
    expect(server.received()).toHaveLength(1);
  },
);

test("where no mail can be sent it waits for a server, and not for ever", async () => {
  await post(mail());
  await send(null);
  expect(await rows()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  passes(3 * 24 * 60);
  await send(null);
  expect(await rows()).toMatchObject([{ state: "given-up", why: "late" }]);
});

test("what was pointless from a time on is not sent after it", async () => {
  await post(mail({ notAfter: new Date(now().getTime() + 60_000) }));
  passes(1);
  await send();
  expect(server.received()).toEqual([]);
  expect(await rows()).toMatchObject([{ state: "given-up", why: "late" }]);
});

test("what has been sent is forgotten after thirty days", async () => {
  await post(mail(), mail({ notBefore: new Date(now().getTime() + 90 * 24 * 3_600_000) }));
  await send();
  passes(30 * 24 * 60);
  await unit(deleteOldMail);
  expect(await rows()).toHaveLength(2);
  passes(1);
  await unit(deleteOldMail);
  expect(await rows()).toMatchObject([{ state: "waiting" }]);
});
