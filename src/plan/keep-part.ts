/** All that was typed of a goal or an activity at once (PLN-1): what it says, how it goes, and what one writes to the other. */
import { attempt } from "../platform/database/attempt.ts";
import type { Work } from "../platform/database/work.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import { goOn, note, type PartAddress } from "./go-on.ts";
import type { PlanCode, Step } from "./plan.rules.ts";

/** Null is what nobody has touched. `change` writes what it says, on what was read at `revision`, and gives the revision that it is at then. */
export type TypedPart = {
  readonly change: ((revision: number) => Promise<Result<number, PlanCode>>) | null;
  readonly step: Step | null;
  readonly words: string | null;
};

/** Saves all of it, or nothing: then with everything that is wrong, each thing once. */
export const keepPart = (
  work: Work,
  address: PartAddress & { readonly revision: number },
  typed: TypedPart,
): Promise<Result<null, PlanCode>> =>
  attempt(work.tx, async () => {
    const changed = typed.change ? await typed.change(address.revision) : done(address.revision);
    const revision = changed.ok ? changed.value : address.revision;
    const reasons: Reason<PlanCode>[] = changed.ok ? [] : [...changed.reasons];
    const add = (result: Result<unknown, PlanCode>): void => {
      for (const reason of result.ok ? [] : result.reasons)
        if (!reasons.some(({ code, field }) => code === reason.code && field === reason.field))
          reasons.push(reason);
    };
    if (typed.step) add(await goOn(work, { ...address, revision }, typed.step));
    if (typed.words !== null) add(await note(work, address, typed.words));
    return reasons.length > 0 ? refused(...reasons) : done(null);
  });
