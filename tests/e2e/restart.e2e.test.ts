/** The data folder through the worst: killed while people save, asked for by two servers, and kept by the command line beside them. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { Client } from "../http/client.ts";
import { killPostgres, postmasterOf } from "../support/kill-postgres.ts";
import { startServer, type TestServer } from "../support/server.ts";

const HOME = "/o/provby";
const PASSWORD = "häst batteri klammer 4";
const WRITERS = 4;
const WRITES_BEFORE = 24;

const folder = await mkdtemp(join(tmpdir(), "vidga-omstart å "));
const start = (): Promise<TestServer> => startServer({ dataDir: folder, env: { VIDGA_MODE: "live" } });
let server: TestServer;
beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** `npm run vidga -- …` on the same data folder; says what it wrote. */
async function vidga(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["src/cli.ts", ...args], {
    cwd: projectRoot(),
    env: { PATH: process.env["PATH"], VIDGA_DATA: folder },
  });
  return stdout;
}

test("a second server on the same data refuses, and names the first", async () => {
  await expect(start()).rejects.toThrow(
    new RegExp(
      `ended with 2:\\n.*in use by another server: vidga server, process ${server.pid}, ${server.url}`,
      "s",
    ),
  );
  expect((await new Client(server.url).ask("/readyz")).status).toBe(200);
});

test("a command attaches to the running server, and what is acknowledged is there after all is killed", async () => {
  const before = await postmasterOf(folder);
  await vidga("organisation", "add", "--slug", "provby", "--name", "Provby kommun", "--kind", "municipality");
  const account = ["--organisation", "provby", "--username", "ada@provby.example", "--name", "Ada Prov"];
  const said = await vidga("account", "add", ...account, "--role", "administrator");
  expect(await postmasterOf(folder)).toBe(before);

  const client = new Client(server.url);
  const [invitation = ""] = /\/o\/provby\/choose-password\/[\w-]+/.exec(said) ?? [];
  await client.send(invitation, { password: PASSWORD, repeated: PASSWORD });
  await client.send(`${HOME}/sign-in`, { username: "ada@provby.example", password: PASSWORD });

  const acknowledged: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; ; turn++) {
      const name = `Enhet ${writer}-${turn}`;
      const answer = await client.send(`${HOME}/units/new`, { version: "1", name, validFrom: "2020-01-01" });
      if (answer.status !== 303)
        throw new Error(`${name} was answered with ${answer.status}: ${answer.body}`);
      acknowledged.push(name);
      if (acknowledged.length === WRITES_BEFORE) await Promise.all([server.kill(), killPostgres(folder)]);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  expect(ends.map(({ status }) => status)).toEqual(Array.from({ length: WRITERS }, () => "rejected"));
  expect(acknowledged.length).toBeGreaterThanOrEqual(WRITES_BEFORE);

  server = await start();
  const again = new Client(server.url);
  for (const [name, value] of client.cookies) again.cookies.set(name, value);
  const units = (await again.ask(`${HOME}/units`)).body;
  expect(acknowledged.filter((name) => !units.includes(`>${name}<`))).toEqual([]);
});
