/** The organisation of the coverage tests, with versions that ask for something, and evidence of who meets it. */
import { adoptVersion } from "../../src/career-model/adopt-version.ts";
import { adoptSupplement } from "../../src/layers/adopt-supplement.ts";
import { readSupplement } from "../../src/layers/view-supplement.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { show } from "../assessment/facts.ts";
import { coverageWorld } from "../coverage/world.ts";
import type { TestDatabase } from "../support/database.ts";

const DECISION = {
  decidedAs: "HR-direktör",
  delegation: "4.2",
  diaryNumber: "2026/1",
  restsOn: "Beredningen.",
};

/** A requirement of a draft; what is not said is a mandatory course at the level Bas. */
export type Asked = {
  readonly id: Id;
  readonly mandatory?: boolean;
  readonly validMonths?: number | null;
  readonly levelId?: Id;
  readonly trackId?: Id | null;
  /** Experience of so many months, and no course. */
  readonly months?: number;
  /** The name of the group that it is in, and how many of the group are enough. */
  readonly group?: string;
  readonly needed?: number;
  readonly text?: string;
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
    const tracks = asks.some(({ trackId }) => trackId) ? [model.research, model.master] : [];
    for (const [position, track_id] of tracks.entries()) {
      const name = ["Forskning", "Master"][position];
      await world.put("version_track", { version_id, track_id, key: `t${position}`, position, name });
      await world.put("version_track_level", { version_id, track_id, level_id: model.expert });
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
        text: ask.text ?? `Kurs ${index}`,
        formal: JSON.stringify(
          ask.months === undefined
            ? { type: "course", credits: 7.5, ...(ask.validMonths ? { validMonths: ask.validMonths } : {}) }
            : { type: "experience", months: ask.months },
        ),
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
      const result = await adoptVersion(work, "fysio", version, { ...DECISION, inForceFrom, revision });
      if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    });

  const prove = (who: Actor & { personId: Id }, itemIds: readonly Id[], issued_on = "2022-01-01") =>
    show(world, { who, by: chief }, itemIds, { issued_on, authority_id: null });

  let supplements = 0;
  /** A draft of a unit's supplement to a version, the employer's for null, that asks for these courses at the level Bas; gives its id. */
  const supplement = async (unit_id: Id | null, base: Id, courses: readonly Id[]): Promise<Id> => {
    supplements += 1;
    const [id, known] = [
      newId(),
      await world.as(null, ({ tx }) =>
        tx.selectFrom("supplement").select("id").where("unit_id", "is not distinct from", unit_id).execute(),
      ),
    ];
    const supplement_id = known[0]?.id ?? newId();
    if (!known[0]) await world.put("supplement", { id: supplement_id, model_id: model.modelId, unit_id });
    await world.put("supplement_version", {
      id,
      supplement_id,
      model_id: model.modelId,
      number: supplements,
      base_version_id: base,
      status: "draft",
      begun_by: adopter.accountId,
      created_at: "2026-11-22T08:00:00Z",
    });
    for (const [position, item_id] of courses.entries())
      await world.put("supplement_item", {
        supplement_version_id: id,
        base_version_id: base,
        item_id,
        level_id: model.basic,
        heading_id: heading,
        position,
        kind: "formal",
        mandatory: true,
        text: `Lokal kurs ${position}`,
        formal: JSON.stringify({ type: "course" }),
      });
    return id;
  };

  /** Adopts the open draft of a unit's supplement, from today. */
  const adoptOwn = (unitId: Id | null, inForceFrom: string) =>
    world.as(adopter, async (work) => {
      const { draft: open } = await readSupplement(work, "fysio", unitId);
      const result = await adoptSupplement(
        work,
        { slug: "fysio", unitId },
        { ...DECISION, inForceFrom, revision: open?.revision ?? 0 },
      );
      if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    });

  /** Another profession's model in force, with one level where these courses are asked for. */
  const modelFor = async (slug: string, profession_id: Id, courses: readonly Id[]) => {
    await world.adoptModel(slug, profession_id, async ({ structureId, versionId }) => {
      const [headingId, levelId] = [newId(), newId()];
      await world.put("structure_heading", {
        id: headingId,
        structure_id: structureId,
        key: "krav",
        name: "Krav",
        position: 0,
      });
      await world.put("structure_level", {
        id: levelId,
        structure_id: structureId,
        key: "bas",
        name: "Bas",
        position: 0,
        kind: "core",
      });
      await world.put("version_heading", {
        version_id: versionId,
        heading_id: headingId,
        position: 0,
        name: "Krav",
      });
      await world.put("version_level", {
        version_id: versionId,
        level_id: levelId,
        position: 0,
        name: "Bas",
        kind: "core",
      });
      for (const [position, item_id] of courses.entries())
        await world.put("item", {
          version_id: versionId,
          item_id,
          key: `krav-${item_id}`,
          level_id: levelId,
          heading_id: headingId,
          position,
          kind: "formal",
          mandatory: true,
          text: `Kurs ${position}`,
          formal: JSON.stringify({ type: "course" }),
        });
    });
    const row = await world.as(null, ({ tx }) =>
      tx
        .selectFrom("career_model as m")
        .innerJoin("model_version as v", "v.model_id", "m.id")
        .innerJoin("version_level as l", "l.version_id", "v.id")
        .select(["m.id as modelId", "v.id as versionId", "l.level_id as levelId"])
        .where("m.slug", "=", slug)
        .executeTakeFirstOrThrow(),
    );
    return row;
  };

  return { ...world, modelFor, heading, adopter, chief, draft, adopt, prove, supplement, adoptOwn };
}

export type GapWorld = Awaited<ReturnType<typeof gapWorld>>;
