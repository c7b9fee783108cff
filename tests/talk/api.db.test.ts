/** Talks over the API (INT-3, TLK-1, ORG-4, PLC-9): the same rules as on the pages, and whose token may speak for whom. */
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { apiOf, reasonsIn } from "../api/site.ts";
import { testDatabase } from "../support/database.ts";
import { talkWorld } from "./world.ts";

const { world, karin, vera, employee } = await talkWorld(await testDatabase());
const { ask, token } = apiOf(world);

/** What somebody asks with a token that they have made themself. */
async function client(who: Actor) {
  const own = (await token(who.accountId)).text;
  return (method: string, path: string, body?: unknown) =>
    ask(method, path, { token: own, headers: {}, ...(body === undefined ? {} : { body }) });
}
const chief = await client(karin);

async function booked(kind = "development", at = "10:00") {
  const { who } = await employee();
  const self = await client(who);
  const { personId } = who;
  const sent = { kind, minutes: 10, place: "Rum 4", times: [{ personId, day: "2026-12-03", at }] };
  const answer = await chief("POST", `/units/${world.rehab}/talks`, sent);
  const [{ talkId } = { talkId: "" }] = answer.json["booked"] as { talkId: string }[];
  return {
    who,
    self,
    sent,
    answer,
    own: `/my/talks/${talkId}`,
    theirs: `/people/${personId}/talks/${talkId}`,
  };
}

describe("TLK-1 from booked to locked, by two who each have a token of their own", () => {
  test("booked, prepared apart, held, put to both, placed, confirmed by each, and taken away as a PDF", async () => {
    const { who, self, sent, answer, own, theirs } = await booked();
    expect(answer.status).toBe(201);
    const again = await chief("POST", `/units/${world.rehab}/talks`, sent);
    expect(again.status).toBe(422);
    expect(reasonsIn(again)).toContain("booked-already times.0.day");

    const prepared = { answers: { ahead: "Handleda." }, share: false, revision: 0 };
    expect((await self("PUT", `${own}/preparation`, prepared)).status).toBe(200);
    expect((await chief("GET", theirs)).text).not.toContain("Handleda.");
    expect(
      (await self("PUT", `${own}/preparation`, { ...prepared, answers: { ahead: "Annat." } })).status,
    ).toBe(409);
    expect(
      (await self("PUT", `${own}/preparation`, { ...prepared, answers: { annat: "Ord." } })).status,
    ).toBe(422);
    expect((await chief("POST", `${theirs}/hold`, { heldOn: "2026-11-22" })).json).toMatchObject({
      talk: { phase: "held" },
      preparations: { self: { answers: { ahead: "Handleda." }, by: who.displayName } },
      agreed: { text: "", revision: 0 },
    });
    expect((await self("GET", `${own}/file`)).status).toBe(404);
    const text = { agreed: "Hospitera i Uddevalla.", revision: 0 };
    expect((await chief("PUT", `${theirs}/agreed`, text)).status).toBe(200);
    expect((await self("GET", own)).json).toMatchObject({ agreed: null, record: null });
    await chief("POST", `${theirs}/record`, { ...text, revision: 1 });
    const placement = {
      modelId: world.model.modelId,
      levelId: world.model.skilled,
      motivation: "Vi är överens.",
      follows: null,
    };
    expect((await chief("POST", `${theirs}/placements`, placement)).json).toMatchObject({
      placed: [{ level: "Skicklig", from: "2026-11-22" }],
    });
    expect((await self("POST", `${own}/confirm`, { revision: 2 })).status).toBe(409);
    await self("POST", `${own}/confirm`, { revision: 1 });
    const closed = await chief("POST", `${theirs}/confirm`, { revision: 1 });
    expect(closed.json).toMatchObject({ talk: { phase: "locked", closedHow: "both" }, acts: [] });
    expect((await self("GET", "/my/talks")).json).toMatchObject({ talks: [{ phase: "locked" }] });
    const unit = (await chief("GET", `/units/${world.rehab}/talks?limit=200`)).json;
    expect(unit["items"]).toContainEqual(expect.objectContaining({ personId: who.personId, underWay: [] }));
    const pdf = await self("GET", `${own}/file?language=en`);
    expect([pdf.status, pdf.headers.get("Content-Type"), pdf.text.slice(0, 5)]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
  });

  test("PLC-9 another view goes to the manager above, who answers", async () => {
    const { self, own, theirs } = await booked("development", "11:00");
    const above = await client(vera);
    await chief("POST", `${theirs}/hold`, { heldOn: "2026-11-22" });
    await chief("POST", `${theirs}/record`, { agreed: "Ord.", revision: 0 });
    expect((await above("GET", theirs)).status).toBe(404);
    const view = { revision: 1, words: "Nej.", toAbove: true };
    expect((await self("POST", `${own}/other-view`, view)).json).toMatchObject({
      talk: { phase: "with-above" },
    });
    await chief("POST", `${theirs}/confirm`, { revision: 1 });
    expect((await above("POST", `${theirs}/answer`, { words: "I mars." })).json).toMatchObject({
      reader: "above",
      talk: { closedHow: "other-view" },
    });
  });
});

test("ORG-4 nobody speaks for another: not at the other's address, and not with a token that somebody else has made", async () => {
  const { who, self, own, theirs } = await booked("development", "13:00");
  await chief("POST", `${theirs}/hold`, { heldOn: "2026-11-22" });
  await chief("POST", `${theirs}/record`, { agreed: "Ord.", revision: 0 });
  expect((await chief("POST", `${own}/confirm`, { revision: 1 })).status).toBe(404);
  expect((await self("POST", `${theirs}/confirm`, { revision: 1 })).status).toBe(404);
  for (const account of [who, karin]) {
    const others = (await token(account.accountId, ["talks:read", "talks:write"], { created_by: null })).text;
    const at = account === who ? own : theirs;
    const refused = await ask("POST", `${at}/confirm`, { token: others, body: { revision: 1 } });
    expect([refused.status, ...reasonsIn(refused)]).toEqual([403, "insufficient-scope"]);
  }
});
