/** Beginning a round (PLC-8): for a model in force, empty or with the cases of an earlier one. */
import { isId, type Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { models } from "../career-model/store.ts";
import { mayLead } from "./access.ts";
import { checkRound, type RoundCode } from "./calibration.rules.ts";
import { addCases, addRound, casesOf, roundOf } from "./store.ts";

/** A model that a round can be about, with its version of today. */
export type OpenModel = {
  readonly id: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly versionId: Id;
};

export const modelsInForce = async (work: Work): Promise<OpenModel[]> =>
  (await models(work)).flatMap(({ id, slug, nameSv, nameEn, status, versions }) => {
    const version = versions.find(
      ({ inForceFrom, inForceTo }) =>
        inForceFrom !== null && holds({ from: inForceFrom, to: inForceTo }, work.today),
    );
    return status === "active" && version ? [{ id, slug, nameSv, nameEn, versionId: version.id }] : [];
  });

export type TypedRound = {
  readonly title: string;
  readonly model: string;
  readonly until: string;
  /** The round whose cases are taken over; empty for none. */
  readonly from: string;
};

/** Gives its id. */
export async function beginRound(work: Work, typed: TypedRound): Promise<Result<Id, RoundCode>> {
  const { actor } = work;
  if (!actor || !mayLead(actor, work.tenant)) throw new NotFound("calibration");
  const former = isId(typed.from) ? await roundOf(work, typed.from, null) : undefined;
  if (typed.from !== "" && !former) throw new NotFound("calibration");
  const model = (await modelsInForce(work)).find(({ slug }) => slug === typed.model);
  const reasons = checkRound(typed, work.today);
  if (!model) reasons.push({ code: typed.model === "" ? "missing" : "unknown-model", field: "model" });
  if (reasons.length > 0 || !model) return refused(...reasons);
  const { title, until } = typed;
  const id = await addRound(work, {
    modelId: model.id,
    versionId: model.versionId,
    title: title.trim(),
    until,
    begunBy: actor.accountId,
  });
  if (former) await addCases(work, id, await casesOf(work, former.id));
  return done(id);
}
