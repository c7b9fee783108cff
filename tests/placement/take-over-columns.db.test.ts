import { expect, test } from "vitest";
import { beginTakeOver, confirmColumns } from "../../src/placement/take-over.ts";
import { takeOverById } from "../../src/placement/take-over.store.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "./world.ts";

const world = await placementWorld(await testDatabase());
const hr = world.grant(await world.person("Hilda Roos"), { role: "hr_handler" });
const csv = (header: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${header.join(";")}\r\n1;Bas;x`);

test("INT-4 how the columns were read is kept for the next file, with what is new in that one", async () => {
  const begin = (header: string[]) =>
    world.as(hr, async (work) => {
      const begun = await beginTakeOver(work, { filename: "l.csv", bytes: csv(header) });
      if (!begun.ok) throw new Error("refused");
      return { id: begun.value, ...(await takeOverById(work, begun.value))?.mapping };
    });
  const first = await begin(["Nr", "Plats", "Ord"]);
  expect(first.columns).toEqual({});
  const chosen = { employmentNumber: "Nr", level: "Plats" };
  await world.as(hr, (work) => confirmColumns(work, first.id, chosen));
  expect((await begin(["Nr", "Plats", "Ord"])).columns).toEqual(chosen);
  // A column that was there and was left alone stays so; a new one is guessed.
  expect((await begin(["Ord", "Nr", "Plats", "Motivering"])).columns).toEqual({
    ...chosen,
    motivation: "Motivering",
  });
  // What can't read the file is left, and everything guessed anew.
  expect((await begin(["Anst.nr", "Nivå"])).columns).toEqual({ employmentNumber: "Anst.nr", level: "Nivå" });
});
