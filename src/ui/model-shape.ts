/** The shape of a model as it is drawn: levels from the innermost outward, with tracks side by side in some. */

/** A track within a level. `short` is used where the name does not fit. */
export type ShapeTrack = { readonly id: string; readonly name: string; readonly short?: string | undefined };

/** A level. An introduction is drawn inside the first of the others. */
export type ShapeLevel = {
  readonly id: string;
  readonly name: string;
  readonly short?: string | undefined;
  readonly kind: "introduction" | "core" | "outer";
  readonly tracks: readonly ShapeTrack[];
};

/** A place in a model: one's own, or the one a page shows. */
export type Place = { readonly levelId: string; readonly trackId?: string | undefined };

/** What rings and stairs are drawn from. Levels run from the innermost outward; words come from the caller. */
export type ModelDrawing = {
  /** Unique in the page: the drawing's parts are named from it. */
  readonly id: string;
  readonly levels: readonly ShapeLevel[];
  readonly title: string;
  readonly description: string;
  /** One's own place, with the words for it ("Här är du"). */
  readonly here?: (Place & { readonly label: string }) | undefined;
  /** Makes each level and track a link. */
  readonly href?: ((levelId: string, trackId?: string) => string) | undefined;
  /** The level whose text the page shows now. */
  readonly current?: Place | undefined;
};

/**
 * The tone, 1 (deepest) to 7 (lightest), of each of `count` levels outside the introduction, spread evenly from
 * the core.
 */
export function tones(count: number): readonly number[] {
  if (count <= 1) return Array.from({ length: count }, () => 1);
  return Array.from({ length: count }, (_, index) => 1 + Math.round((index * 6) / (count - 1)));
}
