/** The unit tree as it was, is or will be on a day, with who manages each unit or where there is a gap (ORG-2, ORG-4, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepOrganisation, mayReadUnits } from "../organisation/access.ts";
import { unitsBelow, type UnitNode } from "../organisation/rules.ts";
import { units, unitTree } from "../organisation/store.ts";
import { mayReadRegister, mayReadStaff } from "./access.ts";
import { managersOn, type Assignment } from "./managers.store.ts";
import { actingFor } from "./rules.ts";
import { personFacts } from "./store.ts";

/** With more units than this, one level is shown at a time. */
const WHOLE_TREE = 300;
/** A search shows at most this many. */
const MOST_FOUND = 50;

/** Somebody's name; null when it is not for the reader to know (ORG-7), although there is somebody. */
export type Named = { readonly name: string | null };

export type UnitShown = Pick<UnitNode, "id" | "parentId" | "name" | "code" | "isAuthority"> & {
  /** How many units stand below it, at any depth. */
  readonly below: number;
  readonly manager: Named | null;
  /** Who acts where there is no manager; null is a gap. */
  readonly acting: Named | null;
  readonly validFrom: LocalDate;
  /** The first day on which it is no more. */
  readonly validTo: LocalDate | null;
  /** May the reader see who works there? */
  readonly staff: boolean;
};

export type UnitsView = {
  readonly day: LocalDate;
  readonly q: string;
  readonly mayKeep: boolean;
  /** All units on the day. */
  readonly size: number;
  readonly shape: "tree" | "level" | "found";
  /** Where the level stands: from the root down. */
  readonly path: readonly { readonly id: Id; readonly name: string }[];
  /** In tree order; in a search or a level only those found there. */
  readonly units: readonly UnitShown[];
  /** Found beyond those shown. */
  readonly more: number;
};

export async function viewUnits(
  work: Work,
  asked: { under: string; q: string; day: string },
): Promise<UnitsView> {
  if (!mayReadUnits(work.actor)) throw new NotFound("units");
  const day = isDay(asked.day) ? asked.day : work.today;
  const tree = await unitTree(work, day);
  const under = tree.find((unit) => unit.id === asked.under);
  if (asked.under !== "" && !(isId(asked.under) && under)) throw new NotFound("unit");
  const { shape, chosen } = choose(tree, under, asked.q);
  const shown = chosen.slice(0, shape === "found" ? MOST_FOUND : chosen.length);
  return {
    day,
    q: asked.q,
    mayKeep: mayKeepOrganisation(work.actor),
    size: tree.length,
    shape,
    path: tree.filter((unit) => under?.path.includes(unit.id)).map(({ id, name }) => ({ id, name })),
    units: await withManagers(work, day, tree, shown),
    more: chosen.length - shown.length,
  };
}

/** The units of a day as one list, in tree order: all, those at and below `under`, or those that `q` finds. Pages count from 1. */
export async function listUnits(
  work: Work,
  asked: { under: string; q: string; day: string; page: number; size: number },
): Promise<{ readonly units: readonly UnitShown[]; readonly total: number }> {
  if (!mayReadUnits(work.actor)) throw new NotFound("units");
  const day = isDay(asked.day) ? asked.day : work.today;
  const tree = await unitTree(work, day);
  if (asked.under !== "" && !tree.some(({ id }) => id === asked.under)) throw new NotFound("unit");
  const within = asked.under === "" ? tree : unitsBelow(tree, asked.under);
  const chosen = asked.q === "" ? within : found(within, asked.q);
  const shown = chosen.slice((asked.page - 1) * asked.size, asked.page * asked.size);
  return { units: await withManagers(work, day, tree, shown), total: chosen.length };
}

/** One unit, also one that is ended or to come: those have nobody who manages them today. */
export async function viewUnit(work: Work, unitId: string): Promise<UnitShown> {
  if (!mayReadUnits(work.actor) || !isId(unitId)) throw new NotFound("unit");
  const kept = (await units(work)).find(({ id }) => id === unitId);
  if (!kept) throw new NotFound("unit");
  const tree = await unitTree(work, work.today);
  const [present] = await withManagers(
    work,
    work.today,
    tree,
    tree.filter(({ id }) => id === unitId),
  );
  return present ?? { ...kept, below: 0, manager: null, acting: null, staff: false };
}

const found = (tree: readonly UnitNode[], q: string): UnitNode[] => {
  const word = q.toLocaleLowerCase("sv");
  return tree.filter(
    (unit) => unit.name.toLocaleLowerCase("sv").includes(word) || unit.code?.toLocaleLowerCase("sv") === word,
  );
};

function choose(
  tree: readonly UnitNode[],
  under: UnitNode | undefined,
  q: string,
): { shape: UnitsView["shape"]; chosen: readonly UnitNode[] } {
  if (q !== "") return { shape: "found", chosen: found(tree, q) };
  if (tree.length <= WHOLE_TREE && !under) return { shape: "tree", chosen: tree };
  return { shape: "level", chosen: tree.filter((unit) => unit.parentId === (under?.id ?? null)) };
}

async function withManagers(
  work: Work,
  day: LocalDate,
  tree: readonly UnitNode[],
  shown: readonly UnitNode[],
): Promise<UnitShown[]> {
  const managers = await managersOn(work, day);
  const hidden = await hiddenManagers(work, managers);
  const byPerson = new Map(managers.map((each) => [each.personId, each]));
  const managerOf = new Map(managers.map((each) => [each.unitId, each.personId]));
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  const kept = new Map((await units(work)).map((unit) => [unit.id, unit]));
  const below = new Map<Id, number>();
  for (const unit of tree) for (const id of unit.path) below.set(id, (below.get(id) ?? -1) + 1);
  const named = (personId: Id | null | undefined): Named | null =>
    personId ? { name: hidden.has(personId) ? null : (byPerson.get(personId)?.name ?? null) } : null;
  return shown.map((unit) => {
    const managerId = managerOf.get(unit.id) ?? null;
    const actingManagerId = actingFor(byId, managerOf, unit.id, null);
    return {
      id: unit.id,
      parentId: unit.parentId,
      name: unit.name,
      code: unit.code,
      isAuthority: unit.isAuthority,
      below: below.get(unit.id) ?? 0,
      manager: named(managerId),
      acting: managerId === null ? named(actingManagerId) : null,
      validFrom: kept.get(unit.id)?.validFrom ?? day,
      validTo: kept.get(unit.id)?.validTo ?? null,
      staff:
        day === work.today &&
        mayReadStaff(work.actor, { unitId: unit.id, managerId, actingManagerId }) !== null,
    };
  });
}

/** Managers with protected identity whose names the reader may not know (ORG-7). */
async function hiddenManagers(work: Work, managers: readonly Assignment[]): Promise<ReadonlySet<Id>> {
  const ids = new Set(managers.filter((each) => each.protectedIdentity).map((each) => each.personId));
  if (ids.size === 0) return ids;
  for (const facts of (await personFacts(work, [...ids])).values()) {
    const basis = mayReadRegister(work.actor, facts);
    if (basis) {
      ids.delete(facts.personId);
      work.reads.note({ personIds: [facts.personId], what: "unit-manager", basis });
    }
  }
  return ids;
}
