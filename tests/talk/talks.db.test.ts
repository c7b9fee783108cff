import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { answerView, closeUnconfirmed, confirmTalk, remind } from "../../src/talk/confirm-talk.ts";
import { prepareTalk } from "../../src/talk/prepare-talk.ts";
import { talksAround, talkTasks } from "../../src/talk/view-talks.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { newId } from "../../src/shared/ids.ts";
import { TODAY, talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());
const { world, judges, vera, karin, siv, dan, employee, reads } = all;
const { book, see, prepare, hold, write, put, confirm, otherView, asked } = all;

describe("TLK-1 from booked to locked", () => {
  test("prepared apart, held, put to both, confirmed by each, locked", async () => {
    const { who } = await employee();
    const address = await book(who);
    expect(await see(who, address)).toMatchObject({ phase: "planned", reader: "self", acts: ["prepare"] });
    await prepare(who, address, "Jag vill handleda.");
    expect((await see(karin, address)).preparations.self).toBeNull();
    await prepare(who, address, "Jag vill handleda.", true);
    expect((await see(karin, address)).preparations.self).toMatchObject({
      answers: { ahead: "Jag vill handleda." },
      by: who.displayName,
    });
    await prepare(karin, address, "Studenter i vår.");
    expect((await see(who, address)).preparations.manager).toBeNull();
    await prepare(karin, address, "Studenter i vår.", true);
    expect((await see(who, address)).phase).toBe("prepared");

    expect(await hold(karin, address)).toEqual({ ok: true, value: null });
    await write(karin, address, "Utkast.");
    // What is being written is nobody's to read but the one who writes, until it is put to both.
    expect(await see(who, address)).toMatchObject({ phase: "held", record: null, matter: { agreed: "" } });
    expect(await put(karin, address, "Hospitera i Uddevalla.")).toEqual({ ok: true, value: null });
    expect(await see(who, address)).toMatchObject({
      phase: "asked",
      record: { revision: 1, agreed: "Hospitera i Uddevalla." },
      acts: ["confirm", "differ"],
    });
    expect(await confirm(who, address)).toEqual({ ok: true, value: null });
    expect((await see(karin, address)).phase).toBe("asked");
    expect(await confirm(karin, address)).toEqual({ ok: true, value: "both" });
    const locked = await see(who, address);
    expect(locked).toMatchObject({
      phase: "locked",
      acts: [],
      matter: null,
      talk: { closedHow: "both", closedOn: TODAY },
    });
    const said = locked.events.map(({ kind, as }) => `${kind} ${as ?? "by itself"}`);
    expect([...said.slice(0, 4), ...said.slice(4, 6).toSorted(), ...said.slice(6)]).toEqual([
      "booked manager",
      "held manager",
      "recorded manager",
      "asked manager",
      "confirmed manager",
      "confirmed self",
      "locked by itself",
    ]);
  });

  test("unshown words open when the talk is held, and are written no more", async () => {
    const { who } = await employee();
    const address = await book(who);
    await prepare(who, address, "Bara mitt än.");
    await hold(karin, address);
    expect((await see(karin, address)).preparations.self?.answers).toEqual({ ahead: "Bara mitt än." });
    expect(await prepare(who, address, "Nytt.")).toMatchObject({ reasons: [{ code: "gone-on" }] });
  });

  test("who prepares shows something, in words that can be kept, and overwrites nothing", async () => {
    const { who } = await employee();
    const address = await book(who);
    expect(await prepare(who, address, "", true)).toMatchObject({ reasons: [{ code: "nothing-written" }] });
    expect(await prepare(who, address, "x".repeat(3001))).toMatchObject({
      reasons: [{ code: "too-long", field: "ahead" }],
    });
    await prepare(who, address, "Först.");
    const stale = { answers: { ahead: "Sen." }, share: false, revision: 0 };
    expect(await world.as(who, (work) => prepareTalk(work, address, stale))).toMatchObject({
      reasons: [{ code: "changed-by-other" }],
    });
    expect((await see(who, address)).preparations.self?.answers).toEqual({ ahead: "Först." });
  });

  test("the text is required; what is changed afterwards is put to both anew, and what was confirmed was another", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(who, address);
    expect(await put(karin, address, " ")).toMatchObject({ reasons: [{ code: "missing", field: "agreed" }] });
    await put(karin, address, "Hospitera i Uddevalla i mars.");
    const view = await see(who, address);
    expect(view).toMatchObject({ record: { revision: 2 }, talk: { confirmedSelf: false } });
    expect(await confirm(karin, address, 1)).toMatchObject({ reasons: [{ code: "changed-since" }] });
    await confirm(karin, address, 2);
    expect(await confirm(who, address, 2)).toEqual({ ok: true, value: "both" });
  });

  test("both confirm at once: the talk is locked once, by the second", async () => {
    const { who } = await employee();
    const address = await asked(who);
    const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = world.as(who, async (work) => {
      const result = await confirmTalk(work, address, { revision: 1 });
      begun.resolve();
      await over.promise;
      return result;
    });
    await begun.promise;
    let isThrough = false;
    const second = confirm(karin, address).finally(() => (isThrough = true));
    const waiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await expect
      .poll(async () => isThrough || (await world.as(null, ({ tx }) => waiting.execute(tx))).rows.length > 0)
      .toBe(true);
    over.resolve();
    expect([await first, await second]).toEqual([
      { ok: true, value: null },
      { ok: true, value: "both" },
    ]);
    const { events } = await see(who, address);
    expect(events.filter(({ kind }) => kind === "locked")).toHaveLength(1);
    expect(await confirm(who, address)).toEqual({ ok: true, value: "both" });
  });

  test("held on a day that has been, since it was booked", async () => {
    const { who } = await employee();
    const address = await book(who);
    expect(await hold(karin, address, "2026-11-21")).toMatchObject({ reasons: [{ code: "before-booking" }] });
    expect(await hold(karin, address, "2026-11-23")).toMatchObject({ reasons: [{ code: "day-in-future" }] });
    expect(await hold(karin, address, "i dag")).toMatchObject({ reasons: [{ code: "not-a-day" }] });
    expect(await hold(karin, address)).toMatchObject({ ok: true });
    expect(await hold(karin, address)).toMatchObject({ ok: true });
  });

  test("a pay talk closes when it is put down, without anybody's agreement, with nothing of assessments", async () => {
    const { who } = await employee();
    const address = await book(who, { kind: "pay" });
    await hold(karin, address);
    expect(await put(karin, address, "")).toEqual({ ok: true, value: "pay" });
    expect(await see(who, address)).toMatchObject({
      phase: "locked",
      talk: { closedHow: "pay" },
      record: { snapshot: { assessments: [], requirements: [] } },
    });
    expect((await see(who, address)).acts).toEqual([]);
  });
});

describe("TLK-2 the pay link statement", () => {
  test("is shown, and what was shown is kept when the organisation changes its words", async () => {
    const { who } = await employee();
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("organisation_setting")
        .set({ pay_link_statement: "Nivån är ett av flera underlag." })
        .execute(),
    );
    const address = await asked(who);
    await world.as(null, ({ tx }) =>
      tx.updateTable("organisation_setting").set({ pay_link_statement: "Nya ord." }).execute(),
    );
    expect(await see(who, address)).toMatchObject({
      record: { payLinkShown: "Nivån är ett av flera underlag." },
      payLinkStatement: "Nya ord.",
    });
  });
});

describe("TLK-1 the snapshot", () => {
  test("keeps the assessments, placement and requirements as they stood when it was put to them", async () => {
    const { who } = await employee();
    const assessment = await world.begin(who, who);
    await world.write(who, assessment, { [judges]: ["3", "Varje vecka."] });
    await world.write(karin, assessment, { [judges]: ["1", "Inte sett än."] });
    const address = await book(who);
    await hold(karin, address);
    // The employee hasn't handed in: the talk opens the manager's, and the employee's draft stays theirs (ASM-1).
    const { matter } = await see(karin, address);
    expect(matter?.opened[0]).toMatchObject({ head: { openedHow: "at-talk" }, reads: ["manager"] });
    await put(karin, address);
    const before = (await see(who, address)).record?.snapshot;
    expect(before?.assessments[0]).toMatchObject({
      model: { sv: "Fysioterapeut", version: 2 },
      level: "Skicklig",
      self: "not-in",
    });
    expect(before?.assessments[0]?.statements[0]).toEqual({
      text: "Bedömer sammansatta behov.",
      likeness: "one-sided",
      self: null,
      manager: { step: "med stöd", words: "Inte sett än." },
      outcome: null,
    });
    await confirm(who, address);
    await confirm(karin, address);
    await world.revise(3, "2026-11-23", [{ id: judges, text: "Nya ord i en ny version." }]);
    world.on("2026-11-23");
    expect((await see(who, address)).record?.snapshot).toEqual(before);
    world.on(TODAY);
  });

  test("a new version between preparation and talk: the assessment keeps to its own, and the talk is put down with both named", async () => {
    const { who } = await employee();
    const assessment = await world.begin(who, who);
    await world.write(who, assessment, { [judges]: ["2"] });
    await world.handIn(who, assessment);
    await world.write(karin, assessment, { [judges]: ["2"] });
    await world.handIn(karin, assessment);
    const address = await book(who);
    world.on("2026-11-23");
    await hold(karin, address);
    const opened = (await see(karin, address)).matter?.opened[0];
    expect(opened).toMatchObject({ head: { versionNumber: 2 }, newer: { number: 3 } });
    await put(karin, address);
    expect((await see(who, address)).record?.snapshot.assessments[0]?.model.version).toBe(2);
    world.on(TODAY);
  });
});

describe("PLC-9 another view", () => {
  test("stays beside the text, and the talk closes with it", async () => {
    const { who } = await employee();
    const address = await asked(who);
    expect(await otherView(who, address, " ")).toMatchObject({ reasons: [{ code: "missing" }] });
    expect(await otherView(who, address, "Jag tycker att jag är klar.")).toEqual({ ok: true, value: null });
    expect((await see(who, address)).acts).toEqual([]);
    expect(await confirm(karin, address)).toEqual({ ok: true, value: "other-view" });
    expect((await see(karin, address)).events.find(({ kind }) => kind === "other-view")?.words).toBe(
      "Jag tycker att jag är klar.",
    );
  });

  test("goes to the manager above, with a representative if the person wishes, is answered in writing, and both stay", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await expect(see(vera, address)).rejects.toThrow(NotFound);
    await otherView(who, address, "Fråga Vera.", true, true);
    expect(await confirm(karin, address)).toEqual({ ok: true, value: null });
    expect(await put(karin, address, "Annat.")).toMatchObject({ reasons: [{ code: "waits-above" }] });
    const view = await see(vera, address);
    expect(view).toMatchObject({ reader: "above", phase: "with-above", acts: ["answer"], matter: null });
    expect(view.events.find(({ kind }) => kind === "other-view")?.details).toEqual({
      toAbove: true,
      withRepresentative: true,
    });
    await expect(world.as(karin, (work) => answerView(work, address, { words: "Nej." }))).rejects.toThrow(
      NotFound,
    );
    await expect(world.as(who, (work) => answerView(work, address, { words: "Ja." }))).rejects.toThrow(
      NotFound,
    );
    const waiting = await world.as(vera, async (work) =>
      talkTasks(work, (await talksAround(work, vera.personId, []).execute(work.tx)).rows, []),
    );
    expect(waiting).toMatchObject([{ acts: ["answer"] }]);
    expect(await world.as(vera, (work) => answerView(work, address, { words: "Pröva i mars." }))).toEqual({
      ok: true,
      value: "other-view",
    });
    expect(await see(who, address)).toMatchObject({ phase: "locked", talk: { closedHow: "other-view" } });
    expect(await reads(vera)).toContainEqual({ what: "talk", basis: "manager-above" });
    // And the manager above still reads the talk that was theirs to answer, and no other.
    await see(vera, address);
  });

  test("where nobody is above, that is said, and the view can be recorded all the same", async () => {
    const who = await world.person("Elin Ensam");
    const only = await world.person("Ebba Rektor");
    await world.employ(who, world.pupilHealth, { from: "2022-01-01" });
    await world.manage(only, world.pupilHealth);
    const address = await book(who, { as: only, unitId: world.pupilHealth });
    await hold(only, address);
    await put(only, address);
    expect((await see(who, address)).above).toBeNull();
    expect(await otherView(who, address, "Fråga någon.", true)).toMatchObject({
      reasons: [{ code: "nobody-above", field: "toAbove" }],
    });
    expect(await otherView(who, address, "Då säger jag det här.")).toMatchObject({ ok: true });
  });
});

describe("TLK-1 an employee who says nothing", () => {
  test("is asked three times with a week between, and then it closes and says so", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(karin, address);
    const close = () => world.as(karin, (work) => closeUnconfirmed(work, address));
    const again = () => world.as(karin, (work) => remind(work, address));
    expect(await again()).toMatchObject({ reasons: [{ code: "too-soon" }] });
    for (const day of ["2026-11-29", "2026-12-06"]) {
      world.on(day);
      expect(await again()).toMatchObject({ ok: true });
      expect(await close()).toMatchObject({ reasons: [{ code: "too-soon" }] });
    }
    world.on("2026-12-13");
    expect(await close()).toEqual({ ok: true, value: "unconfirmed" });
    expect(await see(who, address)).toMatchObject({ phase: "locked", talk: { closedHow: "unconfirmed" } });
    expect(await confirm(who, address)).toMatchObject({ reasons: [{ code: "gone-on" }] });
    world.on(TODAY);
  });
});

describe("ORG-4 and PLC-2: whose it is today", () => {
  test("the other's acts are not there for either, nor for anybody else", async () => {
    const { who } = await employee();
    const { who: colleague } = await employee();
    const address = await book(who);
    await expect(hold(who, address)).rejects.toThrow(NotFound);
    await expect(see(colleague, address)).rejects.toThrow(NotFound);
    await expect(see(siv, address)).rejects.toThrow(NotFound);
    await expect(see(karin, { ...address, side: "self" })).rejects.toThrow(NotFound);
    await expect(see(who, { ...address, side: "manager" })).rejects.toThrow(NotFound);
    await expect(see(karin, { ...address, personId: colleague.personId })).rejects.toThrow(NotFound);
    await expect(see(karin, { ...address, talkId: newId() })).rejects.toThrow(NotFound);
    await expect(see(karin, { ...address, talkId: "x" })).rejects.toThrow(NotFound);
  });

  test("a deputy holds it with dates, and the manager has the manager above", async () => {
    const { who } = await employee();
    const address = await book(who, { as: dan });
    await hold(dan, address);
    expect((await see(karin, address)).reader).toBe("manager");
    world.on("2026-12-21");
    await expect(see(dan, address)).rejects.toThrow(NotFound);
    world.on(TODAY);
    const own = await book(karin, { as: vera });
    expect((await see(vera, own)).reader).toBe("manager");
    await expect(see(dan, own)).rejects.toThrow(NotFound);
  });

  test("the person changes unit in mid-talk: the new manager goes on where the former was, and can confirm", async () => {
    await world.manage(siv, world.homeCare, { from: "2026-01-01" });
    const { who, employment } = await employee();
    const address = await book(who);
    await prepare(karin, address, "Karins ord.");
    await world.change(who, employment, TODAY, { unitId: world.homeCare });
    await expect(see(karin, address)).rejects.toThrow(NotFound);
    expect((await see(siv, address)).preparations.manager).toMatchObject({ by: "Karin Öhman" });
    await hold(siv, address);
    await put(siv, address);
    await confirm(siv, address);
    expect(await confirm(who, address)).toEqual({ ok: true, value: "both" });
  });

  test("the manager leaves the unit after the talk was put to both: whoever comes then confirms, as themself", async () => {
    const unit = newId();
    await world.put("unit", {
      id: unit,
      parent_id: world.care,
      name: "Rehab Öst",
      is_authority: false,
      valid_from: "2000-01-01",
    });
    const [first, next] = [await world.person("Rut Gren"), await world.person("Åke Sten")];
    await world.manage(first, unit, { from: "2020-01-01", to: "2026-11-23" });
    await world.manage(next, unit, { from: "2026-11-23" });
    const who = await world.person("Maj Lund");
    await world.employ(who, unit, { from: "2022-01-01" });
    const address = await book(who, { as: first, unitId: unit });
    await hold(first, address);
    await put(first, address);
    world.on("2026-11-23");
    await expect(confirm(first, address)).rejects.toThrow(NotFound);
    await confirm(who, address);
    expect(await confirm(next, address)).toEqual({ ok: true, value: "both" });
    const { events, talk } = await see(who, address);
    expect([
      talk.heldBy,
      events.find(({ kind, as }) => kind === "confirmed" && as === "manager")?.by,
    ]).toEqual(["Rut Gren", "Åke Sten"]);
    world.on(TODAY);
  });

  test("the person changes profession in mid-talk: it goes on", async () => {
    const { who, employment } = await employee();
    await world.begin(who, who);
    const address = await book(who);
    await world.change(who, employment, TODAY, { professionId: world.clerk });
    expect(await hold(karin, address)).toMatchObject({ ok: true });
    expect(await put(karin, address)).toMatchObject({ ok: true });
  });
});
