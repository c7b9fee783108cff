/** SQL about the files of evidence. Those of a piece are read with it, in `store.ts`. */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { FileKind } from "./file.rules.ts";

/** A file that is kept. `bytes` is how many there are. */
export type EvidenceFile = {
  readonly id: Id;
  readonly hash: string;
  readonly name: string;
  readonly type: FileKind;
  readonly bytes: number;
};

export async function insertFiles(
  work: Work,
  of: { readonly evidenceId: Id; readonly by: Id },
  files: readonly EvidenceFile[],
): Promise<void> {
  if (files.length === 0) return;
  await work.tx
    .insertInto("evidence_file")
    .values(
      files.map((file) => ({
        organisation_id: work.organisationId,
        evidence_id: of.evidenceId,
        added_by: of.by,
        added_at: work.now,
        ...file,
      })),
    )
    .execute();
}

/** Takes these of a piece's files away; their bytes go some time after. */
export async function deleteFiles(work: Work, evidenceId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await work.tx
    .deleteFrom("evidence_file")
    .where("organisation_id", "=", work.organisationId)
    .where("evidence_id", "=", evidenceId)
    .where("id", "in", ids)
    .execute();
}
