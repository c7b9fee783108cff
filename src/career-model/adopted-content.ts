/**
 * What adopted versions say, kept in memory: it can't change (the database refuses), and everybody who is placed in one reads it on their
 * first page. Only for those that are in force or have been, as they stand in a transaction that has not adopted them itself.
 */
import type { Id } from "../shared/ids.ts";
import { Latest } from "../shared/latest.ts";
import type { Work } from "../platform/database/work.ts";
import { versionContent, type VersionContent } from "./store.ts";

/** A version of 500 items takes about 300 kB. */
const MOST_KEPT = 50;

const kept = new Latest<VersionContent>(MOST_KEPT);

export async function adoptedContent(
  work: Pick<Work, "tx" | "organisationId">,
  versionId: Id,
): Promise<VersionContent | undefined> {
  const key = `${work.organisationId} ${versionId}`;
  const known = kept.get(key);
  if (known) return known;
  const content = await versionContent(work, versionId);
  if (content) kept.set(key, content);
  return content;
}
