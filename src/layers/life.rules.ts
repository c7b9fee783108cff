/** The life of a supplement (MOD-16): what it is pinned to, which draft is written on, and when it may be adopted. */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import {
  isEditable,
  standsInTheWay,
  versionInForce,
  type DatedVersion,
  type DatingCode,
} from "../career-model/life-cycle.rules.ts";

/** A version of a supplement, pinned to the version of its base with this number. */
export type PinnedVersion = DatedVersion & { readonly baseNumber: number };

/** The draft that is being written: the newest version, while it is one. Earlier drafts were left when the base was. */
export function openDraft<Version extends PinnedVersion>(newestFirst: readonly Version[]): Version | null {
  const newest = newestFirst[0];
  return newest && isEditable(newest.status) ? newest : null;
}

/** The base that a supplement is begun on: the version in force, or the first that will be. */
export function baseToBegin<Version extends DatedVersion>(
  base: readonly Version[],
  today: LocalDate,
): Version | null {
  return (
    versionInForce(base, today) ??
    base
      .filter((version) => version.inForceFrom !== null)
      .toSorted((a, b) => ((a.inForceFrom ?? "") < (b.inForceFrom ?? "") ? -1 : 1))[0] ??
    null
  );
}

/** MOD-10: the adopted version of the base that the supplement has yet to be carried over to; null when it stands on the newest. */
export function baseToCarryTo<Version extends DatedVersion>(
  base: readonly Version[],
  supplement: readonly PinnedVersion[],
): Version | null {
  const [newest] = supplement;
  const latest = base
    .filter((version) => version.inForceFrom !== null)
    .toSorted((a, b) => ((a.inForceFrom ?? "") < (b.inForceFrom ?? "") ? 1 : -1))[0];
  return newest && latest && latest.number > newest.baseNumber ? latest : null;
}

export type SupplementAdoptionCode = DatingCode | "unsettled" | "base-not-in-force";

/** MOD-10, MOD-16: every reason why a supplement can't be adopted as it stands; none means that it can. */
export function canAdoptSupplement(
  candidate: Parameters<typeof standsInTheWay>[0] & {
    readonly baseNumber: number;
    /** The base's own versions. */
    readonly base: readonly DatedVersion[];
    /** How many parts that didn't fit the base are yet to be settled. */
    readonly unsettled: number;
  },
): Reason<SupplementAdoptionCode>[] {
  const { inForceFrom, unsettled, baseNumber } = candidate;
  const reasons: Reason<SupplementAdoptionCode>[] = standsInTheWay(candidate);
  if (unsettled > 0) reasons.push({ code: "unsettled", data: { count: unsettled } });
  const base = versionInForce(candidate.base, inForceFrom);
  if (isDay(inForceFrom) && base?.number !== baseNumber)
    reasons.push({
      code: "base-not-in-force",
      field: "inForceFrom",
      data: { base: baseNumber, inForce: base?.number ?? 0 },
    });
  return reasons;
}
