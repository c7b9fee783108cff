/** Beginning an assessment (ASM-1): the person or their manager chooses the level that it is about. At most one at a time for each model. */
import { managersOfPerson, tell } from "../notices/tell.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { personRoom, type PersonRoom, type Workplace } from "../placement/person-room.ts";
import { readPlace } from "../placement/rules.ts";
import { currentPlacements, lockPeople, wholeModels, type NamedLevel } from "../placement/store.ts";
import { askedIn } from "./asked.ts";
import { addAssessment, assessmentsOf, scaleOf } from "./assessment.store.ts";
import { isOnOwnPage, type Side } from "./assessment.rules.ts";
import { statementsOf } from "./statements.rules.ts";

/** A model that an assessment can be begun in, with the levels that can be asked about today, and where the person is placed. */
export type BeginChoice = {
  readonly workplace: Workplace;
  readonly versionId: Id;
  readonly levels: readonly NamedLevel[];
  /** The assessment that is under way already. */
  readonly underWay: Id | null;
  readonly placed: { readonly levelId: Id; readonly trackId: Id | null } | null;
};

export type BeginCode = "missing" | "unknown-place" | "already-open" | "nothing-to-assess";

/** The models that the actor may begin an assessment in: the person's own where they work, their manager's where they decide. */
export async function beginChoices(work: Work, room: PersonRoom): Promise<BeginChoice[]> {
  const placed = await currentPlacements(work, [room.personId], work.today);
  const under = (await assessmentsOf(work, [room.personId])).filter(({ endedOn }) => endedOn === null);
  const isSelf = room.sight.basis === "self";
  const workplaces: readonly Workplace[] = isSelf ? room.workplaces : room.placings;
  // Somebody who works in several units in one profession begins where they are placed.
  const first = workplaces.filter(
    (workplace, index) => workplaces.findIndex((each) => isAlike(each, workplace)) === index,
  );
  const models = await wholeModels(
    work,
    first.map(({ model }) => model),
  );
  return first.flatMap((workplace): BeginChoice[] => {
    const version = models
      .get(workplace.model.modelId)
      ?.versions.find(({ versionId }) => versionId === workplace.model.versionId);
    if (!version) return [];
    const placement = placed.find(
      (each) => each.modelId === workplace.model.modelId && each.authorityId === workplace.authorityId,
    );
    const level = version.levels.find(({ levelId }) => levelId === placement?.levelId);
    return [
      {
        workplace,
        versionId: version.versionId,
        levels: version.levels,
        underWay:
          under.find((each) => isAlike({ model: each, authorityId: each.authorityId }, workplace))?.id ??
          null,
        placed:
          level && placement
            ? {
                levelId: level.levelId,
                trackId: level.tracks.find(({ trackId }) => trackId === placement.trackId)?.trackId ?? null,
              }
            : null,
      },
    ];
  });
}

type In = { readonly model: { readonly modelId: Id }; readonly authorityId: Id | null };
const isAlike = (a: In, b: In): boolean =>
  a.model.modelId === b.model.modelId && a.authorityId === b.authorityId;

/** The level and track as they are in the version, when it has them. */
function placeIn(choice: BeginChoice, place: string): { levelId: Id; trackId: Id | null } | undefined {
  const { levelId, trackId } = readPlace(place);
  const level = choice.levels.find((each) => each.levelId === levelId);
  const isThere = trackId === null || level?.tracks.some((track) => track.trackId === trackId);
  return level && isThere ? { levelId: level.levelId, trackId } : undefined;
}

/**
 * Begins one at a place (`readPlace`), on the page of `side`, and gives its id. Throws NotFound for whoever may not: somebody who is neither the person nor their manager, or for a model that
 * the person doesn't work in.
 */
export async function beginAssessment(
  work: Work,
  input: { personId: string; modelId: string; place: string; side?: Side },
): Promise<Result<Id, BeginCode>> {
  if (isId(input.personId)) await lockPeople(work, [input.personId]);
  const room = await personRoom(work, input.personId);
  if (!isOnOwnPage(input.side, room.sight.basis === "self")) throw new NotFound("assessment");
  const choice = (await beginChoices(work, room)).find(
    ({ workplace }) => workplace.model.modelId === input.modelId,
  );
  const begunBy = work.actor?.personId;
  if (!choice || !begunBy) throw new NotFound("assessment");
  if (input.place === "") return refused({ code: "missing", field: "place" });
  if (choice.underWay !== null) return refused({ code: "already-open", data: { id: choice.underWay } });
  const place = placeIn(choice, input.place);
  if (!place) return refused({ code: "unknown-place", field: "place" });
  const { workplace, versionId } = choice;
  const about = { versionId, unitId: workplace.unitId, ...place };
  const asked = await askedIn(work, { ...about, begunOn: work.today });
  if (statementsOf(asked).length === 0) return refused({ code: "nothing-to-assess", field: "place" });
  const own = await scaleOf(work, versionId);
  const id = newId();
  await addAssessment(
    work,
    {
      id,
      personId: room.personId,
      modelId: workplace.model.modelId,
      authorityId: workplace.authorityId,
      scale: own.length > 0 ? own : (await settings(work)).ratingScale,
      ...about,
    },
    begunBy,
  );
  const { personId } = room;
  if (begunBy === personId) {
    const path = `/people/${personId}/assessment/${id}`;
    await tell(work, "assessment-begun", { to: await managersOfPerson(work, personId), about: id, path });
  }
  await tell(work, "assessment-begun", { to: [personId], about: id, path: `/my/assessment/${id}` });
  return done(id);
}
