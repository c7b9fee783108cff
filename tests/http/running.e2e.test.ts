/** The server as a process: the database going away and coming back, stopping, and the demo that stays a demo. */
import { once } from "node:events";
import { Agent } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openPool } from "../../src/platform/database/connect.ts";
import { enqueue } from "../../src/platform/jobs/jobs.ts";
import { runSql } from "../support/run-sql.ts";
import { inDatabase } from "../support/cluster.ts";
import { SECRET } from "../support/secret.ts";
import { startServer } from "../support/server.ts";
import { Client } from "./client.ts";
import { site } from "./site.ts";

const { database, home, slug, serve, signedIn, admin, as } = await site();

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await pause(100);
}

const jobsLeft = async (): Promise<number> => {
  const { rows } = await database.ownerPool.query<{ n: number }>(
    "select count(*)::int as n from graphile_worker._private_jobs",
  );
  return rows[0]?.n ?? -1;
};

test("while the database is away pages say so and ask to wait; when it is back all goes on by itself", async () => {
  const server = await serve();
  onTestFinished(async () => {
    await server.stop();
  });
  const client = await signedIn(server.url, admin.accountId);
  expect((await client.ask(home)).status).toBe(200);

  const admins = new URL(database.ownerUrl);
  const name = admins.pathname.slice(1);
  const elsewhere = inDatabase(database.adminUrl, "postgres");
  await runSql(
    elsewhere,
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  for (const path of ["/", home, `${home}/models`, `${home}/accounts`]) {
    const away = await client.ask(path);
    expect([path, away.status, away.headers["retry-after"]]).toEqual([path, 503, "10"]);
    expect(away.body).toContain("Vidga är strax tillbaka");
    expect(away.body).toMatch(/<link rel="stylesheet" href="\/assets\/[^"]+\.css"\/>/);
  }
  expect((await client.send(`${home}/accounts/new`, {})).status).toBe(503);
  expect((await client.ask("/livez")).status).toBe(200);
  expect((await client.ask("/readyz")).status).toBe(503);

  await runSql(elsewhere, `alter database ${name} allow_connections true`);
  await until(async () => (await client.ask("/readyz")).status === 200);
  expect((await client.ask(home)).status).toBe(200);

  await as(null, ({ tx }) => enqueue(tx, "delete-expired", { slug }));
  await until(async () => (await jobsLeft()) === 0);
});

test("asked to stop, it finishes what it has begun, takes nothing new, and ends well within seconds", async () => {
  const server = await serve();
  const client = await signedIn(server.url, admin.accountId);
  // As a proxy does: the connection is open before, and would stay open after.
  client.agent = new Agent({ keepAlive: true });
  onTestFinished(() => {
    if (client.agent) client.agent.destroy();
  });
  const idle = new Client(server.url);
  idle.agent = client.agent;
  expect((await idle.ask("/livez")).headers["keep-alive"]).toBe("timeout=75");
  const blocker = openPool(database.ownerUrl, { max: 1 });
  const held = await blocker.connect();
  await held.query("begin");
  await held.query("lock table account in access exclusive mode");
  const sent = client.send(`${home}/accounts/new`, { username: "sist@exempel.se", displayName: "Sist" });
  await until(async () => {
    const { rows } = await held.query<{ n: number }>(
      "select count(*)::int as n from pg_locks where not granted and relation = 'account'::regclass",
    );
    return rows[0]?.n === 1;
  });
  const begun = Date.now();
  const stopped = server.stop();
  await until(async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    const refused = await Promise.race([
      once(socket, "connect").then(() => false),
      once(socket, "error").then(() => true),
    ]).catch(() => true);
    socket.destroy();
    return refused;
  });
  await held.query("commit");
  held.release();
  await blocker.end();
  const { status, headers } = await sent;
  expect([status, headers.connection]).toEqual([303, "close"]);
  expect(await stopped).toBe(0);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test("a demo stays a demo: one click signs in, and the data is served nowhere else by chance", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vidga-demo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: folder });
  const client = new Client(server.url);
  const front = await client.ask("/");
  const organisation = /\/o\/[a-z0-9-]+/.exec(front.body)?.[0] ?? "";
  const page = await client.ask(`${organisation}/sign-in`);
  expect(page.body).toContain("Demodata: påhittade uppgifter");
  const who = /value="(demo-[^"]+)"/.exec(page.body)?.[1] ?? "";
  expect((await client.send(`${organisation}/sign-in`, { demo: who })).location).toBe(organisation);
  expect((await client.ask(organisation)).status).toBe(200);
  expect((await client.send(`${organisation}/sign-in`, { demo: "admin" })).status).toBe(404);

  // PostgreSQL itself stops; the server starts it again.
  const lock = await readFile(join(folder, "postgres/postmaster.pid"), "utf8");
  process.kill(Number(lock.split("\n")[0]), "SIGINT");
  await until(async () => (await client.ask("/readyz")).status === 503);
  await until(async () => (await client.ask("/readyz")).status === 200);
  expect((await client.ask(organisation)).status).toBe(200);
  expect(await server.stop()).toBe(0);

  await expect(startServer({ dataDir: folder, env: { HOST: "0.0.0.0" } })).rejects.toThrow(
    /ended with 2:\n.*this data is a demo.*VIDGA_MODE=demo/s,
  );
  await expect(startServer({ dataDir: folder, env: { VIDGA_MODE: "live" } })).rejects.toThrow(/ended with 2/);
  const asked = await startServer({ dataDir: folder, env: { HOST: "0.0.0.0", VIDGA_MODE: "demo" } });
  expect(await asked.stop()).toBe(0);
  expect(asked.output()).not.toContain("database:");
});

test("live data is live however it is started, and its mode cannot be rewritten", async () => {
  const server = await serve({ VIDGA_MODE: "demo" });
  onTestFinished(async () => {
    await server.stop();
  });
  expect((await new Client(server.url).ask(`${home}/sign-in`)).body).not.toContain("Prova som någon");
  expect((await new Client(server.url).ask("/ui")).status).toBe(404);
  for (const pool of [database.pool, database.ownerPool])
    for (const change of [
      "update installation set mode = 'demo'",
      "delete from installation",
      "truncate installation",
      "insert into installation (mode) values ('demo')",
    ])
      await expect(pool.query(change)).rejects.toThrow(/append-only|permission denied|duplicate key/);
});

test("over https the cookie is bound to the host, links and forms are of the public address, and its own origin alone is taken", async () => {
  const server = await serve({ VIDGA_PUBLIC_URL: "https://vidga.exempel.se" });
  onTestFinished(async () => {
    await server.stop();
  });
  const client = new Client(server.url);
  const fields = { username: admin.username, password: "en lång mening som lösenord" };
  expect((await client.send(`${home}/sign-in`, fields)).status).toBe(403);
  const answer = await client.send(`${home}/sign-in`, fields, "https://vidga.exempel.se");
  expect([answer.status, answer.location]).toEqual([303, home]);
  expect(answer.headers["set-cookie"]).toEqual([
    expect.stringMatching(
      new RegExp(`^__Host-vidga-${slug}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure$`),
    ),
  ]);
  expect(answer.headers["strict-transport-security"]).toContain("max-age=");
  expect((await client.ask(home)).status).toBe(200);
  const invited = await client.send(
    `${home}/accounts/${admin.accountId}`,
    { intent: "invite" },
    "https://vidga.exempel.se",
  );
  expect(invited.body).toContain(`https://vidga.exempel.se${home}/choose-password/`);
});

test("a port that another program has is named in one line, and the server ends", async () => {
  const other = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl } = database;
  const env = { VIDGA_SECRET: SECRET };
  await expect(startServer({ port, databaseUrl, databaseOwnerUrl, env })).rejects.toThrow(
    `the server ended with 2:\nPORT: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  );
});
