/** A line of the table of pages: where it is, the file that answers, and in words who may be there. */
export type Entry = { readonly path: string; readonly file: string; readonly policy: string };

export const at = (path: string, file: string, policy: string): Entry => ({ path, file, policy });
