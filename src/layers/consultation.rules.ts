/** What a supplement asks about when it is out for consultation (MOD-16): all that differs from the one before it. */
import { union, type Text } from "../career-model/difference.rules.ts";
import { UNUSED_KINDS, type SupplementContent, type UnusedMark } from "../career-model/supplement.rules.ts";

/** The base's shape with a supplement's own lines alone, so that two supplements are held against each other as two versions are. */
export const linesOver = ({ structure, version }: Text, { items }: SupplementContent): Text => ({
  structure,
  version: { ...version, groups: [], items },
});

type Layered = { readonly base: Text; readonly content: SupplementContent };

/** A clarification, or a reason why something isn't used, that differs; null where nothing is said. */
export type SaidRow = {
  readonly key: string;
  readonly kind: "clarified" | "unused";
  /** What it is said of: the name of a level or track, or where an item stands. */
  readonly where: string;
  /** The item's own text; empty for a level or track. */
  readonly text: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** MOD-16: what is said of the base's own parts and differs, in the base's order: levels, tracks, items. */
export function saidOver(before: Layered, after: Layered): SaidRow[] {
  return UNUSED_KINDS.flatMap((of) =>
    union(partsOf(of, after.base), partsOf(of, before.base)).flatMap(({ key, where, text }) =>
      (["unused", "clarified"] as const).flatMap((kind): SaidRow[] => {
        const [was, is] = [said(before.content, kind, of, key), said(after.content, kind, of, key)];
        if (was?.text === is?.text && was?.visibility === is?.visibility) return [];
        return [
          {
            key: `${kind} ${of} ${key}`,
            kind,
            where,
            text,
            before: was?.text ?? null,
            after: is?.text ?? null,
          },
        ];
      }),
    ),
  );
}

/** What is said of a part: of an item, how it is to be read; of anything, why it isn't used, which all may read. */
function said(content: SupplementContent, kind: SaidRow["kind"], of: UnusedMark["of"], key: string) {
  if (kind === "clarified")
    return of === "item" ? content.clarifications.find(({ itemKey }) => itemKey === key) : undefined;
  const mark = content.unused.find((each) => each.of === of && each.key === key);
  return mark && { text: mark.reason, visibility: "public" };
}

type Part = { readonly key: string; readonly where: string; readonly text: string };

function partsOf(of: UnusedMark["of"], { structure, version }: Text): Part[] {
  if (of === "level") return structure.levels.map(({ key, name }) => ({ key, where: name, text: "" }));
  if (of === "track") return version.tracks.map(({ key, name }) => ({ key, where: name, text: "" }));
  const levels = new Map(structure.levels.map(({ key, name }) => [key, name]));
  const headings = new Map(structure.headings.map(({ key, name }) => [key, name]));
  return version.items.map(({ key, levelKey, headingKey, text }) => ({
    key,
    where: `${levels.get(levelKey)}, ${headings.get(headingKey)}`,
    text,
  }));
}
