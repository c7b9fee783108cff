/** The form in a request's body. What no page of ours sends is turned away before it is taken apart, and files that are too large are let go as they come. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { NotFound } from "../../shared/result.ts";

/** No page has half as many fields. Half a million of a byte each would take the process almost two seconds. */
const MOST_FIELDS = 10_000;

const MEGABYTE = 1024 * 1024;
/** An HR file of 60,000 rows is about 12 MB; nothing else that is read whole comes near. */
const LARGEST_BODY = 32 * MEGABYTE;
/** What is sent is read to its end up to here, also what isn't kept: many clients show the answer only when they have been let to send. */
const MOST_SENT = 256 * MEGABYTE;
/** What is typed in a form that brings files. */
const LONGEST_TEXT = MEGABYTE;

/** The body is larger than the page takes. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

/** The files that a page's form may bring. They are read one at a time as they come, and no more than this is ever held. */
export type FileLimits = { readonly most: number; readonly largest: number };

/** A file of which nothing was kept, for it is larger than the page takes, or one too many. Its size isn't known. */
export class LetGo extends File {}

/**
 * The form. With `limits`, files beyond them come as `LetGo`, and names as they were sent. A body that is no form, or that has more fields than any page's, was not sent from a
 * page of ours: throws NotFound. Throws TooLarge.
 */
export async function readForm(request: Request, limits?: FileLimits): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  try {
    if (limits && /^multipart\/form-data\b/i.test(type)) return await readStreamed(request, type, limits);
    const body = await readWhole(request);
    if (fieldsIn(body, type) > MOST_FIELDS) throw new RangeError(`more than ${MOST_FIELDS} fields`);
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new NotFound("form", { cause: error });
  }
}

/** The parts of the body as they come. Throws TooLarge, when there is no end to it. */
async function* partsOf({ body }: Request): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > MOST_SENT) throw new TooLarge();
    yield part;
  }
}

async function readWhole(request: Request): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.byteLength;
    if (size <= LARGEST_BODY) parts.push(part);
    else parts.length = 0;
  }
  if (size > LARGEST_BODY) throw new TooLarge();
  return Buffer.concat(parts);
}

async function readStreamed(request: Request, type: string, limits: FileLimits): Promise<FormData> {
  const form = new FormData();
  let typed = 0;
  const parser = new Busboy({
    headers: { "content-type": type },
    // A name with a path in it is told to the one who sent it.
    preservePath: true,
    limits: { fields: MOST_FIELDS, fieldSize: LONGEST_TEXT, fileSize: limits.largest, parts: MOST_FIELDS },
  });
  let files = 0;
  parser.on("field", (name, value) => {
    typed += value.length;
    if (typed > LONGEST_TEXT) parser.destroy(new TooLarge());
    else form.append(said(name), value);
  });
  parser.on("file", (field, stream, name) => {
    files += 1;
    const isKept = files <= limits.most;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    stream.on("data", (part: Buffer<ArrayBuffer>) => isKept && parts.push(part));
    stream.on("limit", () => parts.splice(0));
    // A line that is broken in the middle of a file.
    stream.on("error", (error) => parser.destroy(error));
    stream.on("end", () => {
      const isLetGo = stream.truncated || !isKept;
      form.append(said(field), isLetGo ? new LetGo([], said(name)) : new File(parts, said(name)));
    });
  });
  for (const event of ["fieldsLimit", "partsLimit"] as const)
    parser.on(event, () => parser.destroy(new RangeError(`more than ${MOST_FIELDS} fields`)));
  await pipeline(Readable.from(partsOf(request)), parser);
  return form;
}

/** The parser gives no text, whatever its types say, for a name that is empty or isn't there. */
const said = (name: string | undefined): string => name ?? "";

/** How many fields there are at most: by what stands between them, which is found much sooner than what they say. */
function fieldsIn(body: Buffer, type: string): number {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const between = boundary ? `--${boundary[1] ?? boundary[2] ?? ""}` : "&";
  let fields = 1;
  for (let at = body.indexOf(between); at !== -1; at = body.indexOf(between, at + between.length)) {
    fields += 1;
    if (fields > MOST_FIELDS) return fields;
  }
  return fields;
}
