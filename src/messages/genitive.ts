/** A Swedish name's genitive: what ends in an s already has it. */
export const genitive = (name: string): string => (/[sxzSXZ]$/.test(name) ? name : `${name}s`);
