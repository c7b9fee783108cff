/** Which change to a supplement an address asks for, and the supplement when it has been made. */
import { field, type FormValues } from "../../platform/http/page.ts";
import type { Visibility } from "../../career-model/rules.ts";
import {
  UNUSED_KINDS,
  withClarification,
  withItem,
  withoutClarification,
  withoutItem,
  withoutUnused,
  withUnused,
  type LocalItem,
  type SupplementContent,
  type Target,
} from "../../career-model/supplement.rules.ts";
import type { SupplementView } from "../view-supplement.ts";

/** `was` is the part as it was read, to tell whether somebody else has changed it since; empty for a new one. */
type Common = {
  readonly levelKey: string;
  readonly was: string;
  readonly text: string;
  readonly name: string;
};
export type Asked = Common &
  (
    | { readonly kind: "item"; readonly item: LocalItem | null; readonly begin: FormValues }
    | {
        readonly kind: "clarification";
        readonly itemKey: string;
        readonly baseText: string;
        readonly visibility: Visibility;
      }
    | { readonly kind: "unused"; readonly target: Target; readonly baseText: string }
  );

const written = (part: unknown): string => (part === undefined ? "" : JSON.stringify(part));

/** What the address names: a line to add or change, an item to clarify, or a part not to use. Null when there is no such thing. */
export function asked({ content, text: { structure, version } }: SupplementView, url: URL): Asked | null {
  const query = (name: string) => url.searchParams.get(name);
  const item = query("item");
  const clarify = query("clarify");
  if (query("add") !== null)
    return {
      kind: "item",
      item: null,
      was: "",
      text: "",
      name: "",
      levelKey: query("level") ?? "",
      begin: {
        level: [query("level") ?? ""],
        heading: [query("heading") ?? ""],
        track: [query("track") ?? ""],
      },
    };
  if (item !== null) {
    const found = content.items.find(({ key }) => key === item);
    return found
      ? {
          kind: "item",
          item: found,
          was: written(found),
          text: found.text,
          name: "",
          levelKey: found.levelKey,
          begin: {},
        }
      : null;
  }
  if (clarify !== null) {
    const base = version.items.find(({ key }) => key === clarify);
    const said = content.clarifications.find(({ itemKey }) => itemKey === clarify);
    return base
      ? {
          kind: "clarification",
          itemKey: clarify,
          baseText: base.text,
          was: written(said),
          text: said?.text ?? "",
          name: "",
          visibility: said?.visibility ?? base.visibility,
          levelKey: base.levelKey,
        }
      : null;
  }
  return askedUnused({ content, structure, version }, query);
}

function askedUnused(
  { content, structure, version }: SupplementView["text"] & { readonly content: SupplementContent },
  query: (name: string) => string | null,
): Asked | null {
  const of = UNUSED_KINDS.find((kind) => kind === query("unused"));
  const key = query("key") ?? "";
  const item = version.items.find((each) => each.key === key);
  const track = version.tracks.find((each) => each.key === key);
  const level = structure.levels.find((each) => each.key === key);
  const named = { item, track, level };
  const there = of && named[of];
  if (!of || !there) return null;
  const mark = content.unused.find((each) => each.of === of && each.key === key);
  return {
    kind: "unused",
    target: { of, key },
    baseText: "text" in there ? there.text : "",
    name: "text" in there ? "" : there.name,
    was: written(mark),
    text: mark?.reason ?? "",
    levelKey: "levelKey" in there ? there.levelKey : "levels" in there ? (there.levels[0] ?? "") : there.key,
  };
}

/** The supplement with the change; null when the part is no longer as it was when the form was opened. */
export function made(
  content: SupplementContent,
  what: Asked,
  form: FormValues,
  itemIn: (form: FormValues, key: string) => LocalItem,
): SupplementContent | null {
  const isRemoved = field(form, "intent") === "remove";
  const now = {
    item: what.kind === "item" ? content.items.find(({ key }) => key === what.item?.key) : undefined,
    clarification:
      what.kind === "clarification"
        ? content.clarifications.find(({ itemKey }) => itemKey === what.itemKey)
        : undefined,
    unused:
      what.kind === "unused"
        ? content.unused.find(({ of, key }) => of === what.target.of && key === what.target.key)
        : undefined,
  };
  if (written(now[what.kind]) !== field(form, "was")) return null;
  if (what.kind === "item") {
    const key = what.item?.key ?? "new";
    return isRemoved ? withoutItem(content, key) : withItem(content, itemIn(form, key));
  }
  if (what.kind === "clarification") {
    const { itemKey } = what;
    const visibility = field(form, "visibility") === "internal" ? "internal" : "public";
    return isRemoved
      ? withoutClarification(content, itemKey)
      : withClarification(content, { itemKey, text: field(form, "text"), visibility });
  }
  return isRemoved
    ? withoutUnused(content, what.target)
    : withUnused(content, { ...what.target, reason: field(form, "reason") });
}
