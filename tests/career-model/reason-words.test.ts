/** Everything that adding and adopting can be refused for has its words, in both languages. */
import { describe, expect, test } from "vitest";
import type { AddVersionCode } from "../../src/career-model/add-version.ts";
import type { AdoptCode } from "../../src/career-model/adopt-version.ts";
import type { FileTextCode } from "../../src/career-model/model-file-text.ts";
import type { ModelFileCode } from "../../src/career-model/model-file.ts";
import { forbiddenRankWords } from "../../src/career-model/presentation.rules.ts";
import { messages } from "../../src/messages/messages.ts";
import { spell } from "../../src/messages/spell.ts";

/** What is said with the line that it stands on. The type holds the list to the codes: none missing, none that is gone. */
const IN_FILE: Record<ModelFileCode, true> = {
  "empty-text": true,
  "text-too-long": true,
  "bad-character": true,
  "bad-key": true,
  "duplicate-key": true,
  "duplicate-level": true,
  "too-few": true,
  "too-many": true,
  "bad-number": true,
  "introduction-not-first": true,
  "core-outside-outer": true,
  "unknown-level": true,
  "unknown-heading": true,
  "unknown-track": true,
  "track-not-in-level": true,
  "mandatory-on-non-requirement": true,
  "requirement-without-mandatory": true,
  "formal-without-type": true,
  "formal-on-other-kind": true,
  "support-on-other-kind": true,
  "experience-without-months": true,
  "unknown-group": true,
  "group-elsewhere": true,
  "group-of-other-kind": true,
  "group-mixed": true,
  "group-circle": true,
  "group-never-met": true,
  "unknown-field": true,
  missing: true,
  "wrong-type": true,
  "unknown-value": true,
  "text-with-colon": true,
  "too-large": true,
  "empty-file": true,
  "not-readable": true,
  "reference-not-allowed": true,
  "tag-not-allowed": true,
  "duplicate-field": true,
};

const OF_THE_WHOLE: Record<Exclude<AddVersionCode | AdoptCode | FileTextCode, ModelFileCode>, true> = {
  "unknown-profession": true,
  "profession-of-model-differs": true,
  "structure-differs": true,
  "structure-of-model-differs": true,
  "model-withdrawn": true,
  "model-shared": true,
  "version-exists": true,
  "draft-exists": true,
  "not-text": true,
  "not-utf-8": true,
  "not-adoptable-from": true,
  "level-without-items": true,
  "not-a-day": true,
  "not-after-version-in-force": true,
  "too-long": true,
  "changed-since": true,
};

/** What the codes are sent with: every fact that some words name. */
const data = {
  line: 3,
  path: "modell.nivåer",
  max: 9,
  min: 1,
  count: 3,
  key: "nyckeln",
  level: "bas",
  heading: "krav",
  track: "forskning",
  group: "gruppen",
  needed: 3,
  members: 2,
  allowed: "kurs, merit",
  association: "Förbundet",
  expected: "string",
  name: "Namnet",
  slug: "provare",
  number: 2,
  from: "2026-01-01",
  status: "adopted",
  file: "modell.yaml",
};

describe.each(["sv", "en"] as const)("in %s", (language) => {
  const { reasons, fileFaults, list, model } = messages[language].careerModel;

  test.each(Object.keys(IN_FILE))("%s at a place in a file", (code) => {
    const [said] = spell([{ code, data }], fileFaults).list;
    expect(said?.message).toMatch(/^[A-ZÅÄÖ].*\.$|\?$/);
    expect(said?.message).not.toContain("undefined");
  });

  test.each([...Object.keys(IN_FILE), ...Object.keys(OF_THE_WHOLE)])("%s of the whole", (code) => {
    const [said] = spell([{ code, field: "file", data }], { ...fileFaults, ...reasons }).list;
    expect(said?.message).toMatch(/^[A-ZÅÄÖ]/);
    expect(said?.message).not.toContain("undefined");
  });

  test("no words are left that no code asks for", () => {
    expect(Object.keys(fileFaults).filter((code) => !(code in IN_FILE))).toEqual([]);
    expect(
      Object.keys(reasons).filter(
        (code) => !(code in OF_THE_WHOLE || code in IN_FILE || code === "file-faults"),
      ),
    ).toEqual([]);
  });

  test.each(["decidedAs", "delegation", "diaryNumber", "file"])("what is missing is named: %s", (field) => {
    const words = { ...fileFaults, ...reasons };
    expect(spell([{ code: "missing", field }], words).of(field)).not.toBe(
      spell([{ code: "missing" }], words).list[0]?.message,
    );
  });

  test("MOD-8: what stands around the rings says nothing of up, down, higher or grade", () => {
    const { stairs: _, stairsTitle: __, stairsText: ___, ...ofRings } = model;
    const texts = [...Object.values(ofRings), ...Object.values(list)].flatMap((words): string[] => {
      if (typeof words === "string") return [words];
      if (typeof words === "function") return [(words as (...facts: string[]) => string)("A", "B")];
      return Object.values(words);
    });
    expect(texts.length).toBeGreaterThan(40);
    expect(forbiddenRankWords(texts)).toEqual([]);
    expect(forbiddenRankWords(Object.values(reasons).map((say) => say({ ...data, field: "file" })))).toEqual(
      [],
    );
  });
});
