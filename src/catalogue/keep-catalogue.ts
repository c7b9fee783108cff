/** The catalogue of development (MOD-13): read by whoever is signed in, what is public by everyone; kept by process leads and HR handlers. */
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayKeepCatalogue } from "./access.ts";
import {
  checkEntry,
  type Entry,
  type EntryCode,
  type EntryKind,
  type EntryText,
  type Tie,
  type Ways,
} from "./rules.ts";
import {
  addEntry,
  entries,
  entryById,
  saveEntry,
  saveRetirement,
  wantedModels,
  waysFrom,
  waysTo,
  type WantedModel,
} from "./store.ts";

const PAGE_SIZE = 50;

export type CatalogueQuery = {
  readonly text: string;
  readonly kind: EntryKind | null;
  /** The model's name in addresses. */
  readonly model: string;
  readonly page: number;
  readonly size?: number;
};

type NamedModel = Pick<WantedModel, "id" | "slug" | "nameSv" | "nameEn">;
const named = ({ id, slug, nameSv, nameEn }: NamedModel): NamedModel => ({ id, slug, nameSv, nameEn });

/** A page of the catalogue, and the models that it can be held against. */
export async function viewCatalogue(work: Work, query: CatalogueQuery) {
  const models = (await wantedModels(work)).map(named);
  const model = models.find(({ slug }) => slug === query.model);
  const size = query.size ?? PAGE_SIZE;
  const mayKeep = mayKeepCatalogue(work.actor);
  const found = await entries(
    work,
    {
      text: query.text.slice(0, 100),
      kind: query.kind,
      modelId: model?.id ?? null,
      publicOnly: work.actor === null,
      retired: mayKeep,
    },
    { number: query.page, size },
  );
  return { ...found, size, models, mayKeep, maySeeShortage: work.actor !== null };
}

/** What an entry is a way to, in the words of the models in force. What none of them holds any longer is not told. */
export type NamedTie = Tie & {
  readonly model: NamedModel;
  readonly level: string;
  /** Of a requirement. */
  readonly text: string | null;
};

function namedTies({ ties }: Entry, models: readonly WantedModel[]): NamedTie[] {
  return ties.flatMap((tie): NamedTie[] => {
    const model = models.find(({ id }) => id === tie.modelId);
    if (!model) return [];
    if (tie.target === "level") {
      const level = model.levels.find(({ id }) => id === tie.targetId);
      return level ? [{ ...tie, model: named(model), level: level.name, text: null }] : [];
    }
    const item = model.wanted.find(({ itemId }) => itemId === tie.targetId);
    return item ? [{ ...tie, model: named(model), level: item.level, text: item.text }] : [];
  });
}

/** What the catalogue has for the version that is read, and its association's where it was taken in; for the public, what is public. */
export async function viewWays(
  work: Work,
  { version, origin }: { readonly version: { readonly id: Id }; readonly origin: unknown },
): Promise<Ways> {
  const of = { versionId: version.id, isShared: origin !== null };
  return waysFrom((await waysTo(work, of, work.actor === null).execute(work.tx)).rows);
}

/** An entry that the reader may have. */
export async function viewEntry(work: Work, entryId: string) {
  const entry = isId(entryId) ? await entryById(work, entryId) : undefined;
  if (!entry || (work.actor === null && entry.visibility !== "public")) throw new NotFound("entry");
  return { entry, ties: namedTies(entry, await wantedModels(work)), mayKeep: mayKeepCatalogue(work.actor) };
}

/** An entry to change, or null for a new one, with all that it can be a way to. */
export async function entryToKeep(
  work: Work,
  entryId: string | null,
): Promise<{ readonly entry: Entry | null; readonly models: readonly WantedModel[] }> {
  if (!mayKeepCatalogue(work.actor)) throw new NotFound("catalogue");
  const entry = entryId === null ? null : isId(entryId) ? await entryById(work, entryId) : undefined;
  if (entry === undefined) throw new NotFound("entry");
  return { entry, models: await wantedModels(work) };
}

export type KeepEntryCode = EntryCode | "unknown-tie" | "stale";

/** Adds an entry (`entryId` null) or changes one; `stale` when it is no longer at `revision`. Ties that no model in force shows stay as they are. */
export async function keepEntry(
  work: Work,
  entryId: string | null,
  wanted: { readonly revision: number; readonly text: EntryText; readonly ties: readonly Tie[] },
): Promise<Result<Id, KeepEntryCode>> {
  const { entry, models } = await entryToKeep(work, entryId);
  const known = new Set(
    models.flatMap((model) => targetsOf(model).map((targetId) => `${model.id} ${targetId}`)),
  );
  const isKnown = ({ modelId, targetId }: Tie): boolean => known.has(`${modelId} ${targetId}`);
  const reasons = [
    ...(entry && entry.revision !== wanted.revision ? [{ code: "stale" as const }] : []),
    ...checkEntry(wanted.text),
    ...(wanted.ties.every(isKnown) ? [] : [{ code: "unknown-tie" as const, field: "ties" }]),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const id = entry?.id ?? newId();
  const ties = [...wanted.ties, ...(entry?.ties.filter((tie) => !isKnown(tie)) ?? [])];
  if (!entry) await addEntry(work, id, wanted.text, ties);
  else if (!(await saveEntry(work, entry, wanted.text, ties))) return refused({ code: "stale" });
  return done(id);
}

const targetsOf = ({ levels, wanted }: WantedModel): Id[] => [
  ...levels.map(({ id }) => id),
  ...wanted.map(({ itemId }) => itemId),
];

/** The entry is offered no longer, from today; or again. What it was a way to is kept. */
export async function retireEntry(
  work: Work,
  entryId: string,
  asked: { readonly revision: number; readonly retired: boolean },
): Promise<Result<void, "stale">> {
  const { entry } = await entryToKeep(work, entryId);
  if (!entry) throw new NotFound("entry");
  const saved = await saveRetirement(
    work,
    { id: entry.id, revision: asked.revision },
    asked.retired ? work.today : null,
  );
  return saved ? done(undefined) : refused({ code: "stale" });
}
