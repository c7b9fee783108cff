/** What the trial works on: a data folder with an organisation that places people, one that imports staff, and a look behind at what is there. */
import { hashToken, newToken } from "../../src/identity/session.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { writePlace } from "../../src/placement/rules.ts";
import { world } from "../people/world.ts";
import { placementWorld } from "../placement/world.ts";
import { inDatabase } from "../support/cluster.ts";

export type TrialWorld = {
  readonly placing: { readonly slug: string; readonly manager: string; readonly administrator: string };
  readonly importing: { readonly slug: string; readonly handler: string; readonly organisationId: Id };
  readonly modelId: Id;
  /** The places of the model that somebody without a track can have, as forms write them. */
  readonly places: readonly string[];
  readonly staff: readonly Id[];
};

const STAFF = 30;

/** Fills a new data folder, and lets go of it. Sessions are cookies' values. */
export async function prepareTrial(dataDir: string): Promise<TrialWorld> {
  const database = await startEmbedded({ dataDir });
  const pool = openPool(database.appUrl, { max: 2 });
  try {
    await migrate(database.ownerUrl, { appRole: new URL(database.appUrl).username });
    const db = databaseOn(pool);
    const places = await placementWorld({ db });
    const people = await world({ db }, "import");
    const session = async (put: typeof places.put, account_id: Id): Promise<string> => {
      const token = newToken();
      // Used "now" for as long as the trial goes on: what is tried is not how sessions expire.
      const at = new Date(Date.now());
      await put("session", { token_hash: hashToken(token), account_id, created_at: at, seen_at: at });
      return token;
    };
    const role = (put: typeof places.put, account_id: Id, role_: string) =>
      put("role_grant", { id: newId(), account_id, role: role_, valid_from: "2020-01-01" });

    const manager = await places.person("Karin Öhman");
    await places.manage(manager, places.rehab);
    const administrator = await places.person("Ada Ek");
    await role(places.put, administrator.accountId, "administrator");
    const staff: Id[] = [];
    for (let at = 0; at < STAFF; at += 1) {
      const who = await places.person(`Person Nr${at}`);
      await places.employ(who, places.rehab, { from: "2020-01-01" });
      staff.push(who.personId);
    }
    const handler = await people.actor(null);
    await role(people.put, handler.accountId, "hr_handler");
    await people.unit("Växeln", null, { code: "311" });
    return {
      placing: {
        slug: places.slug,
        manager: await session(places.put, manager.accountId),
        administrator: await session(places.put, administrator.accountId),
      },
      importing: {
        slug: people.slug,
        handler: await session(people.put, handler.accountId),
        organisationId: people.organisationId,
      },
      modelId: places.model.modelId,
      places: [writePlace(places.model.basic, null), writePlace(places.model.skilled, null)],
      staff,
    };
  } finally {
    await pool.end();
    await database.stop();
  }
}

export type Found = {
  /** How often each mark of a write is there. */
  readonly units: ReadonlyMap<string, number>;
  readonly placements: ReadonlyMap<string, number>;
  readonly principles: string;
  /** The family names in the organisation that imports: one for a whole import, several for half of one. */
  readonly generations: readonly string[];
  readonly imports: readonly { readonly filename: string; readonly state: string }[];
};

/** Looks behind row-level security at what is there, beside a server or without one. */
export async function lookBehind(
  dataDir: string,
  trial: TrialWorld,
  then?: { readonly resumeImports: boolean },
): Promise<Found> {
  const database = await startEmbedded({ dataDir });
  const pool = openPool(inDatabase(database.adminUrl, "vidga"), { max: 1 });
  try {
    const marks = async (query: string, values: readonly unknown[] = []): Promise<Map<string, number>> => {
      const { rows } = await pool.query<{ mark: string; n: number }>(query, [...values]);
      return new Map(rows.map(({ mark, n }) => [mark, n]));
    };
    if (then?.resumeImports)
      await pool.query(
        "select graphile_worker.add_job('resume-staff-imports', '{}'::json, job_key := 'trial')",
      );
    // All of it at one moment: the server is at work beside.
    await pool.query("begin isolation level repeatable read read only");
    const settings = await pool.query<{ text: string }>(
      `select placement_principles as text from organisation_setting s join organisation o on o.id = s.organisation_id where o.slug = $1`,
      [trial.placing.slug],
    );
    const imports = await pool.query<{ filename: string; state: string }>(
      "select filename, state from staff_import order by created_at",
    );
    return {
      units: await marks("select name as mark, count(*)::int as n from unit group by 1"),
      placements: await marks("select motivation as mark, count(*)::int as n from placement group by 1"),
      principles: settings.rows[0]?.text ?? "",
      generations: [
        ...(
          await marks(
            "select family_name as mark, count(*)::int as n from person where organisation_id = $1 group by 1 order by 1",
            [trial.importing.organisationId],
          )
        ).keys(),
      ],
      imports: imports.rows,
    };
  } finally {
    await pool.end();
    await database.stop();
  }
}
