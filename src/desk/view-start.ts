/** Everyone's first page: where I am, what to do now, and what my team or my task needs. */
import type { Id } from "../shared/ids.ts";
import { hasRole, type Actor } from "../shared/actor.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings, unitOn } from "../organisation/store.ts";
import { mayAdopt, mayWriteModels } from "../career-model/access.ts";
import { adoptedContent } from "../career-model/adopted-content.ts";
import { effectiveContent, type EffectiveContent } from "../layers/view-effective.ts";
import { viewModels } from "../career-model/view-models.ts";
import { mayImportStaff } from "../people/access.ts";
import { viewLastRead, type LastRead } from "../people/view-my-reads.ts";
import { answerOf, currentPlacements, workPeriods, type Placement } from "../placement/store.ts";
import { modelsOpenTo } from "../placement/unit.store.ts";
import type { Answer } from "../placement/rules.ts";
import { holds } from "../shared/local-date.ts";
import { talksAround, talkTasks, type TalkTask } from "../talk/view-talks.ts";
import { viewErrands, type Errand } from "./view-errands.ts";
import { viewTeams, type Teams } from "./view-teams.ts";

/** One's own place in a model, or the model in which one has none yet. */
export type OwnPlace = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** With what the organisation and the unit that they work in have laid over it (MOD-9). */
  readonly content: EffectiveContent;
  readonly placement:
    | (Placement & { readonly answer: Answer; readonly levelKey: string; readonly trackKey: string | null })
    | null;
};

/** A draft that waits for somebody: to be decided by an adopter, or written on. */
export type WaitingDraft = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly number: number;
  readonly adopt: boolean;
};

export type Start = {
  readonly name: string;
  readonly presentation: "rings" | "stairs";
  readonly talkWord: string;
  /** What a manager, a deputy, or whoever acts where there is none sees first; null for all others, and for their own page. */
  readonly manager: Teams | null;
  /** May the reader go between their units and their own page? */
  readonly both: boolean;
  readonly places: readonly OwnPlace[];
  readonly lastRead: LastRead | null;
  /** What waits for the actor in talks: their own, and those that they hold. */
  readonly talks: readonly TalkTask[];
  readonly drafts: readonly WaitingDraft[];
  readonly errands: readonly Errand[];
  readonly mayImport: boolean;
  readonly mayKeep: boolean;
};

/** `own` asks for one's own page, as everyone who manages nothing has it. */
export async function viewStart(
  work: Work,
  { own = false }: { readonly own?: boolean } = {},
): Promise<Start> {
  const { actor } = work;
  if (!actor) throw new NotFound("start page");
  const { personId } = actor;
  const manager = own ? null : await viewTeams(work, actor);
  const { presentation, talkWord } = await settings(work);
  return {
    name: actor.displayName.split(" ")[0] ?? actor.displayName,
    presentation,
    talkWord,
    manager,
    both: personId !== null && (manager !== null || actor.manages.length > 0),
    places: manager || personId === null ? [] : await ownPlaces(work, personId),
    lastRead: manager ? null : await viewLastRead(work),
    talks: manager || personId === null ? (manager?.talks ?? []) : await ownTalks(work, personId),
    drafts: await waitingDrafts(work, actor),
    errands: await viewErrands(work, actor),
    mayImport: mayImportStaff(actor) !== null,
    mayKeep: hasRole(actor, "administrator"),
  };
}

const ownTalks = async (work: Work, personId: Id): Promise<TalkTask[]> =>
  talkTasks(work, (await talksAround(work, personId, []).execute(work.tx)).rows, []);

async function ownPlaces(work: Work, personId: Id): Promise<OwnPlace[]> {
  const current = await currentPlacements(work, [personId], work.today);
  const periods = (await workPeriods(work, [personId])).filter((period) => holds(period, work.today));
  const placedIn = new Set(current.map(({ modelId }) => modelId));
  const places: OwnPlace[] = [];
  const unitIds: Id[] = [];
  for (const { unitId } of periods) unitIds.push(...((await unitOn(work, unitId, work.today))?.path ?? []));
  const here = async (versionId: Id) => {
    const base = await adoptedContent(work, versionId);
    return base && effectiveContent(work, { id: versionId, inForceFrom: null }, base, unitIds);
  };
  for (const placement of current) {
    const content = await here(placement.versionId);
    if (!content) continue;
    const keyOf = (ids: Readonly<Record<string, Id>>, id: Id | null) =>
      Object.keys(ids).find((key) => ids[key] === id) ?? null;
    places.push({
      slug: placement.modelSlug,
      nameSv: placement.modelSv,
      nameEn: placement.modelEn,
      content,
      placement: {
        ...placement,
        answer: answerOf(placement.responses),
        levelKey: keyOf(content.levelIds, placement.levelId) ?? "",
        trackKey: keyOf(content.trackIds, placement.trackId),
      },
    });
  }
  const professionIds = [...new Set(periods.map(({ professionId }) => professionId))];
  for (const { modelId, versionId, slug, nameSv, nameEn } of await modelsOpenTo(work, professionIds)) {
    if (placedIn.has(modelId)) continue;
    const content = await here(versionId);
    if (content) places.push({ slug, nameSv, nameEn, content, placement: null });
  }
  return places;
}

/** Drafts for those whose turn it is: the adopter decides, the writer goes on. */
async function waitingDrafts(work: Work, actor: Actor): Promise<WaitingDraft[]> {
  if (!mayAdopt(actor) && !mayWriteModels(actor)) return [];
  const { models } = await viewModels(work);
  return models.flatMap(({ slug, nameSv, nameEn, drafts }) =>
    drafts.map(({ number }) => ({ slug, nameSv, nameEn, number, adopt: mayAdopt(actor) })),
  );
}
