/**
 * Colour arithmetic for themes: sRGB text to OKLCH and back, relative luminance and contrast (WCAG 2.2). A tint is
 * asked for by luminance, because contrast is a function of luminance alone: what is chosen right stays right for
 * any hue.
 */

/** A colour as `#rrggbb`. */
export type Hex = string;

type Triple = readonly [number, number, number];

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number) =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

function linear(hex: Hex): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new TypeError(`Not a colour as #rrggbb: ${JSON.stringify(hex)}`);
  const channel = (index: 1 | 2 | 3) => toLinear(Number.parseInt(match[index] ?? "", 16) / 255);
  return [channel(1), channel(2), channel(3)];
}

function toHex(rgb: Triple): Hex {
  const channel = (value: number) =>
    Math.round(Math.min(1, Math.max(0, fromLinear(value))) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${rgb.map(channel).join("")}`;
}

const luminanceOf = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Relative luminance, 0 (black) to 1 (white). Throws TypeError on anything but `#rrggbb`. */
export const luminance = (hex: Hex): number => luminanceOf(linear(hex));

/** Contrast between two colours, 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(one, other) / Math.min(one, other);
}

/** Chroma (0 is grey, strong colours reach about 0.3) and hue in radians. */
export type Hue = { readonly chroma: number; readonly hue: number };

/** The chroma and hue of a colour, in OKLCH. */
export function hueOf(hex: Hex): Hue {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function fromOklch(lightness: number, { chroma, hue }: Hue): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const STEPS = 24;

function atLuminance(target: number, hue: Hue): Triple {
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (luminanceOf(fromOklch(middle, hue)) < target) low = middle;
    else high = middle;
  }
  return fromOklch((low + high) / 2, hue);
}

const inGamut = (rgb: Triple) => rgb.every((value) => value >= -0.0005 && value <= 1.0005);

/** The colour of this hue with this luminance, as much of its chroma as a screen can show there. */
export function tint(target: number, hue: Hue): Hex {
  const full = atLuminance(target, hue);
  if (inGamut(full)) return toHex(full);
  let [low, high] = [0, hue.chroma];
  for (let step = 0; step < STEPS; step++) {
    const chroma = (low + high) / 2;
    if (inGamut(atLuminance(target, { chroma, hue: hue.hue }))) low = chroma;
    else high = chroma;
  }
  return toHex(atLuminance(target, { chroma: low, hue: hue.hue }));
}
