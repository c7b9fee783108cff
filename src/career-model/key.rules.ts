/** Keys: the stable names that parts of a model are told by, made from their text when nobody has given one. */

/** In characters, beside the level. */
const LONGEST = 50;

/** A text as a key: small letters, digits and hyphens; empty when it holds no letter or digit that a key can have. */
export function keyOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug.length > LONGEST ? slug.slice(0, LONGEST).replace(/-[^-]*$/, "") : slug;
}

/** The key of a line that has none: of its level and text. It lasts for as long as the text is not reworded. */
export function derivedKey(level: string, text: string): string {
  const key = keyOf(text);
  return key === "" ? level : `${level}-${key}`;
}

/** The key in its first form that is not taken: `forskning`, `forskning-2` … */
export function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(key)) return key;
  }
}
