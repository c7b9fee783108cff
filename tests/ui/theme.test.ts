import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/ui/colour.ts";
import { DEFAULT_THEME, themeColours, themeStylesheet, type Mode } from "../../src/ui/theme.ts";

const GROUNDS = ["paper", "surface", "soft", "brand-1", "accent-soft", "danger-soft", "ok-soft"];

/** Text on what it stands on, as the stylesheet uses them. */
const TEXT: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [["ink", ground] as const, ["muted", ground] as const]),
  ...["paper", "surface", "soft", "brand-1", "brand-2", "accent-soft", "danger-soft", "ok-soft"].flatMap(
    (ground) => [["brand-8", ground] as const, ["brand-9", ground] as const],
  ),
  ["on-brand", "brand-8"],
  ["on-brand", "brand-9"],
  ["on-brand", "danger"],
  ["on-brand", "ok"],
  ["on-brand", "accent"],
  ...["accent", "danger", "ok"].flatMap((name) => [
    [name, "paper"] as const,
    [name, "surface"] as const,
    [name, `${name}-soft`] as const,
  ]),
  ...[1, 2, 3, 4, 5, 6, 7].map((ring) => [`ring-ink-${ring}`, `ring-${ring}`] as const),
];

/** Signs, borders of controls and lines of charts on what they stand on. */
const SIGNS: readonly (readonly [string, string])[] = ["line-strong", "brand-6"].flatMap((name) => [
  [name, "paper"] as const,
  [name, "surface"] as const,
]);

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

function tooWeak(brand: string, accent: string, mode: Mode) {
  const colours = themeColours({ brand, accent }, mode);
  const colour = (name: string) => {
    const value = colours[name];
    if (value === undefined) throw new Error(`no colour ${name}`);
    return value;
  };
  const check = (least: number) => (pair: readonly [string, string]) => {
    const is = contrast(colour(pair[0]), colour(pair[1]));
    return is < least ? [`${pair[0]} on ${pair[1]}: ${is.toFixed(2)}`] : [];
  };
  return [...TEXT.flatMap(check(4.5)), ...SIGNS.flatMap(check(3))];
}

describe("ORG-5 an organisation's theme", () => {
  test.each(["light", "dark"] as const)("the default theme passes AA for every pair in %s", (mode) => {
    expect(tooWeak(DEFAULT_THEME.brand, DEFAULT_THEME.accent, mode)).toEqual([]);
  });

  test.each(["light", "dark"] as const)("any brand and accent pass AA for every pair in %s", (mode) => {
    fc.assert(
      fc.property(hex, hex, (brand, accent) => {
        expect(tooWeak(brand, accent, mode)).toEqual([]);
      }),
      {
        numRuns: 300,
        examples: [
          ["#000000", "#ffffff"],
          ["#ffff00", "#00ff00"],
          ["#ff0000", "#0000ff"],
        ],
      },
    );
  });

  test("a brand colour that can be read is kept as it is", () => {
    expect(themeColours({ brand: "#1b584e", accent: "#a8480f" }, "light")).toMatchObject({
      "brand-8": "#1b584e",
      accent: "#a8480f",
    });
    expect(themeColours({ brand: "#005ea5", accent: "#a8480f" }, "light")["brand-8"]).toBe("#005ea5");
  });

  test("the checked-in default is what the theme gives", async () => {
    await expect(themeStylesheet(null)).toMatchFileSnapshot("../../src/ui/tokens.css");
  });

  test("every custom property that the styles use exists", () => {
    const known = new Set(Object.keys(themeColours(DEFAULT_THEME, "light")));
    const folder = new URL("../../src/ui/", import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith(".css") && name !== "tokens.css");
    const used = files.flatMap((file) =>
      [...readFileSync(new URL(file, folder), "utf8").matchAll(/var\(--vidga-([\w-]+)\)/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(["red", "#fff", "#12345g", "#123456;}body{display:none"])("%s is refused", (brand) => {
    expect(() => themeStylesheet({ brand, accent: "#a8480f" })).toThrow(TypeError);
  });
});
