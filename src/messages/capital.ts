/** A word as it begins a sentence or a title: "sjuksköterska" → "Sjuksköterska". */
export const capital = (name: string): string => name.charAt(0).toLocaleUpperCase("sv") + name.slice(1);
