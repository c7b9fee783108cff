/** Forms: sent twice, refused, sent by somebody whose session has expired; and where signing in leads. */
import { afterAll, expect, test } from "vitest";
import { newId } from "../../src/shared/ids.ts";
import { Client, formOn } from "./client.ts";
import { PASSWORD, site } from "./site.ts";

const { database, home, slug, serve, signedIn, admin, employee, as } = await site();
const server = await serve();
afterAll(() => server.stop());
const { url } = server;

const accountsNamed = async (username: string): Promise<number> => {
  const { rows } = await as(null, async ({ tx }) => ({
    rows: await tx.selectFrom("account").select("id").where("username", "=", username).execute(),
  }));
  return rows.length;
};
const entry = `${home}/sign-in`;

test("a sheet sent twice at the same moment is carried out once, and both end in the same place", async () => {
  const client = await signedIn(url, admin.accountId);
  const sheet = { "idempotency-token": newId(), username: "en@exempel.se", displayName: "En" };
  const [first, second] = await Promise.all([
    client.send(`${home}/accounts/new`, sheet),
    client.send(`${home}/accounts/new`, sheet),
  ]);
  expect(first.status).toBe(303);
  expect(first.location).toMatch(new RegExp(`^${home}/accounts/[0-9a-f-]{36}$`));
  expect([second.status, second.location]).toEqual([303, first.location]);
  expect((await client.send(`${home}/accounts/new`, sheet)).location).toBe(first.location);
  expect(await accountsNamed("en@exempel.se")).toBe(1);
});

test("a refused sheet shows what was typed and can be sent again, mended", async () => {
  const client = await signedIn(url, admin.accountId);
  const token = newId();
  const send = (username: string) =>
    client.send(`${home}/accounts/new`, { "idempotency-token": token, username, displayName: "Två <b>" });
  const refused = await send("");
  expect(refused.status).toBe(422);
  expect(refused.body).toContain("Två &lt;b&gt;");
  expect((await send("tva@exempel.se")).status).toBe(303);
  expect(await accountsNamed("tva@exempel.se")).toBe(1);
});

test("another account's token tells nothing of where its sheet ended", async () => {
  const [one, other] = [await signedIn(url, admin.accountId), await signedIn(url, employee.accountId)];
  const sheet = { "idempotency-token": newId(), username: "tre@exempel.se", displayName: "Tre" };
  expect((await one.send(`${home}/accounts/new`, sheet)).status).toBe(303);
  expect((await other.send(`${home}/accounts/new`, sheet)).location).toBe(`${home}/accounts/new`);
});

test.each([
  ["its own page", (at: string) => `${at}/my/reads?page=2`, (at: string) => `${at}/my/reads?page=2`],
  ["nothing", () => "", (at: string) => at],
  ["another site", () => "https://elak.example/", (at: string) => at],
  ["another site without its protocol", () => "//elak.example/", (at: string) => at],
  ["another site with the slash turned", () => "/\\elak.example/", (at: string) => at],
  ["another organisation", () => "/o/bortom", (at: string) => at],
  ["an organisation whose name begins alike", (at: string) => `${at}-bortom`, (at: string) => at],
  ["a way out of the organisation", (at: string) => `${at}/../bortom`, (at: string) => at],
  ["a hidden way out", (at: string) => `${at}/%2e%2e/%2e%2e//elak.example`, (at: string) => at],
  ["a line break", (at: string) => `${at}/x\r\nSet-Cookie: a=b`, (at: string) => at],
  ["a tab in a protocol", () => "java\tscript:alert(1)", (at: string) => at],
])("after signing in, the way on to %s stays in the organisation", async (_, next, goal) => {
  const client = new Client(url);
  const answer = await client.send(`${entry}?next=${encodeURIComponent(next(home))}`, {
    username: employee.username,
    password: PASSWORD,
  });
  expect([answer.status, answer.location]).toEqual([303, goal(home)]);
  expect(answer.headers["set-cookie"]).toEqual([
    expect.stringMatching(new RegExp(`^vidga-${slug}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax$`)),
  ]);
  expect((await client.ask(home)).status).toBe(200);
});

test("signing in twice with the same sheet signs in twice: whichever answer the browser keeps holds a session", async () => {
  const client = new Client(url);
  const sheet = { "idempotency-token": newId(), username: employee.username, password: PASSWORD };
  for (const answer of await Promise.all([client.send(entry, sheet), client.send(entry, sheet)]))
    expect(answer.headers["set-cookie"]?.[0]).toMatch(/^vidga-/);
});

test("a live installation has no demo door: no list, and what is sent to it isn't there", async () => {
  const client = new Client(url);
  const page = await client.ask(entry);
  expect(page.body).not.toContain("Demo Kim");
  expect(page.body).not.toContain("Prova som någon");
  const answer = await client.send(entry, { demo: "demo-kim" });
  expect([answer.status, answer.headers["set-cookie"]]).toEqual([404, undefined]);
});

test("an invitation's link is shown in one answer alone, and a new one replaces it", async () => {
  const client = await signedIn(url, admin.accountId);
  const invite = async () => {
    const answer = await client.send(`${home}/accounts/${employee.accountId}`, { intent: "invite" });
    expect(answer.status).toBe(200);
    return /<code>http:\/\/[^/]+(\/o\/[^<]+)<\/code>/.exec(answer.body)?.[1] ?? "";
  };
  const [first, second] = [await invite(), await invite()];
  const anyone = new Client(url);
  expect([(await anyone.ask(first)).status, (await anyone.ask(second)).status]).toEqual([404, 200]);
  expect((await client.ask(`${home}/accounts/${employee.accountId}`)).body).not.toContain("choose-password");
  const { rows } = await database.ownerPool.query<{ n: number }>(
    "select count(*)::int as n from submission s where s::text like $1",
    [`%${second.split("/").at(-1) ?? ""}%`],
  );
  expect(rows).toEqual([{ n: 0 }]);
});

/** What somebody wrote whose session then expired, up to the page that keeps it for them. */
async function expiredPost(fields: Readonly<Record<string, string>>, body?: FormData) {
  const client = await signedIn(url, admin.accountId, 61);
  const path = `${home}/accounts/new?from=list`;
  const pieces = body && new Response(body);
  const answer = pieces
    ? await client.ask(path, {
        method: "POST",
        headers: { Origin: url, "Content-Type": pieces.headers.get("Content-Type") ?? "" },
        body: Buffer.from(await pieces.arrayBuffer()),
      })
    : await client.send(path, fields);
  return { client, answer, path };
}
const signInAgain = (client: Client, location: string, username = admin.username) =>
  client.send(location, { username, password: PASSWORD });

test("what somebody sends after their session expired is kept for them, and sent again as it was", async () => {
  const token = newId();
  const typed = { "idempotency-token": token, username: "fyra@exempel.se", displayName: 'Fyra "å\r\nä' };
  const { client, answer, path } = await expiredPost(typed);
  expect(answer.status).toBe(303);
  const kept = /next=(.*)$/.exec(answer.location ?? "")?.[1] ?? "";
  expect(decodeURIComponent(kept)).toMatch(new RegExp(`^${home}/parked/[0-9a-f-]{36}$`));
  expect(await accountsNamed("fyra@exempel.se")).toBe(0);
  expect((await client.ask(answer.location ?? "")).body).toContain("Det du skrev finns kvar i en timme");

  const entered = await signInAgain(client, answer.location ?? "");
  expect(entered.location).toBe(decodeURIComponent(kept));
  const page = await client.ask(entered.location ?? "");
  expect(page.status).toBe(200);
  expect(page.body).toContain("Det du skrev finns kvar");
  const form = formOn(page.body, path);
  expect(Object.fromEntries(form)).toEqual(typed);

  const done = await client.send(path, form);
  expect([done.status, await accountsNamed("fyra@exempel.se")]).toEqual([303, 1]);
  // The first sheet, still open in another tab, is the same one.
  expect((await client.send(path, typed)).location).toBe(done.location);
  expect(await accountsNamed("fyra@exempel.se")).toBe(1);
});

test("what is kept is readable to nobody else: not in the database, not signed in as another", async () => {
  const { client, answer } = await expiredPost({ username: "hemlig@exempel.se", displayName: "Hemlig" });
  const { rows } = await database.ownerPool.query<{ text: string }>(
    "select encode(sealed, 'escape') as text from parked_post",
  );
  for (const { text } of rows) expect(text).not.toContain("emlig");
  const other = await signInAgain(client, answer.location ?? "", employee.username);
  expect((await client.ask(other.location ?? "")).status).toBe(404);
});

test("files are not kept, and the page says so", async () => {
  const body = new FormData();
  body.set("idempotency-token", newId());
  body.set("username", "fem@exempel.se");
  body.set("file", new File(["x;y"], "personal.csv"));
  const { client, answer, path } = await expiredPost({}, body);
  const page = await client.ask((await signInAgain(client, answer.location ?? "")).location ?? "");
  expect(page.body).toContain("Filer kunde vi inte behålla");
  expect([...formOn(page.body, path).keys()].toSorted()).toEqual(["idempotency-token", "username"]);
});

test("nothing is kept for somebody who never was signed in, or who signed out", async () => {
  const stranger = await new Client(url).send(`${home}/accounts/new`, { username: "sex@exempel.se" });
  expect(stranger.location).toBe(`${entry}?next=${encodeURIComponent(`${home}/accounts/new`)}`);
  const client = await signedIn(url, admin.accountId);
  const cookies = new Map(client.cookies);
  expect((await client.send(`${home}/sign-out`, {})).location).toBe(entry);
  expect(client.cookies.size).toBe(0);
  for (const [name, value] of cookies) client.cookies.set(name, value);
  expect((await client.send(`${home}/accounts/new`, {})).location).not.toContain("parked");
});

test("what cannot be drawn or done leaves nothing behind and is logged without what was sent", async () => {
  const client = await signedIn(url, admin.accountId);
  await database.ownerPool.query(
    "alter table account add constraint odd check (username <> 'sju@exempel.se')",
  );
  const answer = await client.send(`${home}/accounts/new`, {
    username: "sju@exempel.se",
    displayName: "Sju",
  });
  expect(answer.status).toBe(500);
  expect(answer.body).toContain("Något gick fel");
  expect(await accountsNamed("sju@exempel.se")).toBe(0);
  const log = await server.logged(answer.headers["x-request-id"]);
  expect(log).toMatch(/"error":"error 23514 account odd \| at [^"]*","msg":"request failed"/);
  expect(log).not.toContain("sju@exempel.se");
});
