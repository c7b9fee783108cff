/** Taking a placement along to another authority (ORG-2, PLC-2): what a person can take along, and to where. */
import type { Id } from "../shared/ids.ts";
import { addMonths, holds, type LocalDate } from "../shared/local-date.ts";
import { RETENTION_MONTHS, type PlacementRecord } from "./rules.ts";

export type HandOverOffer = {
  readonly placementId: Id;
  readonly unitId: Id;
  readonly authorityId: Id | null;
};

type Held = PlacementRecord & { readonly modelId: Id; readonly professionId: Id };
type Period = {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly professionId: Id;
  readonly unitId: Id;
};

/** What has ended within the retention time, of each model the last: what may be taken along, if the person works elsewhere now. */
export const lastEnded = <Record extends Held>(today: LocalDate, history: readonly Record[]): Record[] =>
  latestOfEach(history).filter(
    ({ to }) => to !== null && to <= today && today < addMonths(to, RETENTION_MONTHS),
  );

/**
 * For each model, the person's last placement can be taken along once it has ended where it was, within the retention time, by someone
 * who now works in the profession for another authority. `history` is all of the person's placements that count.
 */
export function handOverOffers(
  today: LocalDate,
  history: readonly Held[],
  periods: readonly Period[],
  authorityOf: ReadonlyMap<Id, Id | null>,
): HandOverOffer[] {
  const present = periods.filter((period) => holds(period, today));
  return lastEnded(today, history).flatMap((last) => {
    const elsewhere = present.flatMap(({ professionId, unitId }) => {
      const authorityId = authorityOf.get(unitId) ?? null;
      return professionId === last.professionId && authorityId !== last.authorityId
        ? [{ placementId: last.id, unitId, authorityId }]
        : [];
    });
    return elsewhere.filter(
      (offer, index) => elsewhere.findIndex((each) => each.authorityId === offer.authorityId) === index,
    );
  });
}

const latestOfEach = <Record extends Held>(history: readonly Record[]): Record[] =>
  history.filter(
    (record) => !history.some((other) => other.modelId === record.modelId && other.from > record.from),
  );
