/** Preparing a talk (TLK-1): each writes for themself, and shows it when they want to; when the talk is held both are open. */
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkWords } from "../placement/rules.ts";
import { heldTalk, type TalkAddress } from "./talk-room.ts";
import { LONGEST_ANSWER, QUESTIONS, type Question } from "./talk.rules.ts";
import { savePreparation, writtenIn, type Answers } from "./written.store.ts";

export type PrepareCode = "too-long" | "bad-character" | "nothing-written" | "gone-on" | "changed-by-other";

export type TypedPreparation = {
  readonly answers: Readonly<Partial<Record<Question, string>>>;
  readonly share: boolean;
  /** The number of the save that it was read at; 0 before the first. */
  readonly revision: number;
};

/** Saves one's own. What has been shown stays shown. A text that was saved in another window meanwhile is not overwritten. */
export async function prepareTalk(
  work: Work,
  address: TalkAddress,
  typed: TypedPreparation,
): Promise<Result<null, PrepareCode>> {
  const { talk, seat, doer, may } = await heldTalk(work, address, "prepare");
  if (!may) return refused({ code: "gone-on" });
  const side = seat.reader === "self" ? "self" : "manager";
  const [before] = (await writtenIn(work, talk.id, [side])).preparations;
  const reasons: Reason<PrepareCode>[] = [];
  const answers: Partial<Record<Question, string>> = {};
  for (const question of QUESTIONS[talk.kind]) {
    const words = (typed.answers[question] ?? "").replaceAll("\r\n", "\n").trim();
    if (words === "") continue;
    for (const reason of checkWords(question, words, LONGEST_ANSWER))
      if (reason.code !== "missing") reasons.push({ ...reason, code: reason.code });
    answers[question] = words;
  }
  const isSame = sameAnswers(before?.answers ?? {}, answers);
  if (before && before.revision !== typed.revision && !isSame) reasons.push({ code: "changed-by-other" });
  const shared = typed.share || (before?.sharedOn ?? null) !== null;
  if (shared && Object.keys(answers).length === 0) reasons.push({ code: "nothing-written" });
  if (reasons.length > 0) return refused(...reasons);
  if (isSame && shared === ((before?.sharedOn ?? null) !== null)) return done(null);
  const of = { talkId: talk.id, personId: talk.personId, side, authorId: doer.id } as const;
  await savePreparation(work, of, answers, shared);
  return done(null);
}

const sameAnswers = (a: Answers, b: Answers): boolean =>
  Object.values(QUESTIONS)
    .flat()
    .every((question) => (a[question] ?? "") === (b[question] ?? ""));
