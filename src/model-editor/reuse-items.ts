/** Fetching items from another model (MOD-3): copied into a draft, each as an item of its own that nothing ties to where it came from. */
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import type { ContentCode, Item, Level } from "../career-model/rules.ts";
import { models, versionContent, type ModelWithVersions } from "../career-model/store.ts";
import { holdDraft, readDraft, type DraftAddress, type HoldCode } from "./open-draft.ts";
import { headOf, type DraftHead } from "./view-draft.ts";
import { addItems } from "./write-item.ts";

/** Where to fetch from: a model by its name in addresses, and one of its levels; the first ones when they are not said. */
export type Source = { readonly from: string | null; readonly level: string | null };

export type ReuseView = DraftHead & {
  readonly models: readonly { readonly slug: string; readonly nameSv: string }[];
  /** The model that is chosen; null when there is no other. */
  readonly from: string | null;
  readonly levels: readonly Level[];
  readonly level: string | null;
  readonly items: readonly Item[];
};

/** The version that is read: the one in force, else the newest. */
async function contentOf(work: Work, model: ModelWithVersions) {
  const version = versionInForce(model.versions, work.today) ?? model.versions[0];
  return version && (await versionContent(work, version.id));
}

export async function viewReuse(work: Work, address: DraftAddress, source: Source): Promise<ReuseView> {
  const draft = await readDraft(work, address);
  if (!mayWriteModels(work.actor)) throw new NotFound("reuse");
  const others = (await models(work)).filter(
    (model) => model.status !== "withdrawn" && model.id !== draft.model.id && model.versions.length > 0,
  );
  const model = others.find((each) => each.slug === source.from) ?? others[0];
  const content = model && (await contentOf(work, model));
  const levels = content?.structure.levels ?? [];
  const level = levels.find((each) => each.key === source.level) ?? levels[0];
  return {
    ...headOf(draft),
    models: others.map(({ slug, nameSv }) => ({ slug, nameSv })),
    from: model?.slug ?? null,
    levels,
    level: level?.key ?? null,
    items: content?.version.items.filter((item) => item.levelKey === level?.key) ?? [],
  };
}

export type Reused = {
  readonly from: string;
  /** The keys of the items there. */
  readonly keys: readonly string[];
  /** The level here; what stands under a heading that this model lacks comes under `headingKey`. */
  readonly levelKey: string;
  readonly headingKey: string;
};

/** Copies items, in their order, last in their places. Returns how many. */
export async function reuseItems(
  work: Work,
  address: DraftAddress,
  { from, keys, levelKey, headingKey }: Reused,
): Promise<Result<number, HoldCode | ContentCode | "none-chosen">> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const model = (await models(work)).find((each) => each.slug === from && each.status !== "withdrawn");
  const content = model && (await contentOf(work, model));
  if (!content) throw new NotFound("model");
  const chosen = content.version.items.filter((item) => keys.includes(item.key));
  if (chosen.length === 0) return refused({ code: "none-chosen", field: "items" });
  const here = new Set(held.value.frame.headings.map((heading) => heading.key));
  const added = await addItems(
    work,
    held.value,
    chosen.map((item) => ({
      ...item,
      levelKey,
      trackKey: null,
      headingKey: here.has(item.headingKey) ? item.headingKey : headingKey,
    })),
  );
  return added.ok ? done(added.value.length) : added;
}
