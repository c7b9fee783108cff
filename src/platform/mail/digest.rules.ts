/** When what isn't urgent is gathered for those who want it so (TLK-3): at seven in the morning in Stockholm, whatever the clocks do. */
import { addDays, dayOf, instantOf } from "../../shared/local-date.ts";

const AT = "07:00";

/** The latest time for it that has been. */
export function latestDigest(now: Date): Date {
  const today = instantOf(dayOf(now), AT);
  return today <= now ? today : instantOf(addDays(dayOf(now), -1), AT);
}

/** The first time for it from this instant on. */
export function nextDigest(from: Date): Date {
  const today = instantOf(dayOf(from), AT);
  return today >= from ? today : instantOf(addDays(dayOf(from), 1), AT);
}

/** A mail that came in another: its words, and its page within the organisation. */
export type Gathered = { readonly subject: string; readonly body: string; readonly path: string };

/** Those that say the same are said once, with each one's page. */
export function saidOnce(
  letters: readonly Gathered[],
): readonly (Omit<Gathered, "path"> & { readonly paths: readonly string[] })[] {
  return [...Map.groupBy(letters, ({ subject, body }) => `${subject}\n${body}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { subject, body } = first;
    return [{ subject, body, paths: [...new Set(alike.map(({ path }) => path))] }];
  });
}
