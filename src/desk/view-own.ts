/** One's own first page: where one is, what the next level asks, the talk, the plan, and who has read. */
import type { Id } from "../shared/ids.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { lastReadOf, toLastRead, type LastRead } from "../people/view-my-reads.ts";
import { effectiveContent, type EffectiveContent } from "../layers/view-effective.ts";
import { adoptedContent } from "../career-model/adopted-content.ts";
import { atWork, type PresentWork } from "../placement/present-work.store.ts";
import { answerOf, placementsOn, type OpenModel, type Placement } from "../placement/store.ts";
import type { Answer } from "../placement/rules.ts";
import { effectiveOn, type Held } from "../assessment/asked.ts";
import { ownUnderWay, type OwnAssessment } from "../assessment/own.store.ts";
import { askedAt, statementsOf } from "../assessment/statements.rules.ts";
import { levelAhead, type Ahead } from "../gap/level-ahead.ts";
import { planSummary, summaryFrom, type PlanSummary } from "../plan/summary.store.ts";
import type { OwnSheet } from "./own.rules.ts";
import { talksAround, talkTasks, type TalkTask } from "../talk/view-talks.ts";

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
  /** What the next level asks; null where one isn't placed, or the model has no version in force. */
  readonly ahead: Ahead | null;
};

export type Own = {
  readonly places: readonly OwnPlace[];
  readonly talks: readonly TalkTask[];
  readonly sheet: OwnSheet | null;
  readonly plan: PlanSummary;
  readonly lastRead: LastRead | null;
};

export async function viewOwn(work: Work, personId: Id): Promise<Own> {
  const asked = await askTogether(work.tx, {
    placements: placementsOn(work, [personId], work.today),
    atWork: atWork(work, personId),
    talks: talksAround(work, personId, []),
    sheets: ownUnderWay(work, personId),
    plan: planSummary(work, personId),
    reads: lastReadOf(work, personId),
  });
  const present = asked.atWork.flatMap((each) => each.present);
  const places: OwnPlace[] = [];
  const held = new Map<Id, Held>();
  for (const placement of asked.placements) {
    const at = present.find(({ model }) => model?.modelId === placement.modelId) ?? present[0];
    const place = await placedAt(work, placement, at, held);
    if (place) places.push(place);
  }
  const placedIn = new Set(asked.placements.map(({ modelId }) => modelId));
  for (const { model, unitId } of present) {
    if (!model || placedIn.has(model.modelId)) continue;
    placedIn.add(model.modelId);
    places.push(await openAt(work, model, unitId));
  }
  const [sheet] = asked.sheets;
  return {
    places,
    talks: await talkTasks(work, asked.talks, []),
    sheet: sheet ? sheetOf(sheet, held.get(sheet.versionId)) : null,
    plan: summaryFrom(asked.plan),
    lastRead: toLastRead(asked.reads),
  };
}

const keyOf = (ids: Readonly<Record<string, Id>>, id: Id | null): string | null =>
  Object.keys(ids).find((key) => ids[key] === id) ?? null;

/** In the version in force today; in the placement's own where there is none, or it has the level no longer. */
async function placedAt(
  work: Work,
  placement: Placement,
  at: PresentWork | undefined,
  known: Map<Id, Held>,
): Promise<OwnPlace | null> {
  const model = at?.model?.modelId === placement.modelId ? at.model : null;
  const now = at && model ? await effectiveOn(work, model.versionId, at.unitId, work.today) : null;
  if (now && model) known.set(model.versionId, now);
  const isThere = now !== null && keyOf(now.effective.levelIds, placement.levelId) !== null;
  const content = isThere ? now.effective : await contentOf(work, placement.versionId, at?.unitId);
  if (!content) return null;
  return {
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
    ahead:
      isThere && model
        ? await levelAhead(work, {
            personId: placement.personId,
            professionId: model.professionId,
            held: now,
            placed: placement,
          })
        : null,
  };
}

async function contentOf(
  work: Work,
  versionId: Id,
  unitId: Id | undefined,
): Promise<EffectiveContent | null> {
  if (unitId !== undefined) return (await effectiveOn(work, versionId, unitId, work.today)).effective;
  const base = await adoptedContent(work, versionId);
  return base ? effectiveContent(work, { id: versionId, inForceFrom: null }, base, []) : null;
}

const openAt = async (work: Work, model: OpenModel, unitId: Id): Promise<OwnPlace> => {
  const { slug, nameSv, nameEn, versionId } = model;
  const { effective: content } = await effectiveOn(work, versionId, unitId, work.today);
  return { slug, nameSv, nameEn, content, placement: null, ahead: null };
};

/** How many statements it has is known where it is held in the version of today. */
function sheetOf({ id, state, said, levelId, trackId }: OwnAssessment, held: Held | undefined): OwnSheet {
  const levelKey = held ? keyOf(held.effective.levelIds, levelId) : null;
  if (!held || levelKey === null) return { id, state, said, of: null };
  const place = { levelKey, trackKey: keyOf(held.effective.trackIds, trackId) };
  return { id, state, said, of: statementsOf(askedAt(held.effective, held.itemIds, place)).length };
}
