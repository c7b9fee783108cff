import { expect, test } from "vitest";
import { testDatabase } from "./database.ts";

const first = await testDatabase();
const second = await testDatabase();

test("each call gives a migrated database of its own", async () => {
  await first.ownerPool.query("create table only_in_the_first (id int)");
  const there = await second.ownerPool.query("select to_regclass('only_in_the_first') as name");
  expect(there.rows).toEqual([{ name: null }]);
  const applied = await second.pool.query("select count(*) as count from migration.applied");
  expect(applied.rows[0]).toEqual({ count: expect.any(Number) });
});

test("the app's role is bound by row-level security and owns nothing", async () => {
  const { rows } = await first.pool.query(
    "select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = current_user",
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
});

test("text sorts as in Swedish without being told", async () => {
  const { rows } = await first.pool.query(
    "select * from (values ('ö'), ('z'), ('å'), ('ä')) as word (text) order by 1",
  );
  expect(rows.map((row: { text: string }) => row.text)).toEqual(["z", "å", "ä", "ö"]);
});
