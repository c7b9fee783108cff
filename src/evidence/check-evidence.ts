/** What whoever decides for the person does with evidence (ASM-2, ORG-4): checks it, hands it back for more, ties it to further requirements, withdraws it. */
import { tell } from "../notices/tell.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { noteRead } from "../placement/person-room.ts";
import { lockPeople } from "../placement/store.ts";
import { decidingOn, evidenceRoom, seenEvidence, type Deciding, type EvidenceRoom } from "./evidence-room.ts";
import {
  checkChecking,
  checkFreeText,
  LONGEST,
  standing,
  type CheckDraft,
  type EvidenceCode,
} from "./evidence.rules.ts";
import {
  changeEvidence,
  linkRequirements,
  noteEvent,
  replaceRequirements,
  restoreOlder,
  supersede,
  type Evidence,
} from "./store.ts";
import { areRequirements } from "./weigh-draft.ts";

export type CheckingCode = EvidenceCode | "changed-meanwhile";

/** A piece, and who it is that acts on it. `revision` is the one that they have seen. */
export type About = { readonly personId: string; readonly evidenceId: string; readonly revision: number };

type Desk = {
  readonly room: EvidenceRoom;
  readonly piece: Evidence;
  readonly deciding: Deciding;
  readonly by: Id;
};

/** The piece as it is now, held. Throws NotFound for whoever doesn't decide for the person where the piece belongs. */
async function deskFor(work: Work, { personId, evidenceId }: About): Promise<Desk> {
  const room = await evidenceRoom(work, personId);
  await lockPeople(work, [room.personId]);
  const piece = (await seenEvidence(work, room)).find(({ id }) => id === evidenceId);
  const deciding = piece && decidingOn(room, piece);
  const by = work.actor?.personId;
  if (!piece || !deciding || !by) throw new NotFound("evidence");
  noteRead(work, room, "evidence");
  return { room, piece, deciding, by };
}

const CHANGED = refused({ code: "changed-meanwhile" } as const);

/** Is it still as the actor saw it, and waiting? */
const isWaiting = (work: Work, piece: Evidence, about: About): boolean =>
  piece.revision === about.revision && standing(piece, work.today) === "waiting";

/** ASM-2: it was checked, on a day and how, and meets these requirements. What it renews gives way from the day that it was issued. */
export async function checkEvidenceOf(
  work: Work,
  about: About & { readonly check: CheckDraft; readonly itemIds: readonly Id[] },
): Promise<Result<null, CheckingCode>> {
  const { room, piece, deciding, by } = await deskFor(work, about);
  if (!isWaiting(work, piece, about)) return CHANGED;
  const { issuedOn, files } = piece;
  const reasons = checkChecking(about.check, { issuedOn, hasFiles: files.length > 0 }, work.today);
  if (!(await areRequirements(work, room, about.itemIds)))
    reasons.push({ code: "not-a-requirement", field: "requirements" });
  if (reasons.length > 0) return refused(...reasons);
  await replaceRequirements(work, piece.id, about.itemIds);
  await changeEvidence(work, piece.id, { checked: { check: about.check, by, as: deciding.as } });
  await noteEvent(work, piece.id, { kind: "checked", by });
  await takeOverFromOlder(work, piece, by);
  return done(null);
}

/** ASM-5: what a checked piece renews is superseded from the day that the newer was issued. */
export async function takeOverFromOlder(
  work: Work,
  newer: Pick<Evidence, "id" | "renewsId" | "issuedOn">,
  by: Id,
): Promise<void> {
  if (newer.renewsId === null) return;
  if (await supersede(work, newer.renewsId, { by: newer.id, on: newer.issuedOn }))
    await noteEvent(work, newer.renewsId, { kind: "superseded", by });
}

/** ASM-2: something is missing, and the person is told what. It waits for them until they hand it in again. */
export async function returnEvidence(
  work: Work,
  about: About & { readonly words: string },
): Promise<Result<null, CheckingCode>> {
  const { room, piece, by } = await deskFor(work, about);
  if (!isWaiting(work, piece, about)) return CHANGED;
  const reasons = checkFreeText("missing", about.words, LONGEST.words, true);
  if (reasons.length > 0) return refused(...reasons);
  await changeEvidence(work, piece.id, { returnedOn: work.today });
  await noteEvent(work, piece.id, { kind: "returned", by, words: about.words });
  await tell(work, "evidence-returned", {
    to: [room.personId],
    about: `${piece.id} ${about.revision}`,
    path: `/people/${room.personId}/evidence/${piece.id}`,
  });
  return done(null);
}

/** MOD-5: what was checked meets these requirements as well. Nothing is taken away: what was wrong is withdrawn. */
export async function linkEvidence(
  work: Work,
  about: About & { readonly itemIds: readonly Id[] },
): Promise<Result<null, CheckingCode>> {
  const { room, piece, by } = await deskFor(work, about);
  if (piece.checkedOn === null || piece.withdrawnOn !== null) return CHANGED;
  if (!(await areRequirements(work, room, about.itemIds)))
    return refused({ code: "not-a-requirement", field: "requirements" });
  if (about.itemIds.every((itemId) => piece.itemIds.includes(itemId))) return done(null);
  await linkRequirements(work, piece.id, about.itemIds);
  await noteEvent(work, piece.id, { kind: "linked", by });
  return done(null);
}

/** ASM-5: what was checked holds no longer, from today, and why. What it had superseded holds again. */
export async function withdrawEvidence(
  work: Work,
  about: About & { readonly words: string },
): Promise<Result<null, CheckingCode>> {
  const { piece, by } = await deskFor(work, about);
  if (piece.revision !== about.revision || piece.checkedOn === null || piece.withdrawnOn !== null)
    return CHANGED;
  const reasons = checkFreeText("words", about.words, LONGEST.words, true);
  if (reasons.length > 0) return refused(...reasons);
  await changeEvidence(work, piece.id, { withdrawnOn: work.today });
  await restoreOlder(work, piece.id);
  await noteEvent(work, piece.id, { kind: "withdrawn", by, words: about.words });
  return done(null);
}
