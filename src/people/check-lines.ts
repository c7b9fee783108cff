/** ORG-4: reporting lines may not go round in a circle. Looked at after a change, in the transaction that makes it. */
import { unitTree } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { daysOfChange, managersOn, whereManagersWork } from "./managers.store.ts";
import { findCycle, reportingLines } from "./rules.ts";

/**
 * The circles in the reporting lines from a day on, as they stand in the database now: on that day and each later one when something
 * is already known to change. None when all is well. Whoever finds one refuses, and leaves nothing of the change behind.
 */
export async function circlesFrom(
  work: Pick<Work, "tx" | "organisationId">,
  from: LocalDate,
): Promise<Reason<"reporting-circle">[]> {
  for (const day of [from, ...(await daysOfChange(work, from))]) {
    const [tree, managers, places] = [
      await unitTree(work, day),
      await managersOn(work, day),
      await whereManagersWork(work, day),
    ];
    const managerOf = new Map(managers.map((each) => [each.unitId, each.personId]));
    const circle = findCycle(reportingLines(tree, managerOf, places));
    if (circle) {
      const shown = circle.map(
        (id) => managers.find((each) => each.personId === id && !each.protectedIdentity)?.name,
      );
      const names = shown.filter((name) => name !== undefined).join(", ");
      return [{ code: "reporting-circle", data: { day, names } }];
    }
  }
  return [];
}
