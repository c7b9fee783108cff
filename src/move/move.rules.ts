/**
 * What it takes to move within a model (PLC-3, PLC-4, PLC-6), and what a move sets off (PLC-7): pure. Levels are told apart by the order in which they stand,
 * from the innermost outward; nobody is compared with anybody.
 */
import type { Id } from "../shared/ids.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Known, Left, MetSet, Ask } from "../assessment/met.rules.ts";
import { leftOf } from "../assessment/met.rules.ts";
import type { FormalType } from "../career-model/rules.ts";
import type { Settings } from "../organisation/rules.ts";
import {
  checkWords,
  LONGEST_MOTIVATION,
  NOTHING_OVER,
  type MetBy,
  type Over,
  type Unmet,
  type UnmetAt,
} from "../placement/rules.ts";

export type MoveRule = Settings["moveRule"];

/** A place of a model, by its keys. */
export type Place = { readonly levelKey: string; readonly trackKey: string | null };

/** PLC-6: the ways to go. Sideways is to another track of one's own level, or from a level that the model has no longer. */
export type Direction = "outward" | "inward" | "sideways";

/** Where `to` lies from `from`, among the levels that are used here, from the innermost outward. */
export function directionOf(levelKeys: readonly string[], from: Place, to: Place): Direction {
  const [present, target] = [levelKeys.indexOf(from.levelKey), levelKeys.indexOf(to.levelKey)];
  if (present === -1 || present === target) return "sideways";
  return target > present ? "outward" : "inward";
}

/**
 * PLC-3: the places whose mandatory requirements a move asks for, from the innermost outward. Outward it is what the organisation's rule says; sideways what is
 * asked where one goes; inward nothing (PLC-6). Levels that aren't used here aren't among `levelKeys`, so the rule skips them (MOD-9).
 */
export function placesAsked(
  rule: MoveRule,
  levelKeys: readonly string[],
  from: Place,
  to: Place,
): readonly Place[] {
  const direction = directionOf(levelKeys, from, to);
  if (direction === "inward") return [];
  if (direction === "sideways" || rule === "advisory") return [to];
  if (rule === "present-and-target") return [from, to];
  return levelKeys
    .slice(0, levelKeys.indexOf(to.levelKey) + 1)
    .map((levelKey) =>
      levelKey === to.levelKey ? to : levelKey === from.levelKey ? from : { levelKey, trackKey: null },
    );
}

/** What is left of these asks, each requirement with what would meet it. */
export function unmetOf(asks: readonly Ask[], known: ReadonlyMap<Id, Known>): Unmet[] {
  const met: MetSet = new Set([...known.values()].flatMap((each) => (each.isMet ? [each.itemId] : [])));
  const tell = (left: Left): Unmet =>
    "one" in left
      ? { text: left.one.text, ...wayOf(left.one, known.get(left.one.itemId)) }
      : { more: left.more, of: left.of.map(tell) };
  return asks.flatMap((ask) => leftOf(ask, met) ?? []).map(tell);
}

function wayOf(
  { kind, formal }: { readonly kind: string; readonly formal?: { readonly type: FormalType } | null },
  known: Known | undefined,
): { by: MetBy; on: LocalDate | null } {
  if (kind === "demonstrated" || !formal) return { by: "talk", on: null };
  if (known?.waiting) return { by: known.waiting.returned ? "returned" : "waiting", on: null };
  if (known?.ended) return { by: "expired", on: addDays(known.ended.on, -1) };
  return { by: formal.type, on: known?.experience?.reachedOn ?? null };
}

/** NED-1: what is needed at a place where the need was said, and how many are there already. */
export type StatedNeed = { readonly people: number; readonly have: number };

export type MoveCode =
  | "unmet"
  | "unmet-group"
  | "despite-missing"
  | "no-need-stated"
  | "no-free-need"
  | "too-long"
  | "bad-character";

/** What a move is weighed from. `despite` is why it is made over what isn't met, as typed. */
export type Moving = {
  readonly rule: MoveRule;
  readonly direction: Direction;
  readonly unmet: readonly UnmetAt[];
  readonly isPost: boolean;
  readonly needForMoves: boolean;
  /** Null where nobody has said what is needed. */
  readonly need: StatedNeed | null;
  readonly despite: string;
};

/**
 * PLC-3, PLC-4: may this move be made? Every reason against it at once, each requirement with what would meet it. Where the rule is advisory it may, over what
 * isn't met, for a reason that is written down. A need that isn't free stands in the way under every rule.
 */
export function weighMove(moving: Moving): Result<Over, MoveCode> {
  const { rule, unmet, despite } = moving;
  const needed = needReasons(moving);
  if (unmet.length === 0) return needed.length > 0 ? refused(...needed) : done(NOTHING_OVER);
  if (rule === "advisory" && despite.trim() !== "") {
    const wrong = checkWords("despite", despite, LONGEST_MOTIVATION).filter(
      (each): each is Reason<"too-long" | "bad-character"> => each.code !== "missing",
    );
    const against = [...wrong, ...needed];
    return against.length > 0 ? refused(...against) : done({ despite: despite.trim(), unmet });
  }
  const reasons = unmet.flatMap(({ level, track, unmet: here }) =>
    here.map((each) => reasonOf(track === null ? level : `${level}, ${track}`, each)),
  );
  return refused(
    ...reasons,
    ...(rule === "advisory" ? [{ code: "despite-missing", field: "despite" } as const] : []),
    ...needed,
  );
}

function needReasons({ direction, isPost, needForMoves, need }: Moving): Reason<MoveCode>[] {
  if (!isPost && !(needForMoves && direction === "outward")) return [];
  if (need === null) return [{ code: "no-need-stated", field: "place" }];
  const { people, have } = need;
  return have < people ? [] : [{ code: "no-free-need", field: "place", data: { people, have } }];
}

function reasonOf(level: string, unmet: Unmet): Reason<MoveCode> {
  if ("more" in unmet)
    return {
      code: "unmet-group",
      field: "place",
      data: { level, more: unmet.more, of: textsIn(unmet).join("; ") },
    };
  return {
    code: "unmet",
    field: "place",
    data: { level, text: unmet.text, by: unmet.by, ...(unmet.on === null ? {} : { on: unmet.on }) },
  };
}

/** The texts of the requirements in it, in reading order. */
export const textsIn = (unmet: Unmet): readonly string[] =>
  "more" in unmet ? unmet.of.flatMap(textsIn) : [unmet.text];

/** Who does what a move sets off. */
export type TaskOwner = "manager" | "hr";
export type MoveTask = {
  readonly kind: "title" | "agreement";
  readonly owner: TaskOwner;
  /** The local title of the new place; empty for an agreement. */
  readonly title: string;
};

/** PLC-7: what a move to a place sets off. A title is written only where the place has one, and another than before. */
export function setsOff(
  settings: Pick<Settings, "titleTaskOf" | "agreementTaskOf">,
  titles: { readonly before: string; readonly after: string },
): MoveTask[] {
  const { titleTaskOf, agreementTaskOf } = settings;
  return [
    ...(titleTaskOf !== null && titles.after !== "" && titles.after !== titles.before
      ? [{ kind: "title", owner: titleTaskOf, title: titles.after } as const]
      : []),
    ...(agreementTaskOf !== null ? [{ kind: "agreement", owner: agreementTaskOf, title: "" } as const] : []),
  ];
}
