import { describe, expect, test } from "vitest";
import { cancelTalk, rebook } from "../../src/talk/change-booking.ts";
import { answerView, remind } from "../../src/talk/confirm-talk.ts";
import {
  talksAround,
  talkTasks,
  viewMyTalks,
  viewPersonTalks,
  viewUnitTalks,
} from "../../src/talk/view-talks.ts";
import type { Work } from "../../src/platform/database/work.ts";
import type { Staff } from "../../src/talk/access.ts";
import type { TalkAddress } from "../../src/talk/talk-room.ts";
import { newId } from "../../src/shared/ids.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());

/** What waits for whoever asks, with those of `staff` who work in their units today. */
const tasksOf = async (work: Work, staff: readonly Staff[]) => {
  const talks = talksAround(
    work,
    work.actor?.personId ?? "",
    staff.map(({ unitId }) => unitId),
  );
  return talkTasks(work, (await talks.execute(work.tx)).rows, staff);
};
const { world, vera, karin, employee, reads, book, see, asked, prepare, hold, put, confirm, otherView } = all;

/** What is in the outbox about the talk. */
const mailed = (talkId: string) =>
  world.as(null, ({ tx }) =>
    tx
      .selectFrom("mail")
      .select(["key", "kind", "subject", "appointment", "body", "next_try_at"])
      .where("key", "like", `%${talkId}%`)
      .orderBy("key")
      .execute(),
  );

describe("PRV-3 and ORG-2: who has left, or changed authority", () => {
  test("what was planned is cancelled, what was put to them is locked as it stood", async () => {
    const { who, employment } = await employee();
    const planned = await book(who);
    const put = await asked(who, "follow-up");
    await world.change(who, employment, TODAY, { unitId: world.pupilHealth });
    expect(await see(who, planned)).toMatchObject({ phase: "cancelled", talk: { closedHow: "left" } });
    expect((await mailed(planned.talkId)).map(({ key }) => key)).toEqual([
      `talk-invitation ${planned.talkId} 0`,
      `talk-invitation ${planned.talkId} 1`,
    ]);
    expect((await mailed(planned.talkId)).at(-1)).toMatchObject({
      appointment: { method: "cancel", sequence: 1 },
    });
    expect(await see(who, put)).toMatchObject({ phase: "locked", talk: { closedHow: "left" } });
    await expect(see(karin, put)).rejects.toThrow(NotFound);
  });

  test("a last day that is known cancels only what lies after it", async () => {
    const { who, employment } = await employee();
    const [before, after] = [
      await book(who, { day: "2026-11-30" }),
      await book(who, { kind: "follow-up", day: "2026-12-01" }),
    ];
    await world.change(who, employment, "2026-12-01");
    expect((await see(who, before)).phase).toBe("planned");
    expect((await see(who, after)).phase).toBe("cancelled");
  });
});

describe("TLK-3 rebooked and cancelled", () => {
  test("what it was before stays in its history", async () => {
    const { who } = await employee();
    const address = await book(who);
    const { talk } = await see(karin, address);
    const typed = { day: "2026-12-10", at: "21:30", minutes: "45", place: "Rum 4", booking: talk.booking };
    const again = (change: Partial<typeof typed> = {}) =>
      world.as(karin, (work) => rebook(work, address, { ...typed, ...change }));
    expect(await again({ day: "2026-11-21" })).toMatchObject({
      reasons: [{ code: "day-passed", field: "day" }],
    });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again({ place: "Rum 5" })).toMatchObject({ reasons: [{ code: "changed-by-other" }] });
    const view = await see(who, address);
    expect(view.talk).toMatchObject({ day: "2026-12-10", at: "21:30", booking: 2, place: "Rum 4" });
    expect(view.events.at(-1)).toMatchObject({ kind: "rebooked", details: { day: talk.day, at: talk.at } });
    expect(
      await world.as(karin, (work) => cancelTalk(work, address, { words: "Jag är sjuk." })),
    ).toMatchObject({ ok: true });
    expect(await see(who, address)).toMatchObject({ phase: "cancelled", acts: [] });
    expect(await again({ day: "2026-12-11", booking: 2 })).toMatchObject({ reasons: [{ code: "gone-on" }] });
    // And another can be booked.
    expect((await book(who)).talkId).not.toBe(address.talkId);
  });
});

describe("TLK-3 the mail", () => {
  test("an invitation for the calendar and a reminder; moved with a new number, and cancelled with the next", async () => {
    const { who } = await employee();
    // The clocks have gone back when the talk is held: ten is ten.
    const address = await book(who, { day: "2027-03-29" });
    const { talk } = await see(karin, address);
    const [invitation, reminder] = await mailed(address.talkId);
    expect(invitation?.subject).toBe(
      `Ditt utvecklingssamtal måndag 29 mars 2027 kl. ${talk.at.replace(":", ".")}`,
    );
    expect(invitation).toMatchObject({
      key: `talk-invitation ${talk.id} 0`,
      appointment: {
        method: "request",
        uid: talk.id,
        sequence: 0,
        start: new Date(`2027-03-29T${talk.at}:00+02:00`).toISOString(),
      },
    });
    expect(reminder?.key).toBe(`talk-reminder ${talk.id} 1`);
    // Two days before, at the same time of day, though the clocks have been put forward in between.
    expect(reminder?.next_try_at).toEqual(new Date(`2027-03-27T${talk.at}:00+01:00`));
    const typed = { day: "2027-03-26", at: "23:30", minutes: "20", place: "Rum 9", booking: 1 };
    await world.as(karin, (work) => rebook(work, address, typed));
    expect((await mailed(address.talkId)).map(({ key }) => key)).toEqual([
      `talk-invitation ${talk.id} 0`,
      `talk-invitation ${talk.id} 1`,
      `talk-reminder ${talk.id} 2`,
    ]);
    await world.as(karin, (work) => cancelTalk(work, address, { words: "" }));
    const left = await mailed(address.talkId);
    expect(left.map(({ kind }) => kind)).not.toContain("talk-reminder");
    expect(left.at(-1)).toMatchObject({
      key: `talk-invitation ${talk.id} 2`,
      appointment: { method: "cancel", sequence: 2, start: "2027-03-26T22:30:00.000Z" },
    });
  });
});

describe("TLK-1 whoever is asked to confirm is told", () => {
  test("the employee, when the text is put to both and when they are asked once more; nobody else", async () => {
    const { who } = await employee();
    const address = await asked(who);
    const waits = async () =>
      (await mailed(address.talkId)).filter(({ kind }) => kind === "talk-task").map(({ key }) => key);
    const key = (before: number) => `talk-to-confirm ${address.talkId} 1 ${before} ${who.personId}`;
    expect(await waits()).toEqual([key(0)]);
    world.on(addDays(TODAY, 7));
    expect(await world.as(karin, (work) => remind(work, address))).toMatchObject({ ok: true });
    expect(await waits()).toEqual([key(0), key(1)]);
    world.on(TODAY);
  });

  test("PLC-9: the manager above, when another view is put to them, and the employee when it is answered; a view that stays tells nobody", async () => {
    const keys = async (address: TalkAddress) =>
      (await mailed(address.talkId)).map(({ key }) => key).filter((key) => key.startsWith("talk-view-"));
    const { who } = await employee();
    const address = await asked(who);
    await otherView(who, address, "Fråga Vera.", true);
    const above = `talk-view-above ${address.talkId} 1 ${vera.personId}`;
    expect(await keys(address)).toEqual([above]);
    await world.as(vera, (work) => answerView(work, address, { words: "Pröva i mars." }));
    expect(await keys(address)).toEqual([above, `talk-view-answered ${address.talkId} 1 ${who.personId}`]);

    const { who: other } = await employee();
    const own = await asked(other);
    await otherView(other, own, "Jag ser det så här.");
    expect(await keys(own)).toEqual([]);
  });
});

describe("TLK-3 what is held early, and whoever has nobody", () => {
  test("a talk that is held before its day is reminded of no more", async () => {
    const { who } = await employee();
    const address = await book(who, { day: "2026-12-14" });
    expect(await mailed(address.talkId)).toHaveLength(2);
    await hold(karin, address);
    expect((await mailed(address.talkId)).map(({ kind }) => kind)).toEqual(["talk-invitation"]);
  });

  test("ORG-4 a unit that loses its manager in mid-talk: the manager above goes on, and nobody stands above them here", async () => {
    const unit = newId();
    await world.put("unit", {
      id: unit,
      parent_id: world.care,
      name: "Rehab Väst",
      is_authority: false,
      valid_from: "2000-01-01",
    });
    const former = await world.person("Rut Gren");
    await world.manage(former, unit, { from: "2020-01-01", to: "2026-11-23" });
    const who = await world.person("Maj Lund");
    await world.employ(who, unit, { from: "2022-01-01" });
    const address = await book(who, { as: former, unitId: unit });
    await prepare(former, address, "Ruts ord.");
    world.on("2026-11-23");
    await expect(see(former, address)).rejects.toThrow(NotFound);
    expect(await see(vera, address)).toMatchObject({ reader: "manager", as: "manager-above" });
    await hold(vera, address);
    await put(vera, address);
    expect((await see(who, address)).above).toBeNull();
    await confirm(vera, address);
    expect(await confirm(who, address)).toEqual({ ok: true, value: "both" });
    world.on(TODAY);
  });

  test("and where nobody is above either, the talk waits, is read by the person, and is taken up by whoever comes", async () => {
    const only = await world.person("Ebba Rektor");
    const who = await world.person("Elin Ensam");
    await world.employ(who, world.pupilHealth, { from: "2022-01-01" });
    await world.manage(only, world.pupilHealth, { from: "2020-01-01", to: "2026-11-23" });
    const address = await book(who, { as: only, unitId: world.pupilHealth });
    world.on("2026-11-23");
    await expect(see(only, address)).rejects.toThrow(NotFound);
    expect(await see(who, address)).toMatchObject({ phase: "planned", acts: ["prepare"] });
    const next = await world.person("Nya Rektorn");
    await world.manage(next, world.pupilHealth, { from: "2026-11-23" });
    expect((await see(next, address)).acts).toContain("hold");
    world.on(TODAY);
  });
});

describe("ORG-8 and PRV-1: lists, and who reads", () => {
  test("one's own; a person's for those close; a unit's for whoever holds talks there; each read is logged", async () => {
    const { who } = await employee();
    const address = await book(who);
    expect((await world.as(who, viewMyTalks)).talks.map(({ id }) => id)).toEqual([address.talkId]);
    expect((await world.as(karin, (work) => viewPersonTalks(work, who.personId))).talks).toHaveLength(1);
    await expect(world.as(vera, (work) => viewPersonTalks(work, who.personId))).rejects.toThrow(NotFound);
    await expect(world.as(who, (work) => viewPersonTalks(work, who.personId))).rejects.toThrow(NotFound);
    const unit = (as: typeof karin) =>
      world.as(as, (work) => viewUnitTalks(work, { unitId: world.rehab, page: 1 }));
    const row = (await unit(karin)).rows.find(({ personId }) => personId === who.personId);
    expect(row).toMatchObject({ underWay: [{ phase: "planned" }], latest: null });
    await expect(unit(who)).rejects.toThrow(NotFound);
    expect(await reads(karin)).toContainEqual({ what: "talks", basis: "manager" });
    await see(karin, address);
    expect(await reads(karin)).toContainEqual({ what: "talk", basis: "manager" });
  });

  test("what waits: for the employee, and for the manager", async () => {
    const { who } = await employee();
    const address = await asked(who);
    const mine = await world.as(who, (work) => tasksOf(work, []));
    expect(mine).toMatchObject([{ talk: { id: address.talkId }, isOwn: true, acts: ["confirm", "differ"] }]);
    const rehab = { unitId: world.rehab, authorityId: world.care, as: "manager" } as const;
    const theirs = await world.as(karin, (work) => tasksOf(work, [{ ...rehab, personId: who.personId }]));
    expect(theirs).toMatchObject([
      { talk: { id: address.talkId }, isOwn: false, acts: ["write", "record", "confirm"] },
    ]);
  });

  test("ORG-2: of somebody who works elsewhere too, only what is on the actor's side", async () => {
    const { who, employment } = await employee();
    const address = await book(who);
    const seen = (unitId: string, authorityId: string) =>
      world.as(karin, async (work) =>
        (await tasksOf(work, [{ personId: who.personId, unitId, authorityId, as: "manager" }])).map(
          ({ talk }) => talk.id,
        ),
      );
    expect(await seen(world.rehab, world.care)).toEqual([address.talkId]);
    expect(await seen(world.homeCare, world.care)).toEqual([]);
    expect(await seen(world.pupilHealth, world.school)).toEqual([]);
    await world.change(who, employment, TODAY, { unitId: world.homeCare });
    expect(await seen(world.homeCare, world.care)).toEqual([address.talkId]);
  });
});
