/** INT-1: whoever brought in a staff file is told when it was refused, or waits with rows that can't be read. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { importById } from "../people/import.store.ts";
import { ownersOf } from "./import-owners.ts";
import { tell } from "./tell.ts";

/** To be called when an import has been worked on; says nothing where nothing is wrong. */
export async function tellOfImport(work: Work, importId: Id): Promise<void> {
  const found = await importById(work, importId);
  if (!found) return;
  const isRefused = found.state === "refused";
  if (!isRefused && !(found.state === "preview" && (found.counts?.unreadable ?? 0) > 0)) return;
  const to = await ownersOf(work, found.createdBy);
  await tell(work, isRefused ? "import-refused" : "import-faults", {
    to,
    about: importId,
    path: `/import/${importId}`,
  });
}
