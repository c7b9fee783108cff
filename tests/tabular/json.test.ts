import { expect, test } from "vitest";
import { refusalOf, tableOf, utf8 } from "./files.ts";

const people = [
  { Nr: 1001, Namn: "Åsa", Main: true },
  { Nr: "1002", Grad: 0.75, Namn: null },
];

test.each([
  ["a list", people],
  ["rows", { rows: people }],
  ["data", { version: 1, data: people }],
  ["employees", { employees: people }],
])("INT-1 JSON as %s: the names in the order they come, numbers and truth as text", async (_, value) => {
  const table = await tableOf(utf8(JSON.stringify(value)));
  expect(table).toMatchObject({ format: "json", header: ["Nr", "Namn", "Main", "Grad"] });
  expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, "1001", "Åsa", "true", ""],
    [2, "1002", "", "", "0.75"],
  ]);
});

test.each([
  ["broken", '[\n{"a": 1},\n{"b" 2}\n]', { code: "bad-json", data: { line: 3 } }],
  ["no list in it", '{"a": 1}', { code: "bad-json" }],
  ["a list of texts", '[{"a": 1}, "b"]', { code: "bad-json", data: { row: 2 } }],
  ["nothing in the list", "[]", { code: "empty" }],
  ["deep", `[{"a":${"[".repeat(100_000)}`, { code: "too-deep-json", data: { limit: 16 } }],
  ["brackets inside a text are no depth", `[{"a":"${"[".repeat(50)}"}`, { code: "bad-json" }],
])("INT-1 JSON that is %s is refused", async (_, text, reason) => {
  const { code, data } = await refusalOf(utf8(text));
  expect(code).toBe(reason.code);
  expect(data ?? {}).toMatchObject("data" in reason ? (reason.data ?? {}) : {});
});

test("INT-1 a list inside a JSON value is listed with its row", async () => {
  const table = await tableOf(
    utf8('[{"Nr": 1, "Namn": ["Åsa"]}, {"Nr": 2, "__proto__": "x", "Namn": "Bo"}]'),
  );
  expect(table.rows[0]?.problems).toEqual([{ code: "nested-value", data: { line: 1, column: "Namn" } }]);
  expect(table.rows[1]?.cells).toEqual(["2", "Bo", "x"]);
});

test("INT-1 a JSON file that is too large to hold is refused before it is read", async () => {
  expect(await refusalOf(utf8(`[${" ".repeat(100)}]`), { limits: { jsonBytes: 50 } })).toEqual({
    code: "too-large",
    data: { bytes: 102, limit: 50 },
  });
});
