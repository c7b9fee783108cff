import { describe, expect, test } from "vitest";
import { checkTitles, titlesIn, type PlaceTitles } from "../../src/career-model/local-title.rules.ts";

const at = (level: string, titles: readonly string[], track: string | null = null): PlaceTitles => ({
  place: { levelId: level, trackId: track, level, track },
  titles,
});
const codes = (all: readonly PlaceTitles[], elsewhere: Parameters<typeof checkTitles>[1] = []) =>
  checkTitles(all, elsewhere).map(({ code, field }) => `${field} ${code}`);

test("INT-4 titles are typed a line each, tidied, and count once", () => {
  expect(titlesIn(" Specialist   psykolog\r\n\r\nspecialist psykolog\nPsykolog")).toEqual([
    "Specialist psykolog",
    "Psykolog",
  ]);
});

describe("INT-4 a title means one level", () => {
  test.each<[string, readonly PlaceTitles[], readonly string[]]>([
    ["different titles", [at("a", ["Ett", "Två"]), at("b", ["Tre"])], []],
    ["one for two levels", [at("a", ["Ett"]), at("b", ["ETT"])], ["titles-b title-twice"]],
    ["one for a level and its track", [at("a", ["Ett"]), at("a", ["Ett"], "t")], ["titles-a_t title-twice"]],
    ["200 characters", [at("a", ["å".repeat(200)])], []],
    ["201", [at("a", ["å".repeat(201)])], ["titles-a title-too-long"]],
    [
      "40 titles",
      [
        at(
          "a",
          Array.from({ length: 40 }, (_, each) => `T${each}`),
        ),
      ],
      [],
    ],
    [
      "41",
      [
        at(
          "a",
          Array.from({ length: 41 }, (_, each) => `T${each}`),
        ),
      ],
      ["titles-a too-many-titles"],
    ],
    ["a character that no reader sees", [at("a", ["E\u0007tt"])], ["titles-a bad-character"]],
  ])("%s", (_case, all, expected) => expect(codes(all)).toEqual(expected));

  test("both levels are named", () => {
    expect(checkTitles([at("Bas", ["Ett"]), at("Expert", ["ett"], "Master")], [])).toMatchObject([
      { code: "title-twice", data: { title: "ett", first: "Bas", second: "Expert, Master" } },
    ]);
  });

  test("nor can it mean a level of another model of the same profession", () => {
    const elsewhere = [{ title: "ett", place: "Nivå 3", model: "Psykolog, vuxen" }];
    expect(checkTitles([at("Bas", ["Ett"])], elsewhere)).toMatchObject([
      { code: "title-in-other-model", data: { place: "Bas", other: "Nivå 3", model: "Psykolog, vuxen" } },
    ]);
  });
});
