/** A supplement out for consultation: what is shown, who may, and that nobody writes on it meanwhile. */
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { beginCarryOver } from "../../src/layers/carry-over.ts";
import { changeSupplementStatus, viewConsultation } from "../../src/layers/consult-supplement.ts";
import { withClarification, withItem, withUnused } from "../../src/career-model/supplement.rules.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";

import {
  all,
  clarified,
  codes,
  EMPLOYER,
  layerWorld,
  local,
  second,
  unused,
  type LayerWorld,
} from "./world.ts";

const database = await testDatabase();

let world: LayerWorld;

describe("MOD-16: a supplement out for consultation", () => {
  const asked = (actor: Actor | null = world.lead) =>
    world.as(actor, (work) => viewConsultation(work, EMPLOYER));
  const status = async (to: "draft" | "consultation", more = {}, actor: Actor | null = world.lead) => {
    const { draft } = await asked();
    const change = { to, revision: draft.revision, reason: "Svar senast 15 januari.", ...more };
    return world.as(actor, (work) => changeSupplementStatus(work, EMPLOYER, change));
  };
  beforeEach(async () => {
    world = await layerWorld(database);
    await world.open();
    await world.change((content) => withUnused(all(content), unused));
  });

  test("shows what is new beside nothing, and then beside what is in force", async () => {
    const first = await asked();
    expect(first.former).toBeNull();
    expect(first.levels.flatMap(({ rows }) => rows)).toMatchObject([
      { kind: "added", item: { text: local.text } },
    ]);
    expect(first.said).toMatchObject([
      { kind: "clarified", text: "Legitimation", before: null, after: clarified.text },
      { kind: "unused", text: "En kurs", before: null, after: unused.reason },
    ]);
    await world.decide({ inForceFrom: "2026-06-01" });
    await expect(asked()).rejects.toThrow(NotFound);
    await world.change((content) => ({
      ...withClarification(content, { ...clarified, text: "Visas varje år." }),
      items: content.items.map((item) => ({ ...item, headingKey: "krav", text: "Du följer rutinen." })),
    }));
    const next = await asked();
    expect(next.former).toBe(1);
    expect(next.levels.flatMap(({ rows }) => rows)).toMatchObject([
      { kind: "changed", before: { text: local.text }, after: { text: "Du följer rutinen." } },
      { kind: "left" },
    ]);
    expect(next.said).toMatchObject([{ before: clarified.text, after: "Visas varje år." }]);
  });

  test("is written on by nobody until it has been taken back, and is adopted as it is", async () => {
    expect(await status("consultation")).toEqual({ ok: true, value: null });
    expect((await asked()).latest).toMatchObject({
      kind: "consultation",
      by: "Petra Processledare",
      reason: "Svar senast 15 januari.",
    });
    expect(codes(await world.change((content) => withItem(content, local)))).toEqual(["in-consultation"]);
    expect(codes(await status("consultation"))).toEqual(["changed-since"]);
    expect(await status("draft")).toEqual({ ok: true, value: null });
    expect((await world.change((content) => withItem(content, local))).ok).toBe(true);
    await status("consultation");
    expect(await world.decide()).toEqual({ ok: true, value: null });
    expect((await world.effective()).local.layers).toEqual([{ of: "employer" }]);
  });

  test("is sent out by those who write it, as they read it, with something to ask about", async () => {
    for (const actor of [null, world.employee, world.adopter])
      await expect(status("consultation", {}, actor)).rejects.toThrow(NotFound);
    for (const actor of [null, world.employee]) await expect(asked(actor)).rejects.toThrow(NotFound);
    expect((await asked(world.adopter)).mayWrite).toBe(false);
    expect(codes(await status("consultation", { revision: 99 }))).toEqual(["changed-since"]);
    expect(codes(await status("draft"))).toEqual(["changed-since"]);
    expect(codes(await status("consultation", { reason: "x".repeat(2001) }))).toEqual(["reason-too-long"]);
    await world.decide();
    await world.change((content) => content);
    expect(codes(await status("consultation"))).toEqual(["nothing-to-ask"]);
  });

  test("waits until what was carried over is settled", async () => {
    await world.decide({ inForceFrom: "2026-06-01" });
    await world.add(second);
    await world.adopt("provare", 2);
    await world.as(world.lead, (work) => beginCarryOver(work, EMPLOYER));
    expect(codes(await status("consultation"))).toContain("unsettled");
  });

  test("what has been done is not rewritten", async () => {
    await status("consultation");
    for (const statement of [
      "update supplement_event set reason = 'x'",
      "delete from supplement_event",
      "truncate supplement_event",
    ])
      await expect(world.as(null, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(
        /append-only|permission denied/,
      );
  });
});
