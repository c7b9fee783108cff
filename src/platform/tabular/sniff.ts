/** What a file is, told by its first bytes and never by its name. */

export type Sniffed =
  | { readonly is: "zip" }
  | { readonly is: "ole" } // .xls from before 2007, and workbooks locked with a password
  | { readonly is: "json" }
  | { readonly is: "text" }
  | { readonly is: "other"; readonly kind: string };

const SIGNATURES: readonly (readonly [kind: string, at: number, bytes: readonly number[]])[] = [
  ["png", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", 0, [0xff, 0xd8, 0xff]],
  ["gif", 0, [0x47, 0x49, 0x46, 0x38]],
  ["tiff", 0, [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ["webp", 8, [0x57, 0x45, 0x42, 0x50]],
  ["heic", 4, [0x66, 0x74, 0x79, 0x70]],
  ["pdf", 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["gzip", 0, [0x1f, 0x8b]],
  ["7z", 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ["rar", 0, [0x52, 0x61, 0x72, 0x21]],
  ["rtf", 0, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["program", 0, [0x7f, 0x45, 0x4c, 0x46]],
];

const startsWith = (head: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

/** Control characters that no text has: with more than a handful, and more than one byte in fifty, it is no text. */
const isBinary = (head: Uint8Array): boolean => {
  let odd = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) odd += 1;
  return odd > 8 && odd * 50 > head.length;
};

/** What the file is, from its first 64 kB. */
export function sniff(head: Uint8Array): Sniffed {
  if (startsWith(head, 0, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, 0, [0x50, 0x4b, 0x05, 0x06]))
    return { is: "zip" };
  if (startsWith(head, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { is: "ole" };
  const signature = SIGNATURES.find(([, at, bytes]) => startsWith(head, at, bytes));
  if (signature) return { is: "other", kind: signature[0] };
  const utf16 = startsWith(head, 0, [0xff, 0xfe]) || startsWith(head, 0, [0xfe, 0xff]);
  if (!utf16 && isBinary(head)) return { is: "other", kind: "binary" };
  const start = firstCharacters(head, utf16);
  if (start.startsWith("{") || start.startsWith("[")) return { is: "json" };
  if (start.startsWith("<"))
    return { is: "other", kind: /^<!doctype html|^<html|<table/i.test(start) ? "html" : "xml" };
  return { is: "text" };
}

/** The first visible characters. What matters is ASCII, so the other bytes may come out as they like. */
function firstCharacters(head: Uint8Array, utf16: boolean): string {
  const bytes = utf16 ? head.filter((byte) => byte !== 0 && byte < 0x80) : head;
  return Buffer.from(bytes.subarray(0, 2000))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
}
