/** What one sent after having been signed out: for whoever sent it, and nobody else. */
import type { Work } from "../platform/database/work.ts";
import { openParkedPost } from "../platform/http/parked-posts.ts";
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";

const TOKEN = "idempotency-token";

/** The post as a form: where it goes, and its fields. It keeps the sheet's own token, so that it is done once, also if the first page is sent again. */
export type ParkedForm = {
  readonly action: string;
  readonly token: Id | undefined;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly hadFiles: boolean;
};

export async function viewParkedPost(work: Work, secret: string, id: string): Promise<ParkedForm> {
  if (!work.actor || !isId(id)) throw new NotFound("parked post");
  const { action, fields, hadFiles } = await openParkedPost(work, secret, work.actor.accountId, id);
  return {
    action,
    token: fields.find(([name]) => name === TOKEN)?.[1],
    fields: fields.filter(([name]) => name !== TOKEN),
    hadFiles,
  };
}
