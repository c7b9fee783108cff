/**
 * One operation of the API: its address, what it takes, what it answers with, and the few lines that call the use case. It is written
 * once, and checked, carried out and documented from that.
 */
import { z } from "zod";
import type { Scope } from "../../../shared/scopes.ts";
import type { Work } from "../../database/work.ts";
import type { Answer } from "./answer.ts";
import { Problem } from "./problem.ts";
import {
  checked,
  FORM_TYPE,
  isStorable,
  mediaType,
  queryReader,
  readBytes,
  readFilePart,
  readFormWithFiles,
  readJson,
  readText,
  type SentFile,
} from "./sent.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** How operations are grouped where they are described. */
export const TAGS = [
  "token",
  "organisation",
  "units",
  "people",
  "staff-imports",
  "models",
  "catalogue",
  "placements",
  "evidence",
  "assessments",
  "calibrations",
  "plans",
  "talks",
  "take-overs",
  "gaps",
  "coverage",
  "my",
  "data-requests",
] as const;
export type Tag = (typeof TAGS)[number];

/** The token that a request came with. */
export type TokenFacts = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
};

const KILOBYTE = 1024;
/** Every body but a file: many times what a form holds. */
const MOST_JSON = 256 * KILOBYTE;

/** A form with JSON in one part and files in another. */
export type FormWithFiles = { readonly said: z.ZodType; readonly mostFiles: number };

/** A body that an operation takes. */
export type Body<T> = {
  /** Each media type with the schema of what it holds; for a file a description. */
  readonly content: Readonly<Record<string, z.ZodType | "text" | "binary" | "form" | FormWithFiles>>;
  readonly maxBytes: number;
  readonly example?: unknown;
  read(bytes: Uint8Array<ArrayBuffer>, request: Request): T | Promise<T>;
};

export const json = <T>(schema: z.ZodType<T>, example: z.input<typeof schema>): Body<T> => ({
  content: { "application/json": schema },
  maxBytes: MOST_JSON,
  example,
  read: (bytes) => checked(schema, readJson(readText(bytes))),
});

/** The same JSON with files beside it. */
export type WithFiles<T> = { readonly said: T; readonly files: readonly SentFile[] };

/** JSON, or a form with that JSON in one part and files in another; the use case finds out what they hold, and whether they are too many. */
export const jsonWithFiles = <T>(
  schema: z.ZodType<T>,
  example: z.input<typeof schema>,
  files: { readonly most: number; readonly largest: number },
): Body<WithFiles<T>> => {
  const plain = json(schema, example);
  return {
    content: { ...plain.content, [FORM_TYPE]: { said: schema, mostFiles: files.most } },
    // Room for one file more than is taken, so that the sender is told what is wrong with them.
    maxBytes: MOST_JSON + (files.most + 1) * files.largest,
    example,
    async read(bytes, request) {
      if (mediaType(request) !== FORM_TYPE) {
        if (bytes.byteLength > MOST_JSON)
          throw new Problem("too-large", { reasons: [{ code: "too-large", data: { max: MOST_JSON } }] });
        return { said: await plain.read(bytes, request), files: [] };
      }
      const form = await readFormWithFiles(bytes, request);
      return { said: checked(schema, readJson(form.said)), files: form.files };
    },
  };
};

const mediaTypes = <Kind extends string>(types: readonly string[], kind: Kind) =>
  Object.fromEntries(types.map((type) => [type, kind] as const));

/** The files with rows that people and systems bring in, as large as they can be by page. */
const TABLE_TYPES = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/json",
  "application/octet-stream",
];
const LARGEST_TABLE = 32 * KILOBYTE * KILOBYTE;

/** A file with rows, as it is or as the part `file` of a form; the use case finds out what it holds. */
export const tableFile: Body<SentFile> = {
  content: { ...mediaTypes(TABLE_TYPES, "binary"), [FORM_TYPE]: "form" },
  maxBytes: LARGEST_TABLE,
  read: (bytes, request) =>
    mediaType(request) === FORM_TYPE ? readFilePart(bytes, request) : { bytes, filename: "" },
};

/** What a file that is sent is called, when it is not the part of a form that says so itself. */
export const filename = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .meta({
    description: "What the file is called. A part of a form says so itself.",
    examples: ["personal.csv"],
  });

/** The file with its name. Throws the problem `refused` when nothing names it. */
export function namedFile(
  { bytes, filename: own }: SentFile,
  said: string | undefined,
): { readonly filename: string; readonly bytes: Uint8Array } {
  const name = said ?? own;
  if (name === "") throw new Problem("refused", { reasons: [{ code: "missing", field: "filename" }] });
  return { filename: name, bytes };
}

/** One of the answers of an operation. */
export type Described = {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Files: media types beside JSON. */
  readonly files?: readonly string[];
  /** A file as it was kept, of one of these media types. */
  readonly kept?: readonly string[];
  readonly example?: unknown;
};

/** An operation without a body has nothing to do with one. */
const NO_BODY_BYTES = KILOBYTE;

/** What the address's own `?…` may hold when nothing is said. */
const NO_QUERY = z.strictObject({});

/** What the run of an operation is given. */
export type Call<Query, Sent> = {
  readonly work: Work;
  readonly token: TokenFacts;
  /** The parts of the address by name. */
  readonly param: (name: string) => string;
  readonly query: Query;
  readonly body: Sent;
  /** Which of these media types the client would rather have. */
  readonly prefers: (types: readonly string[]) => string;
  /** Throws the problem `changed` unless If-Match names what this representation is now. */
  readonly ifMatch: (representation: unknown) => void;
};

type Spec<Query, Sent> = {
  /** The name of the operation, the same for ever: clients call it so. */
  readonly id: string;
  readonly method: Method;
  /** Below the organisation's own address; parts that vary in braces. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: { readonly sv: string; readonly en: string };
  readonly description?: string;
  /** What the parts of the address are. */
  readonly params?: Readonly<Record<string, { readonly description: string; readonly example: string }>>;
  /** Null: any token. */
  readonly scope: Scope | null;
  readonly query?: z.ZodObject & z.ZodType<Query>;
  readonly body?: Body<Sent>;
  readonly answers: Readonly<Partial<Record<200 | 201 | 202, Described>>>;
  /** What If-Match is compared with: the schema of the representation that was read. */
  readonly edits?: z.ZodType;
  /** It makes something: an Idempotency-Key keeps it from being made twice. */
  readonly creates?: boolean;
  /** What it can be refused for, by code, beyond what is wrong with the body's shape. */
  readonly refusals?: readonly string[];
  readonly conflicts?: boolean;
  readonly run: (call: Call<Query, Sent>) => Promise<Answer>;
};

type Ready = (
  call: Pick<Call<unknown, unknown>, "work" | "token" | "ifMatch" | "prefers">,
) => Promise<Answer>;

/** A request as an operation reads it. */
export type Asked = {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** The body, once it has been read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export type Operation = Omit<Spec<unknown, unknown>, "run" | "query" | "body"> & {
  readonly query: z.ZodObject;
  readonly body?: Pick<Body<unknown>, "content" | "maxBytes" | "example">;
  /** Reads the body within the operation's bounds. */
  readonly readBody: (request: Request) => Promise<Uint8Array<ArrayBuffer>>;
  /** Checks everything that was sent. Throws every reason against it as one problem. */
  readonly prepare: (asked: Asked) => Promise<Ready>;
};

export function operation<Query = Record<string, never>, Sent = undefined>(
  spec: Spec<Query, Sent>,
): Operation {
  const { run, query, body, ...rest } = spec;
  const schema = query ?? NO_QUERY;
  const readQuery = queryReader(schema as z.ZodObject & z.ZodType<Query>);
  return {
    ...rest,
    query: schema,
    ...(body ? { body: { content: body.content, maxBytes: body.maxBytes, example: body.example } } : {}),
    readBody: (request) => readBytes(request, body?.maxBytes ?? NO_BODY_BYTES),
    prepare: async ({ request, url, params, bytes }) => {
      const asked = readQuery(url);
      const sent = await readSent(body, bytes, request);
      const param = (name: string): string => {
        const value = params[name] ?? "";
        if (!isStorable(value)) throw new Problem("not-found");
        return value;
      };
      return (call) => run({ ...call, param, query: asked, body: sent });
    },
  };
}

async function readSent<Sent>(
  body: Body<Sent> | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  request: Request,
): Promise<Sent> {
  if (!body) {
    if (bytes.byteLength > 0) throw new Problem("refused", { reasons: [{ code: "body-not-taken" }] });
    // An operation that takes no body has none to give on: `Sent` is undefined.
    return undefined as Sent;
  }
  if (!Object.hasOwn(body.content, mediaType(request)))
    throw new Problem("unsupported-media-type", {
      headers: { "Accept-Post": Object.keys(body.content).join(", ") },
    });
  return body.read(bytes, request);
}
