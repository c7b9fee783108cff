/** What a file is, by what is in it: names and what a browser says of them are the sender's own words. */

/** The kinds of file that are taken, with the ending that they are handed out with. */
export const FILE_TYPES = {
  pdf: { media: "application/pdf", endings: [".pdf"], signature: "%PDF-" },
  jpeg: { media: "image/jpeg", endings: [".jpg", ".jpeg"], signature: "\xff\xd8\xff" },
  png: { media: "image/png", endings: [".png"], signature: "\x89PNG\r\n\x1a\n" },
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** Null for all that isn't taken. Whatever else a file may also be, it is handed out as this and nothing else. */
export function typeOf(bytes: Uint8Array): FileType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString("latin1");
  const types = Object.keys(FILE_TYPES) as FileType[];
  return types.find((type) => head.startsWith(FILE_TYPES[type].signature)) ?? null;
}

/** The name with an ending of its type, so that the computer that it comes to opens it as that. */
export function namedAs(type: FileType, name: string): string {
  const { endings } = FILE_TYPES[type];
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[0]}`;
}
