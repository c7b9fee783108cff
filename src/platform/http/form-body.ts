/** The form in a request's body. What no page of ours sends is turned away before it is taken apart. */
import { NotFound } from "../../shared/result.ts";

/** No page has half as many fields. Half a million of a byte each would take the process almost two seconds. */
const MOST_FIELDS = 10_000;

/** A body that is no form, or that has more fields than any page's, was not sent from a page of ours: throws NotFound. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  try {
    const body = new Uint8Array(await request.arrayBuffer());
    if (fieldsIn(body, type) > MOST_FIELDS) throw new RangeError(`more than ${MOST_FIELDS} fields`);
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch (error) {
    throw new NotFound("form", { cause: error });
  }
}

/** How many fields there are at most: by what stands between them, which is found much sooner than what they say. */
function fieldsIn(body: Uint8Array, type: string): number {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const between = boundary ? `--${boundary[1] ?? boundary[2] ?? ""}` : "&";
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let fields = 1;
  for (let at = bytes.indexOf(between); at !== -1; at = bytes.indexOf(between, at + between.length)) {
    fields += 1;
    if (fields > MOST_FIELDS) return fields;
  }
  return fields;
}
