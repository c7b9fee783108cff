import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelFileJsonSchema } from "../../src/career-model/model-file-schema.ts";
import { readModelFile } from "../../src/career-model/model-file.ts";
import { careerModel as sv } from "../../src/messages/sv/career-model.ts";

const docs = new URL("../../docs/user/", import.meta.url);

test("the published JSON Schema is what files are read with (else: node scripts/generate-model-file-schema.ts)", () => {
  const published: unknown = JSON.parse(readFileSync(new URL("model-file.schema.json", docs), "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(modelFileJsonSchema())));
});

test("the example in the guide to model files can be read", () => {
  const guide = readFileSync(new URL("modellfil.md", docs), "utf8");
  const example = /```yaml\n(format: [\s\S]*?)```/.exec(guide)?.[1] ?? "";
  expect(readModelFile(example)).toMatchObject({ ok: true, value: { profession: { slug: "kurator" } } });
});

/** Every code that a file can be refused with, as the sources list them. */
const codes = ["rules", "model-file", "model-file-shape"].flatMap((name) => {
  const source = readFileSync(new URL(`../../src/career-model/${name}.ts`, import.meta.url), "utf8");
  return [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map((match) => match[1] ?? "");
});

test("the guide explains every code that a file can be refused with", () => {
  const guide = readFileSync(new URL("modellfil.md", docs), "utf8");
  expect(codes.length).toBeGreaterThan(25);
  expect(codes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
});

test("every code that a file can be refused with has its words", () => {
  expect(codes.filter((code) => !(code in sv.fileFaults))).toEqual([]);
});
