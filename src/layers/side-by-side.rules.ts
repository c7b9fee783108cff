/** Two supplements to one base, laid beside each other part by part (MOD-9). */
import type { Text } from "../career-model/difference.rules.ts";
import type { SupplementContent } from "../career-model/supplement.rules.ts";

/** What one of them says of a part: a line of its own, a clarification, or why it isn't used. */
export type SideSaid = { readonly kind: "added" | "clarified" | "unused"; readonly text: string };

/** A part of the base, or a place in it, with what each says of it. */
export type SideRow = {
  readonly key: string;
  readonly where: string;
  /** The base's own text; empty for a place and for a line that was added. */
  readonly base: string;
  readonly said: readonly [readonly SideSaid[], readonly SideSaid[]];
};

/**
 * MOD-9: a row for each part that either has something to say of, in the base's reading order: a level and its tracks before its items, and what
 * was added at a level after them. A part that the base no longer has comes last, by what was said of it.
 */
export function sideBySide(base: Text, first: SupplementContent, second: SupplementContent): SideRow[] {
  const both = [first, second] as const;
  const { structure, version } = base;
  const heading = (key: string) => structure.headings.find((each) => each.key === key)?.name ?? "";
  const sayOf = (content: SupplementContent, of: "level" | "track" | "item", key: string): SideSaid[] => [
    ...content.unused
      .filter((mark) => mark.of === of && mark.key === key)
      .map(({ reason }): SideSaid => ({ kind: "unused", text: reason })),
    ...content.clarifications
      .filter(({ itemKey }) => of === "item" && itemKey === key)
      .map(({ text }): SideSaid => ({ kind: "clarified", text })),
  ];
  const row = (of: "level" | "track" | "item", key: string, where: string, text: string): SideRow[] => {
    const said = [sayOf(first, of, key), sayOf(second, of, key)] as const;
    return said[0].length + said[1].length === 0 ? [] : [{ key: `${of} ${key}`, where, base: text, said }];
  };
  const added = (levelKey: string, headingKey: string, where: string): SideRow[] => {
    const here = both.map((content) =>
      content.items
        .filter((item) => item.levelKey === levelKey && item.headingKey === headingKey)
        .map(({ text }): SideSaid => ({ kind: "added", text })),
    );
    const said = [here[0] ?? [], here[1] ?? []] as const;
    return said[0].length + said[1].length === 0
      ? []
      : [{ key: `added ${levelKey} ${headingKey}`, where, base: "", said }];
  };
  const ofTracks = version.tracks.flatMap(({ key, name }) => row("track", key, name, ""));
  const ofLevels = structure.levels.flatMap(({ key, name }) => [
    ...row("level", key, name, ""),
    ...structure.headings.flatMap(({ key: under }) => {
      const where = `${name}, ${heading(under)}`;
      return [
        ...version.items
          .filter((item) => item.levelKey === key && item.headingKey === under)
          .flatMap((item) => row("item", item.key, where, item.text)),
        ...added(key, under, where),
      ];
    }),
  ]);
  const known = new Set(version.items.map((item) => item.key));
  const gone = new Set(
    both
      .flatMap(({ clarifications, unused }) => [
        ...clarifications.map(({ itemKey }) => itemKey),
        ...unused.filter(({ of }) => of === "item").map(({ key }) => key),
      ])
      .filter((key) => !known.has(key)),
  );
  return [...ofTracks, ...ofLevels, ...[...gone].flatMap((key) => row("item", key, "", ""))];
}
