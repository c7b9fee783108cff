/** What is written in the two sheets, and what the two of them have agreed. Only the sides that are named are ever read. */
import { sql, type RawBuilder } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Said, Side } from "./assessment.rules.ts";
import type { Outcome } from "./meeting.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A line of a sheet, with who wrote it last and the number of the save that it came with. */
export type Line = Said & {
  readonly side: Side;
  readonly itemId: Id;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
};

/** The lines of these sides, and of no other. */
export const linesOf = async (work: Scope, assessmentId: Id, sides: readonly Side[]): Promise<Line[]> =>
  (await linesIn(work, assessmentId, sides).execute(work.tx)).rows;

/** The same as a question among others. */
export const linesIn = (
  work: Pick<Work, "organisationId">,
  assessmentId: Id,
  sides: readonly Side[],
): RawBuilder<Line> => sql<Line>`
    select r.side, r.item_id as "itemId", r.step, r.words, p.given_name || ' ' || p.family_name as by, to_json(r.saved_at) #>> '{}' as at,
      r.revision
    from assessment_rating r join person p on p.organisation_id = r.organisation_id and p.id = r.author_id
    where r.organisation_id = ${work.organisationId} and r.assessment_id = ${assessmentId} and r.side = any(${[...sides]}::text[])`;

/** Begins the sheet if nobody has, and gives the number of this save. The caller holds the assessment. */
export async function nextSave(
  work: Work,
  sheet: { readonly assessmentId: Id; readonly side: Side; readonly personId: Id; readonly authorId: Id },
): Promise<number> {
  const { revision } = await work.tx
    .insertInto("assessment_sheet")
    .values({
      organisation_id: work.organisationId,
      assessment_id: sheet.assessmentId,
      side: sheet.side,
      person_id: sheet.personId,
      author_id: sheet.authorId,
      revision: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "assessment_id", "side"])
        .doUpdateSet((eb) => ({ revision: eb("assessment_sheet.revision", "+", 1) })),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}

export async function saveLines(
  work: Work,
  sheet: { readonly assessmentId: Id; readonly side: Side; readonly authorId: Id; readonly revision: number },
  lines: readonly (Said & { readonly itemId: Id })[],
): Promise<void> {
  if (lines.length === 0) return;
  await work.tx
    .insertInto("assessment_rating")
    .values(
      lines.map(({ itemId, step, words }) => ({
        organisation_id: work.organisationId,
        assessment_id: sheet.assessmentId,
        side: sheet.side,
        item_id: itemId,
        step,
        words,
        author_id: sheet.authorId,
        saved_at: work.now,
        revision: sheet.revision,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "assessment_id", "side", "item_id"]).doUpdateSet((eb) => ({
        step: eb.ref("excluded.step"),
        words: eb.ref("excluded.words"),
        author_id: eb.ref("excluded.author_id"),
        saved_at: eb.ref("excluded.saved_at"),
        revision: eb.ref("excluded.revision"),
      })),
    )
    .execute();
}

/** From now on it never changes. */
export async function closeSheet(
  work: Work,
  sheet: { readonly assessmentId: Id; readonly side: Side },
  state: "handed-in" | "declined",
  by: Id,
): Promise<void> {
  await work.tx
    .updateTable("assessment_sheet")
    .set({ state, handed_in_at: work.now, handed_in_by: by })
    .where("organisation_id", "=", work.organisationId)
    .where("assessment_id", "=", sheet.assessmentId)
    .where("side", "=", sheet.side)
    .execute();
}

/** An outcome as it was agreed, with when, and who wrote it down. */
export type AgreedOutcome = Outcome & {
  readonly id: Id;
  readonly itemId: Id;
  readonly decidedOn: LocalDate;
  readonly by: string;
};

/** The latest outcome of each statement in this assessment: none before it has been opened. */
export const outcomesOf = async (work: Scope, assessmentId: Id): Promise<Map<Id, AgreedOutcome>> =>
  byItem((await outcomesIn(work, assessmentId).execute(work.tx)).rows);

export const byItem = (outcomes: readonly AgreedOutcome[]): Map<Id, AgreedOutcome> =>
  new Map(outcomes.map((each) => [each.itemId, each]));

/** The same as a question among others. */
export const outcomesIn = (
  work: Pick<Work, "organisationId">,
  assessmentId: Id,
): RawBuilder<AgreedOutcome> => sql<AgreedOutcome>`
    select distinct on (o.item_id) o.id, o.item_id as "itemId", o.met, o.words, o.decided_on as "decidedOn", p.given_name || ' ' || p.family_name as by
    from joint_outcome o join person p on p.organisation_id = o.organisation_id and p.id = o.decided_by
    where o.organisation_id = ${work.organisationId} and o.assessment_id = ${assessmentId}
    order by o.item_id, o.decided_on desc, o.number desc`;

export async function addOutcome(
  work: Work,
  outcome: Outcome & {
    readonly assessmentId: Id;
    readonly personId: Id;
    readonly itemId: Id;
    readonly decidedBy: Id;
  },
): Promise<void> {
  await work.tx
    .insertInto("joint_outcome")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      assessment_id: outcome.assessmentId,
      person_id: outcome.personId,
      item_id: outcome.itemId,
      met: outcome.met,
      words: outcome.words,
      decided_on: work.today,
      decided_by: outcome.decidedBy,
      at: work.now,
    })
    .execute();
}
