/** Debt as figures of a tree (DBT-1, MOD-12), hidden where they would tell of few (SUP-1): hours, credits, cost and years go with the people they come from. */
import { showChange, showParts } from "../suppression/parts.rules.ts";
import { showCells } from "../suppression/rules.ts";
import type { Id } from "../shared/ids.ts";
import type { DebtCell, DebtCount, Rate } from "./debt.rules.ts";

/** Null where nobody has said what it takes. Years are how long it takes with the places there are a year. */
export type Amounts = {
  readonly people: number;
  readonly hours: number | null;
  readonly credits: number | null;
  readonly cost: number | null;
  readonly years: number | null;
};

export type DebtFigure =
  | ({ readonly showing: "shown" } & Amounts)
  | { readonly showing: "hidden" }
  /** Nobody in the unit is asked for it. */
  | { readonly showing: "none" };

/** What a revision does to a requirement: those who lack it today, and those who would. */
export type ChangeFigure =
  | { readonly showing: "shown"; readonly before: Amounts; readonly after: Amounts }
  | { readonly showing: "hidden" }
  | { readonly showing: "none" };

type TreeUnit = { readonly id: Id; readonly parentId: Id | null; readonly path: readonly Id[] };

/** The organisation itself stands above every root; its own cell holds those whose unit is not in the tree. */
const WHOLE = "whole";

type Sum = { asked: number; unmet: number; later: number };
/** A unit's own people, and all at or below it. */
type Counted = { readonly parentId: Id | null; readonly own: Sum; readonly all: Sum };

/** A tree of units as debt is counted in it. */
export class DebtTree {
  readonly #paths: ReadonlyMap<Id, readonly Id[]>;
  readonly #parents: ReadonlyMap<Id, Id | null>;
  readonly #viewer: { readonly known: ReadonlySet<Id> };
  readonly #k: number;

  constructor(units: readonly TreeUnit[], k: number, known: ReadonlySet<Id>) {
    this.#paths = new Map(units.map(({ id, path }) => [id, path]));
    this.#parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
    this.#viewer = { known };
    this.#k = k;
  }

  get unitIds(): readonly Id[] {
    return [...this.#paths.keys()];
  }

  /** The figures of one requirement, decided for the whole tree at once; null asks for the organisation. */
  figures(count: DebtCount): (unitId: Id | null) => DebtFigure {
    const cells = this.#cells(count.cells);
    const showing = showParts(
      [...cells].map(([id, { parentId, own }]) => ({
        id,
        parentId,
        parts: [own.unmet, own.asked - own.unmet],
      })),
      this.#k,
      this.#viewer,
    );
    const isSure = this.#sureOfLater(cells);
    return (unitId) => {
      const at = unitId ?? WHOLE;
      const asked = showing.get(at)?.[0] ?? "none";
      const says = asked === "shown" && !isSure(at) ? "hidden" : asked;
      if (says !== "shown") return { showing: says };
      return { showing: says, ...amounts(cells.get(at)?.all.unmet ?? 0, count.rate) };
    };
  }

  /** Can any figure of it show to somebody who doesn't know the people? Not where those who lack it, or those who don't, are fewer than k in all. */
  canShow({ cells }: DebtCount): boolean {
    const [asked, unmet] = [
      cells.reduce((sum, each) => sum + each.asked, 0),
      cells.reduce((sum, each) => sum + each.unmet, 0),
    ];
    return unmet >= this.#k && asked - unmet >= this.#k;
  }

  /** The figures of one requirement that is asked for today as well as after a revision; both of them or none. */
  change(before: DebtCount, after: DebtCount): (unitId: Id | null) => ChangeFigure {
    const [now, then] = [this.#cells(before.cells), this.#cells(after.cells)];
    const none = { asked: 0, unmet: 0, later: 0 };
    const ids = new Set([...now.keys(), ...then.keys()]);
    const showing = showChange(
      [...ids].map((id) => {
        const [was, is] = [now.get(id)?.own ?? none, then.get(id)?.own ?? none];
        const asked = Math.max(was.asked, is.asked);
        return { id, parentId: this.#parentOf(id), asked, before: was.unmet, after: is.unmet };
      }),
      this.#k,
      this.#viewer,
    );
    const isSure = this.#sureOfLater(then);
    return (unitId) => {
      const at = unitId ?? WHOLE;
      const changed = showing.get(at) ?? "none";
      const says = changed === "shown" && !isSure(at) ? "hidden" : changed;
      if (says !== "shown") return { showing: says };
      return {
        showing: says,
        before: amounts(now.get(at)?.all.unmet ?? 0, before.rate),
        after: amounts(then.get(at)?.all.unmet ?? 0, after.rate),
      };
    };
  }

  /**
   * Where those for whom it doesn't count yet are nobody, or k or more: the figure with a transition rule less the figure without it is them. What is shown stays
   * safe when some of it is taken away, for then regions only grow together.
   */
  #sureOfLater(cells: ReadonlyMap<Id, Counted>): (id: Id) => boolean {
    const later = [...cells].map(([id, { parentId, own }]) => ({ id, parentId, own: own.later }));
    const showing = showCells(later, this.#k, this.#viewer);
    return (id) => showing.get(id) !== "hidden";
  }

  #parentOf(id: Id): Id | null {
    return id === WHOLE ? null : (this.#parents.get(id) ?? WHOLE);
  }

  /** The units where anybody is asked, and all above them: their own people, and all at or below. */
  #cells(counted: readonly DebtCell[]): ReadonlyMap<Id, Counted> {
    const zero = (): Sum => ({ asked: 0, unmet: 0, later: 0 });
    const cells = new Map<Id, Counted>();
    const at = (id: Id) => {
      const cell = cells.get(id) ?? { parentId: this.#parentOf(id), own: zero(), all: zero() };
      cells.set(id, cell);
      return cell;
    };
    for (const { unitId, asked, unmet, later } of counted) {
      const path = (unitId === null ? undefined : this.#paths.get(unitId)) ?? [];
      for (const id of [WHOLE, ...path]) {
        const { all } = at(id);
        all.asked += asked;
        all.unmet += unmet;
        all.later += later;
      }
      const { own } = at(path.at(-1) ?? WHOLE);
      own.asked += asked;
      own.unmet += unmet;
      own.later += later;
    }
    return cells;
  }
}

/** What it takes for so many people. */
export function amounts(people: number, rate: Rate): Amounts {
  const times = (each: number | null): number | null => (each === null ? null : each * people);
  return {
    people,
    hours: times(rate.hours),
    credits: times(rate.credits),
    cost: times(rate.cost),
    years: rate.places === null || rate.places === 0 ? null : Math.ceil((people * 10) / rate.places) / 10,
  };
}
