/** What one is shown of assessments among all that is held about oneself (ASM-1, ASM-4). */
import { expect, test } from "vitest";
import { viewMyData } from "../../src/privacy/view-my-data.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { assessmentWorld } from "../assessment/world.ts";

test("ASM-1, ASM-4: what the manager writes is nowhere among one's own data until it is opened, and then it is", async () => {
  const world = await assessmentWorld(await testDatabase());
  const judges = newId();
  await world.revise(2, "2024-01-01", [{ id: judges, text: "Bedömer sammansatta behov." }]);
  const [karin, asa] = [await world.person("Karin Öhman"), await world.person("Åsa Lindqvist")];
  await world.manage(karin, world.rehab);
  await world.employ(asa, world.rehab, { from: "2022-01-01" });
  const address = await world.begin(asa, asa);
  await world.write(asa, address, { [judges]: ["2", "Mina egna ord"] });
  await world.write(karin, address, { [judges]: ["1", "Chefens utkast"] });
  const mine = async () => JSON.stringify(await world.as(asa, viewMyData));
  expect(await mine()).toContain("Mina egna ord");
  expect(await mine()).not.toContain("Chefens utkast");
  await world.handIn(karin, address);
  expect(await mine()).not.toContain("Chefens utkast");
  await world.handIn(asa, address);
  expect(await mine()).toContain("Chefens utkast");
});
