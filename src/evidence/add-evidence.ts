/** Writing down evidence (ASM-2): the person what they have, which then waits for a check; whoever decides for them what they have seen the original of. */
import { managersOfPerson, tell } from "../notices/tell.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { noteRead } from "../placement/person-room.ts";
import { lockPeople } from "../placement/store.ts";
import { decidingOn, evidenceRoom, seenEvidence } from "./evidence-room.ts";
import {
  checkChecking,
  standing,
  type CheckDraft,
  type EvidenceCode,
  type EvidenceDraft,
} from "./evidence.rules.ts";
import type { FileCode } from "./file.rules.ts";
import { keepFiles, weighFiles, type FileToKeep } from "./keep-files.ts";
import { insertEvidence, type Checked } from "./store.ts";
import { takeOverFromOlder } from "./check-evidence.ts";
import { weighDraft } from "./weigh-draft.ts";

export type AddingCode = EvidenceCode | FileCode | "nothing-to-renew" | "renewal-not-later";

export type Adding = {
  readonly personId: string;
  readonly draft: EvidenceDraft;
  /** How the one who decides checked it; null when the person hands it in. */
  readonly check: CheckDraft | null;
  /** The piece that it renews. */
  readonly renewsId: string | null;
  /** None where it is left out. */
  readonly files?: readonly FileToKeep[];
};

/** Throws NotFound for whoever neither is the person nor decides for them. */
export async function addEvidence(work: Work, adding: Adding): Promise<Result<Id, AddingCode>> {
  const room = await evidenceRoom(work, adding.personId);
  const by = work.actor?.personId;
  const deciding = room.decides[0] ?? null;
  if (!by || (adding.check === null ? !room.own : deciding === null)) throw new NotFound("evidence");
  noteRead(work, room, "evidence");
  await lockPeople(work, [room.personId]);
  const { draft, check, files = [] } = adding;
  const { issuedOn } = draft;
  const reasons: Reason<AddingCode>[] = [
    ...(await weighDraft(work, room, draft)),
    ...(await weighFiles(work, files, 0)),
    ...(check === null ? [] : checkChecking(check, { issuedOn, hasFiles: files.length > 0 }, work.today)),
  ];
  const older =
    adding.renewsId === null
      ? undefined
      : (await seenEvidence(work, room)).find(({ id }) => id === adding.renewsId);
  if (adding.renewsId !== null) {
    const isThere = older && !["withdrawn", "superseded"].includes(standing(older, work.today));
    if (!isThere || older.kind !== draft.kind || (check !== null && !decidingOn(room, older)))
      reasons.push({ code: "nothing-to-renew" });
    else if (issuedOn <= older.issuedOn)
      reasons.push({ code: "renewal-not-later", field: "issuedOn", data: { day: older.issuedOn } });
  }
  if (reasons.length > 0) return refused(...reasons);
  const checked: Checked | null = check && deciding && { check, by, as: deciding.as };
  const authorityId = older ? older.authorityId : deciding ? deciding.authorityId : room.handsInTo;
  const renewsId = older?.id ?? null;
  const piece = { personId: room.personId, draft, renewsId, checked };
  const [id = ""] = await insertEvidence(work, { addedBy: by, authorityId }, [piece]);
  await keepFiles(work, id, { by, files });
  if (checked) await takeOverFromOlder(work, { id, renewsId, issuedOn }, by);
  if (check === null) {
    const path = `/people/${room.personId}/evidence/${id}`;
    await tell(work, "evidence-in", { to: await managersOfPerson(work, room.personId), about: id, path });
  }
  return done(id);
}
