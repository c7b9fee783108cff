/** Carrying a supplement over to a new version of its base (MOD-10): begun once, then settled part by part by whoever writes the supplement. */
import type { Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayWriteSupplement } from "./access.ts";
import {
  carryOver,
  choicesFor,
  settle,
  type CarryChoice,
  type CarryWhy,
  type Settling,
} from "./carry-over.rules.ts";
import {
  addCarryOver,
  carriedParts,
  saveSettled,
  type CarriedPart,
  type SettledAs,
} from "./carry-over.store.ts";
import { accountOf, type SupplementPlace } from "./change-supplement.ts";
import type { Text } from "../career-model/difference.rules.ts";
import type { Item } from "../career-model/rules.ts";
import { checkSupplement, type SupplementCode } from "../career-model/supplement.rules.ts";
import { supplementContent } from "./store.ts";
import { addSupplementVersion, rewriteSupplement } from "./version.store.ts";
import { holdModels } from "../career-model/version.store.ts";
import { baseText, readSupplement, viewSupplement, type SupplementView } from "./view-supplement.ts";

/**
 * Begins a version of the supplement on the base's newest version, with what still fits; the rest is listed. A draft that was being written
 * on the earlier base is carried over with all that it says. Nothing happens when it stands on the newest already.
 */
export async function beginCarryOver(work: Work, { slug, unitId }: SupplementPlace): Promise<Result<null>> {
  if (!mayWriteSupplement(work.actor, work.tenant, unitId)) throw new NotFound("supplement");
  await holdModels(work);
  const { model, versions, carryTo, freedom } = await readSupplement(work, slug, unitId);
  const [from] = versions;
  if (!from || !carryTo) return done(null);
  const { fits, unsettled } = carryOver(
    await baseText(work, from.baseVersionId),
    await baseText(work, carryTo.id),
    await supplementContent(work, from.id),
    freedom,
  );
  // What was listed for a draft and never settled is listed again.
  const waiting = (await carriedParts(work, from.id)).filter((part) => part.settled === null);
  const id = await addSupplementVersion(
    work,
    {
      modelId: model.id,
      unitId,
      baseVersionId: carryTo.id,
      number: from.number + 1,
      accountId: accountOf(work),
    },
    fits,
  );
  await addCarryOver(work, id, from.id, [...unsettled, ...waiting]);
  await work.publish("supplement-carried-over", {
    fromVersionId: from.id,
    toVersionId: id,
    baseVersionId: carryTo.id,
  });
  return done(null);
}

export type SettleCode = SupplementCode | "in-consultation" | "already-settled" | "no-choice";

const SETTLED_AS: Readonly<Record<CarryChoice, SettledAs>> = {
  keep: "kept",
  reword: "reworded",
  move: "moved",
  drop: "dropped",
};

/** Settles one part that didn't fit. Refused when it would not fit so either, and when somebody has settled it already. */
export async function settlePart(
  work: Work,
  { slug, unitId }: SupplementPlace,
  id: Id,
  settling: Settling,
): Promise<Result<null, SettleCode>> {
  if (!mayWriteSupplement(work.actor, work.tenant, unitId)) throw new NotFound("supplement");
  await holdModels(work);
  const { draft, freedom } = await readSupplement(work, slug, unitId);
  const part = draft && (await carriedParts(work, draft.id)).find((each) => each.id === id);
  if (!draft || !part) throw new NotFound("carry-over");
  if (part.settled) return refused({ code: "already-settled" });
  if (draft.status === "consultation") return refused({ code: "in-consultation" });
  if (!choicesFor(part).includes(settling.choice)) throw new NotFound("choice");
  const base = await baseText(work, draft.baseVersionId);
  const content = settle(await supplementContent(work, draft.id), part, settling);
  const reasons: Reason<SettleCode>[] = checkSupplement(base, content, freedom);
  if (reasons.length > 0) return refused(...reasons);
  await rewriteSupplement(work, draft, content);
  await saveSettled(work, id, SETTLED_AS[settling.choice], accountOf(work));
  return done(null);
}

/** A part that didn't fit, beside what the base said and what it says now. */
export type CarriedView = {
  readonly id: Id;
  readonly kind: CarriedPart["kind"];
  readonly whys: readonly CarryWhy[];
  readonly settled: CarriedPart["settled"];
  readonly choices: readonly CarryChoice[];
  /** What the supplement says of it. */
  readonly local: string;
  readonly before: BaseSaid | null;
  readonly after: BaseSaid | null;
};

/** What a version of the base says at a part's place: a text, or the name of the place itself. */
export type BaseSaid = { readonly text: string; readonly level: string; readonly heading: string };

export type CarryOverView = Pick<
  SupplementView,
  "slug" | "nameSv" | "nameEn" | "unit" | "text" | "mayWrite" | "base"
> & {
  readonly from: number;
  readonly fitted: number;
  readonly parts: readonly CarriedView[];
};

/** MOD-10: what was carried over to the newest version of the supplement. Throws NotFound when nothing was. */
export async function viewCarryOver(work: Work, { slug, unitId }: SupplementPlace): Promise<CarryOverView> {
  const view = await viewSupplement(work, slug, unitId);
  const [newest, former] = view.versions;
  if (!newest || !former || former.baseNumber === newest.baseNumber) throw new NotFound("carry-over");
  const after = await baseText(work, newest.baseVersionId);
  const before = await baseText(work, former.baseVersionId);
  const parts = await carriedParts(work, newest.id);
  const said = await supplementContent(work, former.id);
  return {
    slug: view.slug,
    nameSv: view.nameSv,
    nameEn: view.nameEn,
    unit: view.unit,
    text: { structure: after.structure, version: after.version },
    mayWrite: view.mayWrite && newest.id === view.draft?.id,
    base: view.base,
    from: former.baseNumber,
    fitted: Math.max(0, said.items.length + said.clarifications.length + said.unused.length - parts.length),
    parts: parts.map((part) => ({
      id: part.id,
      kind: part.kind,
      whys: part.whys,
      settled: part.settled,
      choices: choicesFor(part),
      local: part.kind === "unused" ? part.part.reason : part.part.text,
      before: saidOf(before, part),
      after: saidOf(after, part),
    })),
  };
}

/** What the text says where the part stands or points: an item's text, or the place's own name. Null where nothing is left of it. */
function saidOf({ structure, version }: Text, carried: CarriedPart): BaseSaid | null {
  const level = (key: string) => structure.levels.find((each) => each.key === key)?.name;
  const heading = (key: string) => structure.headings.find((each) => each.key === key)?.name;
  const ofItem = (item: Item | undefined) =>
    item
      ? { text: item.text, level: level(item.levelKey) ?? "", heading: heading(item.headingKey) ?? "" }
      : null;
  const named = (name: string | undefined) =>
    name === undefined ? null : { text: name, level: "", heading: "" };
  if (carried.kind === "clarification")
    return ofItem(version.items.find(({ key }) => key === carried.part.itemKey));
  if (carried.kind === "item") {
    const { levelKey, headingKey, trackKey } = carried.part;
    const [at, under] = [level(levelKey), heading(headingKey)];
    const track = version.tracks.find(({ key }) => key === trackKey);
    const isThere = trackKey === null || track?.levels.includes(levelKey);
    return at !== undefined && under !== undefined && isThere
      ? { text: track?.name ?? under, level: at, heading: under }
      : null;
  }
  const { of, key } = carried.part;
  if (of === "item") return ofItem(version.items.find((item) => item.key === key));
  return named(of === "level" ? level(key) : version.tracks.find((track) => track.key === key)?.name);
}
