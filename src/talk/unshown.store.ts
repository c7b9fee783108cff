/** SQL about what somebody wrote in a talk and hadn't shown when it closed. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Answers } from "./written.store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** Of the two only one is there: a text is written when the talk is held, and what was prepared for a talk that was held is open to both. */
export type Unshown = {
  readonly talkId: Id;
  readonly personId: Id;
  /** What was being written of what the two agree; empty for none. */
  readonly agreed: string;
  /** What was prepared. */
  readonly answers: Answers;
};

/** What the writer alone may read, in one talk or in all (null). */
export async function unshownBy(work: Scope, writerId: Id, talkId: Id | null): Promise<Unshown[]> {
  const here = talkId === null ? sql`` : sql`and t.id = ${talkId}`;
  const { rows } = await sql<Unshown>`
    select t.id as "talkId", t.person_id as "personId", t.agreed, '{}'::jsonb as answers, t.on_day as day from talk t
    where t.organisation_id = ${work.organisationId} and t.agreed_by = ${writerId} and t.agreed <> '' and t.state in ('locked', 'cancelled')
      ${here} and t.agreed is distinct from (select r.agreed from talk_record r where r.organisation_id = t.organisation_id and r.talk_id = t.id
        order by r.revision desc limit 1)
    union all
    select t.id, t.person_id, '', w.answers, t.on_day from talk_preparation w
    join talk t on t.organisation_id = w.organisation_id and t.id = w.talk_id and t.state = 'cancelled' and t.held_on is null
    where w.organisation_id = ${work.organisationId} and w.author_id = ${writerId} and w.shared_on is null and w.answers <> '{}' ${here}
    order by day desc, "talkId"`.execute(work.tx);
  return rows;
}

/** Takes the text of a closed talk away. The caller holds the talk. */
export async function deleteUnshownText(work: Scope, talkId: Id): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set({ agreed: "", agreed_by: null })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", talkId)
    .execute();
}

/** Takes what the writer prepared for a talk that was called off away. The caller holds the talk. */
export async function deleteUnshownAnswers(work: Scope, writerId: Id, talkId: Id): Promise<void> {
  await work.tx
    .deleteFrom("talk_preparation")
    .where("organisation_id", "=", work.organisationId)
    .where("talk_id", "=", talkId)
    .where("author_id", "=", writerId)
    .where("shared_on", "is", null)
    .execute();
}
