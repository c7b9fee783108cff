/** Forms that were sent: a sheet's token is taken in the transaction of what it does, so that sending it twice does nothing twice. */
import type { Id } from "../../shared/ids.ts";
import type { Work } from "../database/work.ts";

/** Takes a form's token for this transaction. Where it was taken before: where that sending ended. */
export async function takeSubmission(
  work: Work,
  token: Id,
): Promise<{ first: true } | { first: false; location: string | null }> {
  const inserted = await work.tx
    .insertInto("submission")
    .values({ organisation_id: work.organisationId, token, account_id: work.actor?.accountId ?? null })
    .onConflict((conflict) => conflict.columns(["organisation_id", "token"]).doNothing())
    .returning("token")
    .executeTakeFirst();
  if (inserted) return { first: true };
  const earlier = await work.tx
    .selectFrom("submission")
    .select(["location", "account_id"])
    .where("organisation_id", "=", work.organisationId)
    .where("token", "=", token)
    .executeTakeFirstOrThrow();
  return {
    first: false,
    location: earlier.account_id === (work.actor?.accountId ?? null) ? earlier.location : null,
  };
}

export async function finishSubmission(work: Work, token: Id, location: string): Promise<void> {
  await work.tx
    .updateTable("submission")
    .set({ location })
    .where("organisation_id", "=", work.organisationId)
    .where("token", "=", token)
    .execute();
}

/** The form was refused: the same sheet may be sent again, mended. */
export async function releaseSubmission(work: Work, token: Id): Promise<void> {
  await work.tx
    .deleteFrom("submission")
    .where("organisation_id", "=", work.organisationId)
    .where("token", "=", token)
    .execute();
}

/** A sheet may lie open for this long and still not be carried out twice. */
const KEPT_DAYS = 30;

/** Forgets the tokens of forms that were sent long ago. */
export async function deleteOldSubmissions(work: Pick<Work, "tx" | "organisationId" | "now">): Promise<void> {
  await work.tx
    .deleteFrom("submission")
    .where("organisation_id", "=", work.organisationId)
    .where("at", "<", new Date(work.now.getTime() - KEPT_DAYS * 24 * 3_600_000))
    .execute();
}
