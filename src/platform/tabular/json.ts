/** JSON as a table: a list of flat objects, alone or under `rows`, `data` or `employees`. */
import { decodedText } from "./text-decoding.ts";
import type { ByteSource } from "./source.ts";
import {
  TableRefused,
  type RawProblem,
  type RawRow,
  type TableLimits,
  type TextEncodingName,
} from "./table.ts";

/** A list of objects is three deep; one more is told as a row's problem, and beyond this the file is refused unread. */
const DEEPEST = 16;
const LIST_NAMES = ["rows", "data", "employees"] as const;

/** The rows: the first holds the names, in the order in which they first occur; `line` is the object's number. */
export async function jsonRows(
  source: ByteSource,
  encoding: TextEncodingName,
  limits: TableLimits,
): Promise<RawRow[]> {
  if (source.size > limits.jsonBytes) {
    throw new TableRefused("too-large", { bytes: source.size, limit: limits.jsonBytes });
  }
  let text = "";
  for await (const piece of decodedText(source, encoding)) text += piece;
  refuseDepth(text);
  const objects = listIn(parsed(text)).map((item, index) => {
    if (isObject(item)) return item;
    throw new TableRefused("bad-json", { row: index + 1 });
  });
  const names = new Map<string, number>();
  for (const object of objects) {
    for (const name of Object.keys(object)) if (!names.has(name)) names.set(name, names.size);
    if (names.size > limits.columns) {
      throw new TableRefused("too-many-columns", { columns: names.size, limit: limits.columns });
    }
  }
  if (names.size === 0) throw new TableRefused("empty");
  const header = [...names.keys()];
  return [
    { line: 0, cells: header, count: header.length, problems: [] },
    ...objects.map((object, index) => rowOf(object, header, index + 1, limits)),
  ];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = /\(line (\d+) /.exec(error.message)?.[1];
    throw line === undefined
      ? new TableRefused("bad-json")
      : new TableRefused("bad-json", { line: Number(line) });
  }
}

/** The parser calls itself for each level, so the depth is looked at before it is let loose. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) throw new TableRefused("too-deep-json", { limit: DEEPEST });
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) {
    for (const name of LIST_NAMES) {
      const list = Object.hasOwn(value, name) ? value[name] : undefined;
      if (Array.isArray(list)) return list;
    }
  }
  throw new TableRefused("bad-json");
}

function rowOf(
  object: Readonly<Record<string, unknown>>,
  header: readonly string[],
  line: number,
  limits: TableLimits,
): RawRow {
  const problems: RawProblem[] = [];
  const cells = header.map((name, at) => {
    const value = Object.hasOwn(object, name) ? object[name] : null;
    if (value === null || value === undefined) return "";
    if (typeof value === "object") {
      problems.push({ code: "nested-value", at });
      return "";
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (text.length <= limits.cellLength) return text;
    problems.push({ code: "cell-too-long", at, data: { limit: limits.cellLength, length: text.length } });
    return "";
  });
  return { line, cells, count: cells.length, problems };
}
