/** What was sent to the API, read within bounds of size, depth and time before anything looks at it. */
import { z } from "zod";
import type { Reason } from "../../../shared/result.ts";
import { readAway } from "../read-away.ts";
import { Problem } from "./problem.ts";

export const FORM_TYPE = "multipart/form-data";
/** The one part of a form that brings a file. */
export const FILE_PART = "file";
/** No part is called more than this; what is told of one that is not known stays short. */
const LONGEST_PART_NAME = 100;

/** A file that was sent; without a name of its own it is called the empty text. */
export type SentFile = { readonly bytes: Uint8Array; readonly filename: string };

/** Objects and lists within each other. Nothing that the API takes comes near. */
const DEEPEST = 64;
/** More reasons than this help nobody. */
export const MOST_REASONS = 100;

/** The whole body. Throws the problem `too-large` above `most` bytes, whatever the request says of its own length. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = async (): Promise<never> => {
    await readAway(request);
    throw new Problem("too-large", { reasons: [{ code: "too-large", data: { max: most } }] });
  };
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) {
      reader?.releaseLock();
      return tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** The media type of the body in lower case, without its parameters; the empty text when it says none. */
export const mediaType = (request: Request): string =>
  (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

const unreadable = (code: string): Problem => new Problem("unreadable", { reasons: [{ code }] });

/** Throws the problem `unreadable` for bytes that are no UTF-8. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw unreadable("not-utf-8");
    throw error;
  }
}

/** Is anything within more than `DEEPEST` others? Looks at each character once, and at none inside texts. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function endOfText(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Throws the problem `unreadable` for what is no JSON, or JSON deeper than anything that the API takes. */
export function readJson(text: string): unknown {
  if (isTooDeep(text)) throw unreadable("too-deep");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable("not-json");
    throw error;
  }
}

/** The database takes no NUL in a text, and half a surrogate pair is no character. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** A reason for each text that can't be kept, wherever it stands. */
function unstorable(value: unknown, path: string, reasons: Reason[]): void {
  if (reasons.length >= MOST_REASONS) return;
  if (typeof value === "string") {
    if (!isStorable(value)) reasons.push({ code: "bad-character", field: path });
  } else if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value))
      unstorable(part, path === "" ? key : `${path}.${key}`, reasons);
}

/** zod's finding as our reasons: what is not known, what is missing, what is not as it should be. */
function reasonsOf(issue: z.core.$ZodIssue, value: unknown): Reason[] {
  const field = issue.path.map(String).join(".");
  const at = field === "" ? {} : { field };
  const within = (key: string): string => (field === "" ? key : `${field}.${key}`);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ code: "unknown-field", field: within(key) }));
    case "invalid_type":
      return valueAt(value, issue.path) === undefined
        ? [{ code: "missing", ...at }]
        : [{ code: "wrong-type", ...at, data: { expected: issue.expected } }];
    case "too_big":
      return [{ code: "too-large", ...at, data: { max: Number(issue.maximum) } }];
    case "too_small":
      return [{ code: "too-small", ...at, data: { min: Number(issue.minimum) } }];
    case "invalid_value":
      return [
        valueAt(value, issue.path) === undefined
          ? { code: "missing", ...at }
          : { code: "not-one-of", ...at, data: { values: issue.values.map(String).join(", ") } },
      ];
    case "invalid_format":
      return [{ code: "bad-format", ...at, data: { format: issue.format } }];
    case "custom":
      return [{ code: issue.message, ...at }];
    case "invalid_key":
      return [{ code: "unknown-field", ...at }];
    case "invalid_element":
    case "invalid_union":
    case "not_multiple_of":
      return [{ code: "not-valid", ...at }];
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part = value;
  for (const key of path) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, key)) return undefined;
    part = Reflect.get(part, key);
  }
  return part;
}

/** The value as the schema has it. Throws the problem `refused` with every reason why it is not. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const reasons: Reason[] = [];
  unstorable(value, "", reasons);
  const parsed = schema.safeParse(value);
  if (!parsed.success) reasons.push(...parsed.error.issues.flatMap((issue) => reasonsOf(issue, value)));
  if (reasons.length > 0) throw new Problem("refused", { reasons: reasons.slice(0, MOST_REASONS) });
  if (!parsed.success) throw new Problem("refused");
  return parsed.data;
}

/** The file of a form. Throws the problem `unreadable` for what is no form, and `refused` for one that holds anything else. */
export async function readFilePart(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<SentFile> {
  const form = await formIn(bytes, request);
  const { [FILE_PART]: file, ...sent } = Object.fromEntries(form);
  const reasons: Reason[] = Object.keys(sent).map((name) => ({
    code: "unknown-field",
    field: name.slice(0, LONGEST_PART_NAME),
  }));
  if (form.getAll(FILE_PART).length > 1) reasons.push({ code: "repeated", field: FILE_PART });
  if (file === undefined) reasons.push({ code: "missing", field: FILE_PART });
  else if (typeof file === "string")
    reasons.push({ code: "wrong-type", field: FILE_PART, data: { expected: "file" } });
  else if (!isStorable(file.name)) reasons.push({ code: "bad-character", field: "filename" });
  if (reasons.length > 0 || !(file instanceof File))
    throw new Problem("refused", { reasons: reasons.slice(0, MOST_REASONS) });
  return { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name };
}

/** Parts of a form that brings files beside what is said of them. */
export const SAID_PART = "data";
export const FILES_PART = "files";

/**
 * A form of one part with JSON, and files. Throws the problem `unreadable` for what is no form, and `refused` for one that holds anything else; how many files, and which, is for
 * whoever takes them to say.
 */
export async function readFormWithFiles(
  bytes: Uint8Array<ArrayBuffer>,
  request: Request,
): Promise<{ readonly said: string; readonly files: readonly SentFile[] }> {
  const form = await formIn(bytes, request);
  const sent = form.getAll(FILES_PART);
  const [data, ...more] = form.getAll(SAID_PART);
  const reasons: Reason[] = [...new Set(form.keys())]
    .filter((name) => name !== SAID_PART && name !== FILES_PART)
    .map((name) => ({ code: "unknown-field", field: name.slice(0, LONGEST_PART_NAME) }));
  if (data === undefined) reasons.push({ code: "missing", field: SAID_PART });
  if (more.length > 0) reasons.push({ code: "repeated", field: SAID_PART });
  if (sent.some((part) => typeof part === "string"))
    reasons.push({ code: "wrong-type", field: FILES_PART, data: { expected: "file" } });
  const files = sent.filter((part) => typeof part !== "string");
  if (files.some(({ name }) => !isStorable(name))) reasons.push({ code: "bad-character", field: FILES_PART });
  if (reasons.length > 0 || data === undefined)
    throw new Problem("refused", { reasons: reasons.slice(0, MOST_REASONS) });
  return {
    // A client that says the part's own type sends it as a file.
    said: typeof data === "string" ? data : readText(new Uint8Array(await data.arrayBuffer())),
    files: await Promise.all(
      files.map(async (file) => ({
        filename: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
  };
}

async function formIn(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<FormData> {
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    return await new Response(bytes, { headers }).formData();
  } catch (error) {
    if (error instanceof TypeError) throw unreadable("not-a-form");
    throw error;
  }
}

type Kind = "integer" | "boolean" | "text";

/** How the texts of an address are read for each of the schema's fields. */
export function queryReader<T>(schema: z.ZodObject & z.ZodType<T>): (url: URL) => T {
  const kinds = new Map<string, Kind>(
    Object.entries(schema.shape).map(([name, field]) => {
      const { type } = z.toJSONSchema(field as z.ZodType, { io: "input" });
      return [name, type === "integer" || type === "boolean" ? type : "text"];
    }),
  );
  return (url) => {
    const values: Record<string, unknown> = {};
    const reasons: Reason[] = [];
    for (const name of new Set(url.searchParams.keys())) {
      const [value = "", ...more] = url.searchParams.getAll(name);
      if (more.length > 0) reasons.push({ code: "repeated", field: name });
      else if (!kinds.has(name)) reasons.push({ code: "unknown-field", field: name });
      else values[name] = typed(kinds.get(name), value);
    }
    if (reasons.length > 0) throw new Problem("refused", { reasons: reasons.slice(0, MOST_REASONS) });
    return checked(schema, values);
  };
}

function typed(kind: Kind | undefined, value: string): unknown {
  if (kind === "integer" && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (kind === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}
