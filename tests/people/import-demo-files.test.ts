import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoFiles } from "../../demo/make-files.ts";
import { readTable } from "../../src/platform/tabular/read.ts";
import { checkMapping, guessMapping } from "../../src/people/import-mapping.rules.ts";
import { extentScaleIn } from "../../src/people/import-values.rules.ts";
import { readRows, type RowsRead } from "./staff-file.ts";

const folder = join(import.meta.dirname, "../../demo/files");

/** A file as the import reads it, by the mapping that is guessed. */
async function read(name: string): Promise<RowsRead> {
  const table = await readTable(join(folder, name));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const { header, rows } = table.value;
  const sample = rows.map((row) => row.cells);
  const mapping = guessMapping(header, sample);
  expect(checkMapping(mapping, header, sample)).toEqual([]);
  const extentAt = header.indexOf(mapping.columns.extent ?? "");
  return readRows(mapping, header, rows, {
    today: "2026-11-22",
    keyedHash: () => "hash",
    extentScale: sample.some((cells) => extentScaleIn(cells[extentAt] ?? "") === "percent")
      ? "percent"
      : "share",
  });
}

/** What the employments say, without what only some of the systems tell: the person key, the line, how the unit is named. */
const employments = ({ rows }: RowsRead) =>
  rows.map((row) => ({ ...row, line: 0, personKey: null, personGroup: "", unit: null }));

/** How the rows fall together into people. */
const people = ({ rows }: RowsRead): string[][] =>
  Object.values(Object.groupBy(rows, (row) => row.personGroup)).map((group) =>
    (group ?? []).map((row) => row.employmentNumber),
  );

test.each([...demoFiles()])("the checked-in %s is what the script makes", async (name, bytes) => {
  expect(Buffer.compare(await readFile(join(folder, name)), bytes)).toBe(0);
});

test.each(["personal-komma.csv", "personal.xlsx", "personal.json"])(
  "INT-1 ORG-3 %s is read without a hitch, and says the same as the Heroma-like file",
  async (name) => {
    const [heroma, other] = [await read("personal-heroma.csv"), await read(name)];
    expect(other.unreadable).toEqual([]);
    expect(other.rows).toHaveLength(76);
    expect(employments(other)).toEqual(employments(heroma));
    expect(people(other)).toEqual(people(heroma));
  },
);

test("ORG-3 the staff holds two employments of one person, leave, hourly staff without e-mail and a protected identity", async () => {
  const { rows } = await read("personal-heroma.csv");
  expect(people({ rows, unreadable: [] }).filter((numbers) => numbers.length === 2)).toHaveLength(1);
  expect(rows.filter((row) => row.leave !== null)).toHaveLength(2);
  expect(rows.filter((row) => row.form === "hourly" && row.email === null)).toHaveLength(2);
  expect(rows.filter((row) => row.protectedIdentity)).toHaveLength(1);
});

test("INT-1 in the file with errors each bad row has its reason, and the others are read", async () => {
  const { rows, unreadable } = await read("personal-med-fel.csv");
  expect(
    unreadable.map(({ line, reasons }) => `${line} ${reasons.map(({ code }) => code).join(", ")}`),
  ).toEqual([
    "2 bad-day",
    "3 end-before-start",
    "4 bad-extent",
    "5 extent-over-100",
    "8 nul-character",
    "9 bad-email, duplicate-key",
    "10 personal-identity-number",
    "11 start-too-far",
    "12 bad-flag",
    "13 missing",
    "14 duplicate-key",
    "15 leave-without-start",
    "16 cell-too-long",
    "17 bad-flag",
    "18 uneven-row",
    "19 manager-cycle",
    "20 manager-cycle",
  ]);
  expect(rows.find((row) => row.line === 7)?.givenName).toBe("=1+1");
  expect(JSON.stringify(unreadable)).not.toMatch(/18900101/);
});
