import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, readModelFile, writeModelFile } from "../../src/career-model/model-file.ts";
import { inReadingOrder } from "../../src/career-model/presentation.rules.ts";
import { modelFiles, small } from "./model-file-examples.ts";

/** Reads the text and gives each reason as "code line path". */
const reasonsFor = (text: string): string[] => {
  const result = readModelFile(text);
  if (result.ok) throw new Error("the file was accepted");
  return result.reasons.map(({ code, data }) =>
    [code, data?.["line"], data?.["path"]].filter(Boolean).join(" "),
  );
};

const accepted = (text: string) => {
  const result = readModelFile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};

/** The small file with one line replaced by others. */
const withLine = (line: string, ...instead: string[]): string => {
  if (!small.includes(`${line}\n`)) throw new Error(`no such line: ${line}`);
  return small.replace(`${line}\n`, instead.map((text) => `${text}\n`).join(""));
};

describe("reading a model file", () => {
  test("MOD-1: the structure is levels from the inside out, headings and scale", () => {
    expect(accepted(small).structure).toEqual({
      name: "Prov",
      levels: [
        { key: "ny", name: "Ny", shortText: "Du lär känna arbetet.", kind: "core" },
        { key: "van", name: "Van", shortText: "Du arbetar självständigt.", kind: "outer" },
      ],
      headings: [
        { key: "krav", name: "Krav" },
        { key: "uppgifter", name: "Uppgifter" },
      ],
      coreCompetencies: [],
      ratingScale: ["inte än", "ja"],
    });
  });

  test("MOD-3: a plain line takes its kind from its heading, and requirements are mandatory unless said", () => {
    const [plain, licence, recommended, duty] = accepted(small).version.items;
    expect(plain).toEqual({
      key: "ny-du-foljer-rutinerna",
      levelKey: "ny",
      trackKey: null,
      headingKey: "krav",
      kind: "demonstrated",
      mandatory: true,
      text: "Du följer rutinerna.",
      visibility: "public",
    });
    expect(licence).toMatchObject({
      key: "leg",
      kind: "formal",
      mandatory: true,
      formal: { type: "licence" },
    });
    expect(recommended).toMatchObject({
      kind: "formal",
      mandatory: false,
      formal: { type: "course", credits: 7.5, level: "second-cycle" },
    });
    expect(duty).toMatchObject({ kind: "duty", mandatory: null });
  });

  test.each([
    ["Du gör: allt – på én gång!", "ny-du-gor-allt-pa-en-gang"],
    [`Du ${"provar ".repeat(20)}`, `ny-du${"-provar".repeat(6)}`],
    ["x".repeat(200), `ny-${"x".repeat(50)}`],
    ["…", "ny"],
  ])("MOD-3: a line without a key gets one of its level and whole words of its text: %s", (text, key) => {
    const file = accepted(withLine("          - Du provar.", `          - ${JSON.stringify(text)}`));
    expect(file.version.items[3]).toMatchObject({ key, text: text.trim() });
  });

  test("MOD-6: what stands under a track belongs to it, and a level points onward", () => {
    const { version } = accepted(small);
    expect(version.items.at(-1)).toMatchObject({ levelKey: "van", trackKey: "forskning", support: "leads" });
    expect(version.onward).toEqual([{ levelKey: "van", text: "Enhetschef" }]);
  });

  test("MOD-14: a line marked as internal is internal", () => {
    expect(accepted(small).version.items.map((item) => item.visibility)).toEqual([
      "public",
      "public",
      "public",
      "public",
      "internal",
    ]);
  });

  test("JSON, with tabs and a byte order mark, is read like YAML", () => {
    const file = accepted(small);
    const json = JSON.stringify(JSON.parse(JSON.stringify({ format: "vidga-modell 1" })), null, "\t");
    expect(reasonsFor(`\uFEFF${json}`)).toEqual(["missing 1 yrke", "missing 1 struktur", "missing 1 modell"]);
    expect(accepted(`\uFEFF${small}`)).toEqual(file);
  });

  test("names with å written in two characters are the same names", () => {
    expect(accepted(small.normalize("NFD"))).toEqual(accepted(small));
  });
});

describe("what is wrong with a file is told with line and path", () => {
  test.each([
    [
      "a field that nobody knows",
      withLine("  inledning: En modell.", "  inledning: En modell.", "  ingress: Hej"),
      ["unknown-field 22 modell.ingress"],
    ],
    [
      "such a field, told where its name stands and not its text",
      withLine("  engelska: Tester", "  engelska: Tester", "  färg:", "    röd"),
      ["unknown-field 6 yrke.färg"],
    ],
    ["something missing", withLine("  engelska: Tester"), ["missing 2 yrke.engelska"]],
    ["something left empty", withLine("  engelska: Tester", "  engelska:"), ["missing 5 yrke.engelska"]],
    ["a number for a text", withLine("  namn: Provare", "  namn: 12"), ["wrong-type 4 yrke.namn"]],
    ["a blank name", withLine("  namn: Provare", '  namn: " "'), ["empty-text 4 yrke.namn"]],
    [
      "a text for a list",
      withLine("  skattning: [inte än, ja]", "  skattning: ja"),
      ["wrong-type 17 struktur.skattning"],
    ],
    [
      "a word outside the choices",
      withLine("      del: yttre", "      del: ytterst"),
      ["unknown-value 13 struktur.nivåer.2.del"],
    ],
    [
      "a bad key of the profession",
      withLine("  nyckel: provare", "  nyckel: Prövare"),
      ["bad-key 3 yrke.nyckel"],
    ],
    [
      "MOD-3: a level that the structure lacks",
      withLine("    van:", "    vna:"),
      ["unknown-level 41 modell.nivåer.vna"],
    ],
    [
      "MOD-3: a heading that the structure lacks",
      withLine("        uppgifter:", "        ansvar:"),
      ["unknown-heading 39 modell.nivåer.ny.rubriker.ansvar"],
    ],
    [
      "MOD-6: a track that is not defined",
      withLine("        forskning:", "        forsknin:"),
      ["unknown-track 44 modell.nivåer.van.spår.forsknin"],
    ],
    [
      "MOD-6: a track in a level where it does not run",
      withLine("      nivåer: [van]", "      nivåer: [ny]"),
      ["track-not-in-level 44 modell.nivåer.van.spår.forskning"],
    ],
    [
      "MOD-3: a duty said to be mandatory",
      withLine("          - Du provar.", "          - text: Du provar.", "            krav: obligatoriskt"),
      ["mandatory-on-non-requirement 41 modell.nivåer.ny.rubriker.uppgifter.1.krav"],
    ],
    [
      "two lines with one text",
      withLine(
        "          - Du följer rutinerna.",
        "          - Du följer rutinerna.",
        "          - Du följer rutinerna!",
      ),
      ["duplicate-key 31 modell.nivåer.ny.rubriker.krav.2.nyckel"],
    ],
    [
      "a text that YAML takes for a field",
      withLine("          - Du provar.", "          - Uppdrag: du provar."),
      ["text-with-colon 40 modell.nivåer.ny.rubriker.uppgifter.1"],
    ],
    ["a field twice", withLine("  namn: Prov", "  namn: Prov", "  namn: Prov"), ["duplicate-field 8 namn"]],
    [
      "credits that are no number",
      withLine('            hp: "7,5"', "            hp: sju"),
      ["wrong-type 36 modell.nivåer.ny.rubriker.krav.3.hp"],
    ],
    [
      "a NUL in a text",
      withLine("          - Du provar.", '          - "Du \\0 provar."'),
      ["bad-character 40 modell.nivåer.ny.rubriker.uppgifter.1.text"],
    ],
  ])("%s", (_, text, expected) => {
    expect(reasonsFor(text)).toEqual(expected);
  });

  test("faults of several kinds are told in one go", () => {
    const text = withLine("  namn: Provare", "  namn: Provare", "  färg: röd")
      .replace("    van:\n", "    vna:\n")
      .replace("leder\n", "leder\n              krav: kanske\n");
    expect(reasonsFor(text.replace("              krav: kanske\n", ""))).toEqual([
      "unknown-field 5 yrke.färg",
      "unknown-level 42 modell.nivåer.vna",
    ]);
    expect(reasonsFor(text)).toEqual([
      "unknown-field 5 yrke.färg",
      "unknown-value 49 modell.nivåer.vna.spår.forskning.krav.1.krav",
    ]);
  });
});

describe("a hostile or broken file is refused", () => {
  test.each([
    ["nothing", "", "empty-file"],
    ["only a comment", "# hej", "empty-file"],
    ["a list", "- a", "wrong-type 1"],
    ["two documents", `${small}---\na: 1\n`, "not-readable 49"],
    ["tabs as indentation", "yrke:\n\tnamn: x", "not-readable 2"],
    ["a tag", withLine("  namn: Provare", "  namn: !!binary aGk="), "tag-not-allowed 4"],
    [
      "a tag on a list",
      withLine("  skattning: [inte än, ja]", "  skattning: !x [inte än, ja]"),
      "tag-not-allowed 17",
    ],
    [
      "a reference",
      withLine("  namn: Provare", "  namn: &a Provare").replace("engelska: Tester", "engelska: *a"),
      "reference-not-allowed 5",
    ],
    ["very deep nesting", "[".repeat(50_000), "not-readable 1"],
    ["a name that would vanish", `${small}__proto__: {}\n`, "unknown-field 49 __proto__"],
  ])("%s", (_, text, first) => {
    expect(reasonsFor(text)[0]).toBe(first);
  });

  test("references that multiply are refused before they are followed", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let depth = 1; depth < 12; depth++)
      bomb.push(`a${depth}: &a${depth} [${`*a${depth - 1}, `.repeat(9)}]`);
    expect(reasonsFor(bomb.join("\n"))[0]).toBe("reference-not-allowed 2");
  });

  test("more than two megabytes are not read", () => {
    expect(reasonsFor(`${small}# ${"å".repeat(MAX_FILE_BYTES / 2)}`)).toEqual(["too-large"]);
  });

  test("a hundred thousand fields are told apart at once", { timeout: 60_000 }, () => {
    const fields = Array.from({ length: 100_000 }, (_, index) => `f${index}: 1`);
    expect(reasonsFor(fields.join("\n"))).toHaveLength(200);
  });
});

describe("writing a model file", () => {
  test("what is written is read as the same model (MOD-1, MOD-3, MOD-6)", () => {
    fc.assert(
      fc.property(modelFiles, (file) => {
        const expected = { ...file, version: inReadingOrder(file.structure, file.version) };
        expect(accepted(writeModelFile(file))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test("each line is written with its key, so that it can be reworded and stay the same line", () => {
    const reworded = writeModelFile(accepted(small)).replace(
      "Du följer rutinerna.",
      "Du arbetar efter rutinerna.",
    );
    expect(accepted(reworded).version.items[0]).toMatchObject({
      key: "ny-du-foljer-rutinerna",
      text: "Du arbetar efter rutinerna.",
    });
  });
});
