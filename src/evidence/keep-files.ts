/** Keeping the files of a piece of evidence (ASM-2), and handing one out to whoever sees the piece (ORG-8, PRV-1). */
import { NotFound, type Reason } from "../shared/result.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { settings } from "../organisation/store.ts";
import { isActive } from "../platform/files/active-pdf.ts";
import { barePicture } from "../platform/files/bare-picture.ts";
import { namedAs, typeOf, type FileType } from "../platform/files/file-type.ts";
import { keepFile, keptFile } from "../platform/files/stored-files.ts";
import type { Work } from "../platform/database/work.ts";
import { noteRead } from "../placement/person-room.ts";
import { evidenceRoom, seenEvidence } from "./evidence-room.ts";
import { checkFiles, type FileCode } from "./file.rules.ts";
import { insertFiles } from "./file.store.ts";

/** A file as it came; without bytes when it was larger than is taken. */
export type FileToKeep = { readonly name: string; readonly bytes: Uint8Array | null };

/** What of a file is kept: of a picture the picture alone, without where and when it was taken. Null for what isn't taken, and for a picture that isn't whole. */
function keptOf(bytes: Uint8Array | null): { readonly type: FileType; readonly bytes: Uint8Array } | null {
  const type = bytes && typeOf(bytes);
  if (!bytes || !type) return null;
  const bare = type === "pdf" ? bytes : barePicture(type, bytes);
  return bare && { type, bytes: bare };
}

/** Why they can't be kept with a piece that has so many already; none means that they can. */
export async function weighFiles(
  work: Work,
  files: readonly FileToKeep[],
  already: number,
): Promise<Reason<FileCode>[]> {
  if (files.length === 0) return [];
  const { evidenceFiles } = await settings(work);
  const sent = files.map(({ name, bytes }) => {
    const type = bytes && typeOf(bytes);
    return {
      name,
      size: bytes && bytes.byteLength,
      type,
      active: type === "pdf" && bytes !== null && isActive(bytes),
      damaged: type !== null && keptOf(bytes) === null,
    };
  });
  return checkFiles(sent, { on: evidenceFiles, already });
}

/** Keeps files that have been weighed. */
export async function keepFiles(
  work: Work,
  evidenceId: Id,
  of: { readonly by: Id; readonly files: readonly FileToKeep[] },
): Promise<void> {
  const rows = [];
  for (const { name, bytes: sent } of of.files) {
    const kept = keptOf(sent);
    if (!kept) throw new Error("a file that nobody has weighed");
    const { type, bytes } = kept;
    const hash = await keepFile(work, bytes);
    rows.push({ id: newId(), hash, name: namedAs(type, name.trim()), type, bytes: bytes.byteLength });
  }
  await insertFiles(work, { evidenceId, by: of.by }, rows);
}

/** Throws NotFound for whoever doesn't see the piece, as for what isn't there. */
export async function viewFile(
  work: Work,
  of: { readonly personId: string; readonly evidenceId: string; readonly fileId: string },
): Promise<{ readonly name: string; readonly type: FileType; readonly bytes: Buffer }> {
  const room = await evidenceRoom(work, of.personId);
  const piece = (await seenEvidence(work, room)).find(({ id }) => id === of.evidenceId);
  const file = isId(of.fileId) ? piece?.files.find(({ id }) => id === of.fileId) : undefined;
  if (!file) throw new NotFound("file");
  noteRead(work, room, "evidence-file");
  return { name: file.name, type: file.type, bytes: await keptFile(work, file.hash) };
}
