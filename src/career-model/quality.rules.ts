/**
 * What is worth another look before a version is adopted (MOD-3): nothing of it is wrong, and none of it stops anyone. A statement
 * that can be observed, says what one does and says one thing can be assessed alike by two managers.
 */
import type { Item, ModelVersion, Place, Structure } from "./rules.ts";

export type QualityPoint =
  /** Words that mean different things to different readers, as they stand in the text. */
  | { readonly code: "vague"; readonly item: Item; readonly word: string }
  /** A demonstrated requirement that doesn't say whether it is done with support, independently or leading others. */
  | { readonly code: "how-not-said"; readonly item: Item }
  | { readonly code: "long"; readonly item: Item }
  /** The same text as an earlier item at the same level. */
  | { readonly code: "said-twice"; readonly item: Item }
  | { readonly code: "silent"; readonly place: Pick<Place, "levelKey" | "headingKey"> };

/** In characters: what can be read in one breath. */
const LONG = 220;

const VAGUE_WORDS = [
  "god(?:a|t)? (?:kunskap(?:er)?|kännedom|förmåga|förståelse|insikt(?:er)?)",
  "viss (?:kunskap|kännedom|erfarenhet|förmåga)",
  "bred(?:a)? (?:kunskap(?:er)?|kompetens|erfarenhet)",
  "förmåga att|förståelse för|känner till|har kunskap(?:er)? om",
  "vid behov|i viss mån|i möjligaste mån|på ett bra sätt|på lämpligt sätt",
  "lämplig(?:a|t)?|adekvat(?:a)?|relevant(?:a)?|tillräcklig(?:a|t)?",
  "och/eller|m\\.m\\.|mm|osv\\.?|o\\.s\\.v\\.|etc\\.?",
].join("|");

/** Letters count as part of a word, å, ä and ö too. */
const VAGUE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${VAGUE_WORDS})(?![\\p{L}\\p{N}])`, "iu");

const wording = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, " ").trim();

/** MOD-3: everything worth another look, in reading order; the silent places last. */
export function qualityOf(structure: Structure, version: ModelVersion): QualityPoint[] {
  const said = new Set<string>();
  const points = version.items.flatMap((item): QualityPoint[] => {
    const statement = `${item.levelKey} ${wording(item.text)}`;
    const twice = said.has(statement);
    said.add(statement);
    const vague = item.kind === "demonstrated" ? VAGUE.exec(item.text) : null;
    return [
      ...(vague ? [{ code: "vague", item, word: vague[0] } as const] : []),
      ...(item.kind === "demonstrated" && !item.support ? [{ code: "how-not-said", item } as const] : []),
      ...(item.text.length > LONG ? [{ code: "long", item } as const] : []),
      ...(twice ? [{ code: "said-twice", item } as const] : []),
    ];
  });
  const filled = new Set(version.items.map((item) => `${item.levelKey} ${item.headingKey}`));
  const silent = structure.levels.flatMap((level) =>
    structure.headings
      .filter((heading) => !filled.has(`${level.key} ${heading.key}`))
      .map((heading): QualityPoint => {
        return { code: "silent", place: { levelKey: level.key, headingKey: heading.key } };
      }),
  );
  return [...points, ...silent];
}
