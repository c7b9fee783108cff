/** How far a staff import has come (INT-1): steps, in their order. */

export const STEPS = [
  "waiting",
  "reading",
  "comparing",
  "people",
  "employments",
  "managers",
  "following",
] as const;
export type Step = (typeof STEPS)[number];

export type Progress = { readonly step: Step; readonly done: number; readonly total: number };

/** A step as progress: how many steps are done when it begins. */
export const progressAt = (step: Step): Progress => ({
  step,
  done: STEPS.indexOf(step),
  total: STEPS.length,
});
