/**
 * What is assessed (MOD-3, MOD-9, ASM-3): the demonstrated requirements of a level and track, in the order of the model. What is shown by evidence stands beside as facts. And
 * what has become of each since an assessment was begun: both sheets keep to the version that they were begun on.
 */
import type { Effective } from "../career-model/compose.rules.ts";
import type { Heading } from "../career-model/rules.ts";
import type { Id } from "../shared/ids.ts";
import { asksAt, requirementsIn, type Requirement } from "./met.rules.ts";

/** A demonstrated requirement, as it is put to the two who assess. */
export type Statement = Requirement;

/** Where in a model an assessment is: its level, and its track if any, by their keys. */
export type AskedPlace = { readonly levelKey: string; readonly trackKey: string | null };

export type Asked = {
  /** The headings that hold a statement, in the structure's order, each with its statements. */
  readonly headings: readonly (Heading & { readonly statements: readonly Statement[] })[];
  /** What is shown by evidence, never rated. */
  readonly formal: readonly Requirement[];
};

export function askedAt(
  effective: Effective,
  itemIds: Readonly<Record<string, Id>>,
  place: AskedPlace,
): Asked {
  const { mandatory, recommended } = asksAt(effective, itemIds, place);
  const asked = requirementsIn([...mandatory, ...recommended]);
  const order = new Map(effective.version.items.map((item, index) => [item.key, index]));
  const inOrder = asked.toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  const statements = inOrder.filter(({ kind }) => kind === "demonstrated");
  return {
    headings: effective.structure.headings.flatMap((heading) => {
      const own = statements.filter(({ headingKey }) => headingKey === heading.key);
      return own.length > 0 ? [{ ...heading, statements: own }] : [];
    }),
    formal: inOrder.filter(({ kind }) => kind === "formal"),
  };
}

export const statementsOf = ({ headings }: Pick<Asked, "headings">): Statement[] =>
  headings.flatMap(({ statements }) => statements);

/** Every demonstrated requirement in use in the model, wherever it stands. */
export const demonstratedIn = (
  { structure, version, unused }: Effective,
  itemIds: Readonly<Record<string, Id>>,
): Statement[] => {
  const places = structure.levels.flatMap(({ key: levelKey }) =>
    [null, ...version.tracks.map(({ key }) => key)].map((trackKey) => ({ levelKey, trackKey })),
  );
  return places.flatMap((place) => statementsOf(askedAt({ structure, version, unused }, itemIds, place)));
};

/** What has become of a statement: said in other words, asked at another level or track, or asked no longer. */
export type Change =
  | { readonly is: "reworded"; readonly text: string }
  | { readonly is: "moved"; readonly levelKey: string; readonly trackKey: string | null }
  | { readonly is: "gone" };

/** What differs between what was asked when it was begun and what is asked now. */
export type Since = {
  readonly changes: Readonly<Record<Id, Change>>;
  /** Asked at the same place now, and not when it was begun. */
  readonly added: readonly Statement[];
};

export const NOTHING_SINCE: Since = { changes: {}, added: [] };

/**
 * MOD-5: what has become of each statement, by its identity. `now` is what is asked at the same place today, `elsewhere` every demonstrated requirement in use that the
 * model holds today, wherever it stands.
 */
export function sinceBegun(
  then: readonly Statement[],
  now: readonly Statement[],
  elsewhere: readonly Statement[],
): Since {
  const here = new Map(now.map((statement) => [statement.itemId, statement]));
  const anywhere = new Map(elsewhere.map((statement) => [statement.itemId, statement]));
  const changeOf = ({ itemId, text }: Statement): Change | null => {
    const same = here.get(itemId);
    if (same) return same.text === text ? null : { is: "reworded", text: same.text };
    const moved = anywhere.get(itemId);
    return moved ? { is: "moved", levelKey: moved.levelKey, trackKey: moved.trackKey } : { is: "gone" };
  };
  const asked = new Set(then.map(({ itemId }) => itemId));
  return {
    changes: Object.fromEntries(
      then.flatMap((statement) => {
        const change = changeOf(statement);
        return change ? [[statement.itemId, change]] : [];
      }),
    ),
    added: now.filter(({ itemId }) => !asked.has(itemId)),
  };
}

/** A statement that isn't asked any longer needs no outcome; one that was moved or reworded is the same still. */
export const needsOutcome = (since: Since, itemId: Id): boolean => since.changes[itemId]?.is !== "gone";
