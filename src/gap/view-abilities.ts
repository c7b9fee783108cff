/** Who in a unit can do what (ORG-8): requirements of a model and the people whom the reader decides for. Each by name, nobody counted or ranked. */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { requirementsIn, type Known, type Requirement } from "../assessment/met.rules.ts";
import { knownOn, questionOf } from "../assessment/met.store.ts";
import { settings } from "../organisation/store.ts";
import { managesUnit } from "../placement/access.ts";
import { unitRoom, type Occupant } from "../placement/unit-room.ts";
import { pageOf } from "../placement/view-unit-placements.ts";
import { levelAsked, type PlaceChoice } from "./level-asked.ts";
import { modelsInForce, type ModelInForce } from "./missing.store.ts";

/** `item` is the identity of one requirement; empty is all of the place. */
export type AbilitiesAsked = {
  readonly unitId: string;
  readonly model: string;
  readonly place: string;
  readonly item: string;
  readonly page: number;
  /** People in a page; a file has them all. */
  readonly size?: number;
};

export type AbleLine = { readonly requirement: Requirement; readonly known: readonly Known[] };

export type AbilitiesHere = {
  readonly model: Pick<ModelInForce, "slug" | "nameSv" | "nameEn">;
  readonly places: readonly PlaceChoice[];
  readonly place: PlaceChoice;
  /** Every requirement of the place, to choose from. */
  readonly requirements: readonly Requirement[];
  /** The one that is looked at alone; null is all. */
  readonly item: Id | null;
  readonly lines: readonly AbleLine[];
};

export type Abilities = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly models: readonly Pick<ModelInForce, "slug" | "nameSv" | "nameEn">[];
  /** Those of the page, by name. */
  readonly people: readonly {
    readonly personId: Id;
    readonly givenName: string;
    readonly familyName: string;
  }[];
  readonly page: number;
  readonly pages: number;
  /** Those of all pages. */
  readonly total: number;
  /** Null where nobody in the unit has a profession with a model. */
  readonly here: AbilitiesHere | null;
  readonly talkWord: string;
};

const named = ({ slug, nameSv, nameEn }: ModelInForce) => ({ slug, nameSv, nameEn });

/** Throws NotFound for whoever neither manages the unit nor decides for anyone in it: leads see placed or not placed, and no more. */
export async function viewAbilities(work: Work, asked: AbilitiesAsked): Promise<Abilities> {
  const { unit, occupants } = await unitRoom(work, asked.unitId);
  const own = occupants.filter(({ as }) => as !== null);
  if (own.length === 0 && !managesUnit(work.actor, unit.id)) throw new NotFound("unit");
  const present = new Set(own.flatMap(({ model }) => model?.modelId ?? []));
  const models = (await modelsInForce(work)).filter(({ modelId }) => present.has(modelId));
  const model = models.find(({ slug }) => slug === asked.model) ?? models[0];
  const all = own.filter((occupant) => occupant.model?.modelId === model?.modelId && model);
  const { rows, page, pages } = pageOf(all, asked.page, asked.size);
  for (const { member, basis } of rows)
    work.reads.note({ personIds: [member.personId], what: "who-can-what", basis });
  return {
    unit: { id: unit.id, name: unit.name },
    models: models.map(named),
    people: rows.map(({ member: { personId, givenName, familyName } }) => ({
      personId,
      givenName,
      familyName,
    })),
    page,
    pages,
    total: all.length,
    here: model ? await abilitiesHere(work, { model, unit, rows, asked }) : null,
    talkWord: (await settings(work)).talkWord,
  };
}

type Looked = {
  readonly model: ModelInForce;
  readonly unit: { readonly id: Id; readonly authorityId: Id | null };
  readonly rows: readonly Occupant[];
  readonly asked: AbilitiesAsked;
};

async function abilitiesHere(
  work: Work,
  { model, unit, rows, asked }: Looked,
): Promise<AbilitiesHere | null> {
  const { places, place, asks } = await levelAsked(work, model, {
    unitId: unit.id,
    value: asked.place,
    otherwise: null,
  });
  if (!place) return null;
  const requirements = requirementsIn([...asks.mandatory, ...asks.recommended]);
  const only = requirements.filter(({ itemId }) => itemId === asked.item);
  const shown = only.length > 0 ? only : requirements;
  const known = await knownOn(work, {
    on: work.today,
    personIds: rows.map(({ member }) => member.personId),
    questions: shown.map((each) => questionOf(each, model.professionId)),
    authorities: [unit.authorityId],
  });
  const byItem = Map.groupBy(known, ({ itemId }) => itemId);
  return {
    model: named(model),
    places,
    place,
    requirements,
    item: only[0]?.itemId ?? null,
    lines: shown.map((requirement) => ({ requirement, known: byItem.get(requirement.itemId) ?? [] })),
  };
}
