/** What those who run the program see of it: figures, the id of a request, and statements that are slow. */
import { afterAll, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { Client } from "./client.ts";
import { site } from "./site.ts";

const { serve, home, admin, signedIn, slug } = await site();
const metricsPort = await freePort();
const server = await serve({ VIDGA_METRICS_PORT: String(metricsPort), VIDGA_SLOW_QUERY_MS: "0" });
afterAll(() => server.stop());
const administrator = await signedIn(server.url, admin.accountId);
const metrics = new Client(`http://127.0.0.1:${metricsPort}`);

type Line = Readonly<Record<string, unknown>>;

/** All that the log says of a request. */
const linesOf = async (id: unknown): Promise<Line[]> =>
  (await server.logged(id))
    .split("\n")
    .slice(0, -1)
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line["requestId"] === id);

test("an answer carries the id that its line in the log has, and another each time", async () => {
  const [first, second] = [
    await administrator.ask(`${home}/units`),
    await administrator.ask(`${home}/units`),
  ];
  const id = first.headers["x-request-id"];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(second.headers["x-request-id"]).not.toBe(id);
  expect((await linesOf(id)).filter((line) => line["msg"] === "request")).toEqual([
    expect.objectContaining({ level: "info", route: "/o/:slug/units", method: "GET", status: 200 }),
  ]);
  const absent = await administrator.ask("/api/v1/finns-inte/units");
  expect(absent.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a statement that is slow is named, with its route and without what it was about", async () => {
  const { headers } = await administrator.ask(`${home}/people?q=Hemligsson`);
  const slow = (await linesOf(headers["x-request-id"])).filter((line) => line["msg"] === "slow query");
  expect(slow.length).toBeGreaterThan(1);
  expect(slow).toContainEqual(
    expect.objectContaining({
      level: "warn",
      route: "/o/:slug/people",
      sql: expect.stringContaining("$1") as string,
    }),
  );
  expect(JSON.stringify(slow)).not.toContain("Hemligsson");
  expect(JSON.stringify(slow)).not.toContain(slug);
});

test("figures are read on a port of their own, by pattern and never by address", async () => {
  await administrator.ask(`${home}/units`);
  const { status, headers, body } = await metrics.ask("/metrics");
  expect(status).toBe(200);
  expect(headers["content-type"]).toMatch(/^text\/plain/);
  expect(body).toMatch(
    /^vidga_request_seconds_count\{route="\/o\/:slug\/units",method="GET",status="200"\} [1-9]/m,
  );
  expect(body).toMatch(/^vidga_query_seconds_count [1-9]/m);
  expect(body).toMatch(/^vidga_slow_queries_total [1-9]/m);
  expect(body).toMatch(/^vidga_database_connections [1-9]/m);
  expect(body).toMatch(/^vidga_jobs_waiting \d/m);
  expect(body).toMatch(/^process_resident_memory_bytes /m);
  expect(body).not.toContain(slug);
  // What is looked for as soon as the server is up.
  await expect
    .poll(async () => (await metrics.ask("/metrics")).body, { timeout: 20_000 })
    .toMatch(/^vidga_jobs_total\{task="resume-staff-imports",outcome="done"\} [1-9]/m);
  expect((await metrics.ask(home)).status).toBe(404);
  const beside = await administrator.ask("/metrics");
  expect(beside.status).toBe(404);
});
