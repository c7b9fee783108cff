/** Adopting a version (MOD-2): decided by the adopter, recorded, and from then on unchangeable. */
import type { Work } from "../platform/database/work.ts";
import type { Actor } from "../shared/actor.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { Conflict, done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayAdopt } from "./access.ts";
import { canAdopt, type AdoptionCode } from "./life-cycle.rules.ts";
import { modelBySlug, versionContent } from "./store.ts";
import { holdModels, saveAdoption, type DecisionToSave } from "./version.store.ts";

export type AdoptionInput = {
  readonly decidedAs: string;
  readonly delegation: string;
  readonly diaryNumber: string;
  readonly restsOn: string;
  readonly inForceFrom: LocalDate;
  /** The revision that the adopter read. */
  readonly revision: number;
};

export type AdoptCode = AdoptionCode | "missing" | "too-long" | "changed-since";

const LONGEST: Readonly<Record<"decidedAs" | "delegation" | "diaryNumber" | "restsOn", number>> = {
  decidedAs: 200,
  delegation: 500,
  diaryNumber: 100,
  restsOn: 2000,
};

/** The decision's own words: all but `restsOn` are needed. */
export function checkWords(input: AdoptionInput): Reason<"missing" | "too-long">[] {
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
  const version = model?.versions.find((each) => each.number === number);
  const content = version && (await versionContent(work, version.id));
  if (!model || !version || !content) throw new NotFound("version");

  const reasons: Reason<AdoptCode>[] = checkWords(input);
  if (version.revision !== input.revision) reasons.push({ code: "changed-since" });
  reasons.push(
    ...canAdopt({
      modelStatus: model.status,
      status: version.status,
      structure: content.structure,
      version: content.version,
      inForceFrom: input.inForceFrom,
      others: model.versions.filter((each) => each.id !== version.id),
    }),
  );
  if (reasons.length > 0 || !isDay(input.inForceFrom)) return refused(...reasons);
  if (!(await saveAdoption(work, version, decisionOf(work, actor, input)))) throw new Conflict("version");
  return done(null);
}

/** The decision as it is saved: by whom, and today. */
export const decisionOf = (work: Work, { accountId }: Actor, input: AdoptionInput): DecisionToSave => {
  const { decidedAs, delegation, diaryNumber, restsOn, inForceFrom } = input;
  return { accountId, decidedAs, delegation, decidedOn: work.today, diaryNumber, restsOn, inForceFrom };
};
