/** MOD-2: what the database itself refuses about adopted versions, whoever asks: the program's role and the tables' owner. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseOn, type Database } from "../../src/platform/database/transactions.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "./model-file-examples.ts";
import { modelWorld, type World } from "./world.ts";

const database = await testDatabase();
const ROLES = [
  ["the program's role", database.db],
  ["the owner", databaseOn(database.ownerPool)],
] as const;

let world: World;
/** In force, superseded, and a draft. */
let ids: Record<"adopted" | "superseded" | "draft", string>;

beforeAll(async () => {
  world = await modelWorld(database);
  await world.profession("Provare");
  const text = small.replace(
    "          - Du följer rutinerna.\n",
    "          - { krävs: alla, av: [Du följer rutinerna., Du följer lagen.] }\n",
  );
  for (const number of [1, 2, 3]) await world.add(text.replace("version: 1", `version: ${number}`));
  await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
  await world.adopt("provare", 2, { inForceFrom: "2026-06-01" });
  const rows = await world.as(null, ({ tx }) =>
    tx.selectFrom("model_version").select(["id", "status"]).execute(),
  );
  ids = Object.fromEntries(rows.map(({ id, status }) => [status, id])) as typeof ids;
});

/** Runs one statement for the organisation, and commits. `$adopted` and the like stand for the versions' ids. */
async function run(db: Database, statement: string): Promise<void> {
  const filled = statement.replaceAll(
    /\$(adopted|superseded|draft)/g,
    (_, name: keyof typeof ids) => `'${ids[name]}'`,
  );
  await db.transaction(async (tx) => {
    await sql`select set_config('app.organisation', ${world.organisationId}, true)`.execute(tx);
    await sql.raw(filled).execute(tx);
  });
}

/** All rows of the tables that a version is made of. */
async function everything(): Promise<unknown> {
  const tables = [
    "model_version",
    "version_level",
    "version_heading",
    "version_track",
    "version_track_level",
    "requirement_group",
    "item",
    "decision",
  ];
  return world.as(null, async ({ tx }) => {
    const all: unknown[] = [];
    for (const table of tables)
      all.push(
        (
          await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(
            tx,
          )
        ).rows,
      );
    return all;
  });
}

const COLUMNS = {
  version_level: "organisation_id, version_id, level_id, position, name, kind",
  version_heading: "organisation_id, version_id, heading_id, position, name",
  version_track: "organisation_id, version_id, track_id, key, position, name",
} as const;

const OF_CONTENT = [
  "version_level",
  "version_heading",
  "version_track",
  "version_track_level",
  "requirement_group",
  "item",
];

/** Each way to change a version that has been adopted, with what is said about it. */
const CHANGES: readonly (readonly [string, string])[] = [
  ...["$adopted", "$superseded"].flatMap((id) => [
    [`${id}: its introduction`, `update model_version set intro = 'Annat' where id = ${id}`] as const,
    [`${id}: its number`, `update model_version set number = 9 where id = ${id}`] as const,
    [
      `${id}: its first day`,
      `update model_version set in_force_from = '2025-01-01' where id = ${id}`,
    ] as const,
    [
      `${id}: its core competencies`,
      `update model_version set core_competencies = '{x}' where id = ${id}`,
    ] as const,
    [`${id}: its rating scale`, `update model_version set rating_scale = '{x}' where id = ${id}`] as const,
    [`${id}: when it was made`, `update model_version set created_at = now() where id = ${id}`] as const,
    [
      `${id}: back to a draft`,
      `update model_version set status = 'draft', in_force_from = null where id = ${id}`,
    ] as const,
    [
      `${id}: back to consultation`,
      `update model_version set status = 'consultation', in_force_from = null where id = ${id}`,
    ] as const,
    [`${id}: deleting it`, `delete from model_version where id = ${id}`] as const,
    ...OF_CONTENT.map(
      (table) => [`${id}: deleting from ${table}`, `delete from ${table} where version_id = ${id}`] as const,
    ),
    ...["version_level", "version_heading", "version_track"].map(
      (table) =>
        [
          `${id}: another name in ${table}`,
          `update ${table} set name = 'Annat' where version_id = ${id}`,
        ] as const,
    ),
    [
      `${id}: where one can go on`,
      `update version_level set onward = '{x}' where version_id = ${id}`,
    ] as const,
    [`${id}: an item's text`, `update item set text = 'Annat' where version_id = ${id}`] as const,
    [
      `${id}: an item made recommended`,
      `update item set mandatory = false where version_id = ${id} and key = 'leg'`,
    ] as const,
    [
      `${id}: one requirement of a group enough`,
      `update requirement_group set needed = 1 where version_id = ${id}`,
    ] as const,
    [`${id}: an item out of its group`, `update item set group_id = null where version_id = ${id}`] as const,
    [`${id}: an item made open`, `update item set visibility = 'public' where version_id = ${id}`] as const,
    [
      `${id}: an item moved to the draft`,
      `update item set version_id = $draft, item_id = gen_random_uuid(), key = key || '-x' where version_id = ${id} and key = 'leg'`,
    ] as const,
    [
      `${id}: the draft's item moved to it`,
      `update item set version_id = ${id}, item_id = gen_random_uuid(), key = key || '-x' where version_id = $draft and key = 'leg'`,
    ] as const,
    [
      `${id}: one more item`,
      `insert into item (organisation_id, version_id, item_id, key, level_id, heading_id, position, kind, mandatory, text)
       select organisation_id, version_id, gen_random_uuid(), 'ny', level_id, heading_id, 99, kind, mandatory, text from item where version_id = ${id} limit 1`,
    ] as const,
    ...(["version_level", "version_heading", "version_track"] as const).map((table) => {
      const part = COLUMNS[table].split(", ")[2] ?? "";
      const others = COLUMNS[table].replace("position", "position + 50").replace(/\bkey\b/, "key || '-ny'");
      return [
        `${id}: one more in ${table}`,
        `insert into ${table} (${COLUMNS[table]}) select ${others.replace(part, "gen_random_uuid()")} from ${table} where version_id = ${id} limit 1`,
      ] as const;
    }),
    [
      `${id}: a track in one more level`,
      `insert into version_track_level (organisation_id, version_id, track_id, level_id)
       select t.organisation_id, t.version_id, t.track_id, l.level_id from version_track t join version_level l using (version_id)
       where t.version_id = ${id} and not exists (select from version_track_level x where x.track_id = t.track_id and x.level_id = l.level_id and x.version_id = t.version_id)`,
    ] as const,
  ]),
  [
    "superseded, adopted again",
    "update model_version set status = 'adopted', in_force_to = null where id = $superseded",
  ],
  [
    "superseded, its last day moved",
    "update model_version set in_force_to = '2026-05-01' where id = $superseded",
  ],
  ["emptying the items", "truncate item cascade"],
  ["emptying all that hangs on versions", "truncate model_version cascade"],
  ["emptying the levels", "truncate version_level cascade"],
  ["emptying the headings", "truncate version_heading cascade"],
  ["emptying the tracks", "truncate version_track cascade"],
  ["emptying where tracks run", "truncate version_track_level cascade"],
  ["emptying the decisions", "truncate decision"],
  ["a decision's words", "update decision set diary_number = 'x'"],
  ["deleting decisions", "delete from decision"],
  [
    "adopted without a decision",
    "update model_version set status = 'adopted', in_force_from = '2028-01-01' where id = $draft",
  ],
  [
    "made as adopted, without a decision",
    `insert into model_version (organisation_id, id, model_id, number, status, in_force_from, in_force_to)
       select organisation_id, gen_random_uuid(), model_id, 9, 'superseded', '2020-01-01', '2020-02-01' from model_version where id = $draft`,
  ],
  [
    "two in force on one day",
    `insert into decision (organisation_id, id, kind, version_id, decided_by, decided_as, delegation, decided_on, diary_number)
       select organisation_id, gen_random_uuid(), kind, $draft, decided_by, decided_as, delegation, decided_on, diary_number from decision where version_id = $adopted;
     update model_version set status = 'adopted', in_force_from = '2026-06-02' where id = $draft`,
  ],
];

describe.each(ROLES)("MOD-2: %s cannot change what has been adopted", (_, db) => {
  test.each(CHANGES)("%s", async (_name, statement) => {
    const before = await everything();
    await expect(run(db, statement)).rejects.toThrow(
      /an adopted version never changes|append-only|permission denied|adopted without a decision|model_version_one_in_force/,
    );
    expect(await everything()).toEqual(before);
  });

  test.each([
    "update item set text = text || '.' where version_id = $draft",
    "update version_level set name = name || '.' where version_id = $draft",
    "update model_version set intro = intro || '.' where id = $draft",
    "delete from item where version_id = $draft and key = (select max(key) from item where version_id = $draft)",
  ])(
    "a draft may be changed, so that what is refused is refused for being adopted: %s",
    async (statement) => {
      const before = await everything();
      await run(db, statement);
      expect(await everything()).not.toEqual(before);
    },
  );
});
