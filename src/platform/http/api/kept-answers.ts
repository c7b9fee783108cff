/** Requests with an Idempotency-Key: taken in the transaction of what they do, so that sending one twice does nothing twice. */
import { createHash } from "node:crypto";
import type { Work } from "../../database/work.ts";

/** What a request was answered with, when it was carried out. */
export type KeptAnswer = {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
};

type Scope = Pick<Work, "tx" | "organisationId" | "now">;
export type Key = { readonly accountId: string; readonly hash: Buffer };

/** A repeated request is answered as the first for this long. */
const KEPT_DAYS = 7;

export const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  // Each part with its length before it: two requests are the same only when every part is.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
};

/**
 * Takes the key for this transaction; a second request with the same key waits for the first. Where it was taken before: what that
 * was answered with, or that it was another request.
 */
export async function takeKey(
  work: Scope,
  key: Key,
  requestHash: Buffer,
): Promise<{ readonly first: true } | { readonly first: false; readonly answer: KeptAnswer | "another" }> {
  const inserted = await work.tx
    .insertInto("api_answer")
    .values({
      organisation_id: work.organisationId,
      account_id: key.accountId,
      key_hash: key.hash,
      request_hash: requestHash,
      at: work.now,
    })
    .onConflict((conflict) => conflict.columns(["organisation_id", "account_id", "key_hash"]).doNothing())
    .returning("at")
    .executeTakeFirst();
  if (inserted) return { first: true };
  const kept = await work.tx
    .selectFrom("api_answer")
    .select(["request_hash", "status", "location", "body"])
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", key.accountId)
    .where("key_hash", "=", key.hash)
    .executeTakeFirstOrThrow();
  if (!kept.request_hash.equals(requestHash)) return { first: false, answer: "another" };
  return {
    first: false,
    answer: { status: kept.status ?? 200, location: kept.location, body: kept.body ?? "" },
  };
}

export async function keepAnswer(
  work: Scope,
  key: Key,
  { status, location, body }: KeptAnswer,
): Promise<void> {
  await work.tx
    .updateTable("api_answer")
    .set({ status, location, body })
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", key.accountId)
    .where("key_hash", "=", key.hash)
    .execute();
}

/** The request was refused: mended, it may be sent with the same key. */
export async function releaseKey(work: Scope, key: Key): Promise<void> {
  await work.tx
    .deleteFrom("api_answer")
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", key.accountId)
    .where("key_hash", "=", key.hash)
    .execute();
}

export async function deleteOldAnswers(work: Scope): Promise<void> {
  await work.tx
    .deleteFrom("api_answer")
    .where("organisation_id", "=", work.organisationId)
    .where("at", "<", new Date(work.now.getTime() - KEPT_DAYS * 24 * 3_600_000))
    .execute();
}
