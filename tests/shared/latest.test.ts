import { expect, test } from "vitest";
import { Latest } from "../../src/shared/latest.ts";

test("what was asked for last is kept, and what was asked for longest ago gives way", () => {
  const kept = new Latest<number>(2);
  let made = 0;
  const make = () => (made += 1);
  expect([kept.of("a", make), kept.of("b", make), kept.of("a", make)]).toEqual([1, 2, 1]);
  kept.set("c", 7);
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([1, undefined, 7]);
  expect([kept.of("b", make), kept.get("a"), kept.get("c")]).toEqual([3, undefined, 7]);
});
