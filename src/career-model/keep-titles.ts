/** Keeps a model's local titles (INT-4, PLC-7): the whole list at a time, on the revision that was looked at. */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayKeepTitles } from "./access.ts";
import { versionInForce } from "./life-cycle.rules.ts";
import {
  checkTitles,
  placeKey,
  placeName,
  titlesIn,
  type NamedTitlePlace,
  type OtherTitle,
  type TitleCode,
} from "./local-title.rules.ts";
import { localTitles, saveTitles, titlePlaces, titlesRevision } from "./local-title.store.ts";
import { modelBySlug, models, type ModelWithVersions } from "./store.ts";

export type TitlesView = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly revision: number;
  /** The places of the version in force (the newest where none is), each with its titles; those that only earlier versions had stand last. */
  readonly places: readonly (NamedTitlePlace & {
    readonly key: string;
    readonly former: boolean;
    readonly titles: readonly string[];
  })[];
};

async function modelToKeep(work: Work, slug: string): Promise<ModelWithVersions> {
  if (!mayKeepTitles(work.actor)) throw new NotFound("titles");
  const model = await modelBySlug(work, slug);
  if (!model || model.status === "withdrawn") throw new NotFound("model");
  return model;
}

/** The version whose levels are shown: the one in force, else the newest. */
const shownVersion = (work: Work, { versions }: ModelWithVersions): Id | undefined =>
  (versionInForce(versions, work.today) ?? versions[0])?.id;

/** How many titles each model has. */
export type TitleList = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly titles: number;
};

/** The models by name, for whoever has a right to know of their titles: the caller has asked. */
export async function titleLists(work: Work): Promise<TitleList[]> {
  const titles = await localTitles(work);
  return (await models(work))
    .filter(({ status }) => status !== "withdrawn")
    .map(({ id, slug, nameSv, nameEn }) => ({
      slug,
      nameSv,
      nameEn,
      titles: titles.filter(({ modelId }) => modelId === id).length,
    }));
}

export async function viewTitleLists(work: Work): Promise<TitleList[]> {
  if (!mayKeepTitles(work.actor)) throw new NotFound("titles");
  return titleLists(work);
}

export async function viewTitles(work: Work, slug: string): Promise<TitlesView> {
  const model = await modelToKeep(work, slug);
  const versionId = shownVersion(work, model);
  const places = versionId === undefined ? [] : await titlePlaces(work, model.id, versionId);
  const own = (await localTitles(work)).filter((title) => title.modelId === model.id);
  return {
    slug: model.slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    revision: await titlesRevision(work, model.id),
    places: places.map((place) => ({
      ...place,
      key: placeKey(place),
      titles: own.filter((title) => placeKey(title) === placeKey(place)).map(({ title }) => title),
    })),
  };
}

export type KeepTitlesCode = TitleCode | "stale";

/** `textOf` gives what was typed for a place, a title a line. A place that isn't the model's is not asked about. */
export async function keepTitles(
  work: Work,
  slug: string,
  typed: { readonly revision: number; readonly textOf: (key: string) => string },
): Promise<Result<null, KeepTitlesCode>> {
  const model = await modelToKeep(work, slug);
  const versionId = shownVersion(work, model);
  if (versionId === undefined) throw new NotFound("version");
  const all = (await titlePlaces(work, model.id, versionId)).map((place) => ({
    place,
    titles: titlesIn(typed.textOf(placeKey(place))),
  }));
  const reasons = checkTitles(all, await otherTitles(work, model));
  if (reasons.length > 0) return refused(...reasons);
  return (await saveTitles(work, model.id, typed.revision, all)) ? done(null) : refused({ code: "stale" });
}

/** The titles of the other models of the same profession: a title can mean a level of one of them only. */
async function otherTitles(work: Work, model: ModelWithVersions): Promise<OtherTitle[]> {
  const others = (await models(work)).filter(
    (other) =>
      other.professionId === model.professionId && other.id !== model.id && other.status !== "withdrawn",
  );
  const all = others.length === 0 ? [] : await localTitles(work);
  const found: OtherTitle[] = [];
  for (const other of others) {
    const own = all.filter((title) => title.modelId === other.id);
    const versionId = shownVersion(work, other);
    const places = versionId === undefined ? [] : await titlePlaces(work, other.id, versionId);
    const names = new Map(places.map((place) => [placeKey(place), placeName(place)]));
    found.push(
      ...own.map((title) => ({
        title: title.title,
        place: names.get(placeKey(title)) ?? "",
        model: other.nameSv,
      })),
    );
  }
  return found;
}
