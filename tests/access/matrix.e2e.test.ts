/**
 * Every route × everyone who may ask × whom or what it is about, compared with what
 * `expectations.ts` says. Default deny: what is not said there answers as if it were not there, and changes nothing.
 */
import { afterAll, expect, test, vi } from "vitest";
import { table } from "../../src/routes.ts";
import { newId } from "../../src/shared/ids.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { temporaryFiles } from "../support/files.ts";
import { startServer } from "../support/server.ts";
import { checksums } from "./checksums.ts";
import { expectations } from "./expectations.ts";
import {
  ask,
  asked,
  dataAddress,
  forEach,
  withActors,
  withoutOwnPath,
  type Answer,
  type Asked,
} from "./requests.ts";
import { toldOf } from "./told.ts";
import { accessWorld, ACTORS, NOBODY, type ActorName } from "./world.ts";

/** Some thousands of requests: half a minute, on a machine that does nothing else. */
vi.setConfig({ testTimeout: 300_000 });

const database = await testDatabase();
const world = await accessWorld(database);
const files = temporaryFiles();
await files.put(world.paper.name, world.paper.bytes);
const server = await startServer({
  databaseUrl: database.appUrl,
  databaseOwnerUrl: database.ownerUrl,
  env: { VIDGA_SECRET: SECRET, VIDGA_FILES: files.root },
});
afterAll(() => server.stop());

const all = asked(world);
/** Whose sessions are nobody's any longer: that is asked once a route. */
const ENDED: readonly ActorName[] = ["closed", "disabled", "expired"];
const isNobody = (actor: ActorName): boolean => NOBODY.includes(actor);
const getsIn = ({ case: { in: names } }: Asked, actor: ActorName): boolean =>
  names.includes(actor) || (isNobody(actor) && names.includes("nobody"));
const maySend = (each: Asked, actor: ActorName): boolean => {
  const names = each.case.send ?? each.case.in;
  return names.includes(actor) || (isNobody(actor) && names.includes("nobody"));
};
const named = ({ route, case: { of } }: Asked, actor: ActorName): string => `${route} (${of}) as ${actor}`;

const INVITATION = "/o/:slug/choose-password/:token";

/** What a page that isn't there answers each of them. */
const absent = new Map<ActorName, string>();
for (const actor of ACTORS) {
  const answer = await ask(server.url, `/o/${world.slug}/${newId()}`, world.cookies[actor]);
  if (answer.status !== 404) throw new Error(`an address that names nothing answers ${answer.status}`);
  absent.set(actor, withoutOwnPath(answer.body));
}

/** Whoever holds an invitation is shown the name of the account that it is for. */
const told = ({ body }: Answer, { route }: Asked, actor: ActorName): string[] =>
  route === INVITATION ? [] : toldOf(world, body, actor);

/** Why this is not the answer for somebody who does not get in, or null when it is. */
function notRefused(answer: Answer, each: Asked, actor: ActorName): string | null {
  if (isNobody(actor) && !each.case.gone)
    return answer.status === 303 && answer.location?.startsWith(`/o/${world.slug}/sign-in?next=`)
      ? null
      : `${answer.status} instead of the way to sign in`;
  if (answer.status !== 404) return `${answer.status} instead of 404`;
  const likeAbsent = each.route === "*" || !each.address.startsWith("/o/");
  return likeAbsent || withoutOwnPath(answer.body) === absent.get(actor)
    ? null
    : "not the same 404 as an address that names nothing";
}

test("every route says who gets in, and nothing else does", () => {
  expect(Object.keys(expectations).toSorted()).toEqual(table.map(({ path }) => path).toSorted());
  expect(table.filter(({ policy }) => policy.trim() === "")).toEqual([]);
});

test("ORG-7, ORG-8: every page answers those who get in, and is not there for anyone else", async () => {
  const wrong: string[] = [];
  const first = new Set(table.map(({ path }) => all.find((each) => each.route === path)));
  const asking = withActors(all).filter(
    ({ asked: each, actor }) => first.has(each) || !ENDED.includes(actor),
  );
  await forEach(asking, async ({ asked: each, actor }) => {
    const answer = await ask(server.url, each.address, world.cookies[actor]);
    const fault = getsIn(each, actor)
      ? answer.status === (each.case.status ?? 200)
        ? null
        : `${answer.status} instead of ${each.case.status ?? 200}`
      : notRefused(answer, each, actor);
    if (fault) wrong.push(`${named(each, actor)}: ${fault}`);
    for (const what of told(answer, each, actor)) wrong.push(`${named(each, actor)}: tells of ${what}`);
  });
  expect(wrong).toEqual([]);
});

test("MOD-12, ORG-8: a model's pages show the way to what it asks of those placed to those who get in there, and to nobody else", async () => {
  const IMPACT = "/o/:slug/models/:model/versions/:number/impact";
  const readers = all.find(({ route }) => route === IMPACT)?.case.in ?? [];
  const wrong: string[] = [];
  const pages = all.filter(
    ({ route, address }) =>
      ["/o/:slug/models/:model", "/o/:slug/models/:model/history"].includes(route) ||
      address.endsWith("/difference?from=1&to=2"),
  );
  expect(new Set(pages.map(({ route }) => route)).size).toBe(3);
  await forEach(withActors(pages), async ({ asked: each, actor }) => {
    if (!getsIn(each, actor)) return;
    const { body } = await ask(server.url, each.address, world.cookies[actor]);
    const ways = [...body.matchAll(/href="([^"]*\/impact[^"]*)"/g)].map(([, way = ""]) => way);
    if (ways.length > 0 !== readers.includes(actor))
      wrong.push(`${named(each, actor)}: ${ways.length} ways to the impact`);
    for (const way of ways) {
      const { status } = await ask(server.url, way.replaceAll("&amp;", "&"), world.cookies[actor]);
      if (status !== 200) wrong.push(`${named(each, actor)}: ${way} answers ${status}`);
    }
  });
  expect(wrong).toEqual([]);
});

test("ORG-7, ORG-8: no page is handed out as data, in whole or in part", async () => {
  const wrong: string[] = [];
  // Those who would be handed it first; there is no such address, so for all others it is the same.
  const asking = all.flatMap((each) => {
    const actor = ACTORS.find((one) => getsIn(each, one));
    return actor ? [{ asked: each, actor }] : [];
  });
  expect(new Set(asking.map(({ asked: { route } }) => route)).size).toBeGreaterThan(table.length * 0.9);
  await forEach(asking, async ({ asked: each, actor }) => {
    const answer = await ask(server.url, dataAddress(each.address, each.id), world.cookies[actor]);
    const name = `${named(each, actor)}, as data`;
    if (![303, 404].includes(answer.status)) wrong.push(`${name}: ${answer.status}`);
    for (const what of told(answer, each, actor)) wrong.push(`${name}: tells of ${what}`);
  });
  expect(wrong).toEqual([]);
});

test("ORG-8: what somebody sends who may not is refused like the page, and changes nothing", async () => {
  const wrong: string[] = [];
  const before = await checksums(database.ownerUrl);
  const refused = withActors(all.filter((each) => each.hasAction)).filter(
    ({ asked: each, actor }) => !maySend(each, actor),
  );
  expect(refused.length).toBeGreaterThan(100);
  await forEach(refused, async ({ asked: each, actor }) => {
    // What an expired session sends is kept for its owner (tests/http): that is a change, and not of this test.
    const answer = await ask(server.url, each.address, actor === "expired" ? "" : world.cookies[actor], {});
    const fault = notRefused(answer, each, actor);
    if (fault) wrong.push(`${named(each, actor)}: ${fault}`);
    for (const what of told(answer, each, actor)) wrong.push(`${named(each, actor)}: tells of ${what}`);
  });
  expect(wrong).toEqual([]);
  expect(await checksums(database.ownerUrl)).toEqual(before);
});

test("an empty form from somebody who may send it is answered in good order", async () => {
  const wrong: string[] = [];
  const sent = withActors(all.filter((each) => each.hasAction)).filter(({ asked: each, actor }) =>
    maySend(each, actor),
  );
  expect(sent.length).toBeGreaterThan(10);
  await forEach(sent, async ({ asked: each, actor }) => {
    // Signing out would end the session for the others here.
    if (each.route === "/o/:slug/sign-out") return;
    const answer = await ask(server.url, each.address, world.cookies[actor], {});
    if (answer.status >= 500) wrong.push(`${named(each, actor)}: ${answer.status}`);
    for (const what of told(answer, each, actor)) wrong.push(`${named(each, actor)}: tells of ${what}`);
  });
  expect(wrong).toEqual([]);
});
