/**
 * What is wrong with a file's shape, told as codes: from what the schema found to what the author can mend.
 */
import type { z } from "zod";
import type { FilePath } from "./model-file-lines.ts";

export type ShapeCode =
  | "unknown-field"
  | "missing"
  | "wrong-type"
  | "unknown-value"
  | "text-with-colon"
  | "text-too-long"
  | "bad-key";

/** One fault of the shape. `name`: it concerns the field's name, not its value. */
export type ShapeFault = {
  readonly code: ShapeCode;
  readonly path: FilePath;
  readonly name?: boolean;
  readonly data?: Readonly<Record<string, string | number>>;
};

type Issue = z.core.$ZodIssue;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isRecord(value) ? value[String(step)] : undefined;
  }, root);

/** A line such as `- Uppdrag: kognitivt stöd`, which YAML reads as a field "Uppdrag": it needs quotation marks. */
const readsAsField = (value: unknown, known: readonly string[]): string | undefined => {
  if (!isRecord(value)) return undefined;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && !known.includes(name) ? name : undefined;
};

/** How many names the branch of a union does not know: the one that was meant knows the most of them. */
const unknownNames = (issues: readonly Issue[]): number =>
  issues.reduce((sum, inner) => sum + (inner.code === "unrecognized_keys" ? inner.keys.length : 0), 0);

function faultOf(
  issue: Issue,
  root: unknown,
  fields: readonly string[],
  base: readonly PropertyKey[],
): ShapeFault[] {
  const path = [...base, ...issue.path].filter((step) => typeof step !== "symbol");
  const value = valueAt(root, path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ code: "unknown-field", path: [...path, key], name: true }));
  if (value === undefined || value === null) return [{ code: "missing", path }];
  switch (issue.code) {
    case "invalid_union": {
      const text = readsAsField(value, fields);
      if (text !== undefined) return [{ code: "text-with-colon", path, data: { text } }];
      const branch = issue.errors
        .filter((issues) =>
          issues.every((inner) => inner.path.length > 0 || inner.code === "unrecognized_keys"),
        )
        .toSorted((a, b) => unknownNames(a) - unknownNames(b))[0];
      if (!branch) {
        const numeric = issue.errors
          .flat()
          .some((inner) => inner.code === "invalid_type" && inner.expected === "number");
        return [{ code: "wrong-type", path, data: { expected: numeric ? "number" : "string" } }];
      }
      return branch.flatMap((inner) => faultOf(inner, root, fields, path));
    }
    case "invalid_value":
      return [{ code: "unknown-value", path, data: { allowed: issue.values.map(String).join(", ") } }];
    case "invalid_type": {
      const text = issue.expected === "string" ? readsAsField(value, fields) : undefined;
      if (text !== undefined) return [{ code: "text-with-colon", path, data: { text } }];
      return [{ code: "wrong-type", path, data: { expected: issue.expected } }];
    }
    case "too_big":
      return [{ code: "text-too-long", path, data: { max: Number(issue.maximum) } }];
    case "invalid_format":
      // Two texts have a form of their own: the profession's key, and credits written with a comma.
      return path.at(-1) === "nyckel" && typeof value === "string"
        ? [{ code: "bad-key", path, data: { key: value } }]
        : [{ code: "wrong-type", path, data: { expected: "number" } }];
    case "too_small":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return [{ code: "wrong-type", path, data: { expected: issue.code } }];
  }
}

/** All faults that the schema found in `root`; `fields` are the names that a line may have. */
export const shapeFaults = (error: z.ZodError, root: unknown, fields: readonly string[]): ShapeFault[] =>
  error.issues.flatMap((issue) => faultOf(issue, root, fields, []));

/** A copy without the fields that nobody knows, so that the rest can be checked in the same go. */
export function withoutUnknownFields(root: unknown, faults: readonly ShapeFault[]): unknown {
  const copy = structuredClone(root);
  for (const { code, path } of faults) {
    if (code !== "unknown-field") continue;
    const owner = valueAt(copy, path.slice(0, -1));
    if (isRecord(owner)) delete owner[String(path.at(-1))];
  }
  return copy;
}
