/** Placements that come of a talk (PLC-1, PLC-3, PLC-4, PLC-6): by the rules of every other, and the talk knows which. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { placeAtTalk, viewPlacingAtTalk } from "../../src/talk/place-at-talk.ts";
import type { TalkAddress } from "../../src/talk/talk-room.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());
const { world, karin, siv, dan, employee, direct, reads, book, hold, put, confirm, see } = all;
const { model } = world;

const place = (as: Actor, address: TalkAddress, level: string, follows: string | null = null, despite = "") =>
  world.as(as, (work) =>
    placeAtTalk(work, address, {
      modelId: model.modelId,
      place: level,
      motivation: "Arbetar självständigt.",
      follows,
      despite,
    }),
  );
const latest = async (as: Actor, address: TalkAddress) =>
  (await world.as(as, (work) => viewPlacingAtTalk(work, address))).placings[0]?.latest ?? null;
async function held(kind = "development") {
  const { who, employment } = await employee();
  const address = await book(who, { kind });
  await hold(karin, address);
  return { who, employment, address };
}

test("PLC-1: decided at the talk, on its day and as its kind; the talk knows, and so does the employee", async () => {
  const { who, address } = await held("introduction");
  expect((await see(karin, address)).mayPlace).toBe(true);
  expect((await see(who, address)).mayPlace).toBe(false);
  expect(await place(karin, address, model.basic)).toEqual({ ok: true, value: null });
  expect(await latest(karin, address)).toMatchObject({
    level: "Bas",
    dialogueOn: "2026-11-22",
    basis: "introduction-talk",
  });
  expect((await see(who, address)).placed).toMatchObject([{ level: "Bas", from: "2026-11-22" }]);
  expect(await reads(karin)).toContainEqual({ what: "placement-history", basis: "manager" });
});

test("PLC-3, PLC-6: by the same rule as any move, every reason named; inward asks for nothing", async () => {
  await direct(sql`update organisation_setting set move_rule = 'present-and-target'`);
  const { who, address } = await held();
  expect(await place(karin, address, "")).toMatchObject({ reasons: [{ code: "missing", field: "place" }] });
  await place(karin, address, model.skilled);
  expect(await place(karin, address, model.basic)).toMatchObject({
    reasons: [{ code: "changed-meanwhile" }],
  });
  world.on("2026-11-25");
  const next = await book(who);
  await expect(place(karin, next, model.expert)).rejects.toThrow(NotFound);
  await hold(karin, next);
  const follows = (await latest(karin, next))?.id ?? null;
  const outward = await place(karin, next, model.expert, follows);
  expect(outward.ok ? [] : outward.reasons.map(({ code }) => code)).toEqual(["unmet", "unmet"]);
  expect((await see(karin, next)).placed).toEqual([]);
  expect(await place(karin, next, model.basic, follows)).toMatchObject({ ok: true });
  expect((await see(who, next)).placed).toMatchObject([{ level: "Bas", from: "2026-11-25" }]);
  expect((await see(who, address)).placed).toMatchObject([{ level: "Skicklig", from: "2026-11-22" }]);
  world.on("2026-11-22");
});

test("also when both have confirmed; nothing of the talk changes by it", async () => {
  const { who, address } = await held();
  await put(karin, address);
  await confirm(who, address);
  await confirm(karin, address);
  const before = await see(who, address);
  expect(await place(dan, address, model.skilled)).toMatchObject({ ok: true });
  const { placed, ...after } = await see(who, address);
  expect(placed).toHaveLength(1);
  expect({ ...after, placed: [] }).toEqual(before);
});

test("ORG-4: not by the person, by another manager, at a pay talk or a follow-up, nor with somebody else's talk", async () => {
  const { who, address } = await held();
  for (const [as, of] of [
    [who, address],
    [siv, address],
    [karin, { ...address, personId: karin.personId }],
    [karin, (await held("pay")).address],
    [karin, (await held("follow-up")).address],
  ] as const) {
    await expect(place(as, of, model.basic)).rejects.toThrow(NotFound);
    await expect(world.as(as, (work) => viewPlacingAtTalk(work, of))).rejects.toThrow(NotFound);
  }
});

test("TLK-1: the database keeps what came of a talk, of the same person, and of one that was held", async () => {
  const { who, address } = await held();
  await place(karin, address, model.basic);
  const [{ id: placement } = { id: "" }] = (await see(who, address)).placed;
  await expect(direct(sql`delete from talk_placement where placement_id = ${placement}`)).rejects.toThrow(
    /append-only|permission denied/,
  );
  const other = await held();
  const link = (of: TalkAddress) =>
    direct(sql`insert into talk_placement (organisation_id, placement_id, talk_id, person_id)
      values (${world.organisation_id}, ${placement}, ${of.talkId}, ${of.personId})`);
  await expect(link(other.address)).rejects.toThrow("violates");
  await expect(link(await book(who, { kind: "follow-up" }))).rejects.toThrow("gone on");
});
