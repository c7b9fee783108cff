/** From a file's bytes to staged rows (INT-1): read, each row understood, its unit and profession found. What can't be read is staged as problems. */
import { createHmac } from "node:crypto";
import { professions, unitTree } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import { openTable } from "../platform/tabular/read.ts";
import { TableRefused, type FileProblem } from "../platform/tabular/table.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import { placeOf } from "./import-columns.rules.ts";
import type { ExtentScale, Mapping, UnitReference } from "./import-fields.rules.ts";
import { professionFinder, unitFinder } from "./import-place.rules.ts";
import { extentScaleIn } from "./import-values.rules.ts";
import { StaffFileReader, type StaffEmployment, type StaffFile, type UnreadableRow } from "./import.rules.ts";
import { stageProblems, stageRows, type PlacedRow } from "./import.store.ts";
import type { ImportScope } from "./import-scope.store.ts";

/** A key that says nothing of the text to whoever lacks the secret, and differs between organisations. */
const keyedHash =
  (secret: string, { organisationId }: Work) =>
  (text: string): string =>
    createHmac("sha256", Buffer.from(secret, "hex")).update(`${organisationId}${text}`).digest("base64url");

/** Reads the file by the scope's mapping and stages its rows, to be compared in this transaction; what can't be read is staged beside. */
export async function stageFile(
  scope: ImportScope,
  file: Uint8Array,
  secret: string,
): Promise<Result<void, FileProblem>> {
  const { work, importId, mapping } = scope;
  const read = await readStaff(scope, file, secret);
  if (!read.ok) return read;
  const problems: UnreadableRow[] = [...read.value.unreadable];
  const findUnit = unitFinder(await unitTree(work, work.today), work.tenant.name);
  const findProfession = professionFinder(await professions(work));
  await stageRows(
    scope,
    placed(read.value.rows, findUnit, findProfession, (row, reasons) =>
      problems.push(unplaced(row, reasons, mapping)),
    ),
  );
  await stageProblems(work, importId, problems);
  return done(undefined);
}

/** The file's rows understood, one after the other: what holds a row's cells is let go of before the next. */
async function readStaff(
  { work, mapping }: ImportScope,
  file: Uint8Array,
  secret: string,
): Promise<Result<StaffFile, FileProblem>> {
  try {
    const extentScale = await extentScaleOf(file, mapping.columns.extent);
    const table = await openTable(file);
    if (!table.ok) return table;
    const context = { today: work.today, keyedHash: keyedHash(secret, work), extentScale };
    const reader = new StaffFileReader(mapping, table.value.header, context);
    for await (const row of table.value.rows) reader.add(row);
    return done(reader.finish());
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.reason);
    throw error;
  }
}

/** How the file's column of extents is written: read as far as it takes to know, which is seldom far. */
async function extentScaleOf(file: Uint8Array, column: string | undefined): Promise<ExtentScale> {
  const table = column === undefined ? undefined : await openTable(file);
  // A file that can't be opened is refused by whoever reads its rows.
  if (column === undefined || !table?.ok) return "percent";
  const at = placeOf(table.value.header, column);
  let scale: ExtentScale | null = null;
  for await (const { cells } of table.value.rows) {
    scale = extentScaleIn(cells[at] ?? "") ?? scale;
    if (scale === "percent") break;
  }
  return scale ?? "percent";
}

/** The rows whose units are there, one at a time; `refuse` is told of the others. */
function* placed(
  rows: Iterable<StaffEmployment>,
  findUnit: ReturnType<typeof unitFinder>,
  findProfession: ReturnType<typeof professionFinder>,
  refuse: (row: StaffEmployment, reasons: readonly Reason[]) => void,
): Generator<PlacedRow> {
  for (const row of rows) {
    const unit = findUnit(row.unit);
    if (unit.ok) yield { row, unitId: unit.value, professionId: findProfession(row) };
    else refuse(row, unit.reasons);
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
