/** Opening a round to the managers of some units, asking more of them, and closing it (PLC-8). */
import type { Id } from "../shared/ids.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { unitTree } from "../organisation/store.ts";
import { managersOn } from "../people/managers.store.ts";
import { actingFor } from "../people/rules.ts";
import { postMail } from "../platform/mail/post-mail.ts";
import { MOST_SEATS, type RoundCode } from "./calibration.rules.ts";
import { languagesOf } from "../notices/notice.store.ts";
import { invitation } from "./letters.ts";
import { ledRound } from "./round.ts";
import { addSeats, saveState, seatsOf, unitsWith, type Round } from "./store.ts";

/** A unit where the profession works, whose manager can be asked; of a unit without one, the manager above who decides there. */
export type Askable = { readonly unitId: Id; readonly name: string; readonly personId: Id };

/** In the order of the tree. Where nobody decides, nobody can be asked. */
export async function askable(work: Work, { professionId }: Pick<Round, "professionId">): Promise<Askable[]> {
  const [tree, managers, staffed] = [
    await unitTree(work, work.today),
    await managersOn(work, work.today),
    await unitsWith(work, professionId),
  ];
  const [byId, managerOf] = [
    new Map(tree.map((unit) => [unit.id, unit])),
    new Map(managers.map(({ unitId, personId }) => [unitId, personId])),
  ];
  return tree.flatMap(({ id, name }) => {
    const personId = staffed.has(id) ? actingFor(byId, managerOf, id, null) : null;
    return personId === null ? [] : [{ unitId: id, name, personId }];
  });
}

/** Asks the managers of these units, besides those who are asked already, and opens the round if it isn't open. One who manages several is asked once. */
export async function openRound(
  work: Work,
  roundId: string,
  unitIds: readonly string[],
): Promise<Result<null, RoundCode>> {
  const { round } = await ledRound(work, roundId);
  if (round.state === "closed") return refused({ code: "gone-on" });
  const known = new Map((await askable(work, round)).map((each) => [each.unitId, each]));
  const seated = new Set((await seatsOf(work, round.id)).map(({ personId }) => personId));
  const asked = new Map(
    unitIds.flatMap((unitId) => {
      const unit = known.get(unitId);
      return unit && !seated.has(unit.personId) ? [[unit.personId, unit] as const] : [];
    }),
  );
  const reasons: Reason<RoundCode>[] = [];
  const [field, all] = ["units", seated.size + asked.size];
  if (round.cases === 0) reasons.push({ code: "no-cases" });
  if (unitIds.some((unitId) => !known.has(unitId))) reasons.push({ code: "unknown-unit", field });
  else if (all < 2 || asked.size === 0) reasons.push({ code: "too-few-managers", field });
  if (all > MOST_SEATS) reasons.push({ code: "too-many-managers", field, data: { max: MOST_SEATS } });
  if (reasons.length > 0) return refused(...reasons);
  await addSeats(work, round.id, [...asked.values()]);
  if (round.state === "draft") await saveState(work, round.id, "open");
  const languageOf = await languagesOf(work, [...asked.keys()]);
  await postMail(
    work,
    [...asked.keys()].map((personId) => ({
      key: `calibration ${round.id} ${personId}`,
      kind: "calibration",
      to: { personId },
      ...invitation(round, languageOf(personId)),
      path: `/calibrations/${round.id}`,
      language: languageOf(personId),
    })),
  );
  return done(null);
}

/** Closes it, whoever hasn't handed in; what they had begun stays their own. Once more changes nothing. */
export async function closeRound(work: Work, roundId: string): Promise<Result<null, RoundCode>> {
  const { round } = await ledRound(work, roundId);
  if (round.state === "draft") return refused({ code: "gone-on" });
  if (round.state === "open") await saveState(work, round.id, "closed");
  return done(null);
}
