/** Adopting a version (MOD-2): decided by the adopter, recorded, and from then on unchangeable. */
import type { Work } from "../platform/database/work.ts";
import type { Actor } from "../shared/actor.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { Conflict, done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayAdopt } from "./access.ts";
import { canAdopt, type AdoptionCode } from "./life-cycle.rules.ts";
import { modelBySlug, versionContent, type VersionRow } from "./store.ts";
import { holdModels, saveAdoption, type Adoptable } from "./version.store.ts";

export type AdoptionInput = {
  readonly decidedAs: string;
  readonly delegation: string;
  readonly diaryNumber: string;
  readonly restsOn: string;
  readonly inForceFrom: LocalDate;
  /** The revision that the adopter read. */
  readonly revision: number;
};

/** What can be wrong with any decision: its words, or that what it is about has changed. */
export type DecisionCode = "missing" | "too-long" | "changed-since";
export type AdoptCode = AdoptionCode | DecisionCode;

const LONGEST: Readonly<Record<"decidedAs" | "delegation" | "diaryNumber" | "restsOn", number>> = {
  decidedAs: 200,
  delegation: 500,
  diaryNumber: 100,
  restsOn: 2000,
};

/** The decision's own words: all but `restsOn` are needed. */
function checkWords(input: AdoptionInput): Reason<"missing" | "too-long">[] {
  return (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).flatMap(
    (field): Reason<"missing" | "too-long">[] => {
      if (input[field].trim() === "") return field === "restsOn" ? [] : [{ code: "missing", field }];
      return input[field].length > LONGEST[field]
        ? [{ code: "too-long", field, data: { max: LONGEST[field] } }]
        : [];
    },
  );
}

/**
 * Adopts a draft of a version or of a supplement, unless something stands in the way: `reasons`, its words, or that it has changed since it was
 * read. The caller holds the models and has seen to it that the actor may.
 */
export async function decide<Code extends string>(
  work: Work,
  { accountId }: Actor,
  input: AdoptionInput,
  {
    of,
    draft,
    others,
    reasons,
  }: {
    readonly of: Adoptable;
    readonly draft: Pick<VersionRow, "id" | "revision">;
    readonly others: readonly Pick<VersionRow, "id" | "status" | "inForceTo">[];
    readonly reasons: readonly Reason<Code>[];
  },
): Promise<Result<null, Code | DecisionCode>> {
  const { revision, ...decision } = input;
  const all: Reason<Code | DecisionCode>[] = checkWords(input);
  if (draft.revision !== revision) all.push({ code: "changed-since" });
  all.push(...reasons);
  if (all.length > 0 || !isDay(input.inForceFrom)) return refused(...all);
  const formerId = others.find((each) => each.status === "adopted" && each.inForceTo === null)?.id;
  const saved = await saveAdoption(
    work,
    of,
    { draft, formerId },
    { ...decision, accountId, decidedOn: work.today },
  );
  if (!saved) throw new Conflict(of);
  return done(null);
}

/**
 * Adopts version `number` of a model, in force from the stated day. A refusal names everything that stands in the way;
 * when two adopt at once the second is refused because the first has.
 */
export async function adoptVersion(
  work: Work,
  slug: string,
  number: number,
  input: AdoptionInput,
): Promise<Result<null, AdoptCode>> {
  const { actor } = work;
  if (!actor || !mayAdopt(actor)) throw new NotFound("adoption");
  await holdModels(work);
  const model = await modelBySlug(work, slug);
  const draft = model?.versions.find((each) => each.number === number);
  const content = draft && (await versionContent(work, draft.id));
  if (!model || !draft || !content) throw new NotFound("version");
  const others = model.versions.filter((each) => each.id !== draft.id);
  return decide(work, actor, input, {
    of: "model_version",
    draft,
    others,
    reasons: canAdopt({
      modelStatus: model.status,
      status: draft.status,
      structure: content.structure,
      version: content.version,
      inForceFrom: input.inForceFrom,
      others,
    }),
  });
}
