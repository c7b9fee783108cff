/**
 * Looks for what a paper has no need of in a PDF: scripts, programs that it starts, files and films within it. It finds what ordinary tools
 * write; somebody who wants to hide it can. So it is for telling people in time, and what makes a file safe is how it is handed out.
 */
import { inflateSync } from "node:zlib";

const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/;
/** Objects may lie packed together; a whole certificate's do not come near this when they are unpacked. */
const LARGEST_UNPACKED = 8 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;

/** A name may be written with its letters' numbers: `/J#61vaScript`. */
const readable = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Does the PDF hold such a thing? */
export function isActive(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let unpacked = 0;
  let from = 0;
  // Between streams there are objects; in streams there are pictures and letters, in which anything may stand by chance.
  for (const { index, 0: keyword } of text.matchAll(/\bstream\r?\n/g)) {
    if (index < from) continue;
    const object = readable(text.slice(from, index));
    if (ACTIVE.test(object)) return true;
    const start = index + keyword.length;
    const end = text.indexOf("endstream", start);
    if (end === -1) return false;
    from = end + "endstream".length;
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(object.slice(object.lastIndexOf("obj")))) continue;
    const objects = unpack(bytes.subarray(start, end));
    unpacked += objects.length;
    if (ACTIVE.test(readable(objects)) || unpacked > MOST_UNPACKED) return true;
  }
  return ACTIVE.test(readable(text.slice(from)));
}

/** What lies packed, as far as it can be unpacked; the empty text for what is packed in another way, or damaged. */
function unpack(packed: Uint8Array): string {
  try {
    return inflateSync(packed, { maxOutputLength: LARGEST_UNPACKED, finishFlush: 2 }).toString("latin1");
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code)))
      return "";
    throw error;
  }
}
