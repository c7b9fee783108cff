/**
 * Where in the file something stands, and what a file may not hold whatever it says: references (which can make a
 * small file enormous), tags, two fields of the same name.
 */
import type { Document, LineCounter } from "yaml";
import { isCollection, isMap, isNode, isPair, isScalar, visit } from "yaml";
import type { Reason } from "../shared/result.ts";

/** From the file's root: field names, and positions in lists from 0. */
export type FilePath = readonly (string | number)[];

/** As a person counts: positions from 1. `modell.nivåer.bas.rubriker.krav.3` is the third line. */
export const pathText = (path: FilePath): string =>
  path.map((step) => (typeof step === "number" ? step + 1 : step)).join(".");

/** The line, from 1, of the value at the path, or of its name when `name`; of what surrounds it where it is missing. */
export function lineOf(document: Document, lines: LineCounter, path: FilePath, name = false): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const found: unknown = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)
      : node.items[Number(step)];
    if (found === undefined) break;
    node = isPair(found) ? found.value : found;
    const at = isPair(found) && (name || !isScalar(found.value)) ? found.key : node;
    if (isNode(at) && at.range) offset = at.range[0];
  }
  return lines.linePos(offset).line;
}

type DocumentCode =
  "not-readable" | "reference-not-allowed" | "tag-not-allowed" | "duplicate-field" | "unknown-field";

/** Everything that keeps the file from being read as plain fields and lists. One reason a line where the parser gives up. */
export function checkDocument(document: Document.Parsed, lines: LineCounter): Reason<DocumentCode>[] {
  const syntax = new Map<number, Reason<DocumentCode>>();
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    if (!syntax.has(line))
      syntax.set(line, { code: "not-readable", data: { line, column: col, cause: error.code } });
  }
  if (syntax.size > 0) return [...syntax.values()];

  const reasons: Reason<DocumentCode>[] = [];
  const refuse = (code: DocumentCode, node: unknown, data: Record<string, string> = {}): void => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    reasons.push({ code, data: { line: lines.linePos(offset).line, ...data } });
  };
  visit(document, {
    Alias: (_, node) => refuse("reference-not-allowed", node),
    Node: (_, node) => {
      if ("tag" in node && node.tag !== undefined) refuse("tag-not-allowed", node, { tag: node.tag });
    },
    Map: (_, node) => {
      if (node.tag !== undefined) refuse("tag-not-allowed", node, { tag: node.tag });
      const seen = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) refuse("duplicate-field", key, { path: String(key.value) });
        // A field of this name would vanish on its way into an object.
        if (key.value === "__proto__") refuse("unknown-field", key, { path: key.value });
        seen.add(key.value);
      }
    },
  });
  return reasons;
}
