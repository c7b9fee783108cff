/** What somebody had written in a talk and hadn't shown when it closed (TLK-1, PRV-2): its writer's alone, to read, copy and take away. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { viewMyData } from "../../src/privacy/view-my-data.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { cancelTalk } from "../../src/talk/change-booking.ts";
import { talkDocument } from "../../src/talk/talk-document.ts";
import type { TalkAddress } from "../../src/talk/talk-room.ts";
import { removeUnshown } from "../../src/talk/unshown.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());
const { world, karin, dan, siv, vera, employee, direct, book, see, prepare, hold, write, confirm } = all;
const { asked, put, otherView } = all;

const DRAFT = "Hospitera i Borås i stället.";
const remove = (as: Actor, address: TalkAddress) => world.as(as, (work) => removeUnshown(work, address));
const cancel = (address: TalkAddress) => world.as(karin, (work) => cancelTalk(work, address, { words: "" }));
const reads = async (as: Actor, personId: string): Promise<number> => {
  const { rows } = await direct(sql`
    select 1 from access_log where account_id = ${as.accountId} and what = 'talk' and ${personId}::uuid = any(person_ids)`);
  return rows.length;
};
const held = async (as: Actor) => (await world.as(as, viewMyData)).unshown;

/** Karin has confirmed and changed the text since, and the employee confirms what stands. */
async function overtaken(as: Actor = karin) {
  const { who } = await employee();
  const address = await asked(who);
  await confirm(karin, address);
  await write(as, address, DRAFT);
  await confirm(who, address);
  return { who, address };
}

describe("TLK-1 a text that was overtaken when the talk was locked", () => {
  test("is shown to the one who wrote it and to nobody else, and is in neither the record, the document nor the employee's data", async () => {
    const { who, address } = await overtaken();
    const own = await see(karin, address);
    expect(own.talk.closedHow).toBe("both");
    expect(own.unshown).toMatchObject({ agreed: DRAFT, answers: {} });
    for (const as of [who, dan]) {
      const view = await see(as, address);
      expect(view.unshown).toBeNull();
      expect(JSON.stringify(view)).not.toContain(DRAFT);
    }
    expect(JSON.stringify({ ...own, unshown: null })).not.toContain(DRAFT);
    const made = talkDocument(own, { language: "sv", organisation: "" });
    expect(JSON.stringify(made)).toContain("Hospitera i Uddevalla.");
    expect(JSON.stringify(made)).not.toContain(DRAFT);
    expect(JSON.stringify(await world.as(who, viewMyData))).not.toContain(DRAFT);
  });

  test("also when another view closes it; what was shown as it stands is nobody's draft", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(karin, address);
    await write(karin, address, DRAFT);
    await otherView(who, address, "Vi sa Vänersborg.");
    expect(await see(karin, address)).toMatchObject({
      talk: { closedHow: "other-view" },
      unshown: { agreed: DRAFT },
    });
    const { who: next } = await employee();
    const plain = await asked(next);
    await confirm(next, plain);
    await confirm(karin, plain);
    expect(await see(karin, plain)).toMatchObject({ talk: { closedHow: "both" }, unshown: null });
    await remove(karin, plain);
    const { rows } = await direct(sql`select agreed from talk where id = ${plain.talkId}`);
    expect(rows).toEqual([{ agreed: "Hospitera i Uddevalla." }]);
  });

  test("is whose hand was last: the deputy's, when they went on where the manager was", async () => {
    const { address } = await overtaken(dan);
    expect((await see(dan, address)).unshown?.agreed).toBe(DRAFT);
    expect((await see(karin, address)).unshown).toBeNull();
  });

  test("is not there while the talk is open: then it is the text that is being written", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await write(karin, address, DRAFT);
    await remove(karin, address);
    expect(await see(karin, address)).toMatchObject({ unshown: null, matter: { agreed: DRAFT } });
  });

  test("is taken away by its writer alone, and nothing else of the talk changes", async () => {
    const { who, address } = await overtaken();
    for (const as of [siv, vera]) await expect(remove(as, address)).rejects.toThrow(NotFound);
    await expect(remove(karin, { ...address, side: "self" })).rejects.toThrow(NotFound);
    for (const as of [who, dan]) await remove(as, address);
    const before = await see(karin, address);
    expect(before.unshown?.agreed).toBe(DRAFT);
    expect(await remove(karin, address)).toEqual({ ok: true, value: null });
    expect(await see(karin, address)).toEqual({ ...before, unshown: null });
    const { rows } = await direct(sql`select agreed from talk where id = ${address.talkId}`);
    expect(rows).toEqual([{ agreed: "" }]);
    expect(await remove(karin, address)).toEqual({ ok: true, value: null });
  });
});

describe("TLK-1 what was prepared for a talk that was cancelled, and not shown", () => {
  test("is each one's own, the employee's as the manager's, and no longer whoever has the manager's seat", async () => {
    const { who } = await employee();
    const address = await book(who);
    await prepare(who, address, "Jag vill handleda.");
    await prepare(karin, address, "Studenter i vår.");
    await cancel(address);
    for (const [as, ahead] of [
      [who, "Jag vill handleda."],
      [karin, "Studenter i vår."],
    ] as const)
      expect(await see(as, address)).toMatchObject({
        unshown: { agreed: "", answers: { ahead } },
        preparations: { self: null, manager: null },
      });
    expect(JSON.stringify(await see(dan, address))).not.toMatch(/handleda|Studenter/);
    expect(JSON.stringify(await world.as(who, viewMyData))).toContain("Jag vill handleda.");
    for (const as of [dan, who]) await remove(as, address);
    expect((await see(who, address)).unshown).toBeNull();
    expect((await see(karin, address)).unshown).not.toBeNull();
  });

  test("what was shown stays both's to read", async () => {
    const { who } = await employee();
    const address = await book(who);
    await prepare(who, address, "Jag vill handleda.", true);
    await cancel(address);
    await remove(who, address);
    for (const as of [who, karin])
      expect(await see(as, address)).toMatchObject({
        unshown: null,
        preparations: { self: { answers: { ahead: "Jag vill handleda." } } },
      });
  });
});

describe("ASM-4, PRV-1, PLC-2 the writer's own data", () => {
  test("has it with each talk that they may come to, which is logged; whoever has left the seat has none of it", async () => {
    const { who, address } = await overtaken();
    const mine = (await held(karin)).filter(({ talk }) => talk.id === address.talkId);
    expect(mine).toEqual([
      {
        talk: { id: address.talkId, personId: who.personId, kind: "development", day: "2026-12-03" },
        agreed: DRAFT,
        answers: {},
      },
    ]);
    const before = await reads(karin, who.personId);
    await held(karin);
    expect(await reads(karin, who.personId)).toBe(before + 1);
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("unit_manager")
        .set({ valid_to: "2026-11-23" })
        .where("person_id", "=", karin.personId)
        .execute(),
    );
    world.on("2026-11-23");
    expect(await held(karin)).toEqual([]);
    await expect(see(karin, address)).rejects.toThrow(NotFound);
    await expect(remove(karin, address)).rejects.toThrow(NotFound);
    world.on(TODAY);
  });
});

describe("TLK-1 what the database keeps, whoever writes", () => {
  test("of a closed talk only the text that was being written goes, and only away; no preparation that was open to the other", async () => {
    const { who } = await employee();
    const address = await book(who);
    await prepare(who, address, "Jag vill handleda.");
    const away = (of: string) => direct(sql`delete from talk_preparation where talk_id = ${of}`);
    await expect(away(address.talkId)).rejects.toThrow("kept");
    await hold(karin, address);
    await put(karin, address);
    await confirm(karin, address);
    await write(karin, address, DRAFT);
    await confirm(who, address);
    const { talkId } = address;
    await expect(away(talkId)).rejects.toThrow("kept");
    for (const change of [
      sql`agreed = 'Annat.'`,
      sql`agreed = ''`,
      sql`agreed = '', agreed_by = null, on_day = '2027-01-01'`,
      sql`agreed = '', agreed_by = null, closed_how = 'unconfirmed'`,
      sql`agreed_by = ${dan.personId}`,
    ])
      await expect(direct(sql`update talk set ${change} where id = ${talkId}`)).rejects.toThrow(
        "not rewritten",
      );
    const { who: next } = await employee();
    const shown = await book(next);
    await prepare(next, shown, "Jag vill handleda.", true);
    await cancel(shown);
    await expect(away(shown.talkId)).rejects.toThrow("kept");
    await expect(
      direct(sql`update talk set agreed_by = ${next.personId} where id = ${(await asked(next)).talkId}`),
    ).rejects.toThrow("talk_agreed_not_by_oneself");
  });
});
