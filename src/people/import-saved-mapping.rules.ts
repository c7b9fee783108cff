/** How the columns were read last time, for the next file (INT-1). */
import type { Mapping, StaffField } from "./import-fields.rules.ts";
import { placeOf } from "./import-columns.rules.ts";
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
  const seen = "seen" in saved && Array.isArray(saved.seen) ? (saved.seen as unknown[]) : [];
  const used = new Set(Object.values(saved.columns).map((column) => placeOf(header, column)));
  const added = (Object.entries(guess.columns) as [StaffField, string][]).filter(
    ([field, column]) =>
      saved.columns[field] === undefined && !used.has(placeOf(header, column)) && !seen.includes(column),
  );
  return {
    columns: { ...saved.columns, ...Object.fromEntries(added) },
    key: saved.key,
    dropped: guess.dropped,
  };
}
