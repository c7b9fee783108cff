/** What is wrong with evidence as somebody has written it, held against what there is: requirements and professions. */
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { professions } from "../organisation/store.ts";
import type { EvidenceRoom } from "./evidence-room.ts";
import { checkEvidence, type EvidenceCode, type EvidenceDraft } from "./evidence.rules.ts";
import { requirements } from "./store.ts";

/** ASM-2: what is wrong with what is written, and with the requirements and the profession that it names. */
export async function weighDraft(
  work: Work,
  room: EvidenceRoom,
  draft: EvidenceDraft,
): Promise<Reason<EvidenceCode>[]> {
  const reasons = checkEvidence(draft, work.today);
  if (draft.kind === "experience" && draft.professionId !== null) {
    const known = await professions(work);
    if (!known.some(({ id }) => id === draft.professionId))
      reasons.push({ code: "not-a-profession", field: "professionId" });
  }
  if (!(await areRequirements(work, room, draft.itemIds)))
    reasons.push({ code: "not-a-requirement", field: "requirements" });
  return reasons;
}

/** Are all of these formal requirements of a model that is or has been in force? */
export async function areRequirements(
  work: Work,
  { unitIds }: EvidenceRoom,
  itemIds: readonly Id[],
): Promise<boolean> {
  if (itemIds.length === 0) return true;
  const found = await requirements(work, { professionIds: [], unitIds, itemIds });
  return itemIds.every((itemId) => found.some((each) => each.itemId === itemId));
}
