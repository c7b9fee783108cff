/** What a cell of a workbook says, as the text a person would read: days as `YYYY-MM-DD`, numbers without binary noise. */

/** How a number is shown, from its style. */
export type NumberStyle =
  | { readonly as: "number" }
  | { readonly as: "day" }
  | { readonly as: "percent" }
  /** Filled with zeros to this many digits: an employment number 00123 that was stored as 123. */
  | { readonly as: "padded"; readonly digits: number };

const PLAIN: NumberStyle = { as: "number" };
const DAY: NumberStyle = { as: "day" };
const PERCENT: NumberStyle = { as: "percent" };

/** Built-in formats, ECMA-376 part 1, 18.8.30: 14–17 and 22 are days, 27–36 and 50–58 days in East Asian workbooks. */
const builtIn = (id: number): NumberStyle => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DAY;
  return id === 9 || id === 10 ? PERCENT : PLAIN;
};

/** The style of a format, by its number and, for the workbook's own formats, its code. */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtIn(id);
  // Quoted and escaped text and [colours] say nothing about the kind, and only the first section shows positive numbers.
  const bare = (code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0] ?? "").toLowerCase();
  if (/[yd]/.test(bare)) return DAY;
  if (bare.includes("%")) return PERCENT;
  return /^0{2,20}$/.test(bare) ? { as: "padded", digits: bare.length } : PLAIN;
}

/** The column of a reference such as `AB12`, from 0; -1 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let letters = 0;
  for (; letters < reference.length && letters < 4; letters += 1) {
    const code = reference.charCodeAt(letters) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return letters === 0 || letters > 3 ? -1 : column - 1;
}

/** The letters of a column, from 0: `columnOf` the other way. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const DAY_MS = 86_400_000;

/** Excel's day count as a day, with the time where there is one. Its calendar has a 29 February 1900 that never was. */
function dayText(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (days < 1 || days >= 2_958_466) return null;
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  const text = instant.toISOString();
  return instant.getTime() % DAY_MS === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** 15 significant digits are what a spreadsheet shows; beyond them is the noise of binary numbers. */
const plainNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes("e")
    ? rounded.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
};

/** A stored number as its style shows it. What is no number comes back as it stands. */
export function numberText(stored: string, style: NumberStyle, from1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  switch (style.as) {
    case "day":
      return dayText(value, from1904) ?? plainNumber(value);
    case "percent":
      return `${plainNumber(value * 100)} %`;
    case "padded":
      return Number.isInteger(value) && value >= 0
        ? String(value).padStart(style.digits, "0")
        : plainNumber(value);
    case "number":
      return plainNumber(value);
  }
}

/** `_x000D_` in a workbook is the character with that number (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
