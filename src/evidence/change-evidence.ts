/** What the person does with evidence of their own that nobody has checked (ASM-2): puts it right and hands it in again, or takes it back. */
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { lockPeople } from "../placement/store.ts";
import type { About, CheckingCode } from "./check-evidence.ts";
import { evidenceRoom, seenEvidence, type EvidenceRoom } from "./evidence-room.ts";
import { standing, type EvidenceDraft } from "./evidence.rules.ts";
import type { FileCode } from "./file.rules.ts";
import { deleteFiles } from "./file.store.ts";
import { keepFiles, weighFiles, type FileToKeep } from "./keep-files.ts";
import { changeEvidence, noteEvent, replaceRequirements, type Evidence } from "./store.ts";
import { weighDraft } from "./weigh-draft.ts";

/** The person's own piece as it is now, held. Throws NotFound for everybody else. */
async function ownPiece(
  work: Work,
  about: About,
): Promise<{ readonly room: EvidenceRoom; readonly piece: Evidence }> {
  const room = await evidenceRoom(work, about.personId);
  if (!room.own) throw new NotFound("evidence");
  await lockPeople(work, [room.personId]);
  const piece = (await seenEvidence(work, room)).find(({ id }) => id === about.evidenceId);
  if (!piece) throw new NotFound("evidence");
  return { room, piece };
}

const ids = (files: readonly { readonly id: Id }[]): Id[] => files.map(({ id }) => id);

const isOpen = (work: Work, piece: Evidence, about: About): boolean =>
  piece.revision === about.revision && ["waiting", "returned"].includes(standing(piece, work.today));

export type Change = About & {
  readonly draft: EvidenceDraft;
  /** Files that come with it; none where it is left out. */
  readonly files?: readonly FileToKeep[];
  /** The ids of files that go. */
  readonly drop?: readonly string[];
};

export async function changeOwnEvidence(
  work: Work,
  { draft, files = [], drop = [], ...about }: Change,
): Promise<Result<null, CheckingCode | FileCode>> {
  const { room, piece } = await ownPiece(work, about);
  if (!isOpen(work, piece, about)) return refused({ code: "changed-meanwhile" });
  const going = piece.files.filter(({ id }) => drop.includes(id));
  const reasons = [
    ...(await weighDraft(work, room, draft)),
    ...(await weighFiles(work, files, piece.files.length - going.length)),
  ];
  if (reasons.length > 0) return refused(...reasons);
  await deleteFiles(work, piece.id, ids(going));
  await keepFiles(work, piece.id, { by: room.personId, files });
  await changeEvidence(work, piece.id, { draft });
  await replaceRequirements(work, piece.id, draft.itemIds);
  await noteEvent(work, piece.id, { kind: "changed", by: room.personId });
  return done(null);
}

/** It was never checked, and no longer waits for it. Its files were for the check, and go. */
export async function takeBackEvidence(work: Work, about: About): Promise<Result<null, CheckingCode>> {
  const { room, piece } = await ownPiece(work, about);
  if (!isOpen(work, piece, about)) return refused({ code: "changed-meanwhile" });
  await deleteFiles(work, piece.id, ids(piece.files));
  await changeEvidence(work, piece.id, { withdrawnOn: work.today });
  await noteEvent(work, piece.id, { kind: "withdrawn", by: room.personId });
  return done(null);
}
