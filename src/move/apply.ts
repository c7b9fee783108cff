/** Applying for a move oneself, and taking it back (PLC-4, PLC-6). */
import { isId, type Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { managersOfPerson, tell } from "../notices/tell.ts";
import { settings } from "../organisation/store.ts";
import { personRoom } from "../placement/person-room.ts";
import { checkWords, readPlace } from "../placement/rules.ts";
import { currentPlacements, lockPeople, wholeModels } from "../placement/store.ts";
import { choiceOf, type ModelChoice } from "../placement/view-preparation.ts";
import { LONGEST_WORDS, type ApplicationCode } from "./application.rules.ts";
import {
  addApplication,
  applicationsOf,
  endApplication,
  holdApplication,
  type Application,
} from "./application.store.ts";
import type { MoveRule } from "./move.rules.ts";
import { postLevels } from "./store.ts";

/** A model that one is placed in, with where one is and what one has applied for. */
export type Applying = ModelChoice & {
  readonly level: string;
  readonly track: string | null;
  readonly open: Application | null;
  /** The names of the levels that are posts (PLC-4). */
  readonly posts: readonly string[];
};

export type MyMoves = {
  readonly models: readonly Applying[];
  /** What has been answered, taken back or lapsed, the latest first. */
  readonly earlier: readonly Application[];
  readonly moveRule: MoveRule;
  readonly needForMoves: boolean;
  readonly talkWord: string;
};

/** Throws NotFound for an account that is nobody's. */
export async function viewMyMoves(work: Work): Promise<MyMoves> {
  const personId = ownPerson(work);
  const { applying, applications } = await whereToApply(work, personId);
  const { moveRule, needForMoves, talkWord } = await settings(work);
  const models: Applying[] = [];
  for (const { current, model } of applying) {
    const choice = choiceOf(model, work.today);
    const posts = await postLevels(work, model.modelId);
    models.push({
      ...choice,
      level: current.level,
      track: current.track,
      open:
        applications.find(({ outcome, modelId }) => outcome === null && modelId === model.modelId) ?? null,
      posts: choice.levels.filter(({ levelId }) => posts.includes(levelId)).map(({ name }) => name),
    });
  }
  return {
    models,
    earlier: applications.filter(({ outcome }) => outcome !== null),
    moveRule,
    needForMoves,
    talkWord,
  };
}

function ownPerson(work: Work): Id {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("own moves");
  return personId;
}

/** The models in force that the person is placed in where they work. */
async function whereToApply(work: Work, personId: Id) {
  const { workplaces } = await personRoom(work, personId);
  const placed = await currentPlacements(work, [personId], work.today);
  const models = await wholeModels(
    work,
    workplaces.map(({ model }) => model),
  );
  const applying = placed.flatMap((current) => {
    const workplace = workplaces.find(
      ({ model, authorityId }) => model.modelId === current.modelId && authorityId === current.authorityId,
    );
    const model = workplace && models.get(current.modelId);
    return model ? [{ current, model, authorityId: workplace.authorityId }] : [];
  });
  return { applying, applications: await applicationsOf(work, personId) };
}

/**
 * PLC-4: asks one's manager for another place in a model that one is placed in. One application at a time for each model. `place` is as `writePlace` writes it.
 */
export async function applyForMove(
  work: Work,
  wanted: { readonly modelId: string; readonly place: string; readonly words: string },
): Promise<Result<Id, ApplicationCode>> {
  const personId = ownPerson(work);
  await lockPeople(work, [personId]);
  const { applying, applications } = await whereToApply(work, personId);
  const here = applying.find(({ model }) => model.modelId === wanted.modelId);
  if (!here) throw new NotFound("model to apply in");
  const { current, model, authorityId } = here;
  const { modelId } = model;
  const { levelId, trackId } = readPlace(wanted.place);
  const level = model.versions
    .find((each) => holds(each, work.today))
    ?.levels.find((each) => each.levelId === levelId);
  const isThere = level && (trackId === null || level.tracks.some((track) => track.trackId === trackId));
  const isHere = current.levelId === levelId && current.trackId === trackId;
  const isOpen = applications.some((each) => each.outcome === null && each.modelId === modelId);
  const reasons = [
    ...(wanted.place === ""
      ? [{ code: "missing", field: "place" } as const]
      : isThere
        ? []
        : [{ code: "unknown-level", field: "place" } as const]),
    ...(isHere ? [{ code: "same-place", field: "place" } as const] : []),
    ...checkWords("words", wanted.words, LONGEST_WORDS),
    ...(isOpen ? [{ code: "applied-already" } as const] : []),
  ];
  if (reasons.length > 0) return refused<ApplicationCode>(...reasons);
  const application = { personId, modelId, levelId, trackId, authorityId, words: wanted.words.trim() };
  const id = await addApplication(work, application);
  const path = `/people/${personId}/placements`;
  await tell(work, "application-made", { to: await managersOfPerson(work, personId), about: id, path });
  return done(id);
}

/** Takes one's own application back. Throws NotFound for anybody else's. */
export async function withdrawApplication(
  work: Work,
  applicationId: string,
): Promise<Result<null, ApplicationCode>> {
  const personId = ownPerson(work);
  const application = isId(applicationId) ? await holdApplication(work, applicationId) : undefined;
  if (application?.personId !== personId) throw new NotFound("application");
  if (application.outcome !== null) return refused({ code: "answered-already" });
  await endApplication(work, application.id, { outcome: "withdrawn" });
  return done(null);
}
