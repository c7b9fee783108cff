/** Supplements to a text, of any shape that the rules accept. */
import fc from "fast-check";
import type { Text } from "../../src/career-model/difference.rules.ts";
import type { LocalItem, SupplementContent } from "../../src/career-model/supplement.rules.ts";

const words = fc.stringMatching(/^[a-zåäö]{1,12}( [a-zåäö]{1,12}){0,4}$/);
const visibility = fc.constantFrom("public", "internal" as const);

/** Local items at places of the text, clarifications of its items, and marks on what may go unused. */
export function supplementsTo({ structure, version }: Text): fc.Arbitrary<SupplementContent> {
  const item = fc
    .record({
      key: fc.uuid(),
      level: fc.constantFrom(...structure.levels),
      heading: fc.constantFrom(...structure.headings),
      text: words,
      visibility,
      mandatory: fc.boolean(),
    })
    .map(({ key, level, heading, text, visibility: readers, mandatory }): LocalItem => ({
      key,
      levelKey: level.key,
      trackKey: null,
      headingKey: heading.key,
      kind: "demonstrated",
      mandatory,
      text,
      visibility: readers,
    }));
  const some = <Part>(parts: readonly Part[]) => fc.subarray(parts.slice(0, 5));
  const recommended = version.items.filter((each) => each.mandatory === false);
  return fc.record({
    items: fc.uniqueArray(item, { maxLength: 5, selector: ({ key }) => key }),
    clarifications: some(version.items).chain((items) =>
      fc.tuple(...items.map(({ key }) => fc.record({ itemKey: fc.constant(key), text: words, visibility }))),
    ),
    unused: fc
      .tuple(some(structure.levels), some(version.tracks), some(recommended), words)
      .map(([levels, tracks, items, reason]) => [
        ...levels.map(({ key }) => ({ of: "level" as const, key, reason })),
        ...tracks.map(({ key }) => ({ of: "track" as const, key, reason })),
        ...items.map(({ key }) => ({ of: "item" as const, key, reason })),
      ]),
  });
}
