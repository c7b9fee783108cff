/** The employee's answer to a placement (PLC-1): that they have read it, or another view in their own words. Both stay. */
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { tell } from "../notices/tell.ts";
import { aboveOfPlacement } from "./answer-view.ts";
import { checkWords, LONGEST_VIEW } from "./rules.ts";
import { addResponse, lockPeople, placements } from "./store.ts";

export type ResponseCode = "missing" | "too-long" | "bad-character" | "nobody-above";

/** What is answered; another view may go to the manager above, with a union representative (PLC-9). */
export type TypedResponse = {
  readonly placementId: string;
  readonly kind: "acknowledged" | "other-view";
  readonly words: string;
  readonly toAbove?: boolean;
  readonly withRepresentative?: boolean;
};

/** Only the person answers, and only to a placement that counts; having read it is said once. */
export async function respond(work: Work, input: TypedResponse): Promise<Result<null, ResponseCode>> {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("placement");
  await lockPeople(work, [personId]);
  const placement = (await placements(work, [personId])).find((each) => each.id === input.placementId);
  if (!placement || placement.corrected) throw new NotFound("placement");
  if (input.kind === "acknowledged") {
    const isSaid = placement.responses.some((response) => response.kind === "acknowledged");
    const silent = { words: "", toAbove: false, withRepresentative: false };
    if (!isSaid) await addResponse(work, placement.id, { kind: "acknowledged", ...silent });
    return done(null);
  }
  const words = input.words.replaceAll("\r\n", "\n").trim();
  const reasons = checkWords("words", words, LONGEST_VIEW);
  if (reasons.length > 0) return refused(...reasons);
  const { toAbove = false, withRepresentative = false } = input;
  const above = toAbove ? await aboveOfPlacement(work, placement) : null;
  if (toAbove && above === null) return refused({ code: "nobody-above", field: "toAbove" });
  const id = await addResponse(work, placement.id, {
    kind: "other-view",
    words,
    toAbove,
    withRepresentative: toAbove && withRepresentative,
  });
  if (above) await tell(work, "view-above", { to: [above.personId], about: id, path: "/placement-views" });
  return done(null);
}
