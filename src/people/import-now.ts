/** A staff import from beginning to end at once (INT-1): for the command line and the demo. The same steps as by page; what must be answered is answered beforehand. */
import { work, type ActorSource, type Workshop } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Mapping } from "./import-fields.rules.ts";
import { runImport } from "./import-run.ts";
import {
  beginImport,
  cancelImport,
  confirmImport,
  confirmMapping,
  type BeginCode,
  type ChangeCode,
  type ConfirmCode,
} from "./import-staff.ts";
import type { ImportCounts } from "./import-question.rules.ts";
import { importById, problemsOf, type ProblemRow, type StaffImport } from "./import.store.ts";

export type ImportNow = {
  readonly slug: string;
  /** Who imports: an account that may. */
  readonly actor: ActorSource;
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** Which column is what; guessed, or as last time, without it. */
  readonly columns?: Mapping["columns"];
  /** Yes beforehand to more than a tenth of the employments ending. */
  readonly confirmLeavers?: boolean;
  /** Yes beforehand to leaving out rows that can't be read. */
  readonly leaveOut?: boolean;
  /** Works out what would change, and leaves it at that. */
  readonly dryRun?: boolean;
};

/** `busy`: another import is at work just now. `changed-since`: the data changed meanwhile. Other codes are the file's refusal. */
export type NowCode = BeginCode | ChangeCode | ConfirmCode | "busy" | "changed-since" | (string & {});

/** What it changed; and, of one that was only tried, which rows can't be read. */
type NowDone = {
  readonly ok: true;
  readonly value: ImportCounts;
  readonly problems?: readonly ProblemRow[];
};

/** A refusal of an import that had come as far as its preview says what it would have done, and which rows can't be read. */
export type NowRefusal = {
  readonly ok: false;
  readonly reasons: readonly Reason<NowCode>[];
  readonly counts?: ImportCounts;
  readonly problems?: readonly ProblemRow[];
};

/** So many of the rows that can't be read come with a refusal. */
const PROBLEMS_SHOWN = 50;

/** Brings the file in whole, or refuses with every reason and changes nothing. */
export async function importStaffNow(workshop: Workshop, input: ImportNow): Promise<NowDone | NowRefusal> {
  const { slug, actor } = input;
  const begun = await work(workshop, { slug, actor }, async (unit): Promise<Result<Id, NowCode>> => {
    const file = await beginImport(unit, input);
    if (!file.ok) return file;
    const found = await importById(unit, file.value);
    const read = await confirmMapping(unit, file.value, input.columns ?? found?.mapping.columns ?? {});
    if (read.ok) return file;
    await cancelImport(unit, file.value);
    return read;
  });
  if (!begun.ok) return begun;
  const importId = begun.value;
  await runImport(workshop, slug, importId, { patient: true });
  const confirmed = await work(workshop, { slug, actor }, async (unit) => {
    const found = await mustFind(unit, importId);
    const waits = unfinished(found, "preview");
    if (waits || !found.counts) return waits ?? refused({ code: "busy" });
    if (input.dryRun) {
      const problems = await problemsOf(unit, importId, PROBLEMS_SHOWN, 0);
      await cancelImport(unit, importId);
      return done({ ok: true as const, value: found.counts, problems });
    }
    const answer = await confirmImport(unit, importId, {
      leavers: input.confirmLeavers ?? false,
      leaveOut: input.leaveOut ?? false,
      fingerprint: found.fingerprint ?? "",
    });
    if (answer.ok) return done(null);
    const problems = await problemsOf(unit, importId, PROBLEMS_SHOWN, 0);
    await cancelImport(unit, importId);
    return { ...answer, counts: found.counts, problems };
  });
  if (!confirmed.ok) return confirmed;
  if (confirmed.value) return confirmed.value;
  await runImport(workshop, slug, importId, { patient: true });
  return work(workshop, { slug, actor }, async (unit) => {
    const found = await mustFind(unit, importId);
    const waits = unfinished(found, "done");
    if (waits || !found.counts) {
      await cancelImport(unit, importId);
      return waits ?? refused({ code: "busy" });
    }
    return done(found.counts);
  });
}

async function mustFind(unit: Parameters<typeof importById>[0], importId: Id): Promise<StaffImport> {
  const found = await importById(unit, importId);
  if (!found) throw new NotFound("import");
  return found;
}

/** Why the import is not where it should be by now; nothing when it is. */
function unfinished(found: StaffImport, wanted: "preview" | "done") {
  if (found.state === wanted) return undefined;
  if (found.refusal) return refused<NowCode>(found.refusal);
  return refused<NowCode>({ code: found.changedSince ? "changed-since" : "busy" });
}
