/** What the person does with evidence of their own that nobody has checked (ASM-2): puts it right and hands it in again, or takes it back. */
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { lockPeople } from "../placement/store.ts";
import type { About, CheckingCode } from "./check-evidence.ts";
import { evidenceRoom, seenEvidence, type EvidenceRoom } from "./evidence-room.ts";
import { standing, type EvidenceDraft } from "./evidence.rules.ts";
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

const isOpen = (work: Work, piece: Evidence, about: About): boolean =>
  piece.revision === about.revision && ["waiting", "returned"].includes(standing(piece, work.today));

export async function changeOwnEvidence(
  work: Work,
  about: About & { readonly draft: EvidenceDraft },
): Promise<Result<null, CheckingCode>> {
  const { room, piece } = await ownPiece(work, about);
  if (!isOpen(work, piece, about)) return refused({ code: "changed-meanwhile" });
  const reasons = await weighDraft(work, room, about.draft);
  if (reasons.length > 0) return refused(...reasons);
  await changeEvidence(work, piece.id, { draft: about.draft });
  await replaceRequirements(work, piece.id, about.draft.itemIds);
  await noteEvent(work, piece.id, { kind: "changed", by: room.personId });
  return done(null);
}

/** It was never checked, and no longer waits for it. */
export async function takeBackEvidence(work: Work, about: About): Promise<Result<null, CheckingCode>> {
  const { room, piece } = await ownPiece(work, about);
  if (!isOpen(work, piece, about)) return refused({ code: "changed-meanwhile" });
  await changeEvidence(work, piece.id, { withdrawnOn: work.today });
  await noteEvent(work, piece.id, { kind: "withdrawn", by: room.personId });
  return done(null);
}
