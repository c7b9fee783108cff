/**
 * The effective model (MOD-9): the base version, the employer's supplement and the unit's, laid over one another. What lies below is there word
 * for word, whatever is laid over it; each line says which layer it comes from.
 */
import type { Text } from "./difference.rules.ts";
import type { Item, ModelVersion, Structure } from "./rules.ts";
import type { Clarification, SupplementContent, Target } from "./supplement.rules.ts";

/** Whose a layer is: the employer's, or the unit's of this name. */
export type LayerName = { readonly of: "employer" } | { readonly of: "unit"; readonly name: string };

/** A supplement that is laid over what lies below it. */
export type Layer = { readonly by: LayerName; readonly content: SupplementContent };

export type Clarified = Omit<Clarification, "itemKey"> & { readonly by: LayerName };

export type EffectiveItem = Item & {
  /** The layer that it comes from; null is the base. */
  readonly from: LayerName | null;
  readonly clarified: readonly Clarified[];
  /** Why it isn't used here; null when it is. */
  readonly unused: string | null;
};

/** Why levels and tracks aren't used here, by their keys. */
export type UnusedPlaces = Readonly<Record<"levels" | "tracks", Readonly<Record<string, string>>>>;

export type Effective = {
  readonly structure: Structure;
  readonly version: Omit<ModelVersion, "items"> & { readonly items: readonly EffectiveItem[] };
  readonly unused: UnusedPlaces;
};

/**
 * MOD-9: what holds where these layers do, the innermost first. The base's items keep their order, and what each layer adds comes after
 * what lies below it. With the layers taken away it is the base.
 */
export function compose<Base extends Text>(
  base: Base,
  layers: readonly Layer[],
): Omit<Base, "version"> & Effective {
  const clarified = new Map<string, Clarified[]>();
  const reasons: Record<Target["of"], Map<string, string>> = {
    level: new Map(),
    track: new Map(),
    item: new Map(),
  };
  for (const { by, content } of layers) {
    for (const { itemKey, ...said } of content.clarifications) {
      const list = clarified.get(itemKey) ?? [];
      clarified.set(itemKey, [...list, { ...said, by }]);
    }
    for (const { of, key, reason } of content.unused) reasons[of].set(key, reason);
  }
  const below = base.version.items.map((item): EffectiveItem => ({
    ...item,
    from: null,
    clarified: clarified.get(item.key) ?? [],
    unused: reasons.item.get(item.key) ?? null,
  }));
  const added = layers.flatMap(({ by, content }) =>
    content.items.map((item): EffectiveItem => ({ ...item, from: by, clarified: [], unused: null })),
  );
  return {
    ...base,
    version: { ...base.version, items: [...below, ...added] },
    unused: { levels: Object.fromEntries(reasons.level), tracks: Object.fromEntries(reasons.track) },
  };
}

/** Has anything been laid over the item, or was it added? */
export const isEffective = (item: Item): item is EffectiveItem => "from" in item;
