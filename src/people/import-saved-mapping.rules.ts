/** How the columns were read last time, for the next file (INT-1). */
import type { Mapping } from "./import-fields.rules.ts";
import { withNewColumns } from "./import-columns.rules.ts";
import { checkMapping, guessMapping, isMapping } from "./import-mapping.rules.ts";

/** A mapping as it is saved: with the columns that were there to choose among, so that a new one shows. */
export type SavedMapping = Mapping & { readonly seen: readonly string[] };

/**
 * The mapping to begin with: the saved one where it can read this file, with what is guessed of columns that were not there then; else a guess.
 */
export function mappingFor(
  saved: unknown,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Mapping {
  const guess = guessMapping(header, sample);
  if (!isMapping(saved) || checkMapping(saved, header, sample).length > 0) return guess;
  const seen = "seen" in saved && Array.isArray(saved.seen) ? (saved.seen as string[]) : [];
  return {
    columns: withNewColumns({ columns: saved.columns, seen }, guess.columns, header),
    key: saved.key,
    dropped: guess.dropped,
  };
}
