/** The rounds: all for those who lead them, and one's own for a manager (PLC-8). */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayAnswer, mayLead } from "./access.ts";
import { modelsInForce, type OpenModel } from "./begin-round.ts";
import { roundsFor, type Round } from "./store.ts";

export type Calibrations = {
  readonly rounds: readonly Round[];
  readonly mayLead: boolean;
  /** What a new round can be about; none for those who don't lead. */
  readonly models: readonly OpenModel[];
};

/** Throws NotFound for whoever neither leads, nor manages anybody, nor has been asked. */
export async function viewCalibrations(work: Work): Promise<Calibrations> {
  const { actor } = work;
  if (!actor) throw new NotFound("calibrations");
  const isLead = mayLead(actor, work.tenant);
  const rounds =
    isLead || actor.personId !== null ? await roundsFor(work, actor.personId, isLead ? "all" : "asked") : [];
  if (!isLead && rounds.length === 0 && !mayAnswer(actor)) throw new NotFound("calibrations");
  return { rounds, mayLead: isLead, models: isLead ? await modelsInForce(work) : [] };
}
