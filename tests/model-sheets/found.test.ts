/** Spreadsheets as organisations lay them out, and what is understood of them (MOD-15, MOD-3, MOD-6). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { foundIn } from "../../src/model-sheets/import-model.ts";
import { formalIn, lineKindOf, linesIn, withoutMark } from "../../src/model-sheets/cell.rules.ts";
import { kindOfLine } from "../../src/model-sheets/found.rules.ts";
import { openModelSheets } from "../../src/model-sheets/read-sheets.ts";
import { guessReading } from "../../src/model-sheets/reading.rules.ts";
import { workbookBytes } from "../../src/platform/tabular/xlsx-write.ts";
import { workbook } from "../tabular/files.ts";

const sheetsOf = async (bytes: Uint8Array) => {
  const sheets = await openModelSheets(bytes);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.reasons));
  return sheets.value;
};
const read = async (bytes: Uint8Array, known: readonly string[] = []) => {
  const sheets = await sheetsOf(bytes);
  const reading = guessReading(sheets, known);
  if (!reading) throw new Error("nothing was recognised");
  return { reading, found: foundIn(sheets, reading) };
};
const book = (rows: readonly (readonly string[])[]) => workbookBytes([{ name: "Modell", rows }]);
const told = ({
  cell,
  level,
  heading,
  text,
}: {
  cell: string;
  level: string;
  heading: string;
  text: string;
}) => `${cell} ${level} / ${heading}: ${text}`;

const MATRIX = [
  ["Kompetensmodell för arbetsterapeuter", "", "", ""],
  [],
  ["", "", "Bas ", "Fördjupad\u00A0", "Avancerad"],
  ["Krav", "", "• Legitimation\n• Kurs i förskrivning", "Två års erfarenhet", "Magister 60 hp"],
  ["", "", "", "Handledarutbildning 7,5 hp (meriterande)", ""],
  [],
  ["Arbetsuppgifter", "", "Möter patienter", "1. Handleder studenter\n2. Leder grupper\nmed kollegor", ""],
];

test("MOD-15: the example that people begin from is understood to the last cell", async () => {
  const { found } = await read(readFileSync(new URL("../../docs/user/modell-exempel.csv", import.meta.url)));
  expect(found).toMatchObject({ levels: ["Bas", "Fördjupad"], faults: [], doubles: [] });
  expect(found.headings.map(({ kind }) => kind)).toEqual(["requirement", "demonstrated", "duty", "support"]);
  expect(found.lines).toHaveLength(10);
});

test("MOD-15: a matrix under title rows, with blank rows and columns, is levels, headings and lines with their cells", async () => {
  const { reading, found } = await read(book(MATRIX));
  expect(reading).toEqual({ sheet: 0, header: 3, columns: ["heading", null, "lines", "lines", "lines"] });
  expect(found.levels).toEqual(["Bas", "Fördjupad", "Avancerad"]);
  expect(found.headings).toEqual([
    { name: "Krav", kind: "requirement" },
    { name: "Arbetsuppgifter", kind: "duty" },
  ]);
  expect(found.lines.map(told)).toEqual([
    "C4 Bas / Krav: Legitimation",
    "C4 Bas / Krav: Kurs i förskrivning",
    "D4 Fördjupad / Krav: Två års erfarenhet",
    "E4 Avancerad / Krav: Magister 60 hp",
    "D5 Fördjupad / Krav: Handledarutbildning 7,5 hp",
    "C7 Bas / Arbetsuppgifter: Möter patienter",
    "D7 Fördjupad / Arbetsuppgifter: Handleder studenter",
    "D7 Fördjupad / Arbetsuppgifter: Leder grupper med kollegor",
  ]);
  expect(found.lines[4]).toMatchObject({ mandatory: false });
  expect(found.lines[0]).toMatchObject({ mandatory: true });
  expect(found.titles).toEqual(["Kompetensmodell för arbetsterapeuter"]);
  expect(found.faults).toEqual([]);
});

test("MOD-15: the same matrix as Windows-1252 with semicolons, as an older system writes it", async () => {
  const quoted = (cell: string): string => (cell.includes("\n") ? `"${cell}"` : cell);
  const text = MATRIX.map((row) => row.map(quoted).join(";"))
    .join("\r\n")
    .replaceAll("•", "-");
  const { found } = await read(Uint8Array.from(Buffer.from(text, "latin1")));
  const whole = (await read(book(MATRIX))).found;
  expect(found.lines.map(told)).toEqual(whole.lines.map(told));
});

const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

test("MOD-15: a cell that is merged across levels is for each of them; a heading merged downwards goes on; a formula is its value", async () => {
  const rows =
    `<row r="1">${inline("A1", "Område")}${inline("B1", "Typ")}${inline("C1", "Bas")}${inline("D1", "Van")}</row>` +
    `<row r="2">${inline("A2", "Klinik")}${inline("B2", "Krav")}${inline("C2", "Följer rutiner")}</row>` +
    `<row r="3">${inline("B3", "Arbetsuppgifter")}<c r="C3" t="str"><f>A1&amp;"x"</f><v>Dokumenterar</v></c><c r="D3" t="e"><v>#REF!</v></c></row>` +
    `<row r="4">${inline("A4", "Team")}${inline("B4", "Önskemål")}${inline("C4", "Delar med sig")}</row>` +
    `<row r="5">${inline("A5", "KULTUR")}</row><row r="6">${inline("B6", "Krav")}${inline("D6", "Bidrar")}</row>`;
  const merged =
    '<mergeCells><mergeCell ref="C2:D2"/><mergeCell ref="A2:A3"/><mergeCell ref="A5:D5"/></mergeCells>';
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merged}</worksheet>`;
  const { found } = await read(workbook({ sheet: xml }));
  expect(found.lines.map(told)).toEqual([
    "C2 Bas / Klinik: Följer rutiner",
    "D2 Van / Klinik: Följer rutiner",
    "C3 Bas / Klinik: Dokumenterar",
    "C4 Bas / Team: Delar med sig",
    "D6 Van / KULTUR: Bidrar",
  ]);
  expect(found.lines.map(({ kind }) => kind)).toEqual([
    "requirement",
    "requirement",
    "duty",
    null,
    "requirement",
  ]);
  expect(found.faults).toEqual([
    { code: "cell-error", cell: "D3" },
    { code: "unknown-kind", cell: "B4", data: { value: "Önskemål" } },
  ]);
});

test("MOD-15, MOD-6: a long list in anybody's own words, with tracks; what is unclear is told with its cell", async () => {
  const { reading, found } = await read(
    book([
      ["Nivå", "Inriktning", "Område", "Beskrivning", "Ska/bör", "Kommentar"],
      ["Bas", "", "Klinik", "Legitimation som audionom", "ska", ""],
      ["Bas ", "", "klinik", "Legitimation som audionom", "ska", ""],
      ["BAS", "", "Klinik", "Provar ut hörapparater", "bör", "Till vuxna"],
      ["Expert", "Forskning", "Klinik", "Leder studier", "kanske", ""],
      ["", "", "", "", "", ""],
      ["Expert", "", "", "Lång ".repeat(140), "ska", ""],
    ]),
  );
  expect(reading.columns).toEqual(["level", "track", "heading", "text", "mandatory", "note"]);
  expect(found.levels).toEqual(["Bas", "Expert"]);
  expect(found.tracks).toEqual(["Forskning"]);
  expect(found.lines.map(told)).toEqual([
    "D2 Bas / Klinik: Legitimation som audionom",
    "D4 Bas / Klinik: Provar ut hörapparater",
    "D5 Expert / Klinik: Leder studier",
  ]);
  expect(found.lines[1]).toMatchObject({ mandatory: false, note: "Till vuxna", track: null });
  expect(found.lines[2]).toMatchObject({ track: "Forskning" });
  expect(found.doubles).toEqual(["D3"]);
  expect(found.faults).toEqual([
    { code: "unknown-mandatory", cell: "E5", data: { value: "kanske" } },
    { code: "text-too-long", cell: "D7", data: { max: 600, length: 699 } },
  ]);
});

test("MOD-15: levels as rows and headings as columns are a model too", async () => {
  const { reading, found } = await read(
    book([
      ["Nivå", "Krav", "Arbetsuppgifter"],
      ["Bas", "Legitimation", "Möter människor"],
      ["Van", "Två års erfarenhet", "Handleder"],
    ]),
  );
  expect(found.lines.map(told)).toContain("C3 Van / Arbetsuppgifter: Handleder");
  expect(reading.columns).toEqual(["level", "under", "under"]);
});

test("MOD-15: a 20,000-character cell is its lines; one line of it says so; a sheet of figures is no model", async () => {
  const { found } = await read(
    book([
      ["", "Bas", "Van"],
      [
        "Krav",
        Array.from({ length: 400 }, (_, at) => `• Kan göra uppgift nummer ${at} på ett säkert sätt`).join(
          "\n",
        ),
        "x".repeat(20_000),
      ],
    ]),
  );
  expect(found.lines).toHaveLength(400);
  expect(found.faults).toEqual([{ code: "text-too-long", cell: "C2", data: { max: 600, length: 20_000 } }]);
  const none = await sheetsOf(book([["Budget 2026"], ["12"], ["13"]]));
  expect(guessReading(none, [])).toBeNull();
});

describe("a cell", () => {
  test.each([
    ["En rad", ["En rad"]],
    ["- En\n- Två\n fortsätter", ["En", "Två fortsätter"]],
    ["Du kan:\n• Ett • Två", ["Du kan:", "Ett", "Två"]],
    ["Ett\r\n\r\nTvå  ", ["Ett", "Två"]],
    ["Väl\u00ADfärds\u00ADteknik\u200F \u{1F9E9}", ["Välfärdsteknik \u{1F9E9}"]],
    ["1) Ett\n2) Två", ["Ett", "Två"]],
    ["•\n-", []],
    ["60–75 hp", ["60–75 hp"]],
  ])("%j is the lines %j", (cell, lines) => {
    expect(linesIn(cell)).toEqual(lines);
  });

  test.each([
    ["Språkkurs (meriterande)", { text: "Språkkurs", recommended: true }],
    [
      "Leder möten (rekommenderat, självständigt)",
      { text: "Leder möten", recommended: true, support: "independent" },
    ],
    ["Bör ha körkort", { text: "Bör ha körkort", recommended: true }],
    ["Körkort (B)", { text: "Körkort (B)", recommended: false }],
  ])("%j says whether it is recommended", (line, said) => {
    expect(withoutMark(line)).toEqual(said);
  });

  test.each([
    ["Legitimation som audionom", { type: "licence" }],
    ["Magister, 60 hp", { type: "degree", credits: 60, level: "second-cycle" }],
    ["Handledarutbildning 7,5 hp", { type: "course", credits: 7.5 }],
    ["Minst två års erfarenhet", { type: "experience", months: 24 }],
    ["Specialistbevis", { type: "specialist" }],
    ["Deltar i utbildning av studenter", undefined],
    ["Följer rutiner", undefined],
  ])("MOD-3: what would show %j", (text, formal) => {
    expect(formalIn(text)).toEqual(formal);
  });

  test.each([
    ["Stöd för kompetensutveckling och utbildning", "support"],
    ["Arbetsuppgifter och ansvar", "duty"],
    ["Kompetens och formella krav", "requirement"],
    ["Evidensbaserad vård", undefined],
  ])("the lines under %j are %s", (heading, kind) => {
    expect(lineKindOf(heading)).toBe(kind);
  });
});

test("MOD-3: under requirements a line is formal where its text says what would show it, and else demonstrated", async () => {
  const { found } = await read(
    book([
      ["", "Bas", "Van"],
      ["Krav", "Legitimation", "Arbetar självständigt"],
    ]),
  );
  expect(found.lines.map((line) => kindOfLine(line, "requirement"))).toEqual([
    { kind: "formal", formal: { type: "licence" } },
    { kind: "demonstrated" },
  ]);
});
