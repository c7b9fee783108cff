/** The open port, with connections that are kept as a proxy keeps them. */
import { Agent } from "node:http";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { openPort } from "../../src/platform/http/port.ts";
import { Client } from "./client.ts";

/** A port where `/slow` is answered when it is told to be; two clients that keep their connections. */
async function opened() {
  const [asked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const app = new Hono();
  app.get("/", (c) => c.text("here"));
  app.get("/slow", async (c) => {
    asked.resolve();
    await told.promise;
    return c.text("at last");
  });
  const number = Promise.withResolvers<number>();
  const port = openPort(app, { host: "127.0.0.1", port: 0 }, number.resolve, number.reject);
  const url = `http://127.0.0.1:${await number.promise}`;
  const client = (): Client => {
    const made = new Client(url);
    const agent = new Agent({ keepAlive: true });
    made.agent = agent;
    onTestFinished(() => agent.destroy());
    return made;
  };
  return { port, client, asked: asked.promise, answer: told.resolve };
}

test("who has been answered does not hold up the end, however long they would stay; who has not is waited for", async () => {
  const { port, client, asked, answer } = await opened();
  const [idle, waiting] = [client(), client()];
  expect((await idle.ask("/")).headers.connection).toBe("keep-alive");
  const slow = waiting.ask("/slow");
  await asked;
  const closed = port.close(60_000);
  await expect(idle.ask("/")).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
  answer();
  expect(await slow).toMatchObject({ status: 200, body: "at last", headers: { connection: "close" } });
  expect(await closed).toBe(true);
});

test("when patience is over, the rest is cut off, and that is said", async () => {
  const { port, client, asked } = await opened();
  const slow = client()
    .ask("/slow")
    .catch((error: unknown) => error);
  await asked;
  expect(await port.close(10)).toBe(false);
  expect(await slow).toMatchObject({ code: "ECONNRESET" });
});

test("a port that another has is told of", async () => {
  const first = Promise.withResolvers<number>();
  const one = openPort(new Hono(), { host: "127.0.0.1", port: 0 }, first.resolve, first.reject);
  const second = Promise.withResolvers<number>();
  openPort(new Hono(), { host: "127.0.0.1", port: await first.promise }, second.resolve, second.reject);
  await expect(second.promise).rejects.toThrow("EADDRINUSE");
  await one.close(1);
});
