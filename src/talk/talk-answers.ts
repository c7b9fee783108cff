/** What every operation on one talk has in common (INT-3): which talk its address names, and what it answers when something has been done. */
import { ownPerson } from "../assessment/assessment-room.ts";
import type { Side } from "../assessment/assessment.rules.ts";
import type { Work } from "../platform/database/work.ts";
import { answerTo, ok } from "../platform/http/api/answer.ts";
import type { Result } from "../shared/result.ts";
import type { TalkAddress } from "./talk-room.ts";
import { CLOSED, wholeIn } from "./talk-shapes.ts";
import { viewTalk } from "./view-talk.ts";

/** The talk that `param` names: of the token's own person, or of another. */
export const addressIn = (work: Work, side: Side, param: (name: string) => string): TalkAddress => ({
  personId: side === "self" ? ownPerson(work) : param("personId"),
  talkId: param("talkId"),
  side,
});

/** The talk once that is done. */
export const asItIsNow = async (work: Work, address: TalkAddress, result: Result<unknown>) =>
  answerTo(result, async () => ok(wholeIn(await viewTalk(work, address))), { conflict: CLOSED });
