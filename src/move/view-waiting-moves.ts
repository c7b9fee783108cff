/** What waits for whoever decides for these people: applications to answer, and tasks of moves that are the manager's (PLC-4, PLC-7). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "../placement/access.ts";
import type { WaitingMove } from "./store.ts";

/** Of what waits, what is about those whom the actor decides for; nothing about the others. */
export const movesToSee = (
  work: Work,
  waiting: readonly WaitingMove[],
  decided: ReadonlyMap<Id, DecidesAs>,
): WaitingMove[] =>
  waiting.filter(({ personId }) => {
    const basis = decided.get(personId);
    if (basis) work.reads.note({ personIds: [personId], what: "move-applications", basis });
    return basis !== undefined;
  });
