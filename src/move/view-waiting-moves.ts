/** What waits for whoever decides for these people: applications to answer, and tasks of moves that are the manager's (PLC-4, PLC-7). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { mayDecideFor } from "../people/access.ts";
import { personFacts } from "../people/store.ts";
import { waitingMoves, type WaitingMove } from "./store.ts";

/** Of those among them whom the actor decides for, by name; nothing about the others. */
export async function viewWaitingMoves(work: Work, personIds: readonly Id[]): Promise<WaitingMove[]> {
  const waiting = personIds.length === 0 ? [] : await waitingMoves(work, personIds);
  if (waiting.length === 0) return [];
  const people = await personFacts(
    work,
    waiting.map(({ personId }) => personId),
  );
  return waiting.filter(({ personId }) => {
    const person = people.get(personId);
    const basis = person ? mayDecideFor(work.actor, person) : null;
    if (basis) work.reads.note({ personIds: [personId], what: "move-applications", basis });
    return basis !== null;
  });
}
