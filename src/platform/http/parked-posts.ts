/**
 * What somebody sent after their session had expired. Its fields are kept for an hour, encrypted with a key of the installation's,
 * for the account that the session was; signed in again, its owner can send it as it was. Files are not kept.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { newId, type Id } from "../../shared/ids.ts";
import { NotFound } from "../../shared/result.ts";
import type { Work } from "../database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId" | "now">;

export const PARKED_MINUTES = 60;
/** The newest of an account; older ones give way. */
const MOST = 10;
/** Bytes of text. Only files are larger than this, and they are not kept. */
const LARGEST = 1024 * 1024;
const [NONCE, TAG] = [12, 16];

export type ParkedPost = {
  /** Where it was sent: path and search. */
  readonly action: string;
  /** Each field with its value, in order, the sheet's own token among them. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Were there files, which are not kept? */
  readonly hadFiles: boolean;
};

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", Buffer.from(secret, "hex"), "", "vidga parked post", 32));

/** What the text is bound to: it opens nowhere else. */
const boundTo = (work: Scope, accountId: Id, id: Id): Buffer =>
  Buffer.from(`${work.organisationId} ${accountId} ${id}`);

const since = (work: Scope): Date => new Date(work.now.getTime() - PARKED_MINUTES * 60_000);

/** Keeps the post for the account; null when it is too large to keep. */
export async function parkPost(
  work: Scope,
  secret: string,
  accountId: Id,
  post: ParkedPost,
): Promise<Id | null> {
  const text = Buffer.from(JSON.stringify(post));
  if (text.length > LARGEST) return null;
  const id = newId();
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce).setAAD(boundTo(work, accountId, id));
  const encrypted = Buffer.concat([cipher.update(text), cipher.final()]);
  await work.tx
    .insertInto("parked_post")
    .values({
      organisation_id: work.organisationId,
      id,
      account_id: accountId,
      created_at: work.now,
      sealed: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]),
    })
    .execute();
  await sql`delete from parked_post where organisation_id = ${work.organisationId} and id in (
    select id from parked_post where organisation_id = ${work.organisationId} and account_id = ${accountId}
    order by created_at desc, id offset ${MOST})`.execute(work.tx);
  return id;
}

/** The post as it was sent. Throws NotFound when it is another account's, older than an hour, or never was. */
export async function openParkedPost(
  work: Scope,
  secret: string,
  accountId: Id,
  id: Id,
): Promise<ParkedPost> {
  const row = await work.tx
    .selectFrom("parked_post")
    .select("sealed")
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .where("created_at", ">", since(work))
    .executeTakeFirst();
  if (!row) throw new NotFound("parked post");
  const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), row.sealed.subarray(0, NONCE))
    .setAAD(boundTo(work, accountId, id))
    .setAuthTag(row.sealed.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(row.sealed.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(text.toString("utf8")) as ParkedPost;
}

/** Takes away those that can no longer be opened; says how many. */
export async function deleteOldParkedPosts(work: Scope): Promise<number> {
  const result = await work.tx
    .deleteFrom("parked_post")
    .where("organisation_id", "=", work.organisationId)
    .where("created_at", "<=", since(work))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
