import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/platform/database/data-folder.ts";
import { answers, dataFolder, hold, postgresPid } from "./holder.ts";

describe("a data folder", () => {
  test("has one server: a second refuses, naming the first, and harms nothing", async () => {
    const folder = await dataFolder();
    const first = await hold(folder, "server");
    const second = await hold(folder, "server");
    expect(second.refused).toContain(folder);
    expect(second.refused).toContain(`process ${first.pid}, http://127.0.0.1:3210`);
    expect(await answers(first)).toBe(true);
    await first.leave();
    const third = await hold(folder, "server");
    expect(third.refused).toBeUndefined();
    await third.leave();
  });

  test("is free again when its server was killed; the PostgreSQL it left is taken over and stopped", async () => {
    const folder = await dataFolder();
    const killed = await hold(folder, "server");
    const postgres = await postgresPid(folder);
    await killed.kill();
    expect(await postgresPid(folder)).toBe(postgres);
    const next = await hold(folder, "server");
    expect(next.refused).toBeUndefined();
    expect(await postgresPid(folder)).toBe(postgres);
    await next.leave();
    expect(await postgresPid(folder)).toBeNull();
  });

  test("serves commands beside its server, whoever came first and whoever leaves first", async () => {
    const folder = await dataFolder();
    const command = await hold(folder, "command");
    const server = await hold(folder, "server");
    expect(server.refused).toBeUndefined();
    await command.leave();
    expect(await answers(server)).toBe(true);
    const later = await hold(folder, "command");
    await server.leave();
    expect(await answers(later)).toBe(true);
    await later.leave();
    expect(await postgresPid(folder)).toBeNull();
  });

  test("survives many that come and go at once", async () => {
    const folder = await dataFolder();
    await (await hold(folder, "command")).leave();
    const comeAndGo = async (): Promise<boolean> => {
      const holder = await hold(folder, "command");
      const answered = await answers(holder);
      await holder.leave();
      return answered;
    };
    const rounds = [1, 2, 3].map(async () => [await comeAndGo(), await comeAndGo(), await comeAndGo()]);
    expect((await Promise.all(rounds)).flat()).toEqual(Array.from({ length: 9 }, () => true));
    expect(await postgresPid(folder)).toBeNull();
  });

  test("has a secret of its own that stays, unless the configuration names one", async () => {
    const folder = await dataFolder();
    const secrets: string[] = [];
    const named = "0f".repeat(32);
    for (const env of [{}, {}, { VIDGA_SECRET: named }]) {
      const database = await openDatabase(readConfig({ ...env, VIDGA_DATA: folder }), { as: "command" });
      secrets.push(database.secret);
      await database.close();
    }
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets).toEqual([secrets[0], secrets[0], named]);
  });

  test("is not needed with an external database", async () => {
    const url = "postgres://vidga_app:x@db.example/vidga";
    const config = readConfig({ DATABASE_URL: url, VIDGA_SECRET: "0f".repeat(32), VIDGA_DATA: "/nowhere" });
    expect(await openDatabase(config, { as: "server" })).toMatchObject({ appUrl: url, ownerUrl: null });
  });
});
