/**
 * The life of a model and its versions (MOD-2): which status follows which, when a version may be adopted, and
 * which one is in force on a day.
 */
import type { LocalDate } from "../shared/local-date.ts";
import { isDay } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type { ContentCode, ModelVersion, Structure } from "./rules.ts";
import { checkStructure, checkVersion } from "./check.rules.ts";

export const VERSION_STATUSES = ["draft", "consultation", "adopted", "superseded"] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

export const MODEL_STATUSES = ["active", "dormant", "withdrawn"] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

/** Done to a version: begun from nothing, read in from a file, begun as a revision, written anew, sent to consultation, taken back to be a draft. */
export const VERSION_EVENTS = ["created", "read", "begun", "rewritten", "consultation", "draft"] as const;
export type VersionEvent = (typeof VERSION_EVENTS)[number];

export const FREEDOMS = ["adaptable", "locked"] as const;
/** MOD-9: may an employer leave parts of the model unused? Its owner says; a model is locked until then. */
export type Freedom = (typeof FREEDOMS)[number];

/**
 * What may follow each status. A draft may be adopted at once, by a decision; one in consultation may go back to be
 * rewritten. An adopted version never becomes a draft again: a correction is a new version.
 */
const FOLLOWING: Readonly<Record<VersionStatus, readonly VersionStatus[]>> = {
  draft: ["consultation", "adopted"],
  consultation: ["draft", "adopted"],
  adopted: ["superseded"],
  superseded: [],
};

/** MOD-2: may a version go from one status to the other? */
export const transition = (from: VersionStatus, to: VersionStatus): boolean => FOLLOWING[from].includes(to);

/** MOD-2: is the content still open to change? */
export const isEditable = (status: VersionStatus): boolean => status === "draft" || status === "consultation";

/** A dormant model is kept and not used for now; one that is withdrawn is not taken up again. */
const MODEL_FOLLOWING: Readonly<Record<ModelStatus, readonly ModelStatus[]>> = {
  active: ["dormant", "withdrawn"],
  dormant: ["active", "withdrawn"],
  withdrawn: [],
};

/** MOD-2: may a model go from one status to the other? */
export const modelTransition = (from: ModelStatus, to: ModelStatus): boolean =>
  MODEL_FOLLOWING[from].includes(to);

/** When a version is, or was, in force: `inForceFrom` is null until it is adopted. */
export type DatedVersion = {
  readonly number: number;
  readonly status: VersionStatus;
  readonly inForceFrom: LocalDate | null;
};

/**
 * MOD-2: the one version in force on the day, or null. Each adopted version is in force from its day until the next
 * one's; a superseded version answers for its own days.
 */
export function versionInForce<Version extends DatedVersion>(
  versions: readonly Version[],
  day: LocalDate,
): Version | null {
  let found: { version: Version; from: LocalDate } | null = null;
  for (const version of versions) {
    if (isEditable(version.status) || version.inForceFrom === null || version.inForceFrom > day) continue;
    if (found === null || version.inForceFrom > found.from) found = { version, from: version.inForceFrom };
  }
  return found?.version ?? null;
}

export type UnfinishedCode = ContentCode | "level-without-items";

/** What may be wrong with when, and from what, something is adopted. */
export type DatingCode =
  "not-adoptable-from" | "model-withdrawn" | "not-a-day" | "not-after-version-in-force";

export type AdoptionCode = UnfinishedCode | DatingCode;

export type Candidate = {
  readonly modelStatus: ModelStatus;
  readonly status: VersionStatus;
  readonly structure: Structure;
  readonly version: ModelVersion;
  /** The first day that it would be in force, as stated in the decision. */
  readonly inForceFrom: LocalDate;
  /** The model's other versions: a new one must take over after every day that one of them began. */
  readonly others: readonly DatedVersion[];
};

/** MOD-2: what a draft may lack while it is written, and must have when others are asked about it and when it is adopted. */
export const unfinished = (structure: Structure, version: ModelVersion): Reason<UnfinishedCode>[] => [
  ...checkStructure(structure),
  ...checkVersion(structure, version),
  ...structure.levels
    .filter((level) => !version.items.some((item) => item.levelKey === level.key))
    .map((level) => ({
      code: "level-without-items" as const,
      data: { level: level.key, name: level.name },
    })),
];

/** What may keep anything from being adopted, a version or a supplement: how it stands, and that a new one takes over after the others. */
export function standsInTheWay(
  candidate: Pick<Candidate, "modelStatus" | "status" | "inForceFrom" | "others">,
): Reason<DatingCode>[] {
  const { modelStatus, status, inForceFrom, others } = candidate;
  const reasons: Reason<DatingCode>[] = [];
  if (!transition(status, "adopted")) reasons.push({ code: "not-adoptable-from", data: { status } });
  if (modelStatus === "withdrawn") reasons.push({ code: "model-withdrawn" });
  if (!isDay(inForceFrom)) return [...reasons, { code: "not-a-day", field: "inForceFrom" }];
  const blocking = others.find((other) => other.inForceFrom !== null && other.inForceFrom >= inForceFrom);
  if (blocking?.inForceFrom)
    reasons.push({
      code: "not-after-version-in-force",
      field: "inForceFrom",
      data: { number: blocking.number, from: blocking.inForceFrom },
    });
  return reasons;
}

/** MOD-2: every reason why the version cannot be adopted as it stands; none means that it can. */
export const canAdopt = (candidate: Candidate): Reason<AdoptionCode>[] => [
  ...standsInTheWay(candidate),
  ...unfinished(candidate.structure, candidate.version),
];
