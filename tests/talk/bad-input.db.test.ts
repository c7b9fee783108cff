/** What becomes of a talk, and of what has been written in it, when the world around it changes while it is held. */
import { describe, expect, test } from "vitest";
import { bookRound } from "../../src/talk/book-round.ts";
import { writeAgreed } from "../../src/talk/hold-talk.ts";
import { viewTalk } from "../../src/talk/view-talk.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { planWorld } from "../plan/world.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, talkWorld } from "./world.ts";

const database = await testDatabase();
const { world, vera, karin, employee, book, see, hold, write, put, confirm } = await talkWorld(database);

describe("PLC-2, ORG-4: whoever held it is no longer the one", () => {
  test("the manager changes unit while they write: the text that was saved goes on with the next one, and the former saves nothing more", async () => {
    const unit = newId();
    await world.put("unit", {
      id: unit,
      parent_id: world.care,
      name: "Rehab Syd",
      is_authority: false,
      valid_from: "2000-01-01",
    });
    const [first, next] = [await world.person("Rut Gren"), await world.person("Åke Sten")];
    await world.manage(first, unit, { from: "2020-01-01", to: "2026-11-23" });
    await world.manage(first, world.homeCare, { from: "2026-11-23" });
    await world.manage(next, unit, { from: "2026-11-23" });
    const who = await world.person("Maj Lund");
    await world.employ(who, unit, { from: "2022-01-01" });
    const address = await book(who, { as: first, unitId: unit });
    await hold(first, address);
    await write(first, address, "Ruts ord, inte visade än.");
    const typed = { agreed: "Mer av Rut.", revision: (await see(first, address)).talk.agreedRevision };
    world.on("2026-11-23");
    await expect(world.as(first, (work) => writeAgreed(work, address, typed))).rejects.toThrow(NotFound);
    expect((await see(next, address)).matter?.agreed).toBe("Ruts ord, inte visade än.");
    await put(next, address, "Ruts ord, inte visade än.\nÅke följer upp.");
    await confirm(next, address);
    expect(await confirm(who, address)).toEqual({ ok: true, value: "both" });
    world.on(TODAY);
  });

  test("ORG-2 the person changes authority while the manager writes: it is closed, said so to the person, and nobody's to go on with", async () => {
    const { who, employment } = await employee();
    const address = await book(who);
    await hold(karin, address);
    await write(karin, address, "Inte visat än.");
    await world.change(who, employment, TODAY, { unitId: world.pupilHealth });
    await expect(write(karin, address, "Mer.")).rejects.toThrow(NotFound);
    const view = await see(who, address);
    expect(view).toMatchObject({ phase: "cancelled", talk: { closedHow: "left" }, acts: [] });
    expect(JSON.stringify(view)).not.toContain("Inte visat än.");
  });

  test("the manager of the manager: their talk is with the one above, and no deputy of theirs is at it", async () => {
    const own = await book(karin, { as: vera });
    await hold(vera, own);
    await put(vera, own, "Karin leder utvecklingsgruppen.");
    await confirm(karin, own);
    expect(await confirm(vera, own)).toEqual({ ok: true, value: "both" });
  });
});

test("PLN-1, MOD-13 an activity that is withdrawn from the catalogue stands beside the talk still, under the name that it had", async () => {
  const all = await planWorld(database);
  const anna = await all.staff();
  const entryId = await all.offer({ name: "Handledarutbildning" });
  all.id(await all.add(all.karin, anna, { entryId, title: "" }));
  await all.withdraw(entryId);
  const talk = await all.as(all.karin, async (work) => {
    const times = [{ personId: anna.personId, day: "2026-12-03", at: "10:00" }];
    const round = { kind: "development", minutes: "60", place: "", times };
    const booked = await bookRound(work, all.rehab, round);
    if (!booked.ok) throw new Error(JSON.stringify(booked.reasons));
    return { personId: anna.personId, talkId: booked.value.booked.get(anna.personId) ?? "" };
  });
  const { matter } = await all.as(anna, (work) => viewTalk(work, talk));
  expect(matter?.plan?.activities.open).toMatchObject([{ title: "Handledarutbildning" }]);
});
