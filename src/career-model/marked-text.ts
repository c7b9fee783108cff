/** Two wordings of one text with what differs marked (MOD-11). */
import { diffWords } from "diff";

/** A stretch of text: in both wordings, or only in the one before or the one after. */
export type Piece = { readonly text: string; readonly is: "kept" | "removed" | "added" };

const WORDS = new Intl.Segmenter("sv", { granularity: "word" });

/** Further apart than this, in words, two texts are two texts: to mark each word of them would help nobody. */
const FURTHEST = 400;

/**
 * The pieces of both wordings in reading order, whole words at a time. Without those removed it is the later text, without
 * those added the earlier one, save for how white space is written.
 */
export function markedText(before: string, after: string): Piece[] {
  const pieces = diffWords(before, after, { intlSegmenter: WORDS, maxEditLength: FURTHEST });
  if (!pieces)
    return [
      { text: before, is: "removed" },
      { text: after, is: "added" },
    ];
  return pieces.map(({ value, added, removed }) => ({
    text: value,
    is: added ? "added" : removed ? "removed" : "kept",
  }));
}
