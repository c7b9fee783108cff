/** The image without an engine: the server and the commands run from what it holds and nothing more, and write nothing there. */
import { execFile } from "node:child_process";
import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { site } from "../http/site.ts";
import { startServer } from "../support/server.ts";
import { external } from "../support/vidga.ts";
import { newId } from "../../src/shared/ids.ts";
import { command, healthCheck, layOutImage, variables } from "./image.ts";

const root = await layOutImage();
const kept = join(tmpdir(), `vidga-kept-${newId()}`);
afterAll(async () => {
  for (const folder of [root, kept]) await rm(folder, { recursive: true, force: true });
});
const { database, home } = await site();
const { HOST: _host, PORT: _port, ...set } = variables;

/** A program in the image's folder: what it printed, and how it ended. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...set, ...external(database), VIDGA_DATA: kept, ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

/** Everything in it, by when it was last changed. */
async function everything(): Promise<Map<string, number>> {
  const names = await readdir(root, { recursive: true });
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(root, name))).mtimeMs] as const)),
  );
}

test("it serves, says that it is ready, makes a PDF and takes a backup, and is as it was", async () => {
  const before = await everything();
  expect(command).toEqual(["node", "build/server/main.js"]);
  const server = await startServer({
    root,
    dataDir: kept,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { ...set, ...external(database), VIDGA_DATA: kept },
  });
  const { port } = new URL(server.url);
  const ask = { PORT: port };
  try {
    const page = await fetch(`${server.url}${home}/sign-in`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Logga in")]);
    expect(healthCheck[0]).toBe("node");
    expect(await run(healthCheck.slice(1), ask)).toEqual({ code: 0, said: "" });
    expect(await run(["src/cli.ts", "backup", `${kept}.vidga`])).toMatchObject({ code: 0 });
    const pdf = `const { makePdf } = await import("./src/platform/pdf/make-pdf.ts");
      const made = makePdf({ language: "sv", title: "Å", organisation: "Ö", lead: "", sections: [], footer: "Ä" }, new Date());
      process.stdout.write(Buffer.from(made).subarray(0, 5));`;
    expect(await run(["--input-type=module", "--eval", pdf])).toEqual({ code: 0, said: "%PDF-" });
  } finally {
    expect(await server.stop()).toBe(0);
    await rm(`${kept}.vidga`, { force: true });
  }
  // What gathers the log finds one of its lines in each.
  for (const line of server.output().trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  expect(await run(healthCheck.slice(1), ask)).toEqual({ code: 1, said: "" });
  expect(await everything()).toEqual(before);
});

test("without a database it says what is missing", async () => {
  const none = { DATABASE_URL: "", DATABASE_OWNER_URL: "", VIDGA_SECRET: "" };
  expect(await run(command.slice(1), none)).toEqual({
    code: 2,
    said: expect.stringMatching(/^there is no embedded PostgreSQL .*: set DATABASE_URL\n$/),
  });
});
