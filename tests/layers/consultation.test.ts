/** What a supplement asks about when it is out for consultation: all that differs from the one before it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference, type Text } from "../../src/career-model/difference.rules.ts";
import type { LocalItem, SupplementContent } from "../../src/career-model/supplement.rules.ts";
import { linesOver, saidOver } from "../../src/layers/consultation.rules.ts";
import { modelFiles } from "../career-model/model-file-examples.ts";
import { supplementsTo } from "./supplements.ts";

const texts = modelFiles.map(({ structure, version }): Text => ({ structure, version }));
const layered = texts.chain((text) => fc.tuple(fc.constant(text), supplementsTo(text), supplementsTo(text)));

describe("MOD-16: what a supplement asks about", () => {
  test("is what differs from the one before: each clarification and reason that is new, other or gone, and nothing else", () => {
    fc.assert(
      fc.property(layered, ([text, first, second]) => {
        const over = (content: SupplementContent) => ({ base: text, content });
        expect(saidOver(over(first), over(first))).toEqual([]);
        const rows = saidOver(over(first), over(second));
        const told = (content: SupplementContent) => [
          ...content.clarifications.map(
            (each) => `clarified item ${each.itemKey} ${each.text} ${each.visibility}`,
          ),
          ...content.unused.map((each) => `unused ${each.of} ${each.key} ${each.reason} public`),
        ];
        const part = (line: string) => line.split(" ").slice(0, 3).join(" ");
        const [before, after] = [told(first), told(second)];
        const differing = new Set(
          [
            ...before.filter((line) => !after.includes(line)),
            ...after.filter((line) => !before.includes(line)),
          ].map(part),
        );
        expect(new Set(rows.map(({ key }) => key))).toEqual(differing);
        expect(rows).toHaveLength(differing.size);
      }),
    );
  });

  test("and each line of its own that is new, other or gone; none of the base's", () => {
    fc.assert(
      fc.property(layered, ([text, first, second]) => {
        const { items } = difference(linesOver(text, first), linesOver(text, second));
        const keys = (lines: readonly LocalItem[]) => lines.map(({ key }) => key).toSorted();
        const [before, after] = [new Set(keys(first.items)), new Set(keys(second.items))];
        expect(keys(items.added)).toEqual([...after].filter((key) => !before.has(key)));
        expect(keys(items.removed)).toEqual([...before].filter((key) => !after.has(key)));
      }),
    );
  });
});
