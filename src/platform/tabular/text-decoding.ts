/**
 * From bytes to text. A mark at the start decides; without one, a file that is valid UTF-8 throughout is UTF-8, and every
 * other is Windows-1252, which Swedish HR systems write. Older sets (DOS, Mac) would come out as nonsense and are refused.
 */
import { firstBytes, type ByteSource } from "./source.ts";
import { TableRefused, type TextEncodingName } from "./table.ts";

const isAsciiLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Has no character in Windows-1252. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Å Ä Ö å ä ö é in Windows-1252. */
const SWEDISH_1252 = new Set([0xc4, 0xc5, 0xd6, 0xe4, 0xe5, 0xf6, 0xe9]);
/** å ä ö é Ö in the DOS sets 437 and 850: quotation marks and daggers in Windows-1252, which stand in no word. */
const SWEDISH_DOS = new Set([0x82, 0x84, 0x86, 0x94, 0x99]);
/** ä å ö in the old Mac set: Š Œ š in Windows-1252, rare in a Swedish file that has no ä. */
const SWEDISH_MAC = new Set([0x8a, 0x8c, 0x9a]);

/** Which encoding the text has. Reads it all, and twice where it isn't Unicode. */
export async function encodingOf(source: ByteSource): Promise<TextEncodingName> {
  const [first, second] = await firstBytes(source, 2);
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (await isUtf8(source)) return "utf-8";
  await refuseOlderSets(source);
  return "windows-1252";
}

async function isUtf8(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of source.read(0, source.size)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function refuseOlderSets(source: ByteSource): Promise<void> {
  let [before, within] = [0, 0];
  let [undefinedBytes, swedish, dos, mac] = [0, 0, 0, 0];
  for await (const piece of source.read(0, source.size)) {
    for (const byte of piece) {
      if (byte >= 0x80 && UNDEFINED_1252.has(byte)) undefinedBytes += 1;
      if (SWEDISH_1252.has(byte)) swedish += 1;
      if (isAsciiLetter(byte) && isAsciiLetter(before)) {
        if (SWEDISH_DOS.has(within)) dos += 1;
        if (SWEDISH_MAC.has(within)) mac += 1;
      }
      before = within;
      within = byte;
    }
  }
  if (undefinedBytes > 0 || dos > swedish || (mac >= 3 && swedish === 0))
    throw new TableRefused("unknown-encoding");
}

/** The text, piece by piece, without a byte order mark. */
export async function* decodedText(source: ByteSource, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of source.read(0, source.size)) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
