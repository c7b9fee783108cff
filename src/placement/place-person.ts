/** Places one person, moves them, or puts the latest placement right (PLC-1, PLC-6). */
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { putInForce, weigh } from "./decide.ts";
import { noteRead, personRoom } from "./person-room.ts";
import type { DecisionCode, Draft } from "./rules.ts";

/** `corrects` is the placement that was wrong; null for a new decision. Throws NotFound for whoever may not place the person in the model. */
export async function placePerson(
  work: Work,
  input: { personId: string; modelId: string; draft: Draft; corrects: Id | null },
): Promise<Result<null, DecisionCode>> {
  const room = await personRoom(work, input.personId);
  const placing = room.placings.find((each) => each.model.modelId === input.modelId);
  const decidedBy = work.actor?.personId;
  if (!placing || !decidedBy) throw new NotFound("placing");
  noteRead(work, room, "placement-history");
  const weighed = await weigh(work, [
    {
      personId: room.personId,
      model: placing.model,
      decidedBy,
      decidedAs: placing.as,
      unitId: placing.unitId,
      draft: input.draft,
      corrects: input.corrects,
    },
  ]);
  for (const { result } of weighed) if (!result.ok) return refused(...result.reasons);
  await putInForce(work, weighed);
  return done(null);
}
