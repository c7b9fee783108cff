/** From the bytes of a sent file to the text of a model file, or why they are not one. */
import { done, refused, type Result } from "../shared/result.ts";
import { MAX_FILE_BYTES } from "./model-file.ts";

export type FileTextCode = "too-large" | "empty-file" | "not-text" | "not-utf-8";

/** What begins a file that is no text, whatever it is called: PNG, JPEG, GIF, ZIP (as XLSX and DOCX are) and PDF. */
const BINARY = ["\x89PNG", "\xff\xd8\xff", "GIF8", "PK\x03\x04", "%PDF"];
const UTF_16 = ["\xff\xfe", "\xfe\xff"];
/** A byte order mark is skipped; what is not UTF-8 is told, never guessed at. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The file's text. Other encodings than UTF-8 are refused: a guess could change å, ä and ö in a text that is decided on. */
export function textOfFile(bytes: Uint8Array): Result<string, FileTextCode> {
  if (bytes.byteLength > MAX_FILE_BYTES) return refused({ code: "too-large" });
  if (bytes.byteLength === 0) return refused({ code: "empty-file" });
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  if (BINARY.some((sign) => beginning.startsWith(sign))) return refused({ code: "not-text" });
  // Without its mark UTF-16 shows by the empty byte of every Latin letter.
  if (UTF_16.some((mark) => beginning.startsWith(mark)) || bytes.subarray(0, 4).includes(0))
    return refused({ code: "not-utf-8" });
  try {
    const text = utf8.decode(bytes);
    return text.includes("\0") ? refused({ code: "not-text" }) : done(text);
  } catch {
    return refused({ code: "not-utf-8" });
  }
}
