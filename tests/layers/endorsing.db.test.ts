/** MOD-2: what an association endorses, taken in by a member, and closed to it. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { addVersionFromFile } from "../../src/career-model/add-version.ts";
import { beginRevision } from "../../src/career-model/begin-revision.ts";
import { changeFreedom, changeModelStatus } from "../../src/career-model/change-status.ts";
import { adoptSupplement } from "../../src/layers/adopt-supplement.ts";
import { changeSupplement } from "../../src/layers/change-supplement.ts";
import { compareMembers } from "../../src/layers/compare-members.ts";
import { EMPTY_SUPPLEMENT, type SupplementContent } from "../../src/career-model/supplement.rules.ts";
import { takeInModel, viewSharedModels } from "../../src/layers/take-in-model.ts";
import { viewEffectiveModel } from "../../src/layers/view-effective.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { admitMember } from "../../src/organisation/found-organisation.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { DECISION, modelWorld, type World } from "../career-model/world.ts";

const database = await testDatabase();
let association: World;
let member: World;
let stranger: World;
const codes = (result: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  (result.reasons ?? []).map((reason) => reason.code);
const shared = (of: World) => of.as(of.lead, viewSharedModels);
const takeIn = async (of: World, number: number, professionId: string | null = null) => {
  const wanted = (await shared(member)).shared.find((each) => each.number === number);
  return of.as(of.lead, (work) => takeInModel(work, wanted?.versionId ?? "", professionId));
};
/** All that a version says, by ids, whichever tenant has it. */
const rows = (of: World, number: number) =>
  of.as(null, async ({ tx }) => {
    const { rows: found } = await sql`
      select i.item_id, i.key, i.level_id, i.track_id, i.heading_id, i.position, i.kind, i.mandatory, i.text, i.group_id
      from item i join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id
      join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
      where v.number = ${number} and m.slug like 'provare%' and (m.origin_id is not null or ${of === association}) order by i.position`.execute(
      tx,
    );
    return found;
  });

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
  // The member has a model and a structure of its own by the same names.
  await member.add(small.replace("Du provar.", "Du provar själv."));
  await association.as(association.lead, (work) =>
    changeFreedom(work, "provare", { to: "adaptable", reason: "Medlemmarna är olika." }),
  );
});

describe("MOD-2: an association endorses, and a member decides", () => {
  test("a draft of the association's is nothing to its members", async () => {
    expect((await shared(member)).shared).toEqual([]);
    await association.adopt("provare", 1, { inForceFrom: "2026-01-01" });
    expect((await shared(member)).shared).toMatchObject([
      { slug: "provare", number: 1, adaptable: true, here: null, profession: "Provare" },
    ]);
    expect((await shared(stranger)).shared).toEqual([]);
  });

  test("is taken in as a copy with the same identities, as a draft beside what the member has", async () => {
    for (const actor of [null, member.employee])
      await expect(member.as(actor, viewSharedModels)).rejects.toThrow(NotFound);
    await expect(association.as(association.lead, viewSharedModels)).rejects.toThrow(NotFound);
    expect(codes(await takeIn(stranger, 1))).toEqual(["not-endorsed"]);
    expect(await takeIn(member, 1)).toEqual({ ok: true, value: { slug: "provare-2", number: 1 } });
    expect(codes(await takeIn(member, 1))).toEqual(["already-here"]);
    expect(await rows(member, 1)).toEqual(await rows(association, 1));
    expect((await rows(member, 1)).length).toBeGreaterThan(3);
    const draft = await member.as(member.lead, (work) => viewModel(work, "provare-2", 1));
    expect(draft).toMatchObject({ version: { status: "draft" }, origin: { name: "Påhittade kommunen" } });
    await expect(member.as(null, (work) => viewModel(work, "provare-2", 1))).rejects.toThrow(NotFound);
  });

  test("is in force only from the member's own decision, and isn't the member's to rewrite", async () => {
    expect(await member.adopt("provare-2", 1, { inForceFrom: "2026-09-01" })).toEqual({
      ok: true,
      value: null,
    });
    const model = await member.as(null, (work) => viewModel(work, "provare-2", null));
    expect(model).toMatchObject({ isInForce: true, version: { inForceFrom: "2026-09-01" } });
    const own = small.replace("nyckel: provare", "nyckel: provare-2").replace("version: 1", "version: 2");
    const added = await member.as(member.lead, (work) => addVersionFromFile(work, own));
    expect(codes(added)).toContain("model-shared");
    await expect(member.as(member.lead, (work) => beginRevision(work, "provare-2", 1))).rejects.toThrow(
      NotFound,
    );
    await expect(
      member.as(member.lead, (work) => changeFreedom(work, "provare-2", { to: "locked", reason: "Nej" })),
    ).rejects.toThrow(NotFound);
  });

  test("MOD-9: the association's lead reads what a member has adopted over it, public parts only; nobody else does", async () => {
    const said = (text: string, visibility: "public" | "internal") => ({ itemKey: "leg", text, visibility });
    const write = (content: SupplementContent) =>
      member.as(member.lead, (work) =>
        changeSupplement(work, { slug: "provare-2", unitId: null }, () => content),
      );
    const compare = async (actor = lead) =>
      association.as(actor, (work) => compareMembers(work, "provare", { first: null, second: null }));
    const lead = await association.account("Ledare", "association_lead");
    await write({ ...EMPTY_SUPPLEMENT, clarifications: [said("Visas.", "public")] });
    expect((await compare()).members).toMatchObject([{ slug: member.slug, number: 1, hasSupplement: false }]);
    await member.as(member.adopter, (work) =>
      adoptSupplement(work, { slug: "provare-2", unitId: null }, { ...DECISION, revision: 1 }),
    );
    const { members, pair } = await compare();
    expect(members).toMatchObject([{ hasSupplement: true }]);
    expect(pair).toBeNull();
    for (const actor of [association.adopter, association.lead])
      await expect(compare(actor)).rejects.toThrow(NotFound);
    const stolen = await stranger.as(null, ({ tx }) =>
      sql<{ found: unknown }>`select member_supplement(${member.organisationId}, m.id, current_date) as found
        from (select ${members[0]?.number ?? 0}, gen_random_uuid() as id) m`.execute(tx),
    );
    expect(stolen.rows).toEqual([{ found: null }]);
  });

  test("the next version is a new decision, and the member is told of it and of a withdrawal", async () => {
    await association.add(small.replace("version: 1", "version: 2").replace("Du provar.", "Du provar nytt."));
    await association.adopt("provare", 2, { inForceFrom: "2026-10-01" });
    const notes = () =>
      member.as(
        member.lead,
        async (work) =>
          (await viewEffectiveModel(work, "provare-2", null, { unitId: null, shown: true })).notes,
      );
    expect(await notes()).toEqual({ carryTo: null, withdrawn: false, newer: 2 });
    expect(await takeIn(member, 2)).toEqual({ ok: true, value: { slug: "provare-2", number: 2 } });
    expect(await rows(member, 2)).toEqual(await rows(association, 2));
    await association.as(association.adopter, (work) =>
      changeModelStatus(work, "provare", { from: "active", to: "withdrawn", reason: "Ersatt." }),
    );
    expect(await notes()).toMatchObject({ withdrawn: true });
    expect((await shared(member)).shared).toEqual([]);
    const still = await member.as(null, (work) => viewModel(work, "provare-2", null));
    expect(still.isInForce).toBe(true);
  });
});

describe("MOD-2: the database keeps what comes from an association as it came", () => {
  const MINE =
    "version_id in (select id from model_version where origin_id is not null and status = 'draft')";
  const CHANGES: readonly (readonly [string, string])[] = [
    ["rewording an item", `update item set text = 'x' where ${MINE}`],
    ["relaxing one", `update item set mandatory = false where key = 'leg' and ${MINE}`],
    ["removing one", `delete from item where ${MINE}`],
    [
      "adding one",
      `insert into item (organisation_id, version_id, item_id, key, level_id, heading_id, position, kind, mandatory, text)
       select organisation_id, version_id, gen_random_uuid(), 'ny', level_id, heading_id, 99, kind, mandatory, text from item where ${MINE} limit 1`,
    ],
    ["another name of a level", `update version_level set name = 'x' where ${MINE}`],
    ["another name of a heading", `update version_heading set name = 'x' where ${MINE}`],
    ["another name of a track", `update version_track set name = 'x' where ${MINE}`],
    ["a track that runs no more", `delete from version_track_level where ${MINE}`],
    [
      "its introduction",
      "update model_version set intro = 'x' where origin_id is not null and status = 'draft'",
    ],
    ["its number", "update model_version set number = 9 where origin_id is not null and status = 'draft'"],
    [
      "making it one's own",
      "update model_version set origin_id = null, taken_in_by = null where origin_id is not null and status = 'draft'",
    ],
    ["removing it", "delete from model_version where origin_id is not null and status = 'draft'"],
    [
      "a version of one's own in it",
      `insert into model_version (organisation_id, id, model_id, number, status)
       select organisation_id, gen_random_uuid(), id, 9, 'draft' from career_model where origin_id is not null`,
    ],
    ["leaving it open", "update career_model set adaptable = not adaptable where origin_id is not null"],
    ["the model one's own", "update career_model set origin_id = null where origin_id is not null"],
    [
      "one's own the association's",
      "update career_model set origin_id = organisation_id where origin_id is null",
    ],
    [
      "a level in its structure",
      "update structure_level set name = 'x' where structure_id in (select id from structure where origin_id is not null)",
    ],
    [
      "a heading in its structure",
      "delete from structure_heading where structure_id in (select id from structure where origin_id is not null)",
    ],
    ["the structure's name", "update structure set name = 'x' where origin_id is not null"],
  ];

  test.each(CHANGES)("%s", async (_, statement) => {
    await expect(member.as(null, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(
      /what comes from an association is not changed here/,
    );
  });

  test("and copies nothing that isn't endorsed for the organisation that asks", async () => {
    const { versionId, accountId } = {
      versionId: (await association.as(association.lead, (work) => viewModelOf(work))) ?? "",
      accountId: stranger.lead.accountId,
    };
    await expect(
      stranger.as(null, ({ tx }) =>
        sql`select take_in_endorsed(${association.organisationId}, ${versionId}, 'provare', gen_random_uuid(), ${accountId}, now(), current_date)`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/not endorsed/);
    const models = await stranger.as(null, ({ tx }) => tx.selectFrom("career_model").select("id").execute());
    expect(models).toEqual([]);
  });
});

const viewModelOf = async (work: Parameters<typeof viewModel>[0]): Promise<string | undefined> =>
  (await work.tx.selectFrom("model_version").select("id").executeTakeFirst())?.id;
