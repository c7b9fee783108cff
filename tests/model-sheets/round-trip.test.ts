/** A model out as a spreadsheet and in again is the same model (MOD-15), through the very bytes of the file. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readModelFile, type ModelFile } from "../../src/career-model/model-file.ts";
import { inReadingOrder } from "../../src/career-model/presentation.rules.ts";
import { openModelSheets, ownListIn, readOwnList } from "../../src/model-sheets/read-sheets.ts";
import { modelCsv, modelWorkbook } from "../../src/model-sheets/write-sheets.ts";
import { modelFiles, small } from "../career-model/model-file-examples.ts";

async function readBack(bytes: Uint8Array): Promise<ModelFile> {
  const sheets = await openModelSheets(bytes);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.reasons));
  const own = ownListIn(sheets.value);
  if (!own) throw new Error("the list is not there");
  const read = readOwnList(own);
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
}

const ordered = (file: ModelFile): ModelFile => ({
  ...file,
  version: inReadingOrder(file.structure, file.version),
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test("MOD-15: any model that the rules accept comes back from a workbook as it was", async () => {
  await fc.assert(
    fc.asyncProperty(modelFiles, async (file) => {
      expect(await readBack(modelWorkbook(file, null))).toEqual(ordered(file));
    }),
  );
});

test("MOD-15: any model that the rules accept comes back from CSV as it was", async () => {
  await fc.assert(
    fc.asyncProperty(modelFiles, async (file) => {
      expect(await readBack(utf8(modelCsv(file, "Demodata: påhittade uppgifter")))).toEqual(ordered(file));
    }),
  );
});

const folder = new URL("../../demo/models/", import.meta.url);
const demo = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const fileOf = (text: string): ModelFile => {
  const read = readModelFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
};

test.each(demo)("MOD-15: the demo's %s comes back whole", async (name) => {
  const file = fileOf(readFileSync(new URL(name, folder), "utf8"));
  expect(await readBack(modelWorkbook(file, "Demodata: påhittade uppgifter"))).toEqual(file);
});

describe("what a list can't be read for is told with its cell", () => {
  const csv = modelCsv(fileOf(small), null);
  /** The list with one cell's text replaced. */
  const reasons = async (from: string, to: string): Promise<string[]> => {
    if (!csv.includes(from)) throw new Error(`no such text: ${from}`);
    const sheets = await openModelSheets(utf8(csv.replace(from, to)));
    const own = sheets.ok ? ownListIn(sheets.value) : undefined;
    const read = own && readOwnList(own);
    if (!read || read.ok) throw new Error("the list was accepted");
    return read.reasons.map(({ code, data }) => `${code} ${data?.["cell"]}`);
  };

  test.each([
    ["an unknown kind of row", "\r\nskattning;", "\r\nbetyg;", ["unknown-part A8"]],
    [
      "an unknown kind of line",
      ";formellt krav;obligatoriskt;",
      ";önskemål;obligatoriskt;",
      ["unknown-word F15", "formal-on-other-kind K15"],
    ],
    [
      "a level that isn't there",
      "inledning;;",
      "inledning;Bas;",
      ["part-missing undefined", "unknown-level B11"],
    ],
    ["too many credits", "7,5", "7,3", ["bad-number L16"]],
    ["a track that the level doesn't have", "spår;Van;", "spår;Ny;", ["track-not-in-level C18"]],
  ])("%s", async (_, from, to, expected) => {
    expect(await reasons(from, to)).toEqual(expect.arrayContaining(expected));
  });

  test("two parts of which there is one, and a part that is gone", async () => {
    expect(await reasons("\r\nversion;", "\r\nstruktur;")).toEqual([
      "part-twice A10",
      "part-missing undefined",
    ]);
  });
});
