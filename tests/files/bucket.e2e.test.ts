/** The server and its commands with files in a bucket; and with a secret that is wrong, which whoever runs them is told, and nothing is lost by (ASM-2). */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dayOf } from "../../src/shared/local-date.ts";
import { newId } from "../../src/shared/ids.ts";
import { paperAsPdf } from "../../demo/papers.ts";
import { site } from "../http/site.ts";
import { testBucket } from "../support/bucket.ts";
import type { TestServer } from "../support/server.ts";
import { external, vidga } from "../support/vidga.ts";

const KEYS = { region: "eu-north-1", keyId: "nyckel", keySecret: "hemligt/+å=" };
const bucket = await testBucket(KEYS);
const { database, home, employee, serve, signedIn, as } = await site();
await as(null, ({ tx }) => tx.updateTable("organisation_setting").set({ evidence_files: true }).execute());

const filesWith = (secret: string) => ({
  VIDGA_FILES: bucket.url,
  VIDGA_FILES_REGION: KEYS.region,
  VIDGA_FILES_KEY: KEYS.keyId,
  VIDGA_FILES_KEY_SECRET: secret,
});
const RIGHT = filesWith(KEYS.keySecret);
const WRONG = filesWith("ett annat");
const here = `${home}/people/${employee.personId}/evidence`;
const paper = paperAsPdf(["Intyg"]);

async function started(env: Readonly<Record<string, string>>) {
  const server = await serve(env);
  onTestFinished(async () => {
    await server.stop();
  });
  const client = await signedIn(server.url, employee.accountId);
  const handIn = async (what: string) => {
    const form = new FormData();
    const fields = { "idempotency-token": newId(), kind: "course", what, issuedOn: dayOf(new Date()) };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("files", new File([Buffer.from(paper)], "intyg.pdf"));
    const sent = new Response(form);
    return client.ask(`${here}/new`, {
      method: "POST",
      headers: { Origin: server.url, "Content-Type": sent.headers.get("Content-Type") ?? "" },
      body: Buffer.from(await sent.arrayBuffer()),
    });
  };
  const list = async () => (await client.ask(here)).body;
  /** A page of the piece, and the file's address on it. */
  const fileOf = async (what: string) => {
    const piece = new RegExp(`href="(${here}/[^"]+)"[^>]*>${what}`).exec(await list())?.[1] ?? "";
    return new RegExp(`${here}/[^"]+/files/[^"]+`).exec((await client.ask(piece)).body)?.[0] ?? "";
  };
  return { server, client, handIn, list, fileOf };
}

const toldIn = (server: TestServer) => expect.poll(() => server.output(), { timeout: 20_000 });

test("ASM-2: a file goes into the bucket and comes back", async () => {
  const { client, handIn, fileOf, server } = await started(RIGHT);
  expect((await handIn("Kvar i hinken")).status).toBe(303);
  expect([...bucket.objects.values()].map((bytes) => bytes.equals(paper))).toEqual([true]);
  const answer = await client.ask(await fileOf("Kvar i hinken"));
  expect([answer.status, answer.body.slice(0, 5)]).toEqual([200, "%PDF-"]);
  expect(server.output()).not.toContain("files away");
});

test("ASM-2: with a wrong secret it is told at the start, people are asked to wait, and nothing is half done", async () => {
  const { client, handIn, list, fileOf, server } = await started(WRONG);
  await toldIn(server).toMatch(/"error":"FilesAway 403 SignatureDoesNotMatch \| at [^"]*","msg":"files away"/);
  const refused = await handIn("Fick inte plats");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "10"]);
  expect(await list()).not.toContain("Fick inte plats");
  expect((await client.ask(await fileOf("Kvar i hinken"))).status).toBe(503);
});

test("a backup with a wrong secret says so in one line, and leaves no file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vidga-hink-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "natt.vidga");
  expect(await vidga({ ...external(database), ...WRONG }, ["backup", file])).toEqual({
    code: 1,
    said: "Det gick inte att nå platsen där filer förvaras (403 SignatureDoesNotMatch). Stämmer VIDGA_FILES och dess nycklar?\n",
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await vidga({ ...external(database), ...RIGHT }, ["backup", file])).toMatchObject({ code: 0 });
});
