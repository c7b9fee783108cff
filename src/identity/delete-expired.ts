/** What signing in leaves behind and nobody needs any longer. */
import type { Work } from "../platform/database/work.ts";
import { deleteOldAnswers } from "../platform/http/api/kept-answers.ts";
import { deleteOldParkedPosts } from "../platform/http/parked-posts.ts";
import { deleteOldSubmissions } from "../platform/http/submissions.ts";
import { deleteOldInvitations } from "./accounts.store.ts";
import { SESSION_KEPT_DAYS } from "./rules.ts";
import { deleteSessionsFrom } from "./store.ts";

const DAY_MS = 24 * 3_600_000;

/**
 * Takes away the posts that were kept for an hour, the invitations that no longer work, the sessions so old that nothing more is
 * kept for them, the tokens of forms sent long ago, and the answers kept for repeated requests: of one organisation, as periodic background work.
 */
export async function deleteExpired(work: Work): Promise<void> {
  await deleteOldParkedPosts(work);
  await deleteOldInvitations(work);
  await deleteSessionsFrom(work, new Date(work.now.getTime() - SESSION_KEPT_DAYS * DAY_MS));
  await deleteOldSubmissions(work);
  await deleteOldAnswers(work);
}
