/** What a revision is begun with (MOD-1, MOD-5): a version's text in its structure as it is now. */
import type { ModelVersion, Structure } from "./rules.ts";

type Content = { readonly structure: Structure; readonly version: ModelVersion };

/**
 * A version's text in the present structure. A level or heading that the structure has dropped comes along, as the revision's own, when
 * something stands in it: nothing is lost, and the writers place it elsewhere or keep it. Each stands after the one it stood after.
 */
export function revisedShape(present: Structure, { structure, version }: Content): Content {
  const kept = <Part extends { readonly key: string }>(
    now: readonly Part[],
    before: readonly Part[],
    isFilled: (key: string) => boolean,
  ): readonly Part[] =>
    before.reduce<readonly Part[]>((parts, part, index) => {
      if (parts.some((each) => each.key === part.key) || !isFilled(part.key)) return parts;
      const earlier = before.slice(0, index).map((each) => each.key);
      const at = parts.findLastIndex((each) => earlier.includes(each.key)) + 1;
      return [...parts.slice(0, at), part, ...parts.slice(at)];
    }, now);
  // What a level is called belongs to the structure; what it says in short, the model may say in words of its own.
  const now = present.levels.map((level) => ({
    ...level,
    shortText: structure.levels.find((each) => each.key === level.key)?.shortText ?? level.shortText,
  }));
  const levels = kept(now, structure.levels, (key) => version.items.some((item) => item.levelKey === key));
  const headings = kept(present.headings, structure.headings, (key) =>
    version.items.some((item) => item.headingKey === key),
  );
  const isThere = (key: string): boolean => levels.some((level) => level.key === key);
  return {
    structure: { ...structure, levels, headings },
    version: {
      ...version,
      levelIntros: version.levelIntros.filter((text) => isThere(text.levelKey)),
      onward: version.onward.filter((text) => isThere(text.levelKey)),
      tracks: version.tracks
        .map((track) => ({ ...track, levels: track.levels.filter(isThere) }))
        .filter((track) => track.levels.length > 0),
      groups: version.groups.filter(
        (group) => isThere(group.levelKey) && headings.some((heading) => heading.key === group.headingKey),
      ),
    },
  };
}
