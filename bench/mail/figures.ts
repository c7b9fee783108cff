/** Ten thousand reminders queued in one transaction, which is then undone. No floor: it is held against a time. */
import { sql } from "kysely";
import { work } from "../../src/platform/database/work.ts";
import { postMail, type Mail } from "../../src/platform/mail/post-mail.ts";
import type { Id } from "../../src/shared/ids.ts";
import { MEASURED, onDay, type Installation } from "../installation.ts";
import { alone, median, type Figure } from "../measure.ts";
import { BUILT_ON } from "../sizes.ts";

const REMINDERS = 10_000;
const TIMES = 5;

/** Leaves nothing behind. */
class Undone extends Error {}

export async function mailFigures({ workshop }: Installation): Promise<Figure[]> {
  const today = onDay(workshop, BUILT_ON);
  const taken: number[] = [];
  for (let turn = 0; turn <= TIMES; turn += 1) {
    try {
      await work(today, { slug: MEASURED, actor: null }, async (unit) => {
        const { rows } = await sql<{ id: Id }>`
          select id from person where organisation_id = ${unit.organisationId} order by id limit ${REMINDERS}`.execute(
          unit.tx,
        );
        const reminders = Array.from({ length: REMINDERS }, (_, index): Mail => ({
          key: `talk-reminder ${index}`,
          kind: "talk-reminder",
          to: { personId: rows[index % rows.length]?.id ?? "" },
          subject: "Utvecklingssamtal i morgon",
          text: "I morgon klockan nio har du ett utvecklingssamtal.\n\nFörbered dig gärna innan ni ses.",
          path: "/my/talks",
          language: "sv",
          notBefore: new Date(unit.now.getTime() + 3_600_000),
        }));
        const begun = performance.now();
        await postMail(unit, reminders);
        // The first is the warming up.
        if (turn > 0) taken.push(performance.now() - begun);
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
  }
  return [alone(`mail: ${REMINDERS.toLocaleString("en")} reminders queued: p50`, "ms", median(taken))];
}
