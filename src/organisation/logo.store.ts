/** SQL of the organisation's logo: the bytes in a row of their own, the hash with the organisation. */
import { sql } from "kysely";
import type { Work } from "../platform/database/work.ts";

/** The logo's bytes, or undefined when there is none with this hash any longer. */
export async function logoBytes(
  work: Pick<Work, "tx" | "organisationId">,
  hash: string,
): Promise<Buffer | undefined> {
  const row = await work.tx
    .selectFrom("organisation_logo")
    .select("png")
    .where("organisation_id", "=", work.organisationId)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.png;
}

/** Replaces the logo; null takes it away. */
export async function saveLogo(
  work: Work,
  logo: { readonly hash: string; readonly png: Buffer } | null,
): Promise<void> {
  await work.tx
    .updateTable("organisation")
    .set({ logo_hash: logo?.hash ?? null })
    .where("id", "=", work.organisationId)
    .execute();
  await sql`delete from organisation_logo where organisation_id = ${work.organisationId}`.execute(work.tx);
  if (logo)
    await work.tx
      .insertInto("organisation_logo")
      .values({ organisation_id: work.organisationId, ...logo })
      .execute();
}
