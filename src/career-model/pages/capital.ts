/** A profession's name as a title: "sjuksköterska" → "Sjuksköterska". */
export const capital = (name: string): string => name.charAt(0).toLocaleUpperCase("sv") + name.slice(1);
