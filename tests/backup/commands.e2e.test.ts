/** Backup and restore as whoever runs the system meets them: commands beside a running server, their words and exit codes. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { Client } from "../http/client.ts";
import { site } from "../http/site.ts";
import { emptyDatabase } from "../engine/empty-database.ts";
import { SECRET } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { external, vidga } from "../support/vidga.ts";

const folder = await mkdtemp(join(tmpdir(), "vidga-drill å "));
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));
const { database, home, admin, serve, signedIn } = await site();

test("a drill: backed up beside a running server, restored elsewhere, and people go on where they were", async () => {
  const server = await serve();
  const client = await signedIn(server.url, admin.accountId);
  expect((await client.ask(home)).status).toBe(200);
  const file = join(folder, "natt.vidga");
  const taken = await vidga(external(database), ["backup", file]);
  expect(taken).toMatchObject({
    code: 0,
    said: expect.stringMatching(/är klar: \d+ rader .*VIDGA_SECRET är inte med/s),
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await vidga(external(database), ["backup", file])).toEqual({
    code: 1,
    said: `${file} finns redan. Ingenting skrivs över: välj ett annat namn.\n`,
  });
  expect(await vidga(external(database), ["restore", file, "--replace"])).toEqual({
    code: 1,
    said: "En server använder databasen. Ingenting är ändrat: stoppa den först.\n",
  });
  await client.send(`${home}/units/new`, { version: "1", name: "Efter kopian", validFrom: "2020-01-01" });
  expect((await client.ask(`${home}/units`)).body).toContain("Efter kopian");
  await server.stop();

  const elsewhere = await emptyDatabase();
  expect(await vidga(external(elsewhere), ["restore", file])).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Tillbakaläst: \d+ rader i \d+ tabeller, .* stämmer\.\n$/),
  });
  expect(
    await vidga({ ...external(elsewhere), VIDGA_SECRET: "ab".repeat(32) }, ["restore", file, "--replace"]),
  ).toMatchObject({
    code: 1,
    said: expect.stringContaining("hör ihop med en annan nyckel"),
  });
  const restored = await startServer({
    databaseUrl: elsewhere.appUrl,
    databaseOwnerUrl: elsewhere.ownerUrl,
    env: { VIDGA_SECRET: SECRET },
  });
  onTestFinished(async () => {
    await restored.stop();
  });
  const again = new Client(restored.url);
  for (const [name, value] of client.cookies) again.cookies.set(name, value);
  const units = (await again.ask(`${home}/units`)).body;
  expect(units).toContain("Rehab");
  expect(units).not.toContain("Efter kopian");
  const sent = await again.send(`${home}/units/new`, { version: "1", name: "Ny", validFrom: "2020-01-01" });
  expect(sent.status).toBe(303);
});

test("a data folder goes whole into another one, its key with it, and nowhere over what is there", async () => {
  const [here, there] = [join(folder, "hemma"), join(folder, "borta")];
  const add = ["organisation", "add", "--slug", "provby", "--name", "Provby", "--kind", "region"];
  await vidga({ VIDGA_DATA: here }, add);
  const server = await startServer({ dataDir: here, env: { VIDGA_MODE: "live" } });
  const file = join(folder, "hemma.vidga");
  expect((await vidga({ VIDGA_DATA: here }, ["backup", file])).said).not.toContain("VIDGA_SECRET");
  expect(await vidga({ VIDGA_DATA: here }, ["restore", file, "--replace"])).toMatchObject({
    code: 2,
    said: expect.stringContaining(`in use by another server: vidga server, process ${server.pid}`),
  });
  await server.stop();
  const keyIn = async (data: string): Promise<unknown> =>
    (JSON.parse(await readFile(join(data, "secrets.json"), "utf8")) as { key: string }).key;
  expect((await vidga({ VIDGA_DATA: there }, ["restore", file])).code).toBe(0);
  expect(await keyIn(there)).toBe(await keyIn(here));
  expect(await vidga({ VIDGA_DATA: there }, ["restore", file])).toEqual({
    code: 1,
    said: "Här finns redan data. Ingenting är ändrat: svara --replace för att ersätta allt som finns.\n",
  });
  const moved = await startServer({ dataDir: there, env: { VIDGA_MODE: "live" } });
  expect((await new Client(moved.url).ask("/o/provby/sign-in")).status).toBe(200);
  await moved.stop();
});

test("a disk that is full in the middle leaves no file, and one line", async () => {
  const full = join(folder, "full");
  await mkdir(full);
  const file = join(full, "kopia.vidga");
  // The shell counts in blocks of 512 bytes: the file may be no larger than that.
  const refused = await vidga(external(database), ["backup", file], "ulimit -f 1");
  expect(refused).toEqual({
    code: 1,
    said: `Disken är full: ${file} blev inte skriven, och den påbörjade filen är borttagen.\n`,
  });
  expect(await readdir(full)).toEqual([]);
  expect((await vidga(external(database), ["backup", file])).code).toBe(0);
});

test("what is asked for wrongly is said in one line", async () => {
  const file = join(folder, "x.vidga");
  expect(await vidga({}, ["backup"])).toEqual({ code: 2, said: "Skriv vilken fil det gäller.\n" });
  const { DATABASE_OWNER_URL: _, ...withoutOwner } = external(database);
  for (const command of ["backup", "restore"]) {
    const said = await vidga(withoutOwner, [
      command,
      command === "backup" ? file : join(folder, "natt.vidga"),
    ]);
    expect(said).toMatchObject({ code: 1, said: expect.stringMatching(/^DATABASE_OWNER_URL behövs.*\n$/) });
  }
  const nowhere = {
    DATABASE_URL: "postgres://a:b@127.0.0.1:9/x",
    DATABASE_OWNER_URL: "postgres://c:d@127.0.0.1:9/x",
  };
  expect(await vidga({ ...nowhere, VIDGA_SECRET: SECRET }, ["backup", file])).toEqual({
    code: 1,
    said: "Databasen svarar inte. Ingenting är ändrat.\n",
  });
});
