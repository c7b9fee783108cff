import { expect, test } from "vitest";
import { isAllowed, runtimePackages } from "../../scripts/licences.ts";

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND OFL-1.1", true],
  ["MIT AND GPL-3.0-only", false],
  ["AGPL-3.0-only", false],
  ["not stated", false],
  ["", false],
])("%s may stand beside the EUPL: %s", (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

test("what only developers install is not reported, what is nested is", () => {
  const packages = {
    "": { version: "0.1.0", license: "EUPL-1.2" },
    "node_modules/b": { version: "2.0.0" },
    "node_modules/b/node_modules/@s/a": { version: "1.0.0", license: "ISC" },
    "node_modules/tool": { version: "3.0.0", license: "GPL-3.0-only", dev: true },
  };
  expect(runtimePackages(packages)).toEqual([
    { name: "@s/a", version: "1.0.0", licence: "ISC" },
    { name: "b", version: "2.0.0", licence: "not stated" },
  ]);
});
