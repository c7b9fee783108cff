/** From a file's bytes to staged rows (INT-1): read, each row understood, its unit and profession found. What can't be read is staged as problems. */
import { createHmac } from "node:crypto";
import { professions, unitTree } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import { readTable } from "../platform/tabular/read.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { done, type Reason, type Result } from "../shared/result.ts";
import type { Mapping, UnitReference } from "./import-fields.rules.ts";
import { professionFinder, unitFinder } from "./import-place.rules.ts";
import { readRows, type StaffEmployment, type UnreadableRow } from "./import.rules.ts";
import { stage } from "./import.store.ts";
import type { ImportScope } from "./import-scope.store.ts";

/** A key that says nothing of the text to whoever lacks the secret, and differs between organisations. */
const keyedHash =
  (secret: string, { organisationId }: Work) =>
  (text: string): string =>
    createHmac("sha256", Buffer.from(secret, "hex")).update(`${organisationId}${text}`).digest("base64url");

/** Reads and stages the file by the scope's mapping, in place of what was staged before. */
export async function stageFile(
  scope: ImportScope,
  file: Uint8Array,
  secret: string,
): Promise<Result<void, FileProblem>> {
  const { work, importId, mapping } = scope;
  const table = await readTable(file);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  const read = readRows(mapping, header, rows, {
    today: work.today,
    keyedHash: keyedHash(secret, work),
  });
  const findUnit = unitFinder(await unitTree(work, work.today), work.tenant.name);
  const findProfession = professionFinder(await professions(work));
  const staged: Parameters<typeof stage>[2][number][] = [];
  const problems: UnreadableRow[] = [...read.unreadable];
  for (const row of read.rows) {
    const unit = findUnit(row.unit);
    if (unit.ok) staged.push({ ...row, unitId: unit.value, professionId: findProfession(row) });
    else problems.push(unplaced(row, unit.reasons, mapping));
  }
  await stage(work, importId, staged, problems, (field) => mapping.columns[field] !== undefined);
  return done(undefined);
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
