/** What reading models takes of the program alone: the difference between two long versions, and a long base with two layers over it. No floor: both are held against a time. */
import { compose, type Layer } from "../../src/career-model/compose.rules.ts";
import { difference, type Text } from "../../src/career-model/difference.rules.ts";
import type { Item } from "../../src/career-model/rules.ts";
import { alone, median, type Figure } from "../measure.ts";

const ITEMS = 500;
const TIMES = 200;

/** An item for each number, its words its own for each `edition`: one in ten differs between two, and one in fifty is in one alone. */
const items = (edition: number): Item[] =>
  Array.from({ length: ITEMS }, (_, index): Item => ({
    key: `p${index % 50 === 0 ? index + edition * ITEMS : index}`,
    levelKey: `n${index % 5}`,
    trackKey: null,
    headingKey: `r${index % 4}`,
    kind: "demonstrated",
    mandatory: true,
    text: `Planerar och följer upp arbetet i ärende ${index}${index % 10 === 1 ? `, omgång ${edition}` : ""}.`,
    visibility: "public",
  }));

const text = (edition: number): Text => ({
  structure: {
    name: "Lång",
    levels: [0, 1, 2, 3, 4].map((at) => ({ key: `n${at}`, name: `Nivå ${at}`, shortText: "", kind: "core" })),
    headings: [0, 1, 2, 3].map((at) => ({ key: `r${at}`, name: `Rubrik ${at}` })),
    coreCompetencies: [],
    ratingScale: [],
  },
  version: {
    number: edition,
    intro: "",
    levelIntros: [],
    tracks: [],
    groups: [],
    items: items(edition),
    onward: [],
  },
});

/** A layer that clarifies one item in ten, takes one in twenty out of use and adds as many. */
const layer = (by: Layer["by"], edition: number): Layer => ({
  by,
  content: {
    items: items(edition).filter((_, index) => index % 20 === 0),
    clarifications: items(1).flatMap(({ key }, index) =>
      index % 10 === 2 ? [{ itemKey: key, text: "Så gör vi här.", visibility: "internal" }] : [],
    ),
    unused: items(1).flatMap(({ key }, index) =>
      index % 20 === 3 ? [{ of: "item", key, reason: "Görs inte här." }] : [],
    ),
  },
});

function timed(run: () => unknown): number {
  const taken = Array.from({ length: TIMES }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return median(taken);
}

export function modelFigures(): Figure[] {
  const [before, after] = [text(1), text(2)];
  const layers = [layer({ of: "employer" }, 3), layer({ of: "unit", name: "Enheten" }, 4)];
  return [
    alone(
      `models: difference of two versions of ${ITEMS} items`,
      "ms",
      timed(() => difference(before, after)),
    ),
    alone(
      `models: ${ITEMS} items under two layers`,
      "ms",
      timed(() => compose(before, layers)),
    ),
  ];
}
