/** The catalogue beyond one's own base (MOD-13): what an association has for its members, and what is added here. */
import { beforeAll, describe, expect, test } from "vitest";
import {
  entryToKeep,
  keepEntry,
  retireEntry,
  viewEntry,
  viewWays,
} from "../../src/catalogue/keep-catalogue.ts";
import type { EntryText, Tie } from "../../src/catalogue/rules.ts";
import { viewShortage } from "../../src/catalogue/view-shortage.ts";
import { withItem, withUnused } from "../../src/career-model/supplement.rules.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { takeInModel, viewSharedModels } from "../../src/layers/take-in-model.ts";
import { admitMember } from "../../src/organisation/found-organisation.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { modelWorld, type World } from "../career-model/world.ts";
import { layerWorld, local } from "../layers/world.ts";

const database = await testDatabase();
const ENTRY: EntryText = {
  kind: "course",
  name: "En kurs",
  provider: "",
  credits: null,
  hours: null,
  cost: null,
  places: null,
  funding: [],
  link: "",
  text: "",
  visibility: "public",
};

const keep = async (of: World, text: Partial<EntryText>, ties: readonly Tie[]) => {
  const kept = await of.as(of.lead, (work) =>
    keepEntry(work, null, { revision: 1, text: { ...ENTRY, ...text }, ties }),
  );
  if (!kept.ok) throw new Error(JSON.stringify(kept.reasons));
  return kept.value;
};
const asked = async (of: World, slug: string) => {
  const { models } = await of.as(of.lead, (work) => entryToKeep(work, null));
  const model = models.find((each) => each.slug === slug);
  if (!model) throw new Error("no such model is in force");
  return model;
};
const tieTo = async (of: World, slug: string, text: string): Promise<Tie> => {
  const { id: modelId, wanted } = await asked(of, slug);
  return { modelId, target: "item", targetId: wanted.find((each) => each.text === text)?.itemId ?? "" };
};
const lacking = async (of: World, slug: string) => {
  const { shortages } = await of.as(of.employee, (work) => viewShortage(work, slug));
  return shortages.flatMap(({ formal }) => formal.flatMap(({ items }) => items.map(({ text }) => text)));
};
const ways = async (of: World, slug: string, actor = of.employee as World["employee"] | null) => {
  const { items } = await of.as(actor, async (work) => viewWays(work, await viewModel(work, slug, null)));
  return Object.values(items).flat();
};

describe("MOD-13: an association's catalogue, for a member that has taken its model in", () => {
  let association: World;
  let member: World;
  let stranger: World;
  beforeAll(async () => {
    association = await modelWorld(database, { kind: "association" });
    member = await modelWorld(database);
    stranger = await modelWorld(database);
    const admitted = await admitMember(database.db, {
      association: association.slug,
      member: member.slug,
      from: "2020-01-01",
      to: null,
    });
    if (!admitted.ok) throw new Error("the member was not admitted");
    for (const world of [association, member, stranger]) await world.profession("Provare");
    await association.add(small);
    await association.adopt("provare", 1, { inForceFrom: "2026-01-01" });
    const { shared } = await member.as(member.lead, viewSharedModels);
    const taken = await member.as(member.lead, (work) => takeInModel(work, shared[0]?.versionId ?? "", null));
    if (!taken.ok) throw new Error(JSON.stringify(taken.reasons));
    await member.adopt("provare", 1, { inForceFrom: "2026-01-01" });
    // Somebody else's model by the same name is another model.
    await stranger.add(small);
    await stranger.adopt("provare", 1, { inForceFrom: "2026-01-01" });
  });

  test("is a way at the requirement with the association named, and no shortage, until it is retired", async () => {
    expect(await lacking(member, "provare")).toEqual(["En kurs"]);
    const tie = await tieTo(association, "provare", "En kurs");
    const open = await keep(association, { name: "Förbundets kurs" }, [tie]);
    await keep(association, { name: "Förbundets egen", visibility: "internal" }, [tie]);
    const way = {
      entryId: open,
      name: "Förbundets kurs",
      kind: "course",
      association: { name: "Påhittade kommunen", slug: association.slug },
    };
    for (const actor of [member.employee, null]) expect(await ways(member, "provare", actor)).toEqual([way]);
    expect(await lacking(member, "provare")).toEqual([]);
    expect(await ways(stranger, "provare")).toEqual([]);
    expect(await lacking(stranger, "provare")).toEqual(["En kurs"]);
    expect((await ways(association, "provare")).map(({ association: from }) => from)).toEqual([null, null]);

    await keep(member, { name: "Vår kurs" }, [tie]);
    expect((await ways(member, "provare")).map(({ name }) => name)).toEqual(["Vår kurs", "Förbundets kurs"]);
    await association.as(association.lead, (work) => retireEntry(work, open, { revision: 1, retired: true }));
    expect((await ways(member, "provare")).map(({ name }) => name)).toEqual(["Vår kurs"]);
  });
});

describe("MOD-9, MOD-13: a requirement of a supplement", () => {
  test("can be tied, and is in the shortage while the supplement is in force, with the layer that added it", async () => {
    const world = await layerWorld(database);
    const added = {
      ...local,
      kind: "formal",
      mandatory: true,
      formal: { type: "course" },
      headingKey: "krav",
    } as const;
    await world.change((content) =>
      withItem(withItem(content, { ...added, text: "Vår egen kurs" }), {
        ...added,
        key: "hemlig",
        text: "Intern kurs",
        visibility: "internal",
      }),
    );
    expect(await lacking(world, "provare")).toEqual(["En kurs"]);
    await world.decide();
    expect(await lacking(world, "provare")).toEqual(["En kurs", "Vår egen kurs"]);
    const { wanted } = await asked(world, "provare");
    expect(wanted.find(({ text }) => text === "Vår egen kurs")?.by).toEqual({ of: "employer" });
    expect(wanted.find(({ text }) => text === "En kurs")?.by).toBeNull();
    const id = await keep(world, { name: "Internutbildning" }, [
      await tieTo(world, "provare", "Vår egen kurs"),
    ]);
    expect(await lacking(world, "provare")).toEqual(["En kurs"]);
    const { content } = await world.effective();
    const key = content.version.items.find(({ text }) => text === "Vår egen kurs")?.key ?? "";
    const { items } = await world.as(null, async (work) =>
      viewWays(work, await viewModel(work, "provare", null)),
    );
    expect(items[key]).toMatchObject([{ entryId: id }]);
    expect((await world.as(null, (work) => viewEntry(work, id))).ties).toMatchObject([
      { text: "Vår egen kurs" },
    ]);
  });
});

describe("MOD-9, MOD-13: what the employer doesn't use", () => {
  test.each([
    ["a requirement", { of: "item", key: "kurs" }],
    ["its level", { of: "level", key: "ny" }],
  ] as const)("%s is no shortage from the day that is decided, and its ways stay", async (_what, part) => {
    const world = await layerWorld(database);
    const tie = await tieTo(world, "provare", "En kurs");
    expect(await lacking(world, "provare")).toEqual(["En kurs"]);
    await world.open();
    await world.change((content) => withUnused(content, { ...part, reason: "Ges inte här." }));
    expect(await lacking(world, "provare")).toEqual(["En kurs"]);
    await world.decide();
    expect(await lacking(world, "provare")).toEqual([]);
    const id = await keep(world, { name: "En kurs ändå" }, [tie]);
    expect((await world.as(world.lead, (work) => viewEntry(work, id))).ties).toHaveLength(1);
  });

  test("a track leaves what is added along it unasked for too", async () => {
    const world = await layerWorld(database);
    const along = { ...local, levelKey: "van", trackKey: "forskning", headingKey: "krav" };
    const course = {
      kind: "formal",
      mandatory: true,
      formal: { type: "course" },
      text: "Metodkurs",
    } as const;
    await world.open();
    await world.change((content) => withItem(content, { ...along, ...course }));
    await world.decide({ inForceFrom: "2026-11-01" });
    expect(await lacking(world, "provare")).toEqual(["En kurs", "Metodkurs"]);
    await world.change((content) =>
      withUnused(content, { of: "track", key: "forskning", reason: "Finns inte här." }),
    );
    await world.decide();
    expect(await lacking(world, "provare")).toEqual(["En kurs"]);
  });
});
