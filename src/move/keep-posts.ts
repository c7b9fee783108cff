/** Which levels of a model are posts (tjänster): it takes a free need to come there (PLC-4). */
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import { modelBySlug, versionContent } from "../career-model/store.ts";
import { mayKeepPosts } from "./access.ts";
import { holdPosts, postLevels, savePostLevels } from "./store.ts";

export type Posts = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** From the innermost outward. */
  readonly levels: readonly { readonly levelId: Id; readonly name: string; readonly isPost: boolean }[];
};

/** Of the version in force, else the newest. Throws NotFound for whoever doesn't keep them, and for a model that isn't there. */
export async function viewPosts(work: Work, slug: string): Promise<Posts> {
  return (await postsOf(work, slug)).posts;
}

async function postsOf(work: Work, slug: string): Promise<{ modelId: Id; posts: Posts }> {
  if (!mayKeepPosts(work.actor)) throw new NotFound("posts");
  const model = await modelBySlug(work, slug);
  const version = model && (versionInForce(model.versions, work.today) ?? model.versions[0]);
  const content = version && (await versionContent(work, version.id));
  if (!model || model.status === "withdrawn" || !content) throw new NotFound("model");
  const posts = await postLevels(work, model.id);
  const levels = content.structure.levels.flatMap(({ key, name }) => {
    const levelId = content.levelIds[key];
    return levelId === undefined ? [] : [{ levelId, name, isPost: posts.includes(levelId) }];
  });
  const { nameSv, nameEn } = model;
  return { modelId: model.id, posts: { slug, nameSv, nameEn, levels } };
}

/** The levels that are posts. */
export const postsAmong = ({ levels }: Posts): Id[] =>
  levels.filter(({ isPost }) => isPost).map(({ levelId }) => levelId);

/** Says anew which of the levels are posts. `was` are those that were when it was decided: others now mean that somebody else was first. */
export async function keepPosts(
  work: Work,
  slug: string,
  { levelIds, was }: { readonly levelIds: readonly string[]; readonly was: readonly string[] },
): Promise<Result<null, "unknown-level" | "stale">> {
  await holdPosts(work);
  const { modelId, posts } = await postsOf(work, slug);
  if (postsAmong(posts).toSorted().join() !== was.toSorted().join()) return refused({ code: "stale" });
  const known = new Set(posts.levels.map(({ levelId }) => levelId));
  if (levelIds.some((levelId) => !known.has(levelId)))
    return refused({ code: "unknown-level", field: "posts" });
  await savePostLevels(work, modelId, [...new Set(levelIds)]);
  return done(null);
}
