/** Letting go of an installation. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openForServer } from "../../src/platform/database/open.ts";

test("a statement that goes on does not keep an embedded database running", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vidga-open-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { pool, close } = await openForServer(readConfig({ VIDGA_DATA: folder, VIDGA_MODE: "live" }));
  const pid = join(folder, "postgres/postmaster.pid");
  expect(existsSync(pid)).toBe(true);
  const held = await pool.connect();
  const cutOff = held.query("select pg_sleep(60)").catch((error: unknown) => error);
  await close();
  expect(await cutOff).toMatchObject({ message: expect.stringMatching(/terminat/) as string });
  expect(existsSync(pid)).toBe(false);
});
