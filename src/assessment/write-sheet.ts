/** Writing in one's own sheet (ASM-1, ASM-3): some lines at a time, saved as one goes. */
import type { Id } from "../shared/ids.ts";
import { NotFound, done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkWords } from "../placement/rules.ts";
import { askedIn } from "./asked.ts";
import { heldRoom, may, type AssessmentAddress } from "./assessment-room.ts";
import { LONGEST_WORDS, NOTHING_SAID, closedBecause, isSaid, type Said } from "./assessment.rules.ts";
import { linesOf, nextSave, saveLines } from "./sheet.store.ts";
import { statementsOf } from "./statements.rules.ts";

/** What is said of a statement, as it was sent: `step` as text, empty for none. */
export type Typed = { readonly itemId: Id; readonly step: string; readonly words: string };

export type WriteCode =
  "changed-by-other" | "too-long" | "bad-character" | "bad-step" | "already-in" | "opened" | "ended";

/** The step as a number, null for none; undefined when the scale has none such. */
function readStep(text: string, scale: readonly string[]): number | null | undefined {
  if (text === "") return null;
  const step = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return step <= scale.length ? step : undefined;
}

/**
 * Saves what is said, in the whole sheet or under one heading; statements that aren't sent stay as they are. `from` is the number of the save that it was read at: where a
 * line has been saved since, and says something else, both texts are there and nothing is saved. Throws NotFound for whoever has no sheet here, and for what isn't asked.
 */
export async function writeSheet(
  work: Work,
  address: AssessmentAddress & { readonly headingKey?: string },
  typed: readonly Typed[],
  from: number,
): Promise<Result<null, WriteCode>> {
  const room = await heldRoom(work, address);
  const { assessment, standing, side, actorId } = room;
  const { headings } = await askedIn(work, assessment);
  const { headingKey } = address;
  const own = headings.filter(({ key }) => headingKey === undefined || key === headingKey);
  const asked = new Set(statementsOf({ headings: own }).map(({ itemId }) => itemId));
  if (own.length === 0 || typed.some(({ itemId }) => !asked.has(itemId))) throw new NotFound("statement");
  if (!may(room, "write")) return refused({ code: closedBecause(standing) ?? "already-in" });
  const kept = new Map((await linesOf(work, assessment.id, [side])).map((line) => [line.itemId, line]));
  const reasons: Reason<WriteCode>[] = [];
  const lines: (Said & { itemId: Id })[] = [];
  for (const { itemId, step: text, words: raw } of typed) {
    const words = raw.replaceAll("\r\n", "\n").trim();
    const step = readStep(text, assessment.scale);
    if (step === undefined) reasons.push({ code: "bad-step", field: `step-${itemId}` });
    for (const reason of words === "" ? [] : checkWords(`words-${itemId}`, words, LONGEST_WORDS))
      if (reason.code !== "missing") reasons.push({ ...reason, code: reason.code });
    const before = kept.get(itemId);
    const was = before ?? NOTHING_SAID;
    if (step === undefined || (was.step === step && was.words === words)) continue;
    if (before && before.revision > from)
      reasons.push({ code: "changed-by-other", field: `words-${itemId}` });
    if (before || isSaid({ step, words })) lines.push({ itemId, step, words });
  }
  if (reasons.length > 0) return refused(...reasons);
  if (lines.length === 0) return done(null);
  const sheet = { assessmentId: assessment.id, side, authorId: actorId };
  const revision = await nextSave(work, { ...sheet, personId: assessment.personId });
  await saveLines(work, { ...sheet, revision }, lines);
  return done(null);
}
