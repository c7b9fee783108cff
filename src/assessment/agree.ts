/** What the two of them agree when they have met (ASM-1): one statement at a time, until all have an outcome or the rest is left for next time. */
import { tell } from "../notices/tell.ts";
import { NotFound, done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkWords } from "../placement/rules.ts";
import { askedIn, sinceThen } from "./asked.ts";
import { heldRoom, may, type AssessmentAddress } from "./assessment-room.ts";
import { LONGEST_WORDS, type EndedHow } from "./assessment.rules.ts";
import { saveEnded } from "./assessment.store.ts";
import { endingOf, withoutOutcome } from "./meeting.rules.ts";
import { addOutcome, outcomesOf } from "./sheet.store.ts";
import { needsOutcome, statementsOf } from "./statements.rules.ts";

export type AgreeCode =
  | "choose"
  | "too-long"
  | "bad-character"
  | "not-opened"
  | "ended"
  | "no-longer-asked"
  | "changed-by-other"
  | "left";

/**
 * Records the outcome of one statement: `met` is "yes" or "no" as it was sent. `follows` is the outcome that was in view: `""` for none, else as `writeOutcome` gives it; another means that
 * somebody has recorded one meanwhile. The same once more changes nothing.
 */
export async function agreeOutcome(
  work: Work,
  address: AssessmentAddress & { readonly itemId: string },
  typed: { readonly met: string; readonly words: string; readonly follows: string },
): Promise<Result<null, AgreeCode>> {
  const room = await heldRoom(work, address);
  const { assessment, standing } = room;
  if (room.side !== "manager") throw new NotFound("outcome");
  const asked = await askedIn(work, assessment);
  const statement = statementsOf(asked).find(({ itemId }) => itemId === address.itemId);
  if (!statement) throw new NotFound("statement");
  if (!may(room, "agree")) return refused({ code: standing.endedHow === null ? "not-opened" : "ended" });
  const { itemId } = statement;
  if (!needsOutcome(await sinceThen(work, assessment, asked), itemId))
    return refused({ code: "no-longer-asked" });
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const reasons: Reason<AgreeCode>[] = [];
  if (typed.met !== "yes" && typed.met !== "no") reasons.push({ code: "choose", field: `met-${itemId}` });
  for (const reason of words === "" ? [] : checkWords(`words-${itemId}`, words, LONGEST_WORDS))
    if (reason.code !== "missing") reasons.push({ ...reason, code: reason.code });
  const met = typed.met === "yes";
  const latest = (await outcomesOf(work, assessment.id)).get(itemId);
  if (latest && latest.met === met && latest.words === words) return done(null);
  if (writeOutcome(latest) !== typed.follows)
    reasons.push({ code: "changed-by-other", field: `words-${itemId}` });
  if (reasons.length > 0) return refused(...reasons);
  await addOutcome(work, {
    assessmentId: assessment.id,
    personId: assessment.personId,
    itemId,
    met,
    words,
    decidedBy: room.actorId,
  });
  return done(null);
}

/** Which outcome was in view, as a form carries it. */
export const writeOutcome = (outcome: { readonly id: string } | undefined): string => outcome?.id ?? "";

/** The meeting is over: agreed when every statement has an outcome, else the rest is left for next time, if that is what was chosen. */
export async function endMeeting(
  work: Work,
  address: AssessmentAddress,
  { leaveRest }: { readonly leaveRest: boolean },
): Promise<Result<EndedHow, AgreeCode>> {
  const room = await heldRoom(work, address);
  const { assessment, standing } = room;
  if (room.side !== "manager") throw new NotFound("meeting");
  if (standing.endedHow === "agreed" || standing.endedHow === "rest-left") return done(standing.endedHow);
  if (!may(room, "end")) return refused({ code: "not-opened" });
  const asked = await askedIn(work, assessment);
  const since = await sinceThen(work, assessment, asked);
  const how = endingOf(withoutOutcome(statementsOf(asked), since, await outcomesOf(work, assessment.id)));
  if (how === "rest-left" && !leaveRest) return refused({ code: "left" });
  await saveEnded(work, assessment.id, how, room.actorId);
  const { id, personId } = assessment;
  await tell(work, "assessment-ended", { to: [personId], about: id, path: `/my/assessment/${id}` });
  return done(how);
}
