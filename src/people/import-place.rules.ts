/** Where a row of the staff file belongs: which unit and which profession of the organisation it means (INT-1, ORG-2, ORG-6). */
import type { Profession, UnitNode } from "../organisation/rules.ts";
import type { Id } from "../shared/ids.ts";
import { done, refused, type Result } from "../shared/result.ts";
import type { UnitReference } from "./import-fields.rules.ts";

export type PlaceProblem =
  | "unknown-unit" // data.value: no unit by that code, path or name today
  | "ambiguous-unit"; // data.value: several units have that name

const alike = (text: string): string => text.normalize("NFC").trim().toLocaleLowerCase("sv");

const indexed = <Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> => {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const found = index.get(key);
    if (found) found.push(item);
    else index.set(key, [item]);
  }
  return index;
};

const PATH_MARK = "\n";

/**
 * Finds the units of a tree as files name them: by code; by the names from the root, with or without the organisation's own name
 * first; or by a name that only one unit has. Upper and lower case are alike.
 */
export function unitFinder(
  tree: readonly UnitNode[],
  organisation: string,
): (reference: UnitReference) => Result<Id, PlaceProblem> {
  const names = new Map(tree.map((unit) => [unit.id, alike(unit.name)]));
  const byCode = indexed(tree, (unit) => (unit.code === null ? null : alike(unit.code)));
  const byName = indexed(tree, (unit) => alike(unit.name));
  const byPath = indexed(tree, (unit) => unit.path.map((id) => names.get(id)).join(PATH_MARK));

  const only = (found: readonly UnitNode[] | undefined, value: string): Result<Id, PlaceProblem> => {
    const [unit, another] = found ?? [];
    if (unit === undefined) return refused({ code: "unknown-unit", data: { value } });
    return another === undefined ? done(unit.id) : refused({ code: "ambiguous-unit", data: { value } });
  };
  return (reference) => {
    if (reference.by === "code") return only(byCode.get(alike(reference.code)), reference.code);
    if (reference.by === "name") return only(byName.get(alike(reference.name)), reference.name);
    const path = reference.path.map(alike);
    const within = path[0] === alike(organisation) ? path.slice(1) : path;
    const found = byPath.get(path.join(PATH_MARK)) ?? byPath.get(within.join(PATH_MARK));
    return only(found, reference.path.join(" > "));
  };
}

/**
 * Finds the profession that a row means: by the AID code where it stands in a column, else by the title, which is the profession's
 * name or one of the titles that it is known by. Null is none of the organisation's professions.
 */
export function professionFinder(
  professions: readonly Profession[],
): (row: { aid: string | null; professionCode: string | null; title: string }) => Id | null {
  const byAid = indexed(professions, (each) => (each.aidCode === null ? null : alike(each.aidCode)));
  const byTitle = new Map<string, Id>();
  for (const each of professions) for (const title of each.titles) byTitle.set(alike(title), each.id);
  for (const each of professions) byTitle.set(alike(each.nameSv), each.id);
  return ({ aid, professionCode, title }) => {
    for (const code of [aid, professionCode]) {
      const [found] = (code === null ? undefined : byAid.get(alike(code))) ?? [];
      if (found) return found.id;
    }
    return byTitle.get(alike(title)) ?? null;
  };
}
