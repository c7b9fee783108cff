/**
 * The work of a staff import, in the background (INT-1): comparing the file with what is known, and carrying it out. Each is one transaction, so that
 * whatever stops it leaves nothing or all; how far it has come is written in transactions of their own.
 */
import { sql } from "kysely";
import { isDatabaseGone } from "../platform/database/gone.ts";
import { work, type Work, type Workshop } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import { circleIn, linesFrom } from "./check-lines.ts";
import {
  countChanges,
  findLeavers,
  fingerprintOf,
  judgeRows,
  markOfRegister,
  refuseReusedNumbers,
} from "./import-compare.store.ts";
import { mergeManagers, planManagers, type ManagerPlan } from "./import-managers.store.ts";
import {
  mergeContent,
  mergeDays,
  mergeJoins,
  mergeLeave,
  mergeLeavers,
  mergePeople,
  peopleChanged,
} from "./import-merge.store.ts";
import { progressAt, type Step } from "./import-progress.rules.ts";
import type { ImportScope } from "./import-scope.store.ts";
import { stageFile } from "./import-stage.ts";
import type { ImportCounts } from "./import-question.rules.ts";
import {
  awaitStaff,
  changeImport,
  claimStaff,
  clearLines,
  clearStaged,
  fileOf,
  importById,
  keepCompared,
  keptManagers,
  saveProgress,
  type StaffImport,
} from "./import.store.ts";

type Run = {
  readonly workshop: Workshop;
  readonly slug: string;
  readonly importId: Id;
  /** Waits for an import that is at work, where a job would leave it for later. */
  readonly patient: boolean;
};

/** What stops an import that was under way: nothing of it remains, and the reason is kept with it. */
class ImportRefused extends Error {
  override name = "ImportRefused";
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }
}

const tell = ({ workshop, slug, importId }: Run, step: Step): Promise<void> =>
  work(workshop, { slug, actor: null }, (unit) => saveProgress(unit, importId, progressAt(step)));

/**
 * Does what the import waits for, whichever it is; nothing when it waits for nothing. When another process is at work with the
 * organisation's staff, it goes on in a minute, or once that is done when `patient`. What nobody foresaw is kept as the import's refusal, and thrown.
 */
export async function runImport(
  workshop: Workshop,
  slug: string,
  importId: Id,
  { patient = false }: { readonly patient?: boolean } = {},
): Promise<void> {
  const run: Run = { workshop, slug, importId, patient };
  try {
    await carryOut(run);
  } catch (error) {
    if (isDatabaseGone(error)) throw error;
    const reason = error instanceof ImportRefused ? error.reason : { code: "failed" };
    await work(workshop, { slug, actor: null }, async (unit) => {
      const refused = { state: "refused", refusal: reason } as const;
      if (await changeImport(unit, importId, ["comparing", "queued", "applying"], refused))
        await clearStaged(unit, importId);
    });
    if (!(error instanceof ImportRefused)) throw error;
  }
}

async function carryOut(run: Run): Promise<void> {
  await work(run.workshop, { slug: run.slug, actor: null }, (unit) =>
    changeImport(unit, run.importId, ["queued"], { state: "applying" }),
  );
  await work(run.workshop, { slug: run.slug, actor: null }, async (unit) => {
    await settle(unit);
    if (run.patient) await awaitStaff(unit);
    else if (!(await claimStaff(unit))) return;
    const found = await importById(unit, run.importId);
    if (!found) return;
    const scope: ImportScope = { work: unit, importId: found.id, mapping: found.mapping };
    if (found.state === "comparing") await compareWhole(run, scope, found);
    if (found.state === "applying") await applyWhole(run, scope, found);
  });
}

/**
 * A large file takes its time, and room to sort in. Staged rows are new to the database, which then believes them to be few and would look up each
 * by itself in the whole of the other side.
 */
const settle = (unit: Work): Promise<unknown> =>
  sql`select set_config('statement_timeout', '0', true), set_config('enable_nestloop', 'off', true),
    set_config('work_mem', '64MB', true)`.execute(unit.tx);

type Compared = { readonly counts: ImportCounts; readonly fingerprint: string };

/** What the preview shows is still so as long as nothing has been written of what it was compared with. */
async function compare(run: Run, scope: ImportScope, found: StaffImport): Promise<Compared> {
  const { work: unit, importId } = scope;
  const stagedFor = await markOfRegister(unit);
  const { counts, fingerprint } = found;
  if (found.stagedFor === stagedFor && counts && fingerprint !== null) return { counts, fingerprint };
  await tell(run, "reading");
  const file = await fileOf(unit, importId);
  if (!file) throw new Error("an import that is not over has its file");
  await clearStaged(unit, importId);
  const staged = await stageFile(scope, file, run.workshop.secret);
  if (!staged.ok) throw new ImportRefused(staged.reasons[0] ?? { code: "failed" });
  await tell(run, "comparing");
  await refuseReusedNumbers(scope);
  await judgeRows(scope);
  await findLeavers(scope);
  const managers = await planManagers(scope);
  const compared = {
    counts: await countChanges(scope, managers),
    fingerprint: await fingerprintOf(scope, managers),
  };
  await keepCompared(unit, importId, { managers, stagedFor });
  await clearLines(unit, importId);
  return compared;
}

async function compareWhole(run: Run, scope: ImportScope, found: StaffImport): Promise<void> {
  const compared = await compare(run, scope, found);
  await changeImport(scope.work, found.id, ["comparing"], { state: "preview", ...compared });
}

/** Where the comparison no longer is what was confirmed, it is shown again and nothing is done. */
async function applyWhole(run: Run, scope: ImportScope, found: StaffImport): Promise<void> {
  const compared = await compare(run, scope, found);
  if (compared.fingerprint !== found.fingerprint) {
    const again = { state: "preview", ...compared, changedSince: true } as const;
    await changeImport(scope.work, found.id, ["applying"], again);
    return;
  }
  if (changesAnything(compared.counts)) await merge(run, scope, await keptManagers(scope.work, found.id));
  await clearStaged(scope.work, found.id);
  await changeImport(scope.work, found.id, ["applying"], { state: "done", counts: compared.counts });
}

const changesAnything = ({ join, move, change, end, leavers, managers }: ImportCounts): boolean =>
  join + move + change + end + leavers + managers > 0;

async function merge(run: Run, scope: ImportScope, plan: ManagerPlan): Promise<void> {
  const { work: unit } = scope;
  const before = await linesFrom(unit, unit.today);
  await tell(run, "people");
  await mergePeople(scope);
  await tell(run, "employments");
  const personIds = await peopleChanged(scope);
  await mergeJoins(scope);
  await mergeDays(scope);
  await mergeContent(scope);
  await mergeLeave(scope);
  await mergeLeavers(scope);
  await tell(run, "managers");
  await mergeManagers(scope, plan);
  await tell(run, "following");
  if (personIds.length > 0) await unit.publish("employments-changed", { personIds, on: unit.today });
  const circle = circleIn(await linesFrom(unit, unit.today));
  if (circle && !circleIn(before)) throw new ImportRefused(circle);
}
