/**
 * Writes down what frozen measurements say of each unit (FUP-2, SUP-2) where that isn't done: measurements from before it was, and all of
 * them when k has been raised. Pages read it; until then they decide it themselves.
 */
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { decide } from "./history.ts";
import { addDecided, undecided } from "./showing.store.ts";

export async function decideMeasurements(work: Work): Promise<void> {
  const { smallestGroup } = await settings(work);
  const open = Map.groupBy(await undecided(work, smallestGroup), ({ measurementId }) => measurementId);
  for (const models of open.values()) await addDecided(work, await decide(work, models, new Set()));
}
