/**
 * Themes. An organisation gives one brand colour and one accent; everything else follows, for light and dark, so
 * that text keeps a contrast of 4.5 and signs 3 whatever is given. The result is a stylesheet of custom properties
 * (no page carries inline styles). `tokens.css` is the default theme, written from here and checked in.
 *
 * Names mean the same in light and dark: `brand-1` and `brand-2` are backgrounds, `brand-6` draws signs, `brand-8`
 * is links and buttons, `brand-9` headings; `on-brand` is text on `brand-8` and `brand-9`. `ring-1` (the core) to
 * `ring-7` have their text colours in `ring-ink-1` to `-7`.
 */
import { hueOf, luminance, tint, type Hex, type Hue } from "./colour.ts";

/** What an organisation chooses. */
export type Theme = { readonly brand: Hex; readonly accent: Hex };

export type Mode = "light" | "dark";

/** The theme of an organisation that has not chosen. */
export const DEFAULT_THEME: Theme = { brand: "#1b584e", accent: "#a8480f" };

const DANGER = hueOf("#a3231b");
const OK = hueOf(DEFAULT_THEME.brand);

/** Chroma of each step of the brand scale, as a share of the brand colour's own. */
const CHROMA = [0.2, 0.28, 0.48, 0.8, 1.03, 1.2, 1.12, 1, 0.73] as const;
/** Chroma of each ring, likewise. */
const RING_CHROMA: Record<Mode, readonly number[]> = {
  light: [0.73, 1, 1.12, 1, 0.8, 0.5, 0.28],
  dark: [0.73, 1, 1.12, 1, 0.9, 0.8, 0.7],
};

const NEUTRALS: Record<Mode, Readonly<Record<string, Hex>>> = {
  light: {
    ink: "#1a2421",
    muted: "#535f5a",
    paper: "#fbfaf6",
    surface: "#ffffff",
    soft: "#f0ede5",
    line: "#dcd9cf",
    "line-strong": "#76827c",
  },
  dark: {
    ink: "#e8eeeb",
    muted: "#abb8b2",
    paper: "#111816",
    surface: "#19221f",
    soft: "#26302c",
    line: "#35423d",
    "line-strong": "#7d8c86",
  },
};

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const share = ({ chroma, hue }: Hue, part: number): Hue => ({ chroma: chroma * part, hue });

/** Luminances of the brand scale, 1 to 9. In light, steps 7 to 9 follow the brand colour itself where it can be read. */
function brandScale(mode: Mode, brand: Hex): readonly number[] {
  if (mode === "dark") return [0.027, 0.036, 0.055, 0.09, 0.15, 0.27, 0.38, 0.477, 0.75];
  const own = clamp(luminance(brand), 0.03, 0.13);
  return [0.8656, 0.8103, 0.6934, 0.4772, 0.31, 0.1904, own + (0.1904 - own) * 0.44, own, own * 0.435];
}

/** Luminances of the rings, core first: three that carry white text, four that carry dark. */
const RINGS: Record<Mode, readonly number[]> = {
  light: [0.0338, 0.0776, 0.1276, 0.36, 0.4772, 0.65, 0.8103],
  dark: [0.05, 0.085, 0.13, 0.335, 0.38, 0.43, 0.48],
};
const RING_INK: Record<Mode, number> = { light: 0.0338, dark: 0.012 };

/** Every colour of a theme by its name, without the `--vidga-` in front. */
export function themeColours(theme: Theme, mode: Mode): Readonly<Record<string, Hex>> {
  const [brand, accent] = [hueOf(theme.brand), hueOf(theme.accent)];
  const light = mode === "light";
  const colours: Record<string, Hex> = { ...NEUTRALS[mode] };
  brandScale(mode, theme.brand).forEach((target, index) => {
    colours[`brand-${index + 1}`] = tint(target, share(brand, CHROMA[index] ?? 1));
  });
  colours["on-brand"] = light ? "#ffffff" : tint(0.012, share(brand, 0.4));
  const spoken = (name: string, hue: Hue, own: number) => {
    colours[name] = tint(light ? own : 0.42, light ? hue : share(hue, 0.8));
    colours[`${name}-soft`] = tint(light ? 0.8956 : 0.03, share(hue, light ? 0.135 : 0.4));
  };
  spoken("accent", accent, clamp(luminance(theme.accent), 0.03, 0.135));
  spoken("danger", DANGER, 0.09);
  colours["ok"] = tint(light ? 0.0776 : 0.477, OK);
  colours["ok-soft"] = tint(light ? 0.8656 : 0.03, share(OK, light ? 0.2 : 0.5));
  colours["ring-edge"] = colours["surface"] ?? "";
  RINGS[mode].forEach((target, index) => {
    colours[`ring-${index + 1}`] = tint(target, share(brand, RING_CHROMA[mode][index] ?? 1));
    colours[`ring-ink-${index + 1}`] = index < 3 ? "#ffffff" : tint(RING_INK[mode], share(brand, 0.73));
  });
  return colours;
}

/** With forced colours the person's own colours rule; these are for the drawings, which the browser leaves alone. */
function forcedColour(name: string): string {
  if (/^(paper|surface|soft|on-brand|ring-\d|brand-[123]|.*-soft)$/.test(name)) return "Canvas";
  return name === "accent" ? "Highlight" : "CanvasText";
}

function rootRule(colours: Readonly<Record<string, string>>, indent: string): string {
  const lines = Object.entries(colours).map(([name, value]) => `${indent}  --vidga-${name}: ${value};`);
  return `${indent}:root {\n${lines.join("\n")}\n${indent}}\n`;
}

/**
 * The stylesheet of a theme, null for the default: custom properties for light, dark (on screen) and forced colours.
 * Throws TypeError when a colour is not `#rrggbb`.
 */
export function themeStylesheet(theme: Theme | null): string {
  const chosen = theme ?? DEFAULT_THEME;
  const light = themeColours(chosen, "light");
  const forced = Object.fromEntries(Object.keys(light).map((name) => [name, forcedColour(name)]));
  return [
    rootRule(light, ""),
    `@media screen and (prefers-color-scheme: dark) {\n${rootRule(themeColours(chosen, "dark"), "  ")}}\n`,
    `@media (forced-colors: active) {\n${rootRule(forced, "  ")}}\n`,
  ].join("");
}
