/** Places one person, moves them, or puts the latest placement right (PLC-1, PLC-3, PLC-4, PLC-6, PLC-7). */
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { putInForce, weigh, type WantedPlacement } from "../placement/decide.ts";
import { latestIn, noteRead, personRoom } from "../placement/person-room.ts";
import { NOTHING_OVER, type Decided, type DecisionCode, type Draft, type Over } from "../placement/rules.ts";
import { lockPeople, placements, wholeModels, type Placement } from "../placement/store.ts";
import { hrHandlers } from "../identity/hr-handlers.store.ts";
import { managersOfPerson, tell } from "../notices/tell.ts";
import { applicationsOf, endApplication } from "./application.store.ts";
import { setsOff, type MoveCode } from "./move.rules.ts";
import { addTasks, titlesOf } from "./store.ts";
import { weighStep } from "./weigh-step.ts";

export type PlacingCode = DecisionCode | MoveCode | "changed-meanwhile";

/**
 * `follows` is the latest placement that the actor has seen, null for none: another one means that somebody else decided meanwhile.
 * With `corrects` that one was wrong and gives way. `despite` is why a move is made over what isn't met, where the rule is advisory. Throws NotFound for whoever
 * may not place the person in the model. Gives the placement.
 */
export async function placePerson(
  work: Work,
  input: {
    personId: string;
    modelId: string;
    draft: Draft;
    follows: Id | null;
    corrects: boolean;
    despite?: string;
  },
): Promise<Result<Id, PlacingCode>> {
  const room = await personRoom(work, input.personId);
  const { personId } = room;
  const placing = room.placings.find((each) => each.model.modelId === input.modelId);
  const model = placing && (await wholeModels(work, [placing.model])).get(placing.model.modelId);
  const decidedBy = work.actor?.personId;
  if (!model || !decidedBy) throw new NotFound("placing");
  noteRead(work, room, "placement-history");
  await lockPeople(work, [personId]);
  const history = await placements(work, [personId]);
  const latest = latestIn(placing, history);
  if ((latest?.id ?? null) !== input.follows) return refused({ code: "changed-meanwhile" });
  if (input.corrects && !latest) return refused({ code: "nothing-to-correct" });
  const { as: decidedAs, unitId } = placing;
  const corrects = input.corrects ? input.follows : null;
  const wanted = { personId, model, decidedBy, decidedAs, unitId, draft: input.draft, corrects };
  for (const { result } of await weigh(work, [wanted])) {
    if (!result.ok) return refused<PlacingCode>(...result.reasons);
    const from = leftBy(result.value, history);
    const over = from
      ? await weighStep(work, {
          placing,
          personId,
          from,
          to: result.value,
          despite: input.despite ?? "",
          authorities: room.sight.authorities,
        })
      : done(NOTHING_OVER);
    if (!over.ok) return refused<PlacingCode>(...over.reasons);
    return done(await carryOut(work, { wanted, decided: result.value, over: over.value, from }));
  }
  throw new Error("a decision was not weighed");
}

/** The placement that somebody moves from by this decision: none where they stay at their place, and where what was there was only taken over (INT-4). */
function leftBy(decided: Decided, history: readonly Placement[]): Placement | null {
  const before = history.find(({ id }) => id === decided.closed);
  const stays = before?.levelId === decided.levelId && before.trackId === decided.trackId;
  return !before || stays || before.takenOver !== null ? null : before;
}

/** Puts the decision in force, grants what the person had applied for, and sets off what a move does here. */
async function carryOut(
  work: Work,
  {
    wanted,
    decided,
    over,
    from,
  }: { wanted: WantedPlacement; decided: Decided; over: Over; from: Placement | null },
): Promise<Id> {
  const { personId, decidedBy, model } = wanted;
  const { modelId } = model;
  const [placementId] = await putInForce(work, [{ wanted, result: done(decided), over }]);
  if (placementId === undefined) throw new Error("a decision was not saved");
  const granted = (await applicationsOf(work, personId)).find(
    (each) =>
      each.outcome === null &&
      each.modelId === modelId &&
      each.levelId === decided.levelId &&
      each.trackId === decided.trackId,
  );
  if (granted) {
    await endApplication(work, granted.id, { outcome: "granted", answeredBy: decidedBy, placementId });
    await tell(work, "application-answered", { to: [personId], about: granted.id, path: "/my/move" });
  }
  if (!from) return placementId;
  const [before = "", after = ""] = await titlesOf(work, modelId, [from, decided]);
  const tasks = setsOff(await settings(work), { before, after });
  await addTasks(work, placementId, tasks);
  const to = [
    ...(tasks.some(({ owner }) => owner === "manager") ? await managersOfPerson(work, personId) : []),
    ...(tasks.some(({ owner }) => owner === "hr") ? await hrHandlers(work) : []),
  ];
  await tell(work, "move-task", { to, about: placementId, path: "/move-tasks" });
  return placementId;
}
