/** Who of one's own staff lacks what at their own level (DBT-1, ORG-8), by name: for whoever decides for them, and nobody else. */
import { requirementsIn } from "../assessment/met.rules.ts";
import { knownOn, questionOf } from "../assessment/met.store.ts";
import { currentPlacements } from "../placement/store.ts";
import { unitRoom } from "../placement/unit-room.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { standingOf } from "./debt.rules.ts";
import { askingOf, type Measure } from "./measure.ts";
import type { WayTo } from "./asked.store.ts";

export type Named = { readonly personId: Id; readonly givenName: string; readonly familyName: string };

/** What people in the unit lack, each with those who do, by family name. */
export type OwnLacks = ReadonlyMap<Id, ReadonlyMap<string, readonly Named[]>>;

/**
 * By model and by key of what is asked. The same asks, rules and facts as the figures, of those in the unit whom the actor decides for: so somebody with protected
 * identity is among them for their manager alone (ORG-7), and the actor never is. Each of them is read, and logged with why it was allowed.
 */
export async function ownLacks(
  work: Work,
  unitId: Id,
  measures: readonly Measure[],
  { ways, pathOf }: { readonly ways: readonly WayTo[]; readonly pathOf: (unitId: Id) => readonly Id[] },
): Promise<OwnLacks> {
  const { unit, occupants } = await unitRoom(work, unitId);
  const own = new Map(
    occupants.flatMap(({ member, as, basis }) => (as ? [[member.personId, { member, basis }] as const] : [])),
  );
  const placed = (await currentPlacements(work, [...own.keys()], work.today)).filter(
    ({ authorityId }) => authorityId === unit.authorityId,
  );
  const lacks = new Map<Id, Map<string, Named[]>>();
  for (const measure of measures) {
    const { modelId, professionId } = measure.layered;
    const here = placed.filter((placement) => placement.modelId === modelId);
    if (here.length === 0) continue;
    const { asked } = askingOf(measure, work.today, ways);
    const asks = new Map(
      here.map(({ personId, levelId, trackId, from }) => {
        const path = pathOf(unit.id);
        return [personId, asked({ path, levelId, trackId, wasPlacedBefore: (day) => from < day })] as const;
      }),
    );
    const questions = [...asks.values()].flatMap((each) => requirementsIn(each.asks.map(({ ask }) => ask)));
    const known = await knownOn(work, {
      on: work.today,
      personIds: [...asks.keys()],
      questions: [...new Map(questions.map((each) => [each.itemId, each])).values()].map((each) =>
        questionOf(each, professionId),
      ),
      authorities: [unit.authorityId],
    });
    const met = Map.groupBy(
      known.filter(({ isMet }) => isMet),
      ({ personId }) => personId,
    );
    const ofModel = new Map<string, Named[]>();
    for (const [personId, { member, basis }] of own) {
      const each = asks.get(personId);
      if (!each) continue;
      work.reads.note({ personIds: [personId], what: "debt", basis });
      const theirs = new Set(met.get(personId)?.map(({ itemId }) => itemId));
      for (const ask of each.asks)
        if (standingOf(ask.ask, theirs, each.exempt) === "unmet") {
          const { givenName, familyName } = member;
          ofModel.set(ask.key, [...(ofModel.get(ask.key) ?? []), { personId, givenName, familyName }]);
        }
    }
    lacks.set(modelId, ofModel);
  }
  return lacks;
}
