/**
 * The code lists that professions take their codes from (ORG-6): files in `code-lists/`, read once. How to bring in a full
 * list stands in that folder's README.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../platform/database/project-root.ts";

export type CodeListName = "ssyk-2012" | "aid";
export type Code = { readonly code: string; readonly name: string };
export type CodeList = {
  /** Where the codes come from: the file's first line. */
  readonly source: string;
  readonly codes: readonly Code[];
};

const SHAPES: Record<CodeListName, RegExp> = { "ssyk-2012": /^\d{4}$/, aid: /^[0-9A-Za-z]{1,12}$/ };

/** Reads a list. Throws SyntaxError with the line when it is not in the format of the folder's README. */
export function parseCodeList(name: CodeListName, text: string): CodeList {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const fault = (index: number, what: string) => new SyntaxError(`${name}.csv line ${index + 1}: ${what}`);
  const source = lines[0]?.startsWith("#") ? lines[0].slice(1).trim() : "";
  if (source === "") throw fault(0, "the first line names the source");
  const codes = new Map<string, Code>();
  let header = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!header) {
      if (line !== "code;name") throw fault(index, "the header is code;name");
      header = true;
      continue;
    }
    const [code, label, ...rest] = line.split(";").map((cell) => cell.trim());
    if (!code || !label || rest.length > 0) throw fault(index, "a line is one code and one name");
    if (!SHAPES[name].test(code)) throw fault(index, `${code} is not a code of this list`);
    if (codes.has(code)) throw fault(index, `${code} is written twice`);
    codes.set(code, { code, name: label });
  }
  if (!header) throw fault(lines.length - 1, "the header is code;name");
  return { source, codes: [...codes.values()] };
}

const read = new Map<CodeListName, CodeList>();

/** The list as it came with this release. */
export function codeList(name: CodeListName): CodeList {
  let list = read.get(name);
  if (!list) {
    const file = join(projectRoot(), "src/organisation/code-lists", `${name}.csv`);
    list = parseCodeList(name, readFileSync(file, "utf8"));
    read.set(name, list);
  }
  return list;
}
