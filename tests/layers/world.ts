/** A model of small in force, and a supplement to it written, decided and read. */
import {
  withClarification,
  withItem,
  type LocalItem,
  type SupplementContent,
} from "../../src/career-model/supplement.rules.ts";
import { changeFreedom } from "../../src/career-model/change-status.ts";
import { adoptSupplement } from "../../src/layers/adopt-supplement.ts";
import { changeSupplement } from "../../src/layers/change-supplement.ts";
import { viewEffectiveModel } from "../../src/layers/view-effective.ts";
import { viewSupplement } from "../../src/layers/view-supplement.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { TestDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { DECISION, modelWorld } from "../career-model/world.ts";

export const EMPLOYER = { slug: "provare", unitId: null };
const text = small.replace(
  "          - text: En kurs\n",
  "          - text: En kurs\n            nyckel: kurs\n",
);
/** The base's second version, which rewords an item. */
export const second = text
  .replace("version: 1", "version: 2")
  .replace("text: Legitimation\n", "text: Legitimation i original\n");

export const local: LocalItem = {
  key: "new",
  levelKey: "ny",
  trackKey: null,
  headingKey: "uppgifter",
  kind: "duty",
  mandatory: null,
  text: "Du följer kommunens rutin.",
  visibility: "public",
};
export const clarified = { itemKey: "leg", text: "Visas vid anställning.", visibility: "public" } as const;
export const unused = { of: "item", key: "kurs", reason: "Ges inte här." } as const;
export const all = (content: SupplementContent) => withClarification(withItem(content, local), clarified);

export const codes = (result: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  (result.reasons ?? []).map((reason) => reason.code);

export async function layerWorld(database: Pick<TestDatabase, "db">) {
  const world = await modelWorld(database);
  await world.profession("Provare");
  await world.add(text);
  await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
  return {
    ...world,
    change: (how: (content: SupplementContent) => SupplementContent | null, unitId: string | null = null) =>
      world.as(world.lead, (work) => changeSupplement(work, { slug: "provare", unitId }, how)),
    decide: (input = {}, unitId: string | null = null) =>
      world.as(world.adopter, async (work) => {
        const { draft } = await viewSupplement(work, "provare", unitId);
        return adoptSupplement(
          work,
          { slug: "provare", unitId },
          { ...DECISION, revision: draft?.revision ?? 0, ...input },
        );
      }),
    open: () =>
      world.as(world.lead, (work) =>
        changeFreedom(work, "provare", { to: "adaptable", reason: "Beslutat." }),
      ),
    effective: (actor: Actor | null = null, locally = {}) =>
      world.as(actor, (work) =>
        viewEffectiveModel(work, "provare", null, { unitId: null, shown: true, ...locally }),
      ),
  };
}

export type LayerWorld = Awaited<ReturnType<typeof layerWorld>>;
