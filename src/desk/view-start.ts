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
import { unitsActedFor } from "../people/acting.ts";
import { viewLastRead, type LastRead } from "../people/view-my-reads.ts";
import { answerOf, currentPlacements, workPeriods, type Placement } from "../placement/store.ts";
import { modelsOpenTo } from "../placement/unit.store.ts";
import type { Answer } from "../placement/rules.ts";
import { viewUnitPlacements, type UnitPlacements } from "../placement/view-unit-placements.ts";
import { holds } from "../shared/local-date.ts";
import type { UnitToSee } from "../evidence/unit.store.ts";
import { viewEvidenceTasks } from "../evidence/view-unit-evidence.ts";
import type { WaitingMove } from "../move/store.ts";
import { viewWaitingMoves } from "../move/view-waiting-moves.ts";
import { viewTalkTasks, type TalkTask } from "../talk/view-talks.ts";
import { viewErrands, type Errand } from "./view-errands.ts";

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

/** The list of a unit; `vacant` where the unit has no manager and the actor, as the manager above, acts in their place. */
export type Team = UnitPlacements & { readonly vacant: boolean };

export type Start = {
  readonly name: string;
  readonly presentation: "rings" | "stairs";
  readonly talkWord: string;
  readonly employee: boolean;
  readonly places: readonly OwnPlace[];
  readonly lastRead: LastRead | null;
  readonly teams: readonly Team[];
  /** Further units that the actor manages or acts for, beyond those that are shown. */
  readonly otherTeams: number;
  readonly moves: readonly WaitingMove[];
  /** What waits for the actor in talks: their own, and those that they hold. */
  readonly talks: readonly TalkTask[];
  readonly drafts: readonly WaitingDraft[];
  /** Evidence that waits for a check, or ends soon, by unit. */
  readonly evidence: readonly UnitToSee[];
  readonly errands: readonly Errand[];
  readonly mayImport: boolean;
  readonly mayKeep: boolean;
};

/** More teams than this are links on the units page: each one shown is read, and logged, in full. */
const MOST_TEAMS = 3;

export async function viewStart(work: Work): Promise<Start> {
  const { actor } = work;
  if (!actor) throw new NotFound("start page");
  const teams: Team[] = [];
  const acted = await unitsActedFor(work);
  const unitIds = [...new Set([...actor.manages.map((unit) => unit.unitId), ...acted])];
  for (const unitId of unitIds.slice(0, MOST_TEAMS))
    teams.push({
      ...(await viewUnitPlacements(work, { unitId, page: 1 })),
      vacant: acted.includes(unitId),
    });
  const { presentation, talkWord } = await settings(work);
  return {
    name: actor.displayName.split(" ")[0] ?? actor.displayName,
    presentation,
    talkWord,
    employee: actor.personId !== null,
    places: actor.personId === null ? [] : await ownPlaces(work, actor.personId),
    lastRead: await viewLastRead(work),
    teams,
    otherTeams: Math.max(0, unitIds.length - MOST_TEAMS),
    moves: await viewWaitingMoves(
      work,
      teams.flatMap(({ rows }) => rows.flatMap(({ personId, detail }) => (detail ? [personId] : []))),
    ),
    talks: await viewTalkTasks(
      work,
      teams.flatMap(({ unit, rows }) =>
        rows.flatMap(({ personId, as }) =>
          as ? [{ personId, unitId: unit.id, authorityId: unit.authorityId, as }] : [],
        ),
      ),
    ),
    drafts: await waitingDrafts(work, actor),
    evidence: await viewEvidenceTasks(work, acted),
    errands: await viewErrands(work, actor),
    mayImport: mayImportStaff(actor) !== null,
    mayKeep: hasRole(actor, "administrator"),
  };
}

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
