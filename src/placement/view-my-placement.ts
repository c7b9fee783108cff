/** What the employee sees of their own placements: what holds now, the way there, and what they can take along (PLC-1, PLC-2). */
import { holds } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings, unitTree } from "../organisation/store.ts";
import { askTogether } from "../platform/database/together.ts";
import { aboveIn } from "../people/acting.ts";
import { linesAbove } from "../people/managers.store.ts";
import { seatOf } from "./answer-view.ts";
import { offersTo } from "./hand-over.ts";
import type { HandOverOffer } from "./hand-over.rules.ts";
import { placementsOf, type Placement } from "./store.ts";

/** `above`: the name of the manager above, to whom another view can go (PLC-9); null where there is none. */
type OwnPlacement = Placement & { readonly above: string | null };

export type MyPlacement = {
  readonly current: readonly OwnPlacement[];
  readonly earlier: readonly Placement[];
  /** Placements of another authority that the person can take along, with where to. */
  readonly offers: readonly (HandOverOffer & { readonly placement: Placement; readonly unit: string })[];
  readonly talkWord: string;
};

/** Throws NotFound for an account that is nobody's. One's own record is read without a log entry. */
export async function viewMyPlacement(work: Work): Promise<MyPlacement> {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("my placement");
  const { all, lines } = await askTogether(work.tx, {
    all: placementsOf(work, [personId]),
    lines: linesAbove(work, personId),
  });
  const current: readonly OwnPlacement[] = all
    .filter((placement) => !placement.corrected && holds(placement, work.today))
    .map((placement) => ({ ...placement, above: aboveIn(lines, seatOf(placement))?.name ?? null }));
  const offers = await offersTo(work, personId, all);
  const units = new Map(
    offers.length > 0 ? (await unitTree(work, work.today)).map((unit) => [unit.id, unit.name]) : [],
  );
  return {
    current,
    earlier: all.filter(({ id }) => !current.some((each) => each.id === id)),
    offers: offers.flatMap((offer) => {
      const placement = all.find((each) => each.id === offer.placementId);
      return placement ? [{ ...offer, placement, unit: units.get(offer.unitId) ?? "" }] : [];
    }),
    talkWord: (await settings(work)).talkWord,
  };
}
