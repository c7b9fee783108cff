/** INT-1: a staff import that nobody looks at stops rather than guesses, and its owner is told. */
import { beforeEach, expect, test } from "vitest";
import { importUnattended } from "../../src/notices/import-unattended.ts";
import type { ImportNow } from "../../src/people/import-now.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { importWorld } from "../people/import-world.ts";
import { csv, row, type Row } from "../people/staff-file.ts";
import { grant } from "../people/world.ts";

const w = await importWorld(await testDatabase());
const system = await w.actor(null, { grants: [grant("hr_handler")] });
const petra = await w.actor(await w.person("Petra Palm"));
await w.put("role_grant", {
  id: newId(),
  account_id: petra.accountId,
  role: "hr_handler",
  profession_ids: [],
  valid_from: "2020-01-01",
});
const bring = (rows: readonly Row[] | Uint8Array, actor: Actor, more: Partial<ImportNow> = {}) =>
  importUnattended(w.workshop, {
    slug: w.slug,
    actor,
    filename: "personal.csv",
    bytes: rows instanceof Uint8Array ? rows : csv(rows),
    ...more,
  });
const told = () =>
  w.as(null, async ({ tx }) =>
    (
      await tx
        .selectFrom("mail")
        .innerJoin("person", "person.id", "mail.person_id")
        .select(["person.given_name as name", "mail.path", "mail.kind"])
        .execute()
    ).map(({ name, path, kind }) => `${kind} ${path} ${name}`),
  );
const staff = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => row(String(at), `Kim Nr${at}`));
const TO_HANNA = ["staff-import /import Hanna"];

beforeEach(() => w.as(null, ({ tx }) => tx.deleteFrom("mail").execute()));

test("INT-1: nobody is told of what went well, nor of a try", async () => {
  expect(await bring(staff(20), w.handler)).toMatchObject({ ok: true });
  expect(await bring(staff(2), w.handler, { dryRun: true })).toMatchObject({ ok: true });
  expect(await bring([row("", "Bo Al")], w.handler, { dryRun: true })).toMatchObject({ ok: true });
  expect(await told()).toEqual([]);
});

test("INT-1: a question, rows that can't be read and a file that is no table are each told of, and nothing is done", async () => {
  const before = await w.mark();
  for (const rows of [
    staff(10),
    [...staff(20), row("", "Bo Al")],
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
  ]) {
    await w.as(null, ({ tx }) => tx.deleteFrom("mail").execute());
    expect(await bring(rows, w.handler)).toMatchObject({ ok: false });
    expect(await told()).toEqual(TO_HANNA);
  }
  expect(await w.mark()).toBe(before);
});

test("INT-1: where the account is the HR system's, those who handle HR are told; each time that it stops", async () => {
  for (const _ of [1, 2]) await bring(staff(10), system);
  expect(await told()).toEqual(["staff-import /import Petra", "staff-import /import Petra"]);
});
