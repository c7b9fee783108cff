/** A text that has been put to both and is changed again (TLK-1): who may go on with which, and when it is shown anew. */
import { describe, expect, test } from "vitest";
import { addGoal } from "../../src/plan/keep-goal.ts";
import { closeUnconfirmed, remind } from "../../src/talk/confirm-talk.ts";
import { restoreAgreed } from "../../src/talk/hold-talk.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());
const { world, karin, employee, see, write, put, confirm, otherView, asked } = all;

describe("TLK-1 a text that is changed after it was shown", () => {
  const code = (of: string) => ({ ok: false, reasons: [{ code: of }] });

  test("is not confirmed, asked about or closed on by whoever writes it, until it is shown or taken back", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(karin, address);
    await write(karin, address, "Hospitera i Borås.");
    for (const day of ["2026-11-29", "2026-12-06"]) {
      world.on(day);
      expect(await world.as(karin, (work) => remind(work, address))).toMatchObject(code("text-changed"));
      await world.as(karin, (work) => restoreAgreed(work, address));
      expect(await world.as(karin, (work) => remind(work, address))).toEqual({ ok: true, value: null });
      await write(karin, address, "Hospitera i Borås.");
    }
    world.on("2026-12-13");
    const close = () => world.as(karin, (work) => closeUnconfirmed(work, address));
    expect(await close()).toMatchObject(code("text-changed"));
    await world.as(karin, (work) => restoreAgreed(work, address));
    expect((await see(karin, address)).matter?.agreed).toBe("Hospitera i Uddevalla.");
    expect(await close()).toEqual({ ok: true, value: "unconfirmed" });
    world.on(TODAY);
  });

  test("the employee confirms what they have read all the same, and so does the manager while nobody may change the text", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await write(karin, address, "Hospitera i Borås.");
    expect(await confirm(karin, address)).toMatchObject(code("text-changed"));
    expect(await confirm(who, address)).toEqual({ ok: true, value: null });
    const { who: next } = await employee();
    const other = await asked(next);
    await write(karin, other, "Hospitera i Borås.");
    await otherView(next, other, "Vi sa Vänersborg.", true);
    expect(await confirm(karin, other)).toEqual({ ok: true, value: null });
  });

  test("the same text is shown anew only when it rests on something else by then", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await put(karin, address);
    expect((await see(who, address)).record?.revision).toBe(1);
    const goal = { kind: "upskilling", title: "Handleda", use: "", mentor: "", until: "2027-06-01" };
    const added = await world.as(karin, (work) => addGoal(work, who.personId, goal));
    expect(added).toMatchObject({ ok: true });
    await put(karin, address);
    expect((await see(who, address)).record?.revision).toBe(2);
  });
});
