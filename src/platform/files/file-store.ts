/**
 * Where the bytes of files are kept: under the SHA-256 of what they hold, each organisation's apart, so that nothing is ever kept half, or found
 * from another organisation.
 */
import { createHash } from "node:crypto";
import type { Id } from "../../shared/ids.ts";

/** One file: whose it is, and the SHA-256 of what it holds, in hexadecimal. */
export type FileName = { readonly organisationId: Id; readonly hash: string };

/** Each of them may throw FilesAway. */
export type FileStore = {
  /** Keeps the bytes. They are there, whole, when it is done; once more is no fault. */
  readonly put: (name: FileName, bytes: Uint8Array) => Promise<void>;
  /** The bytes; null when there are none by that name. */
  readonly get: (name: FileName) => Promise<Buffer | null>;
  /** The hashes of all that is kept for an organisation. */
  readonly list: (organisationId: Id) => Promise<string[]>;
  /** Takes them away; none is no fault. */
  readonly remove: (name: FileName) => Promise<void>;
  /** Tries whether files can be kept, and keeps none. */
  readonly check: () => Promise<void>;
};

/** The file that the database knows isn't where files are kept, or isn't what it was when it was put there. */
export class FileLost extends Error {
  override name = "FileLost";
}

/** The place where files are kept isn't to be reached just now, or lets nobody in. `code` is what it said, for whoever runs it. */
export class FilesAway extends Error {
  override name = "FilesAway";
  readonly code: string;

  constructor(code: string) {
    super(`files are not to be reached: ${code}`);
    this.code = code;
  }
}

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The bytes, which are what they were when they were put there. Throws FileLost. */
export async function readKept(files: FileStore, name: FileName): Promise<Buffer> {
  const bytes = await files.get(name);
  if (bytes === null || hashOf(bytes) !== name.hash)
    throw new FileLost(`${name.organisationId}/${name.hash}`);
  return bytes;
}
