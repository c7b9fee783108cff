/** Places one person, moves them, or puts the latest placement right (PLC-1, PLC-6). */
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { putInForce, weigh } from "./decide.ts";
import { latestIn, noteRead, personRoom } from "./person-room.ts";
import type { DecisionCode, Draft } from "./rules.ts";
import { lockPeople, placements } from "./store.ts";

export type PlacingCode = DecisionCode | "changed-meanwhile";

/**
 * `follows` is the latest placement that the actor has seen, null for none: another one means that somebody else decided meanwhile.
 * With `corrects` that one was wrong and gives way. Throws NotFound for whoever may not place the person in the model.
 */
export async function placePerson(
  work: Work,
  input: { personId: string; modelId: string; draft: Draft; follows: Id | null; corrects: boolean },
): Promise<Result<null, PlacingCode>> {
  const room = await personRoom(work, input.personId);
  const { personId } = room;
  const placing = room.placings.find((each) => each.model.modelId === input.modelId);
  const decidedBy = work.actor?.personId;
  if (!placing || !decidedBy) throw new NotFound("placing");
  noteRead(work, room, "placement-history");
  await lockPeople(work, [personId]);
  const latest = latestIn(placing, await placements(work, [personId]));
  if ((latest?.id ?? null) !== input.follows) return refused({ code: "changed-meanwhile" });
  if (input.corrects && !latest) return refused({ code: "nothing-to-correct" });
  const { model, as: decidedAs, unitId } = placing;
  const corrects = input.corrects ? input.follows : null;
  const weighed = await weigh(work, [
    { personId, model, decidedBy, decidedAs, unitId, draft: input.draft, corrects },
  ]);
  for (const { result } of weighed) if (!result.ok) return refused(...result.reasons);
  await putInForce(work, weighed);
  return done(null);
}
