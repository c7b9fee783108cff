/** What stands around the items of a draft: written by several, and taken back. With a real database. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { commentItem, dealWithComment } from "../../src/model-editor/comment-item.ts";
import type { FramePart } from "../../src/model-editor/frame.rules.ts";
import { takeBackFrame } from "../../src/model-editor/take-back-frame.ts";
import { viewDraft, viewDraftHistory, viewLevel } from "../../src/model-editor/view-draft.ts";
import { writeIntro, writeLevelTexts, writeTrack, removeTrack } from "../../src/model-editor/write-frame.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { draftWorld, UPPGIFTER } from "./world.ts";

const database = await testDatabase();
const world = () => draftWorld(database);

describe("MOD-6: around the items", () => {
  test("the introduction and the levels' texts are kept apart when two write them", async () => {
    const { as, lead, colleague, address } = await world();
    expect(await as(lead, (work) => writeIntro(work, address, "En modell.", ""))).toMatchObject({ ok: true });
    expect(await as(colleague, (work) => writeIntro(work, address, "En annan.", ""))).toMatchObject({
      ok: false,
      reasons: [{ code: "changed-by-other", field: "intro" }],
    });
    const texts = { intro: "För den nya.", onward: "Enhetschef\n\n  Specialist " };
    const bas = { ...address, level: "bas" };
    expect(
      await as(lead, (work) => writeLevelTexts(work, bas, texts, { intro: "", onward: "" })),
    ).toMatchObject({ ok: true });
    const view = await as(lead, (work) => viewLevel(work, { ...bas, heading: null, page: 1 }));
    expect(view.level).toMatchObject({ intro: "För den nya.", onward: ["Enhetschef", "Specialist"] });
    expect(
      await as(colleague, (work) =>
        writeLevelTexts(work, bas, { ...texts, intro: "Annat" }, { intro: "", onward: "" }),
      ),
    ).toMatchObject({ ok: false, reasons: [{ field: "intro" }] });
  });

  test("a track runs where it is said to, holds items there, and goes when it is empty", async () => {
    const { as, lead, address, move, add } = await world();
    const empty = { name: "", levels: [] };
    const write = (
      track: string | null,
      text: typeof empty | { name: string; levels: string[] },
      was: typeof text,
    ) => as(lead, (work) => writeTrack(work, { ...address, track }, text, was));
    const research = { name: "Forskning", levels: ["bas", "erfaren"] };
    expect(await write(null, empty, empty)).toMatchObject({
      ok: false,
      reasons: [{ field: "name" }, { field: "levels" }],
    });
    expect(await write(null, research, empty)).toMatchObject({ ok: true });
    expect(await write(null, { name: "forskning", levels: ["bas"] }, empty)).toMatchObject({
      ok: false,
      reasons: [{ code: "track-name-taken" }],
    });
    const id = await add("Du forskar.");
    expect(await move(id, { ...UPPGIFTER, trackKey: "forskning", position: null })).toMatchObject({
      ok: true,
    });
    const narrower = { name: "Forskning", levels: ["erfaren"] };
    expect(await write("forskning", narrower, research)).toMatchObject({
      ok: false,
      reasons: [{ code: "track-has-items", data: { level: "Bas", items: 1 } }],
    });
    const remove = () => as(lead, (work) => removeTrack(work, { ...address, track: "forskning" }));
    expect(await remove()).toMatchObject({ ok: false, reasons: [{ code: "track-has-items" }] });
    await move(id, { ...UPPGIFTER, position: null });
    expect(await write("forskning", narrower, { name: "Annat", levels: ["bas"] })).toMatchObject({
      ok: false,
      reasons: [{ code: "changed-by-other" }],
    });
    expect(await write("forskning", narrower, research)).toMatchObject({ ok: true });
    expect(await move(id, { ...UPPGIFTER, trackKey: "forskning", position: null })).toMatchObject({
      ok: false,
      reasons: [{ code: "track-not-in-level", field: "trackKey" }],
    });
    expect(await remove()).toMatchObject({ ok: true });
  });

  test("comments are for those who take part, and writers deal with them", async () => {
    const { add, item, as, at, lead, adopter, employee, items } = await world();
    const id = await add("Du provar.");
    const say = (actor: typeof lead | null, text: string) =>
      as(actor, (work) => commentItem(work, at(id), text));
    expect(await say(adopter, "Vad menas?")).toMatchObject({ ok: true });
    expect(await say(adopter, "")).toMatchObject({ ok: false, reasons: [{ field: "comment" }] });
    expect(await say(adopter, "å".repeat(2001))).toMatchObject({ ok: false });
    for (const actor of [employee, null]) await expect(say(actor, "Hej")).rejects.toThrow(NotFound);
    const [comment] = (await item(id, adopter)).comments;
    expect([comment?.by, comment?.text, (await items())[0]?.comments]).toEqual([
      "Hanna Direktör",
      "Vad menas?",
      1,
    ]);
    const deal = (actor: typeof lead) =>
      as(actor, (work) => dealWithComment(work, at(id), comment?.id ?? ""));
    await expect(deal(adopter)).rejects.toThrow(NotFound);
    await deal(lead);
    expect((await item(id)).comments).toMatchObject([{ resolvedBy: "Petra Processledare" }]);
    expect((await items())[0]?.comments).toBe(0);
  });
});

describe("MOD-6: around the items, taken back", () => {
  const withChanges = async () => {
    const made = await world();
    const { as, lead, address } = made;
    const changes = async () =>
      (await as(lead, (work) => viewDraftHistory(work, address, 1))).changes.filter(
        (change) => change.part !== "item",
      );
    return {
      ...made,
      changes,
      /** Takes the latest change of a part back. */
      undo: async (part: FramePart, actor: Actor | null = lead) => {
        const change = (await changes()).find((each) => each.part === part);
        const of = { part, key: change?.key ?? "", revision: change?.first ?? 0 };
        return as(actor, (work) => takeBackFrame(work, { ...address, ...of }));
      },
      frame: async () => (await as(lead, (work) => viewDraft(work, address))).frame,
    };
  };

  test("the introduction and a level's texts go back to what one person found, which is a change of its own", async () => {
    const { as, lead, colleague, address, undo, changes, frame } = await withChanges();
    await as(lead, (work) => writeIntro(work, address, "Först.", ""));
    await as(colleague, (work) => writeIntro(work, address, "Först. Och sedan.", "Först."));
    await as(colleague, (work) => writeIntro(work, address, "Först. Och sist.", "Först. Och sedan."));
    expect(await changes()).toMatchObject([
      { part: "intro", before: { text: "Först." }, after: { text: "Först. Och sist." } },
      { part: "intro", before: { text: "" }, after: { text: "Först." } },
    ]);
    expect(await undo("intro")).toEqual({ ok: true, value: null });
    expect((await frame()).intro).toBe("Först.");
    const bas = { ...address, level: "bas" };
    const [none, some] = [
      { intro: "", onward: "" },
      { intro: "För den nya.", onward: "Chef\nSpecialist" },
    ];
    await as(lead, (work) => writeLevelTexts(work, bas, some, none));
    await as(colleague, (work) => writeLevelTexts(work, bas, none, some));
    await undo("level");
    expect((await frame()).levels[0]).toMatchObject({ intro: some.intro, onward: ["Chef", "Specialist"] });
  });

  test("a track that was removed is the same track again; one that was added goes, when nothing stands in it", async () => {
    const { as, lead, address, undo, frame, add, move } = await withChanges();
    const none = { name: "", levels: [] };
    const research = { name: "Forskning", levels: ["bas", "erfaren"] };
    await as(lead, (work) => writeTrack(work, { ...address, track: null }, research, none));
    const [before] = (await frame()).tracks;
    await as(lead, (work) =>
      writeTrack(work, { ...address, track: "forskning" }, { name: "Lärande", levels: ["bas"] }, research),
    );
    await undo("track");
    expect((await frame()).tracks).toEqual([before]);
    await as(lead, (work) => removeTrack(work, { ...address, track: "forskning" }));
    expect(await undo("track")).toEqual({ ok: true, value: null });
    expect((await frame()).tracks).toEqual([before]);
    const id = await add("Du forskar.");
    await move(id, { ...UPPGIFTER, trackKey: "forskning", position: null });
    expect(await undo("track")).toMatchObject({ ok: false, reasons: [{ code: "track-has-items" }] });
    await move(id, { ...UPPGIFTER, position: null });
    expect(await undo("track")).toEqual({ ok: true, value: null });
    expect((await frame()).tracks).toEqual([]);
  });

  test("is for those who write, in a draft, and of a change that there was", async () => {
    const { as, lead, adopter, address, undo } = await withChanges();
    await as(lead, (work) => writeIntro(work, address, "Först.", ""));
    await expect(undo("intro", adopter)).rejects.toThrow(NotFound);
    for (const revision of [99, Number.NaN])
      await expect(
        as(lead, (work) => takeBackFrame(work, { ...address, part: "intro", key: "", revision })),
      ).rejects.toThrow(NotFound);
    for (const change of ["update frame_change set revision = 1", "delete from frame_change"])
      await expect(as(null, ({ tx }) => sql.raw(change).execute(tx))).rejects.toThrow("frame_change");
  });
});
