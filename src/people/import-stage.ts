/** From a file's bytes to staged rows (INT-1): read, each row understood, its unit and profession found. What can't be read is staged as problems. */
import { createHash, createHmac } from "node:crypto";
import { professions, unitTree } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import { readTable } from "../platform/tabular/read.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { newId, type Id } from "../shared/ids.ts";
import { done, type Reason, type Result } from "../shared/result.ts";
import type { Mapping, UnitReference } from "./import-fields.rules.ts";
import { professionFinder, unitFinder } from "./import-place.rules.ts";
import { readRows, type StaffEmployment, type StaffFile, type UnreadableRow } from "./import.rules.ts";
import { clearStaged, keepStagedFor, stageProblems, stageRows, type StagedRow } from "./import.store.ts";
import type { ImportScope } from "./import-scope.store.ts";

/** A key that says nothing of the text to whoever lacks the secret, and differs between organisations. */
const keyedHash =
  (secret: string, { organisationId }: Work) =>
  (text: string): string =>
    createHmac("sha256", Buffer.from(secret, "hex")).update(`${organisationId}${text}`).digest("base64url");

/** What rows are read by beside the mapping: where a unit or a profession is found, and a mark that changes when it would be found otherwise. */
export type Places = {
  readonly findUnit: ReturnType<typeof unitFinder>;
  readonly findProfession: ReturnType<typeof professionFinder>;
  readonly mark: string;
};

export async function placesFor(work: Work): Promise<Places> {
  const [tree, known] = [await unitTree(work, work.today), await professions(work)];
  return {
    findUnit: unitFinder(tree, work.tenant.name),
    findProfession: professionFinder(known),
    mark: createHash("sha256")
      .update(JSON.stringify([work.today, tree, known]))
      .digest("hex"),
  };
}

/** Reads and stages the file by the scope's mapping, in place of what was staged before. */
export async function stageFile(
  scope: ImportScope,
  file: Uint8Array,
  secret: string,
  places: Places,
): Promise<Result<void, FileProblem>> {
  const { work, importId, mapping } = scope;
  const read = await readStaff(scope, file, secret);
  if (!read.ok) return read;
  const problems: UnreadableRow[] = [...read.value.unreadable];
  const rows = placed(read.value.rows, places, (row, reasons) =>
    problems.push(unplaced(row, reasons, mapping)),
  );
  await clearStaged(work, importId);
  await stageRows(work, importId, rows, (field) => mapping.columns[field] !== undefined);
  await stageProblems(work, importId, problems);
  await keepStagedFor(work, importId, places.mark);
  return done(undefined);
}

/** The file's rows understood; its cells are let go of before anything is staged. */
async function readStaff(
  { work, mapping }: ImportScope,
  file: Uint8Array,
  secret: string,
): Promise<Result<StaffFile, FileProblem>> {
  const table = await readTable(file);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  return done(readRows(mapping, header, rows, { today: work.today, keyedHash: keyedHash(secret, work) }));
}

/** The rows whose units are there, one at a time; `refuse` is told of the others. */
function* placed(
  rows: readonly StaffEmployment[],
  { findUnit, findProfession }: Places,
  refuse: (row: StaffEmployment, reasons: readonly Reason[]) => void,
): Generator<StagedRow> {
  const newPeople = new Map<string, Id>();
  for (const row of rows) {
    const unit = findUnit(row.unit);
    if (!unit.ok) {
      refuse(row, unit.reasons);
      continue;
    }
    const newPersonId = newPeople.get(row.personGroup) ?? newId();
    newPeople.set(row.personGroup, newPersonId);
    yield {
      row,
      unitId: unit.value,
      professionId: findProfession(row),
      newEmploymentId: newId(),
      newPersonId,
    };
  }
}

const UNIT_COLUMNS: Readonly<Record<UnitReference["by"], "unitCode" | "unitPath" | "unitName">> = {
  code: "unitCode",
  path: "unitPath",
  name: "unitName",
};

/** A row whose unit isn't there: known by its number, so that the person is no leaver. */
function unplaced(row: StaffEmployment, reasons: readonly Reason[], { columns }: Mapping): UnreadableRow {
  const field = UNIT_COLUMNS[row.unit.by];
  return {
    line: row.line,
    number: row.employmentNumber,
    name: `${row.givenName} ${row.familyName}`,
    reasons: reasons.map(({ code, data }) => ({
      code,
      field,
      data: { line: row.line, column: columns[field] ?? field, ...data },
    })),
  };
}
