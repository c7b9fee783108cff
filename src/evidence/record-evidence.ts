/** Writing down checked evidence for many people of a unit at once (ASM-2): what a register or an integration says, all of it or nothing. */
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { lockPeople } from "../placement/store.ts";
import { unitRoom } from "../placement/unit-room.ts";
import {
  checkChecking,
  checkEvidence,
  type CheckDraft,
  type EvidenceCode,
  type EvidenceDraft,
} from "./evidence.rules.ts";
import { insertEvidence, requirements } from "./store.ts";

export const MOST_AT_ONCE = 1000;

export type ToRecord = {
  readonly personId: string;
  readonly draft: EvidenceDraft;
  readonly check: CheckDraft;
};

export type RecordingCode = EvidenceCode | "nobody-here" | "too-many";

/**
 * Gives every reason at once, each with the row that it is about, from 0. Throws NotFound for whoever decides for nobody in the unit; somebody whom they don't decide for is
 * refused like somebody who isn't there.
 */
export async function recordEvidence(
  work: Work,
  { unitId, rows }: { readonly unitId: string; readonly rows: readonly ToRecord[] },
): Promise<Result<readonly Id[], RecordingCode>> {
  const { unit, occupants } = await unitRoom(work, unitId);
  const deciding = new Map(occupants.flatMap(({ member, as }) => (as ? [[member.personId, as]] : [])));
  const by = work.actor?.personId;
  if (!by || deciding.size === 0) throw new NotFound("unit");
  if (rows.length > MOST_AT_ONCE) return refused({ code: "too-many", data: { max: MOST_AT_ONCE } });
  const known = await requirements(work, {
    professionIds: [],
    unitIds: unit.path,
    itemIds: [...new Set(rows.flatMap(({ draft }) => draft.itemIds))],
  });
  const itemIds = new Set(known.map(({ itemId }) => itemId));
  const wrongWith = ({ personId, draft, check }: ToRecord): Reason<RecordingCode>[] => [
    ...(deciding.has(personId) ? [] : [{ code: "nobody-here" as const, field: "personId" }]),
    ...checkEvidence(draft, work.today),
    ...checkChecking(check, { issuedOn: draft.issuedOn, hasFiles: false }, work.today),
    ...(draft.itemIds.every((itemId) => itemIds.has(itemId))
      ? []
      : [{ code: "not-a-requirement" as const, field: "requirements" }]),
    // Time elsewhere needs a person's own page, where what it comes to is explained.
    ...(draft.kind === "experience" ? [{ code: "not-a-kind" as const, field: "kind" }] : []),
  ];
  const reasons = rows.flatMap((each, row) =>
    wrongWith(each).map((reason) => ({ ...reason, field: `rows.${row}.${reason.field ?? ""}` })),
  );
  if (reasons.length > 0) return refused(...reasons);
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  await lockPeople(work, personIds);
  for (const personId of personIds)
    work.reads.note({ personIds: [personId], what: "evidence", basis: deciding.get(personId) ?? "manager" });
  const pieces = rows.map(({ personId, draft, check }) => ({
    personId,
    draft,
    renewsId: null,
    checked: { check, by, as: deciding.get(personId) ?? ("manager" as const) },
  }));
  return done(await insertEvidence(work, { addedBy: by, authorityId: unit.authorityId }, pieces));
}
