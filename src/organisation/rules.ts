/** Organisations, their settings, units and professions: what they are, and what may be said of them (ORG-1 … ORG-6). */
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";

/** How an organisation works with its models (ORG-5). */
export type Settings = {
  /** Its own word for the models, in running Swedish: "karriärstege", "kompetens- och karriärvägsmodell". */
  readonly modelWord: string;
  /** Its own word for the talk: "utvecklingssamtal", "medarbetarsamtal". */
  readonly talkWord: string;
  readonly presentation: "rings" | "stairs";
  readonly ratingScale: readonly string[];
  /** Per cent placed at which a model counts as fully introduced (FUP-3). */
  readonly coverageThreshold: number;
  /** k: figures about fewer people than this are not shown. At least 5. */
  readonly smallestGroup: number;
  /** Months between reviews; null for none. */
  readonly reviewIntervalMonths: number | null;
  readonly moveRule: "present-and-target" | "cumulative" | "advisory";
  /** PLC-4: does every move outward take a free need, or only one to a post? */
  readonly needForMoves: boolean;
  /** PLC-7: who writes a new local title to the HR system after a move, and who makes a new agreement; null is that a move doesn't set it off. */
  readonly titleTaskOf: "manager" | "hr" | null;
  readonly agreementTaskOf: "manager" | "hr" | null;
  readonly placementPrinciples: string;
  readonly payLinkStatement: string;
  /** Do people on leave, and staff paid by the hour, count as employed in coverage (FUP-1)? */
  readonly countOnLeave: boolean;
  readonly countHourly: boolean;
  /** ASM-2: a leave of up to so many days counts whole as experience, a longer one not at all; null is that all leave counts. */
  readonly experienceLeaveDays: number | null;
  /** ASM-2: are files of evidence kept? Otherwise the original is shown, and nothing of it stays. */
  readonly evidenceFiles: boolean;
  readonly theme: { readonly brand: string; readonly accent: string } | null;
  readonly revision: number;
};

/** The smallest k there is (SUP-1); an organisation may raise it, never lower it. */
export const SMALLEST_K = 5;

export const DEFAULT_SETTINGS: Settings = {
  modelWord: "kompetens- och karriärvägsmodell",
  talkWord: "utvecklingssamtal",
  presentation: "rings",
  ratingScale: ["med stöd", "självständigt", "leder andra"],
  coverageThreshold: 80,
  smallestGroup: SMALLEST_K,
  reviewIntervalMonths: 24,
  moveRule: "advisory",
  needForMoves: false,
  titleTaskOf: null,
  agreementTaskOf: null,
  placementPrinciples: "",
  payLinkStatement: "",
  countOnLeave: true,
  countHourly: false,
  experienceLeaveDays: null,
  evidenceFiles: false,
  theme: null,
  revision: 1,
};

export type SettingsCode =
  "missing" | "too-long" | "not-between" | "group-too-small" | "not-lowered" | "not-a-colour";

/**
 * ORG-5: may these settings replace the present ones? The smallest group can be raised, never lowered,
 * for what was once hidden would otherwise show. Gives every reason at once; none means yes.
 */
export function checkSettings(present: Settings, wanted: Settings): Reason<SettingsCode>[] {
  const reasons: Reason<SettingsCode>[] = [];
  const text = (field: keyof Settings, value: string, max: number, required: boolean) => {
    if (required && value.trim() === "") reasons.push({ code: "missing", field });
    else if (value.length > max) reasons.push({ code: "too-long", field, data: { max } });
  };
  const whole = (field: keyof Settings, value: number, min: number, max: number) => {
    if (!Number.isInteger(value) || value < min || value > max)
      reasons.push({ code: "not-between", field, data: { min, max } });
  };
  text("modelWord", wanted.modelWord, 80, true);
  text("talkWord", wanted.talkWord, 80, true);
  if (wanted.ratingScale.length < 2 || wanted.ratingScale.length > 7)
    reasons.push({ code: "not-between", field: "ratingScale", data: { min: 2, max: 7 } });
  for (const word of wanted.ratingScale) text("ratingScale", word, 60, true);
  text("placementPrinciples", wanted.placementPrinciples, 5000, false);
  text("payLinkStatement", wanted.payLinkStatement, 2000, false);
  whole("coverageThreshold", wanted.coverageThreshold, 1, 100);
  if (!Number.isInteger(wanted.smallestGroup) || wanted.smallestGroup < SMALLEST_K)
    reasons.push({ code: "group-too-small", field: "smallestGroup", data: { min: SMALLEST_K } });
  else if (wanted.smallestGroup < present.smallestGroup)
    reasons.push({ code: "not-lowered", field: "smallestGroup", data: { present: present.smallestGroup } });
  else whole("smallestGroup", wanted.smallestGroup, SMALLEST_K, 1000);
  if (wanted.reviewIntervalMonths !== null)
    whole("reviewIntervalMonths", wanted.reviewIntervalMonths, 1, 120);
  if (wanted.experienceLeaveDays !== null) whole("experienceLeaveDays", wanted.experienceLeaveDays, 0, 3650);
  for (const colour of ["brand", "accent"] as const)
    if (wanted.theme && !/^#[0-9a-f]{6}$/.test(wanted.theme[colour]))
      reasons.push({ code: "not-a-colour", field: colour });
  return reasons;
}

/** A unit in its place in the tree on a day (ORG-2). */
export type UnitNode = {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly code: string | null;
  readonly name: string;
  readonly isAuthority: boolean;
  /** 0 for a root. */
  readonly depth: number;
  /** From the root down to and including this unit. */
  readonly path: readonly Id[];
  /** The nearest unit at or above that is its own authority; null is the organisation itself. */
  readonly authorityId: Id | null;
};

/** A profession with its codes (ORG-6). Codes are imported from their lists, never invented: unknown ones are null. */
export type Profession = {
  readonly id: Id;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly aidCode: string | null;
  readonly ssykCode: string | null;
  readonly escoUri: string | null;
  readonly jobtechUri: string | null;
  readonly licensed: boolean;
  readonly unions: readonly string[];
  /** Titles by which the HR system's file names it, beside its own name. */
  readonly titles: readonly string[];
  readonly revision: number;
};

/** The units at and below `unitId`, itself first; none when it is not in the tree. */
export const unitsBelow = (tree: readonly UnitNode[], unitId: Id): UnitNode[] =>
  tree.filter((unit) => unit.path.includes(unitId));
