/** Files nested far beyond what a model is: to find that out takes the YAML parser many seconds, and a look at the characters none. */

/** A model file is eight deep; texts may hold a bracket now and then without its other half. */
const DEEPEST = 500;

/** The line, from 1, where brackets or dashes are within more than `DEEPEST` others; null for a file that can be read. */
export function tooDeepAt(text: string): number | null {
  let [line, brackets, dashes] = [1, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\n") line++;
    else if (sign === "[" || sign === "{") brackets++;
    else if (sign === "]" || sign === "}") brackets = Math.max(0, brackets - 1);
    // `- - - x`: each dash begins a list within the one before.
    if (sign === "-" || sign === "?") dashes++;
    else if (sign !== " " && sign !== "\n" && sign !== "\t" && sign !== "\r") dashes = 0;
    if (brackets > DEEPEST || dashes > DEEPEST) return line;
  }
  return null;
}
