/** The history of one person's placements with the answers to them, for the few who are close to the person (ORG-8, PLC-1). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { sees } from "./access.ts";
import { latestIn, noteRead, personRoom } from "./person-room.ts";
import { placements, wholeModels, type Placement } from "./store.ts";
import { choiceOf, type ModelChoice } from "./view-preparation.ts";

export type PersonPlacements = {
  readonly personId: Id;
  readonly name: string;
  readonly placements: readonly Placement[];
  /** The models that the actor may place the person in, each with the latest placement that a decision would follow on or put right. */
  readonly placings: readonly (ModelChoice & {
    readonly unitId: Id;
    readonly authorityId: Id | null;
    readonly latest: Placement | null;
  })[];
  /** The agreed principles, for whoever decides. */
  readonly principles: string;
  readonly talkWord: string;
};

export async function viewPersonPlacements(work: Work, personId: string): Promise<PersonPlacements> {
  const room = await personRoom(work, personId);
  noteRead(work, room, "placement-history");
  const seen = (await placements(work, [room.personId])).filter((placement) =>
    sees(room.sight, placement.authorityId),
  );
  const models = await wholeModels(
    work,
    room.placings.map(({ model }) => model),
  );
  const { placementPrinciples, talkWord } = await settings(work);
  return {
    personId: room.personId,
    name: room.name,
    placements: seen,
    placings: room.placings.flatMap((placing) => {
      const model = models.get(placing.model.modelId);
      return model
        ? [
            {
              ...choiceOf(model, work.today),
              unitId: placing.unitId,
              authorityId: placing.authorityId,
              latest: latestIn(placing, seen) ?? null,
            },
          ]
        : [];
    }),
    principles: room.placings.length > 0 ? placementPrinciples : "",
    talkWord,
  };
}
