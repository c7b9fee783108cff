/**
 * The sheet on which a manager prepares the unit (PLC-5): everyone not yet placed after a dialogue, with what is prepared, and the agreed
 * principles. What was taken over (INT-4) is there to be confirmed.
 */
import type { Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { draftToConfirm, EMPTY_DRAFT, writeDraft, type Saved } from "./preparation.rules.ts";
import { preparations, type Preparation } from "./preparation.store.ts";
import { writePlace, type Draft } from "./rules.ts";
import { currentPlacements, type NamedLevel, type Placement, type PlacementModel } from "./store.ts";
import { candidatesOf, keyOf, unitRoom, type Candidate } from "./unit-room.ts";
import { pageOf } from "./view-unit-placements.ts";

export type PreparedRow = {
  readonly key: string;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly model: ModelChoice;
  readonly draft: Draft;
  /** The draft as `writeDraft` gives it. */
  readonly was: string;
  readonly revision: number;
  readonly preparedBy: string | null;
  /** What is to be confirmed, if it was taken over. */
  readonly takenOver: TakenOverPlace | null;
};

/** A place that was taken over, with its source. */
export type TakenOverPlace = {
  readonly level: string;
  readonly track: string | null;
  readonly source: string;
};

/** A model with the levels that one can be placed at today. */
export type ModelChoice = {
  readonly modelId: Id;
  readonly sv: string;
  readonly en: string;
  readonly levels: readonly NamedLevel[];
};

export type PreparationSheet = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly principles: string;
  /** The organisation's own word for the talk. */
  readonly talkWord: string;
  readonly rows: readonly PreparedRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** What is saved, as it is typed. */
export const savedDraft = (preparation: Preparation): Saved => ({
  draft: {
    place: preparation.levelId ? writePlace(preparation.levelId, preparation.trackId) : "",
    dialogueOn: preparation.dialogueOn ?? "",
    basis: preparation.basis ?? EMPTY_DRAFT.basis,
    motivation: preparation.motivation,
  },
  revision: preparation.revision,
});

/** The levels of the version in force on the day. */
export const choiceOf = (model: PlacementModel, day: string): ModelChoice => ({
  modelId: model.modelId,
  sv: model.nameSv,
  en: model.nameEn,
  levels: model.versions.find((version) => holds(version, day))?.levels ?? [],
});

/** Throws NotFound for whoever decides for nobody in the unit. */
export async function viewPreparation(
  work: Work,
  input: { unitId: string; page: number; size?: number },
): Promise<PreparationSheet> {
  const room = await unitRoom(work, input.unitId);
  const candidates = await candidatesOf(work, room);
  if (candidates.size === 0) throw new NotFound("preparation");
  const personIds = [...candidates.values()].map(({ member }) => member.personId);
  const current = await currentPlacements(work, personIds, work.today);
  const placed = new Set(current.filter(({ takenOver }) => takenOver === null).map(keyOf));
  const takenOver = new Map(
    current
      .filter(({ authorityId }) => authorityId === room.unit.authorityId)
      .map((each) => [keyOf(each), each]),
  );
  const saved = new Map((await preparations(work, room.unit.id)).map((each) => [keyOf(each), each]));
  const waiting = [...candidates].filter(([key]) => !placed.has(key));
  const shown = pageOf(waiting, input.page, input.size);
  for (const [, { member, as }] of shown.rows)
    work.reads.note({ personIds: [member.personId], what: "placement-preparation", basis: as });
  const { placementPrinciples, talkWord } = await settings(work);
  return {
    unit: { id: room.unit.id, name: room.unit.name },
    principles: placementPrinciples,
    talkWord,
    rows: shown.rows.map(([key, candidate]) =>
      toRow(key, candidate, saved.get(key), takenOver.get(key), work.today),
    ),
    page: shown.page,
    pages: shown.pages,
    total: waiting.length,
  };
}

function toRow(
  key: string,
  { member, model }: Candidate,
  preparation: Preparation | undefined,
  placement: Placement | undefined,
  today: string,
): PreparedRow {
  const saved = preparation && savedDraft(preparation);
  const draft = saved?.draft ?? (placement ? draftToConfirm(placement) : EMPTY_DRAFT);
  return {
    key,
    personId: member.personId,
    givenName: member.givenName,
    familyName: member.familyName,
    model: choiceOf(model, today),
    draft,
    was: writeDraft(draft),
    revision: saved?.revision ?? 0,
    preparedBy: preparation?.preparedBy ?? null,
    takenOver: placement?.takenOver
      ? { level: placement.level, track: placement.track, source: placement.takenOver.source }
      : null,
  };
}
