/** What those who met agree on (PLC-8): how a requirement is read, or what a principle of placing means; and putting it to those who write the model, as a comment on the item in its draft. */
import type { Id } from "../shared/ids.ts";
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { modelBySlug } from "../career-model/store.ts";
import { isEditable } from "../career-model/life-cycle.rules.ts";
import { commentItem } from "../model-editor/comment-item.ts";
import { checkWords } from "../placement/rules.ts";
import { mayRaise } from "./access.ts";
import { LONGEST_READING, mayAgree } from "./calibration.rules.ts";
import { raisedWords } from "./letters.ts";
import { ledRound, oneRound } from "./round.ts";
import { placesIn } from "./round-text.ts";
import { addRaised, addReading, agreedIn, lockRound, type Round } from "./store.ts";

export type AgreeCode =
  | "missing"
  | "too-long"
  | "bad-character"
  | "unknown-requirement"
  | "no-draft"
  | "not-in-draft"
  | "changed-meanwhile";

/** Writes down what was agreed; what was agreed before stays below it. `read` is the number of the latest that was in view, 0 for none. */
export async function agreeReading(
  work: Work,
  roundId: string,
  typed: { readonly itemId: string; readonly words: string; readonly read: number },
): Promise<Result<null, AgreeCode>> {
  const { round, reader, standing } = await oneRound(work, roundId);
  if (!work.actor || !mayAgree(reader, standing)) throw new NotFound("calibration");
  await lockRound(work, round.id);
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const itemId = typed.itemId === "" ? null : typed.itemId;
  const field = `words-${typed.itemId}`;
  const known = (await placesIn(work, round)).flatMap(({ requirements }) => requirements);
  if (itemId !== null && !known.some((each) => each.itemId === itemId))
    return refused({ code: "unknown-requirement" });
  const reasons = checkWords(field, words, LONGEST_READING);
  if (reasons.length > 0) return refused(...reasons);
  const latest = (await agreedIn(work, round.id)).find((each) => each.itemId === itemId);
  if (latest?.words === words) return done(null);
  if ((latest?.number ?? 0) !== typed.read) return refused({ code: "changed-meanwhile", field });
  await addReading(work, round.id, { itemId, words, by: work.actor.accountId });
  return done(null);
}

/** The number of the version that can be commented on; null when none is being written. */
export async function draftOf(
  work: Work,
  { slug }: Pick<Round, "slug">,
): Promise<{ readonly id: Id; readonly number: number } | null> {
  const model = await modelBySlug(work, slug);
  const draft = model?.versions.find(({ status }) => isEditable(status));
  return draft ? { id: draft.id, number: draft.number } : null;
}

/** Puts a reading to those who write the model, once for each draft. */
export async function raiseReading(
  work: Work,
  roundId: string,
  readingId: string,
): Promise<Result<null, AgreeCode>> {
  if (!work.actor || !mayRaise(work.actor, work.tenant)) throw new NotFound("calibration");
  const { round } = await ledRound(work, roundId);
  const reading = (await agreedIn(work, round.id)).find(({ id }) => id === readingId);
  if (!reading || reading.itemId === null) throw new NotFound("reading");
  const draft = await draftOf(work, round);
  if (!draft) return refused({ code: "no-draft" });
  if (reading.raisedTo.includes(draft.number)) return done(null);
  const address = { slug: round.slug, number: draft.number, itemId: reading.itemId };
  try {
    const said = await commentItem(work, address, raisedWords(round.title, reading.words));
    if (!said.ok) throw new Error(JSON.stringify(said.reasons));
  } catch (error) {
    // The item is in no draft any more, or is the supplement's.
    if (error instanceof NotFound) return refused({ code: "not-in-draft" });
    throw error;
  }
  await addRaised(work, reading.id, draft.id, work.actor.accountId);
  return done(null);
}
