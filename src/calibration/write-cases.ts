/** Writing the cases of a round, before it is opened (PLC-8): somebody invented, in a few words that are true to life. */
import { isId } from "../shared/ids.ts";
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { MOST_CASES, checkCase, type RoundCode } from "./calibration.rules.ts";
import { ledRound } from "./round.ts";
import { addCases, casesOf, deleteCase, saveCase } from "./store.ts";

export type CaseAddress = { readonly roundId: string; readonly caseId: string };

/** Saves a case; a new one where `caseId` is empty. */
export async function writeCase(
  work: Work,
  { roundId, caseId }: CaseAddress,
  typed: { readonly title: string; readonly story: string },
): Promise<Result<null, RoundCode>> {
  const { round } = await ledRound(work, roundId);
  const cases = await casesOf(work, round.id);
  if (caseId !== "" && !cases.some(({ id }) => id === caseId)) throw new NotFound("case");
  if (round.state !== "draft") return refused({ code: "gone-on" });
  const [title, story] = [typed.title.trim(), typed.story.replaceAll("\r\n", "\n").trim()];
  const reasons = checkCase({ title, story });
  if (caseId === "" && cases.length >= MOST_CASES)
    reasons.push({ code: "too-many-cases", data: { max: MOST_CASES } });
  if (reasons.length > 0) return refused(...reasons);
  if (caseId === "") await addCases(work, round.id, [{ title, story }]);
  else await saveCase(work, round.id, { id: caseId, title, story });
  return done(null);
}

export async function removeCase(
  work: Work,
  { roundId, caseId }: CaseAddress,
): Promise<Result<null, RoundCode>> {
  const { round } = await ledRound(work, roundId);
  const isThere = isId(caseId) && (await casesOf(work, round.id)).some(({ id }) => id === caseId);
  if (!isThere) throw new NotFound("case");
  if (round.state !== "draft") return refused({ code: "gone-on" });
  await deleteCase(work, round.id, caseId);
  return done(null);
}
