/** Where a staff import stands, for who follows it from another system (INT-1). Names nobody: the lists of the preview do. */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound, type Reason } from "../shared/result.ts";
import { mayImportStaff } from "./access.ts";
import type { Progress } from "./import-progress.rules.ts";
import { asksForLeavers, type ImportCounts } from "./import-question.rules.ts";
import { importById, progressOf, type ImportState } from "./import.store.ts";
import { mappingOf } from "./view-import.ts";

export type ImportStateView = {
  readonly id: Id;
  readonly by: string;
  /** Instants, ISO. */
  readonly at: string;
  readonly finishedAt: string | null;
  readonly filename: string;
  readonly state: ImportState;
  /** While it is being worked on. */
  readonly progress: Progress | null;
  /** While its columns are to be confirmed. */
  readonly mapping: ReturnType<typeof mappingOf> | null;
  readonly counts: ImportCounts | null;
  /** What must be said yes to before it is carried out, and the preview that the yes is about. */
  readonly asks: {
    readonly leavers: boolean;
    readonly leaveOut: boolean;
    readonly fingerprint: string;
    readonly changedSince: boolean;
  } | null;
  readonly refusal: Reason | null;
  readonly effectiveOn: LocalDate | null;
};

const WORKING: readonly ImportState[] = ["comparing", "queued", "applying"];

export async function viewImportState(work: Work, importId: string): Promise<ImportStateView> {
  const found = mayImportStaff(work.actor) && isId(importId) ? await importById(work, importId) : undefined;
  if (!found) throw new NotFound("import");
  const { id, state, counts, filename, refusal, createdByName: by } = found;
  return {
    id,
    by,
    at: found.createdAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    filename,
    state,
    progress: WORKING.includes(state) ? await progressOf(work, id) : null,
    mapping: state === "mapping" ? mappingOf(found) : null,
    counts,
    asks:
      state === "preview" && counts
        ? {
            leavers: asksForLeavers(counts),
            leaveOut: counts.unreadable > 0,
            fingerprint: found.fingerprint ?? "",
            changedSince: found.changedSince,
          }
        : null,
    refusal,
    effectiveOn: state === "done" ? found.effectiveOn : null,
  };
}
