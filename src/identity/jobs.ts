/** Background work of signing in: what has expired is taken away. */
import { organisations } from "../organisation/store.ts";
import { work } from "../platform/database/work.ts";
import { deleteOldParkedPosts } from "../platform/http/parked-posts.ts";
import { deleteOldSubmissions } from "../platform/http/submissions.ts";
import type { Periodic, Task } from "../platform/jobs/jobs.ts";
import { deleteOldInvitations } from "./accounts.store.ts";
import { SESSION_KEPT_DAYS } from "./rules.ts";
import { deleteSessionsFrom } from "./store.ts";

const DAY_MS = 24 * 3_600_000;

/**
 * Takes away, in every organisation, the posts kept for an hour, the invitations that no longer work, the sessions so old that
 * nothing more is kept for them, and the tokens of forms sent long ago.
 */
export const deleteExpired: Task = async (workshop) => {
  const all = await workshop.db.transaction().execute((tx) => organisations(tx));
  for (const { slug } of all)
    await work(workshop, { slug, actor: null }, async (unit) => {
      await deleteOldParkedPosts(unit);
      await deleteOldInvitations(unit);
      await deleteSessionsFrom(unit, new Date(unit.now.getTime() - SESSION_KEPT_DAYS * DAY_MS));
      await deleteOldSubmissions(unit);
    });
};

/** Every ten minutes. */
export const deleteExpiredPeriodic: Periodic = { task: "delete-expired", match: "*/10 * * * *" };
