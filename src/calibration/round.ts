/** One round as whoever asks comes to it: to lead it, or to answer. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayLead } from "./access.ts";
import type { Reader, Standing } from "./calibration.rules.ts";
import { lockRound, roundOf, type Round } from "./store.ts";

export type OneRound = { readonly round: Round; readonly reader: Reader; readonly standing: Standing };

/** Throws NotFound when there is none such, for whoever neither leads nor is asked, and for whoever is asked before it is opened. */
export async function oneRound(work: Work, id: string): Promise<OneRound> {
  const { actor } = work;
  const round = actor && isId(id) ? await roundOf(work, id, actor.personId) : undefined;
  if (!round) throw new NotFound("calibration");
  const isLead = mayLead(actor, work.tenant);
  if (!isLead && (round.seat === null || round.state === "draft")) throw new NotFound("calibration");
  return { round, reader: { isLead, seat: round.seat }, standing: round };
}

/** For one who leads it, held. */
export async function ledRound(work: Work, id: string): Promise<OneRound> {
  if (!mayLead(work.actor, work.tenant)) throw new NotFound("calibration");
  if (isId(id)) await lockRound(work, id);
  return oneRound(work, id);
}

/** For one who is asked, held, as themself. */
export async function ownRound(work: Work, id: string): Promise<OneRound & { readonly personId: Id }> {
  if (isId(id)) await lockRound(work, id);
  const one = await oneRound(work, id);
  const personId = work.actor?.personId;
  if (!personId || one.round.seat === null || one.round.state === "draft") throw new NotFound("calibration");
  return { ...one, personId };
}
