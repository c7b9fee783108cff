/**
 * How a version is laid out for a reader (MOD-14): as the matrix headings × levels, with tracks side by side in a
 * level (MOD-6); and which words a ring presentation does without (MOD-8).
 */
import { groupsOf, itemsOf, linesOf, type Line } from "./group.rules.ts";
import type { Heading, Level, ModelVersion, Place, Structure, Track } from "./rules.ts";

/** What in one cell is for everyone at the level (`track` null), or for one track. */
export type CellPart = { readonly track: Track | null; readonly lines: readonly Line[] };
export type MatrixCell = { readonly level: Level; readonly parts: readonly CellPart[] };
export type MatrixRow = { readonly heading: Heading; readonly cells: readonly MatrixCell[] };

/**
 * MOD-14: one row a heading, one cell a level, in the structure's order. What is for everyone comes before the
 * tracks; a part without lines is left out, so an empty cell has no parts. Internal items are left out unless asked for.
 */
export function matrix(
  structure: Structure,
  version: ModelVersion,
  options: { readonly includeInternal: boolean },
): MatrixRow[] {
  const shown = version.items.filter((item) => options.includeInternal || item.visibility === "public");
  const cell = (heading: Heading, level: Level): MatrixCell => {
    const here = shown.filter((item) => item.headingKey === heading.key && item.levelKey === level.key);
    const parts = [null, ...version.tracks]
      .map((track) => ({
        track,
        lines: linesOf(
          here.filter((item) => item.trackKey === (track?.key ?? null)),
          version.groups,
        ),
      }))
      .filter((part) => part.lines.length > 0);
    return { level, parts };
  };
  return structure.headings.map((heading) => ({
    heading,
    cells: structure.levels.map((level) => cell(heading, level)),
  }));
}

/**
 * A version's parts in the order of its structure: level, then common before tracks, then heading; the members of a group
 * together. What is equal keeps its order.
 */
export function inReadingOrder(structure: Structure, version: ModelVersion): ModelVersion {
  const place = (keys: readonly { readonly key: string }[]) => {
    const order = new Map(keys.map(({ key }, index) => [key, index]));
    return (key: string | null): number => (key === null ? -1 : (order.get(key) ?? keys.length));
  };
  const level = place(structure.levels);
  const track = place(version.tracks);
  const heading = place(structure.headings);
  const byLevel = (a: { readonly levelKey: string }, b: { readonly levelKey: string }) =>
    level(a.levelKey) - level(b.levelKey);
  const byPlace = (a: Place, b: Place) =>
    byLevel(a, b) || track(a.trackKey) - track(b.trackKey) || heading(a.headingKey) - heading(b.headingKey);
  const lines = linesOf(version.items.toSorted(byPlace), version.groups);
  const groups = groupsOf(lines);
  return {
    ...version,
    levelIntros: version.levelIntros.toSorted(byLevel),
    onward: version.onward.toSorted(byLevel),
    groups: [...groups, ...version.groups.filter((group) => !groups.includes(group))],
    items: itemsOf(lines),
  };
}

/** Whole words that make a ring a rank. "Avancerad" is a level's name and the name of a study cycle, so it is not here. */
const RANK_WORDS = [
  "uppåt|nedåt|neråt|uppför|nedför|översta?|understa?|nedersta?",
  "högre|högsta|lägre|lägsta|överordna(?:d|t|de)|underordna(?:d|t|de)",
  "grad(?:en|er|erna|ens)?|gradera(?:d|t|de|s|r)?|gradering(?:en|ar)?|rang(?:en|ordning(?:en)?)?|hierarki(?:n|er|sk|ska|skt)?",
  "befordra(?:d|t|de|s|r|n)?|degradera(?:d|t|de|s|r)?|avancemang(?:et)?|klättra(?:r|t|de)?|karriärsteg(?:e|en|ar)",
  "topp(?:en|ar|nivå(?:n|er)?|tjänst)?|trapp(?:a|an|steg(?:et|en)?)|stege(?:n)?|pinnhål(?:et)?",
  "upwards?|downwards?|higher|highest|lower|lowest|top|superior|inferior",
  "grad(?:e|es|ed|ing)|rank(?:s|ed|ing)?|hierarch(?:y|ical)|promot(?:e|es|ed|ion|ions)|demot(?:e|es|ed|ion)|climb(?:s|ed|ing)?|ladder|stairs?",
].join("|");

/** Letters count as part of a word, å, ä and ö too, so that "täckningsgrad" is not "grad". */
const RANK_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${RANK_WORDS})(?![\\p{L}\\p{N}])`, "giu");

export type RankWord = { readonly word: string; readonly text: string };

/**
 * MOD-8: the words in these texts that say up, down, higher or grade. In ring presentation people move outward,
 * inward or sideways. Swedish and English; each find with the text that it stands in.
 */
export const forbiddenRankWords = (texts: readonly string[]): RankWord[] =>
  texts.flatMap((text) => [...text.matchAll(RANK_WORD)].map((match) => ({ word: match[0], text })));

/** MOD-14: the public layer of a version; what is internal is not in it at all. */
export function publicLayer<Content extends { readonly version: ModelVersion }>(content: Content): Content {
  const { groups } = content.version;
  const items = content.version.items.filter((item) => item.visibility === "public");
  return { ...content, version: { ...content.version, groups: groupsOf(linesOf(items, groups)), items } };
}

/** Versions for a reader: the one in force first, then the others, the newest first. */
export const inForceFirst = <Version extends { readonly id: string; readonly number: number }>(
  versions: readonly Version[],
  inForce: Version | null,
): Version[] =>
  versions.toSorted(
    (a, b) => Number(b.id === inForce?.id) - Number(a.id === inForce?.id) || b.number - a.number,
  );
