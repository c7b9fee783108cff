/** A model in and out without a page between (MOD-15): each kind of file that is taken out is taken in as it was. */
import { beforeAll, expect, test } from "vitest";
import { importModelNow } from "../../src/model-sheets/import-now.ts";
import { takeOutModel } from "../../src/model-sheets/take-out-model.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { modelWorld, type World } from "../career-model/world.ts";

const database = await testDatabase();
let from: World;
beforeAll(async () => {
  from = await modelWorld(database);
  await from.profession("Provare");
  await from.add(small);
  await from.adopt("provare", 1);
});

const take = (to: World, filename: string, bytes: Uint8Array, replaceDraft = false) =>
  to.as(to.lead, (work) => importModelNow(work, { filename, bytes }, { replaceDraft }));
const out = async (format: string, number: number | null = null) => {
  const { body } = await from.as(from.lead, (work) =>
    takeOutModel(work, { slug: "provare", number }, format, null),
  );
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
};
const said = async (of: World) => {
  const { content } = await of.as(of.lead, (work) => viewModel(work, "provare", 1));
  return { structure: content.structure, version: content.version };
};

test.each(["yaml", "json", "xlsx", "csv"])("MOD-15: as %s, whole and under the same keys", async (format) => {
  const to = await modelWorld(database);
  await to.profession("Provare");
  const bytes = await out(format);
  expect(await take(to, `modell.${format}`, bytes)).toMatchObject({
    ok: true,
    value: { slug: "provare", number: 1 },
  });
  expect(await said(to)).toEqual(await said(from));
  expect(await take(to, `modell.${format}`, bytes, true)).toMatchObject({ ok: true, value: { number: 1 } });
});

test("MOD-15: somebody's own sheet needs choices, and nothing of it is left", async () => {
  const sheet = new TextEncoder().encode("Rubrik;Bas;Van\nUppgifter;Möter;Leder\n");
  expect(await take(from, "eget.csv", sheet)).toMatchObject({ reasons: [{ code: "needs-choices" }] });
  const rows = await from.as(null, ({ tx }) =>
    tx.selectFrom("model_import").select(["state", "file"]).where("filename", "=", "eget.csv").execute(),
  );
  expect(rows).toEqual([{ state: "cancelled", file: null }]);
});

test("MOD-15: is for those who write models, in a format and a version that there is", async () => {
  const bytes = await out("yaml");
  for (const filename of ["modell.yaml", "modell.csv"])
    await expect(
      from.as(from.employee, (work) => importModelNow(work, { filename, bytes }, { replaceDraft: false })),
    ).rejects.toThrow(NotFound);
  await expect(out("exe")).rejects.toThrow(NotFound);
  await expect(out("yaml", 9)).rejects.toThrow(NotFound);
});
