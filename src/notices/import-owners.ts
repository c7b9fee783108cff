/** Whose a staff import is (INT-1). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { hrHandlers } from "../identity/hr-handlers.store.ts";
import { accountsPerson } from "./notice.store.ts";

/** The account's own person; where it is the HR system's and nobody's, those who handle HR. */
export async function ownersOf(work: Work, accountId: Id): Promise<readonly (Id | null)[]> {
  const personId = await accountsPerson(work, accountId);
  return personId === null ? hrHandlers(work) : [personId];
}
