/**
 * A picture without what a phone or a program wrote beside it: where and when it was taken, with what, by whom, small copies of it, and whatever follows after its end.
 * Only parts that are needed to draw it as it was meant are kept, each as it came; nothing is decoded.
 */

/** The picture alone. Null when it isn't whole or its parts don't follow each other as they must: then nobody can say what is in it. */
export function barePicture(type: "jpeg" | "png", bytes: Uint8Array): Buffer | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === "jpeg" ? bareJpeg(whole) : barePng(whole);
}

const MARKER = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
} as const;
const EXIF = "Exif\0\0";
/** What is kept of what programs write themselves: the form of the file, the colours, and how they are stored. */
const KEPT_NOTES: Readonly<Record<number, string>> = {
  [MARKER.app0]: "JFIF\0",
  [MARKER.app2]: "ICC_PROFILE\0",
  [MARKER.app14]: "Adobe",
};

/** Tables, frames and how often decoding begins anew: all that is neither a program's own (APP0–15) nor a comment. */
const isNeeded = (marker: number): boolean => marker >= 0xc0 && marker <= 0xdf;

const begins = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString("latin1", at, at + text.length) === text;

/** ITU T.81 annex B: segments of a marker, a length and what they hold, and scans that go on to the next marker. */
function bareJpeg(bytes: Buffer): Buffer | null {
  const first: Buffer[] = [bytes.subarray(0, 2)];
  const rest: Buffer[] = [];
  let turned = 1;
  let hasScan = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? MARKER.start;
    if (marker === MARKER.end)
      return hasScan
        ? Buffer.concat([...first, ...turning(turned), ...rest, bytes.subarray(at, at + 2)])
        : null;
    // The rest stand alone, and only within a scan.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= MARKER.start) || at + 4 > bytes.length) return null;
    const content = at + 4;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < content || end > bytes.length) return null;
    const note = KEPT_NOTES[marker];
    if (marker === MARKER.app1 && begins(bytes, content, EXIF))
      turned = turnedAs(bytes.subarray(content + EXIF.length, end));
    else if (note !== undefined && begins(bytes, content, note))
      (marker === MARKER.app0 ? first : rest).push(bytes.subarray(at, end));
    else if (marker === MARKER.scan) {
      hasScan = true;
      const next = scanEnd(bytes, end);
      rest.push(bytes.subarray(at, next));
      at = next;
      continue;
    } else if (isNeeded(marker)) rest.push(bytes.subarray(at, end));
    at = end;
  }
}

/** Where the scan's data ends: at the first marker that isn't a part of it, or where the file does. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/** How the picture is to be turned when it is shown, 1 to 8, of an Exif's TIFF; 1 where that can't be read. */
function turnedAs(tiff: Buffer): number {
  const isLittle = begins(tiff, 0, "II");
  const u16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  if (tiff.length < 8) return UPRIGHT;
  const table = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (table + 2 > tiff.length) return UPRIGHT;
  const last = Math.min(u16(table), Math.floor((tiff.length - table - 2) / 12));
  for (let entry = 0; entry < last; entry += 1) {
    const at = table + 2 + entry * 12;
    if (u16(at) !== ORIENTATION) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** An Exif that says nothing but how the picture is turned; none where it stands upright. */
function turning(turned: number): Buffer[] {
  if (turned === UPRIGHT) return [];
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turned, 18);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + MARKER.app1, 0);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return [head, Buffer.from(EXIF, "latin1"), tiff];
}

const PNG_SIGNATURE = 8;
/** What draws the picture, and its colours and proportions. */
const KEPT_CHUNKS: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs".split(" "),
);

/** Chunks of a length, a name, what they hold and a checksum, from IHDR to IEND. */
function barePng(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, PNG_SIGNATURE)];
  const names = new Set<string>();
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (names.size === 0 && name !== "IHDR") return null;
    names.add(name);
    if (KEPT_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") return names.has("IDAT") ? Buffer.concat(kept) : null;
    at = end;
  }
  return null;
}
