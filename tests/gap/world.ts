/** The organisation of the coverage tests, with versions that ask for something, and evidence of who meets it. */
import { adoptVersion } from "../../src/career-model/adopt-version.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { show } from "../assessment/facts.ts";
import { coverageWorld } from "../coverage/world.ts";
import type { TestDatabase } from "../support/database.ts";

/** A requirement of a draft; what is not said is a mandatory course at the level Bas. */
export type Asked = {
  readonly id: Id;
  readonly mandatory?: boolean;
  readonly validMonths?: number | null;
  readonly levelId?: Id;
  readonly trackId?: Id | null;
  /** The name of the group that it is in, and how many of the group are enough. */
  readonly group?: string;
  readonly needed?: number;
};

export async function gapWorld(database: TestDatabase) {
  const world = await coverageWorld(database);
  const { model } = world;
  const heading = newId();
  const adopter = await world.withRole("adopter");
  const chief = await world.person("Karin Chef");
  const structure = await world.as(null, ({ tx }) =>
    tx
      .selectFrom("career_model")
      .select("structure_id")
      .where("id", "=", model.modelId)
      .executeTakeFirstOrThrow(),
  );
  await world.put("structure_heading", {
    id: heading,
    structure_id: structure.structure_id,
    key: "krav",
    name: "Krav",
    position: 0,
  });
  let number = 1;

  /** A draft under the next number that asks for this, and has a duty at every level. */
  const draft = async (asks: readonly Asked[]): Promise<{ id: Id; number: number }> => {
    number += 1;
    const version_id = newId();
    const intro = "Om yrket.";
    await world.put("model_version", {
      id: version_id,
      model_id: model.modelId,
      number,
      status: "draft",
      intro,
    });
    await world.put("version_heading", { version_id, heading_id: heading, position: 0, name: "Krav" });
    for (const [position, level_id] of [model.basic, model.skilled, model.expert].entries()) {
      const name = ["Bas", "Skicklig", "Expert"][position];
      const kind = position < 2 ? "core" : "outer";
      await world.put("version_level", {
        version_id,
        level_id,
        position,
        name,
        kind,
        short_text: "Om nivån.",
      });
      await world.put("item", {
        version_id,
        item_id: newId(),
        key: `uppgift-${position}`,
        level_id,
        heading_id: heading,
        position,
        kind: "duty",
        text: "Arbetar.",
      });
    }
    const groups = new Map<string, Id>();
    for (const [index, ask] of asks.entries()) {
      const place = {
        version_id,
        level_id: ask.levelId ?? model.basic,
        track_id: ask.trackId ?? null,
        heading_id: heading,
        position: index + 10,
      };
      if (ask.group !== undefined && !groups.has(ask.group)) {
        const group_id = newId();
        groups.set(ask.group, group_id);
        await world.put("requirement_group", { ...place, group_id, key: ask.group, needed: ask.needed ?? 1 });
      }
      await world.put("item", {
        ...place,
        item_id: ask.id,
        key: `krav-${ask.id}`,
        kind: "formal",
        mandatory: ask.mandatory ?? true,
        text: `Kurs ${index}`,
        formal: JSON.stringify({
          type: "course",
          credits: 7.5,
          ...(ask.validMonths ? { validMonths: ask.validMonths } : {}),
        }),
        group_id: ask.group === undefined ? null : groups.get(ask.group),
      });
    }
    return { id: version_id, number };
  };

  const adopt = (version: number, inForceFrom: string) =>
    world.as(adopter, async (work) => {
      const { revision } = await work.tx
        .selectFrom("model_version")
        .select("revision")
        .where("model_id", "=", model.modelId)
        .where("number", "=", version)
        .executeTakeFirstOrThrow();
      const decision = {
        decidedAs: "HR-direktör",
        delegation: "4.2",
        diaryNumber: "2026/1",
        restsOn: "Beredningen.",
      };
      const result = await adoptVersion(work, "fysio", version, { ...decision, inForceFrom, revision });
      if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    });

  const prove = (who: Actor & { personId: Id }, itemIds: readonly Id[], issued_on = "2022-01-01") =>
    show(world, { who, by: chief }, itemIds, { issued_on, authority_id: null });

  return { ...world, heading, adopter, chief, draft, adopt, prove };
}

export type GapWorld = Awaited<ReturnType<typeof gapWorld>>;
