/** What the server does with requests that nobody's page sends, and what every answer carries. */
import { afterAll, expect, test } from "vitest";
import { Client } from "./client.ts";
import { site } from "./site.ts";

const { slug, serve, home, admin, signedIn, employee, unitId } = await site();
const server = await serve();
afterAll(() => server.stop());
const { url } = server;
const anyone = new Client(url);
const administrator = await signedIn(url, admin.accountId);

const withoutOwnPath = (body: string): string =>
  body
    .replaceAll(/back=[^"]*/g, "")
    .replaceAll(/value="[0-9a-f-]{36}"/g, "")
    .replaceAll(' aria-current="page"', "");

test.each([
  ["a page", "GET", "/", 200],
  ["a page that isn't there", "GET", "/finns-inte", 404],
  ["a redirect", "GET", home, 303],
  ["a page as its data", "GET", `${home}/models.data`, 404],
  ["a stylesheet that isn't there", "GET", "/assets/x.css", 404],
  ["the health of the process", "GET", "/livez", 200],
  ["the health of the database", "GET", "/readyz", 200],
  ["a forged form", "POST", home, 403],
  ["another method", "OPTIONS", home, 405],
])("%s carries the headers that protect it", async (_, method, path, status) => {
  const answer = await anyone.ask(path, { method });
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  const policy = answer.headers["content-security-policy"];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
});

test("assets carry them too, and are kept for a year; pages are kept by nobody", async () => {
  const page = await anyone.ask("/");
  expect(page.headers["cache-control"]).toBe("no-store");
  const stylesheet = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? "";
  const asset = await anyone.ask(stylesheet);
  expect(asset.status).toBe(200);
  expect(asset.headers["cache-control"]).toContain("immutable");
  expect(asset.headers["content-security-policy"]).toContain("default-src 'none'");
});

test("a page holds no script or style of its own, so that the policy can forbid them", async () => {
  for (const path of ["/", `${home}/sign-in`, `${home}/models`, `${home}/finns-inte`]) {
    const { body } = await anyone.ask(path);
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="|javascript:/);
  }
});

test("HEAD answers as GET does, without the page", async () => {
  for (const [path, status] of [
    ["/", 200],
    [`${home}/finns-inte`, 404],
    [home, 303],
    ["/livez", 200],
  ] as const) {
    const head = await anyone.ask(path, { method: "HEAD" });
    expect([path, head.status, head.body]).toEqual([path, status, ""]);
  }
});

test.each([
  ["another site", "https://elak.example"],
  ["the same host on another port", "http://127.0.0.1:1"],
  ["https on the same host", "https://127.0.0.1"],
  ["a page without an origin", "null"],
  ["something that is no address", "x"],
])("a form sent from %s is refused, in words", async (_, origin) => {
  const answer = await administrator.send(`${home}/sign-out`, {}, origin);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain("Vi tog inte emot det");
  expect((await administrator.ask(home)).status).toBe(200);
});

test("a form that does not say where it was sent from is refused, unless the browser says that it is ours", async () => {
  expect((await administrator.send(`${home}/accounts/new`, {}, null)).status).toBe(403);
  const sent = (site: string) =>
    administrator.ask(`${home}/accounts/new`, {
      method: "POST",
      headers: { "Sec-Fetch-Site": site, "Content-Type": "application/x-www-form-urlencoded" },
      body: "idempotency-token=0b0e7f1c-7d5e-4d0e-9d55-0a3f0d6d7c11",
    });
  expect((await sent("same-site")).status).toBe(403);
  expect((await sent("cross-site")).status).toBe(403);
  expect((await sent("same-origin")).status).toBe(422);
});

test("an organisation, a page, an id and what one may not see are all absent in the same words", async () => {
  const unknown = await anyone.ask("/finns-inte");
  expect(withoutOwnPath((await anyone.ask("/o/finns-inte")).body)).toBe(withoutOwnPath(unknown.body));
  expect(withoutOwnPath((await anyone.ask("/o/finns-inte/accounts")).body)).toBe(
    withoutOwnPath(unknown.body),
  );
  const kim = await signedIn(url, employee.accountId);
  const pages = [
    `${home}/finns-inte`,
    `${home}/accounts`,
    `${home}/people/1`,
    `${home}/units/${unitId}`,
    `${home}/settings`,
  ];
  const bodies = await Promise.all(pages.map(async (page) => withoutOwnPath((await kim.ask(page)).body)));
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain("Sidan finns inte");
});

const STRANGE = [
  "/%00",
  "/o/%00",
  `${home}/%00`,
  `${home}/models/%00`,
  `${home}/models/x%00y`,
  `${home}/models/%E0%A4%A`,
  `/o/%E0%A4%A/models`,
  `${home}/${"x".repeat(8000)}`,
  `${home}/models?x=${"y".repeat(7000)}`,
  `${home}/people/1`,
  `${home}/people/${"0".repeat(36)}`,
  `${home}/people?q[]=a&q[]=b&q=%00&page=1e300`,
  `${home}/people?q=%25%5C_%27&page=-1`,
  `${home}/people?q=x&page=99999999999999999999`,
  `${home}/accounts?page=99999999999999999999`,
  `${home}/accounts?page=NaN&q=%ED%A0%80`,
  `${home}/units/${unitId}?page=1e9&profession=x`,
  `${home}/units?day=2026-02-30&under=x`,
  `${home}/units?day=0000-00-00`,
  `${home}/units/${unitId}/placements?page=99999999999999999999&model=x`,
  `${home}/my/reads?page=999999999999`,
  `${home}/models/x/versions/99999999999999999999/adopt`,
  `${home}/models/x?version=1e400`,
  `${home}/__proto__`,
  `${home}/models/__proto__?constructor=x&__proto__[x]=1`,
  `${home}/models/..%2f..%2faccounts`,
  `${home}/choose-password/${"%F0%9F%92%A9".repeat(20)}`,
  `${home}/parked/1`,
  `${home}.data`,
  `${home}/accounts.data?_routes=identity%2Fpages%2Faccounts,root,x`,
  `${home}/accounts.data?_routes=__proto__`,
  "/__manifest?paths=%00&version=x",
  "/assets/..%2f..%2fpackage.json",
  "/assets/%00",
  "//evil.example/x",
  "/o//x",
  "/language/xx?back=//evil.example",
];

test.each(STRANGE.map((path) => ({ name: path.slice(0, 80), path })))(
  "$name is answered in good order",
  async ({ path }) => {
    for (const client of [anyone, administrator]) {
      const answer = await client.ask(path);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toContain('"dependencies"');
      expect(answer.location ?? "/").toMatch(/^\/(?!\/)/);
    }
  },
);

test.each([
  ["what is no form", "application/json", '{"a":1}'],
  [
    "a form in pieces that never end",
    "multipart/form-data; boundary=x",
    "--x\r\nContent-Disposition: form-data; name",
  ],
  ["a form in pieces without a boundary", "multipart/form-data", "x"],
  ["nothing", "application/x-www-form-urlencoded", ""],
])("%s is answered in good order when it is sent", async (_, type, body) => {
  for (const path of [`${home}/accounts/new`, `${home}/sign-in`, home, "/"]) {
    const answer = await administrator.ask(path, {
      method: "POST",
      headers: { Origin: url, "Content-Type": type },
      body,
    });
    expect([404, 405]).toContain(answer.status);
  }
});

test("fields by the names of JavaScript's own, repeated, empty and with NUL are text like any other", async () => {
  const fields = new URLSearchParams([
    ["__proto__", "x"],
    ["constructor", "x"],
    ["toString", "x"],
    ["username", "a\0b"],
    ["username", "c"],
    ["displayName", "\0"],
    ["employmentNumber", "\0"],
  ]);
  expect((await administrator.send(`${home}/accounts/new`, fields)).status).toBe(422);
  expect((await anyone.send(`${home}/sign-in`, { username: "a\0", password: "\0" })).status).toBe(422);
});

test("more than 32 MB is turned away with a page that says so, also when its size isn't said", async () => {
  const body = Buffer.alloc(33 * 1024 * 1024, "x");
  const headers = { Origin: url, "Content-Type": "application/x-www-form-urlencoded" };
  const told = await administrator.ask(`${home}/accounts/new`, {
    method: "POST",
    headers: { ...headers, "Content-Length": String(body.length) },
    body,
  });
  expect(told.status).toBe(413);
  expect(told.body).toContain("större än 32 MB");
  const untold = await administrator.ask(`${home}/accounts/new`, {
    method: "POST",
    headers: { ...headers, "Transfer-Encoding": "chunked" },
    body,
  });
  expect(untold.status).toBe(413);
});

test("the log has no names, no addresses with what was asked, and no cookies", async () => {
  await administrator.ask(`${home}/people?q=Hemligsson`);
  const last = await anyone.send(`${home}/sign-in`, {
    username: "hemligsson@exempel.se",
    password: "hemligt lösenord",
  });
  const log = await server.logged(last.headers["x-request-id"]);
  expect(log).toContain('"msg":"request"');
  expect(log.toLowerCase()).not.toContain("hemlig");
  expect(log).not.toContain(administrator.cookies.get(`vidga-${slug}`));
  // The pattern of the route, never the address.
  expect(log).toContain('"route":"/o/:slug/people"');
  expect(log).not.toMatch(/URI|\?q=/);
  expect(log).not.toContain(home);
});
