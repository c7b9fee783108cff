/** The demo is what it says that it is: the reference systems with their figures, counted in what was loaded. */
import { afterAll, expect, test } from "vitest";
import { ACCOUNTS } from "../../demo/accounts.ts";
import { ASSOCIATIONS, ORGANISATIONS } from "../../demo/organisations.ts";
import { viewCoverage, type CoverageView } from "../../src/coverage/view-coverage.ts";
import { viewMeasurements } from "../../src/coverage/view-measurements.ts";
import { viewMembers } from "../../src/coverage/view-members.ts";
import { withRole } from "../../demo/roles.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { work, type Work, type Workshop } from "../../src/platform/database/work.ts";
import type { GivenRole } from "../../src/shared/actor.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { inDatabase } from "../support/cluster.ts";
import { SECRET } from "../support/database.ts";
import { demoDatabase } from "./demo-database.ts";
import { NO_FILES } from "../support/no-files.ts";

const { db, adminUrl, appUrl } = await demoDatabase();
/** As the superuser, who sees the rows of every organisation. */
const pool = openPool(inDatabase(adminUrl, new URL(appUrl).pathname.slice(1)), { max: 1 });
afterAll(() => pool.end());
const workshop: Workshop = { db, clock: () => new Date(), subscriptions, secret: SECRET, files: NO_FILES };

async function as<T>(slug: string, role: GivenRole, run: (unit: Work) => Promise<T>): Promise<T> {
  const tenant = await work(workshop, { slug, actor: null }, (unit) => Promise.resolve(unit.tenant));
  return work(workshop, { slug, actor: await withRole(workshop, tenant, role) }, run);
}

const coverage = (slug: string): Promise<CoverageView> =>
  as(slug, "process_lead", (unit) => viewCoverage(unit, { day: "" }));

/** What shows of a model: people placed of people employed, and whether it is fully introduced. */
async function figure(slug: string, model: string) {
  const row = (await coverage(slug)).rows.find((each) => each.slug === model);
  if (row?.figure.showing !== "shown") throw new Error(`${slug}, ${model}: ${row?.figure.showing}`);
  const { employed, placed, percent } = row.figure;
  return { employed, placed, percent, introduced: row.standing !== null, below: row.standing?.below ?? null };
}

test("ORG-1: Göteborgsregionen has thirteen members and Fyrbodal fourteen, and reads figures only", async () => {
  const members = async (slug: string) =>
    (await as(slug, "association_lead", viewMembers)).members.map(({ name }) => name);
  expect(await members("goteborgsregionen")).toHaveLength(13);
  expect(await members("fyrbodal")).toHaveLength(14);
});

test("FUP-1: 35 audiologists at one clinic in Östergötland, about 90 per cent of them placed", async () => {
  const { employed, percent, introduced } = await figure("region-ostergotland", "audionom");
  expect(employed).toBe(35);
  expect(percent).toBeGreaterThanOrEqual(88);
  expect(percent).toBeLessThanOrEqual(92);
  expect(introduced).toBe(true);
});

test("SUP-2: Huddinge's unit has ten people, seven of them in the profession", async () => {
  const { rows } = await pool.query<{ people: number }>(
    `select count(distinct e.person_id)::int as people from employment_period e
     join unit u on u.organisation_id = e.organisation_id and u.id = e.unit_id
     join organisation o on o.id = e.organisation_id
     where o.slug = 'huddinge' and u.code = '120' and e.valid_to is null`,
  );
  expect(rows[0]?.people).toBe(10);
  expect((await figure("huddinge", "forrattningslantmatare")).employed).toBe(7);
});

test("FUP-2: Stockholm freezes three measurements a year", async () => {
  const { days } = await as("region-stockholm", "process_lead", async (unit) => {
    const view = await viewMeasurements(unit);
    return { days: view.measurements.map(({ day }) => day).toSorted() };
  });
  expect(days).toHaveLength(9);
  const months = days.map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  expect(months.slice(1).map((month, index) => month - (months[index] ?? 0))).toEqual(Array(8).fill(4));
});

test("FUP-3: Stockholm's models are at different stages: one is fully introduced, one is a draft", async () => {
  const { rows } = await coverage("region-stockholm");
  expect(rows.map(({ slug }) => slug).toSorted()).toEqual([
    "arbetsterapeut",
    "audionom",
    "psykolog",
    "sjukskoterska",
  ]);
  const { introduced, percent } = await figure("region-stockholm", "audionom");
  expect(introduced).toBe(true);
  expect(percent).toBeGreaterThanOrEqual(80);
  for (const slug of ["psykolog", "sjukskoterska", "arbetsterapeut"])
    expect((await figure("region-stockholm", slug)).introduced).toBe(false);
});

test("FUP-3: Kungälv was fully introduced, has grown, and is below the threshold since", async () => {
  const { introduced, below } = await figure("kungalv", "arbetsterapeut");
  expect(introduced).toBe(true);
  expect(below).not.toBeNull();
});

test("MOD-1 MOD-6: each reference system has the levels, tracks and structures that it is known by", async () => {
  const { rows } = await pool.query<{ slug: string; structures: number; shapes: string[] }>(
    `select o.slug, count(distinct m.structure_id)::int as structures,
       array_agg(m.slug || ' ' || (select count(*) from version_level l where l.version_id = v.id) || ' ' ||
         (select count(*) from version_track t where t.version_id = v.id) order by m.slug) as shapes
     from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
     join organisation o on o.id = m.organisation_id where o.slug = any($1) and v.number = 1 group by o.slug`,
    [
      [
        "harryda",
        "trollhattan",
        "region-stockholm",
        "region-ostergotland",
        "vastra-gotaland",
        "jamtland-harjedalen",
        "huddinge",
      ],
    ],
  );
  const shapes = Object.fromEntries(rows.map((row) => [row.slug, [row.structures, ...row.shapes]]));
  expect(shapes).toEqual({
    harryda: [1, "arbetsterapeut 4 3", "fysioterapeut 4 3", "sjukskoterska 4 3"],
    trollhattan: [1, "arbetsterapeut 5 3", "fysioterapeut 5 3", "sjukskoterska 5 3"],
    "region-stockholm": [
      2,
      "arbetsterapeut 6 0",
      "audionom 7 0",
      "fysioterapeut 6 0",
      "psykolog 7 0",
      "sjukskoterska 7 0",
    ],
    "region-ostergotland": [1, "audionom 4 2", "civilingenjor 4 0"],
    "vastra-gotaland": [1, "apotekare 6 0", "audionom 6 0", "psykolog 6 0", "receptarie 6 0"],
    "jamtland-harjedalen": [1, "arbetsterapeut 5 0", "fysioterapeut 5 0", "psykolog 5 0"],
    huddinge: [1, "forrattningslantmatare 4 2"],
  });
});

test("PLC-1: placements are in every state: awaiting an answer, read, and seen otherwise", async () => {
  const { rows } = await pool.query<{ slug: string; placed: number; read: number; other: number }>(
    `select o.slug, count(distinct p.id)::int as placed,
       count(distinct p.id) filter (where r.kind = 'acknowledged')::int as read,
       count(distinct p.id) filter (where r.kind = 'other-view')::int as other
     from placement p join organisation o on o.id = p.organisation_id
     left join placement_response r on r.organisation_id = p.organisation_id and r.placement_id = p.id
     where o.slug = any($1) group by o.slug`,
    [["harryda", "region-stockholm", "region-ostergotland", "trollhattan"]],
  );
  expect(rows).toHaveLength(4);
  for (const { placed, read, other } of rows) {
    expect(read).toBeGreaterThan(other);
    expect(other).toBeGreaterThan(0);
    expect(placed - read - other).toBeGreaterThan(0);
  }
});

test("PLC-5 PLC-6: some have moved to another level since, and the next talks are prepared", async () => {
  const { rows } = await pool.query<{ slug: string; moved: number; prepared: number }>(
    `select o.slug, (select count(*)::int from placement p where p.organisation_id = o.id and p.ended_because = 'moved') as moved,
       (select count(*)::int from placement_preparation p where p.organisation_id = o.id) as prepared
     from organisation o where o.slug = any($1)`,
    [["region-stockholm", "vastra-gotaland", "trollhattan", "kungsbacka"]],
  );
  expect(rows).toHaveLength(4);
  for (const { moved, prepared } of rows) {
    expect(moved).toBeGreaterThan(0);
    expect(prepared).toBeGreaterThan(0);
  }
});

test("in every organisation there is somebody to be, with an account and a role or a place to work", async () => {
  for (const { tenant } of [...ASSOCIATIONS, ...ORGANISATIONS])
    expect([tenant.slug, (ACCOUNTS[tenant.slug] ?? []).length]).toEqual([
      tenant.slug,
      expect.toSatisfy((n: number) => n >= 2),
    ]);
  const { rows } = await pool.query<{ slug: string; accounts: number }>(
    `select o.slug, count(*)::int as accounts from account a join organisation o on o.id = a.organisation_id
     where a.username like 'demo-%' and (a.person_id is not null or o.kind = 'association') group by o.slug`,
  );
  expect(Object.fromEntries(rows.map(({ slug, accounts }) => [slug, accounts]))).toEqual(
    Object.fromEntries(Object.entries(ACCOUNTS).map(([slug, accounts]) => [slug, accounts.length])),
  );
});
