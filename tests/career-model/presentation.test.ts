import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemsOf } from "../../src/career-model/group.rules.ts";
import { forbiddenRankWords, inReadingOrder, matrix } from "../../src/career-model/presentation.rules.ts";
import { modelFiles } from "./model-file-examples.ts";

describe("MOD-14: the matrix of headings and levels", () => {
  test("holds every item once, where it belongs", () => {
    fc.assert(
      fc.property(modelFiles, ({ structure, version }) => {
        const rows = matrix(structure, version, { includeInternal: true });
        const placed = rows.flatMap(({ heading, cells }) =>
          cells.flatMap(({ level, parts }) =>
            parts.flatMap(({ track, lines }) =>
              itemsOf(lines).map((item) => {
                expect([item.headingKey, item.levelKey, item.trackKey]).toEqual([
                  heading.key,
                  level.key,
                  track?.key ?? null,
                ]);
                return item.key;
              }),
            ),
          ),
        );
        expect(placed.toSorted()).toEqual(version.items.map((item) => item.key).toSorted());
        expect(rows.map((row) => row.heading)).toEqual(structure.headings);
        for (const row of rows) expect(row.cells.map((cell) => cell.level)).toEqual(structure.levels);
      }),
    );
  });

  test("has no internal item unless asked for, and no empty part", () => {
    fc.assert(
      fc.property(modelFiles, ({ structure, version }) => {
        const parts = matrix(structure, version, { includeInternal: false }).flatMap((row) =>
          row.cells.flatMap((cell) => cell.parts),
        );
        const shown = parts.flatMap((part) => itemsOf(part.lines));
        expect(shown.every((item) => item.visibility === "public")).toBe(true);
        expect(shown).toHaveLength(version.items.filter((item) => item.visibility === "public").length);
        expect(parts.every((part) => part.lines.length > 0)).toBe(true);
      }),
    );
  });

  test("MOD-6: what is for everyone comes before the tracks, which keep their order", () => {
    fc.assert(
      fc.property(modelFiles, ({ structure, version }) => {
        const order = [undefined, ...version.tracks.map((track) => track.key)];
        for (const row of matrix(structure, version, { includeInternal: true })) {
          for (const { parts } of row.cells) {
            const places = parts.map(({ track }) => order.indexOf(track?.key));
            expect(places).toEqual(places.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });
});

test("MOD-14: reading order moves nothing that is already in order, and loses nothing", () => {
  fc.assert(
    fc.property(modelFiles, ({ structure, version }) => {
      const once = inReadingOrder(structure, version);
      expect(inReadingOrder(structure, once)).toEqual(once);
      expect(new Set(once.items)).toEqual(new Set(version.items));
      const levels = once.items.map((item) =>
        structure.levels.findIndex((level) => level.key === item.levelKey),
      );
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    }),
  );
});

describe("MOD-8: words that make a ring a rank", () => {
  test.each([
    ["Du går uppåt i modellen.", "uppåt"],
    ["Ett steg nedåt", "nedåt"],
    ["En högre nivå", "högre"],
    ["Den lägsta nivån", "lägsta"],
    ["Befordran till nästa nivå", "Befordran"],
    ["Toppnivån är för få.", "Toppnivån"],
    ["din grad i modellen", "grad"],
    ["Move to a higher level", "higher"],
    ["You were promoted", "promoted"],
  ])("%s", (text, word) => {
    expect(forbiddenRankWords(["Du går utåt.", text])).toEqual([{ word, text }]);
  });

  test.each([
    "Täckningsgrad och sysselsättningsgrad",
    "Högskolepoäng på avancerad nivå, högst två områden",
    "Uppdrag, uppgifter och uppföljning",
    "Man går utåt, inåt eller åt sidan.",
    "An advanced course in upbringing; the topic is open",
  ])("not in: %s", (text) => {
    expect(forbiddenRankWords([text])).toEqual([]);
  });
});
