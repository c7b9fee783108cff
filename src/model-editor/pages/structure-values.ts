/** A structure as its form has it: rows of fields by number, and back. */
import type { StructureText } from "../../career-model/keep-structure.ts";
import { LEVEL_KINDS, type Structure } from "../../career-model/rules.ts";
import { field, type FormValues } from "../../platform/http/page.ts";
import { textIn } from "../../career-model/item-form.ts";

/** More rows than these aren't there to fill in; saved, the next ones come. */
const SPARE = { level: 2, heading: 2 } as const;
const FEWEST = { level: 4, heading: 3 } as const;

type Kind = keyof typeof SPARE;

/** The fields of a structure's form, each by its name, with what they hold. */
export type Fields = {
  readonly rows: Readonly<Record<Kind, number>>;
  readonly values: Readonly<Record<string, string>>;
};

const rowsFor = (kind: Kind, filled: number): number => Math.max(FEWEST[kind], filled + SPARE[kind]);

export const fieldsOf = (structure: Structure): Fields => ({
  rows: {
    level: rowsFor("level", structure.levels.length),
    heading: rowsFor("heading", structure.headings.length),
  },
  values: {
    name: structure.name,
    coreCompetencies: structure.coreCompetencies.join("\n"),
    ratingScale: structure.ratingScale.join("\n"),
    ...Object.fromEntries(
      structure.levels.flatMap(({ key, name, shortText, kind }, row) => [
        [`level-${row}-key`, key],
        [`level-${row}-name`, name],
        [`level-${row}-text`, shortText],
        [`level-${row}-kind`, kind],
      ]),
    ),
    ...Object.fromEntries(
      structure.headings.flatMap(({ key, name }, row) => [
        [`heading-${row}-key`, key],
        [`heading-${row}-name`, name],
      ]),
    ),
  },
});

export const EMPTY: Fields = { rows: { level: FEWEST.level, heading: FEWEST.heading }, values: {} };

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The rows of a kind that say something and aren't to go, in the order that they are numbered to stand in. */
function rowsOf(form: FormValues, kind: Kind): number[] {
  const rows = Object.keys(form).flatMap((name) => {
    const row = new RegExp(`^${kind}-(\\d{1,2})-name$`).exec(name)?.[1];
    return row === undefined ? [] : [Number(row)];
  });
  const says = (row: number): boolean =>
    field(form, `${kind}-${row}-drop`) !== "yes" &&
    ["name", "text", "key"].some((part) => field(form, `${kind}-${row}-${part}`) !== "");
  const order = (row: number): number => {
    const text = field(form, `${kind}-${row}-order`).replace(",", ".");
    return text !== "" && Number.isFinite(Number(text)) ? Number(text) : row + 1;
  };
  return rows.filter(says).toSorted((a, b) => order(a) - order(b) || a - b);
}

/** The structure that was sent. */
export const structureOf = (form: FormValues): StructureText => ({
  name: textIn(form, "name"),
  coreCompetencies: linesIn(textIn(form, "coreCompetencies")),
  ratingScale: linesIn(textIn(form, "ratingScale")),
  levels: rowsOf(form, "level").map((row) => ({
    key: field(form, `level-${row}-key`) || null,
    name: textIn(form, `level-${row}-name`),
    shortText: textIn(form, `level-${row}-text`),
    kind: LEVEL_KINDS.find((kind) => kind === field(form, `level-${row}-kind`)) ?? "core",
  })),
  headings: rowsOf(form, "heading").map((row) => ({
    key: field(form, `heading-${row}-key`) || null,
    name: textIn(form, `heading-${row}-name`),
  })),
});

/**
 * The form's field for a fault's path: `levels.2.shortText` is the short text of the row that the third level came from, and
 * `levels.bas.dropped` the box that the level Bas is removed by.
 */
export function fieldOf(path: string, form: FormValues): string {
  const rows = { level: rowsOf(form, "level"), heading: rowsOf(form, "heading") };
  const [list, index, part] = path.split(".");
  const kind = list === "levels" ? "level" : list === "headings" ? "heading" : null;
  if (kind === null) return list ?? path;
  if (part === "dropped") {
    const name = Object.keys(form).find(
      (each) => each.startsWith(`${kind}-`) && each.endsWith("-key") && field(form, each) === index,
    );
    return name?.replace(/key$/, "drop") ?? "name";
  }
  const row = index === undefined ? 0 : (rows[kind][Number(index)] ?? 0);
  return `${kind}-${row}-${part === "shortText" ? "text" : part === "kind" ? "kind" : "name"}`;
}
