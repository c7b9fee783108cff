/** What is missing for one person (ASM-5, MOD-4, MOD-9, ORG-8): at their own place first, and at any other of any model by choice. */
import type { Id } from "../shared/ids.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { ownPerson } from "../assessment/assessment-room.ts";
import { requirementsIn } from "../assessment/met.rules.ts";
import { knownFacts, questionOf } from "../assessment/met.store.ts";
import type { Ways } from "../catalogue/rules.ts";
import { waysFrom, waysTo } from "../catalogue/store.ts";
import type { Structure, Track } from "../career-model/rules.ts";
import { sees } from "../placement/access.ts";
import { noteRead, openRoom, personQuestions, type PersonRoom } from "../placement/person-room.ts";
import { placementsOn, type Placement } from "../placement/store.ts";
import { lapsedOf, levelAsked, placeOf, type Lapsed, type PlaceChoice } from "./level-asked.ts";
import { linesFor, type Line } from "./missing.rules.ts";
import { inForceToday, type ModelInForce } from "./missing.store.ts";

/** Null is one's own; `model` is an address's slug and `place` a `PlaceChoice`'s value: what isn't there is one's own, and else the first. */
export type MissingAsked = {
  readonly personId: string | null;
  readonly model: string;
  readonly place: string;
};

export type MissingHere = {
  readonly model: Pick<ModelInForce, "slug" | "nameSv" | "nameEn">;
  readonly places: readonly PlaceChoice[];
  readonly place: PlaceChoice;
  /** Where the person is placed in this model; null where they aren't, and where the level isn't used any longer. */
  readonly own: PlaceChoice | null;
  /** The level or the track of their placement, when it isn't used any longer. */
  readonly lapsed: Lapsed | null;
  readonly mandatory: readonly Line[];
  readonly recommended: readonly Line[];
  readonly ways: Ways;
  readonly structure: Structure;
  readonly tracks: readonly Track[];
};

export type Missing = {
  readonly personId: Id;
  readonly name: string;
  readonly isOwn: boolean;
  /** May the reader assess and check what is shown? Managers and their deputies may. */
  readonly decides: boolean;
  readonly models: readonly Pick<ModelInForce, "slug" | "nameSv" | "nameEn">[];
  /** Null where the employer has no model in force, or the person works nowhere. */
  readonly here: MissingHere | null;
  readonly presentation: "rings" | "stairs";
  readonly moveRule: "present-and-target" | "cumulative" | "advisory";
  readonly talkWord: string;
};

/** Throws NotFound for whoever isn't close to the person. Facts count in the authority that they belong to, for the person as for others (ORG-2). */
export async function viewMissing(work: Work, asked: MissingAsked): Promise<Missing> {
  const personId = asked.personId ?? ownPerson(work);
  const found = await askTogether(work.tx, {
    ...personQuestions(work, personId),
    placed: placementsOn(work, [personId], work.today),
    models: inForceToday(work),
  });
  const room = openRoom(work, found);
  noteRead(work, room, "what-is-missing");
  const { models } = found;
  const placed = found.placed.filter(({ authorityId }) => sees(room.sight, authorityId));
  const workplaces = room.workplaces.filter(({ authorityId }) => sees(room.sight, authorityId));
  const open = workplaces.map(({ model }) => model.modelId);
  const first = [...placed.map(({ modelId }) => modelId), ...open];
  const model =
    models.find(({ slug }) => slug === asked.model) ??
    models.find(({ modelId }) => modelId === first[0]) ??
    models[0];
  const workplace = workplaces.find((each) => each.model.modelId === model?.modelId) ?? workplaces[0];
  const unitId = workplace?.unitId ?? room.unitIds[0];
  const authorityId = unitId === undefined ? null : (room.authorityOf.get(unitId) ?? null);
  const { presentation, moveRule, talkWord } = await settings(work);
  return {
    personId: room.personId,
    name: room.name,
    isOwn: room.sight.basis === "self",
    decides: room.placings.length > 0,
    models: models.map(named),
    here:
      model && unitId ? await missingHere(work, { room, placed, model, unitId, authorityId, asked }) : null,
    presentation,
    moveRule,
    talkWord,
  };
}

const named = ({ slug, nameSv, nameEn }: ModelInForce) => ({ slug, nameSv, nameEn });

type Looked = {
  readonly room: PersonRoom;
  readonly placed: readonly Placement[];
  readonly model: ModelInForce;
  readonly unitId: Id;
  readonly authorityId: Id | null;
  readonly asked: MissingAsked;
};

async function missingHere(
  work: Work,
  { room, placed, model, unitId, authorityId, asked }: Looked,
): Promise<MissingHere | null> {
  const placement = placed.find(({ modelId }) => modelId === model.modelId) ?? null;
  const { held, places, place, asks } = await levelAsked(work, model, {
    unitId,
    value: asked.place,
    otherwise: placement,
  });
  if (!place) return null;
  const { known, ways } = await askTogether(work.tx, {
    known: knownFacts(work, {
      on: work.today,
      personIds: [room.personId],
      questions: requirementsIn([...asks.mandatory, ...asks.recommended]).map((each) =>
        questionOf(each, model.professionId),
      ),
      // Whoever asks: what was shown or agreed in another authority counts there (ORG-2), as in debt.
      authorities: [placement ? placement.authorityId : authorityId].filter((id) => sees(room.sight, id)),
    }),
    ways: waysTo(work, model, false),
  });
  const byItem = new Map(known.map((each) => [each.itemId, each]));
  const { structure, version } = held.effective;
  return {
    model: named(model),
    places,
    place,
    own: placement && placeOf(held, places, placement),
    lapsed: placement && lapsedOf(held, placement),
    mandatory: linesFor(asks.mandatory, byItem, work.today),
    recommended: linesFor(asks.recommended, byItem, work.today),
    ways: waysFrom(ways),
    structure,
    tracks: version.tracks,
  };
}
