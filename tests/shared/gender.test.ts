import { expect, test } from "vitest";
import { calledOff, withArticle, yourOwn, yoursTogether } from "../../src/messages/gender.ts";
import { sv } from "../../src/messages/sv/index.ts";

test.each([
  ["utvecklingssamtal", "ett", "ditt", "ert", "inställt"],
  ["Medarbetarmöte", "ett", "ditt", "ert", "inställt"],
  ["medarbetardialog", "en", "din", "er", "inställd"],
  ["årlig avstämning", "en", "din", "er", "inställd"],
  ["genomgång", "en", "din", "er", "inställd"],
])("what an employer calls its talk has the words that go with it: %s", (noun, one, your, yours, off) => {
  expect([withArticle(noun), yourOwn(noun), yoursTogether(noun), calledOff(noun)]).toEqual([
    `${one} ${noun}`,
    `${your} ${noun}`,
    `${yours} ${noun}`,
    off,
  ]);
});

test("letters of a talk are in its gender", () => {
  const { cancelled } = sv.talk.letters;
  expect(cancelled.subject("medarbetardialog", "3 december")).toBe(
    "Din medarbetardialog 3 december är inställd",
  );
  expect(cancelled.subject("lönesamtal", "3 december")).toBe("Ditt lönesamtal 3 december är inställt");
});
