/** What placements do when employments have changed (PLC-2): they follow the person, end with the profession, and are given back. */
import type { Facts } from "../shared/events.ts";
import type { Work } from "../platform/database/work.ts";
import { endPlacements, removeLeftPreparations, returnPlacements, setReturnsAside } from "./follow.store.ts";

/**
 * Handles "employments-changed", and is run after a decision as well. Ends are set from the employments as they are known now, also
 * those that lie ahead; a change of them comes here again.
 */
export async function followEmployment(
  work: Work,
  { personIds }: Pick<Facts["employments-changed"], "personIds">,
): Promise<void> {
  if (personIds.length === 0) return;
  await setReturnsAside(work, personIds);
  await endPlacements(work, personIds);
  await returnPlacements(work, personIds);
  await removeLeftPreparations(work, personIds);
}
