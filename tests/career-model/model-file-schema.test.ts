import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelFileJsonSchema } from "../../src/career-model/model-file-schema.ts";
import { readModelFile } from "../../src/career-model/model-file.ts";

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

test("the guide explains every code that a file can be refused with", () => {
  const guide = readFileSync(new URL("modellfil.md", docs), "utf8");
  const sources = ["rules", "model-file", "model-file-shape", "model-file-lines"].map((name) =>
    readFileSync(new URL(`../../src/career-model/${name}.ts`, import.meta.url), "utf8"),
  );
  const codes = new Set(
    sources.flatMap((source) => [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map((match) => match[1])),
  );
  expect(codes.size).toBeGreaterThan(25);
  for (const code of codes) expect(guide).toContain(`\`${code}\``);
});
