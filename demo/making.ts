/** How the demo is made: on a day of its own, and never half. */
import type { Workshop } from "../src/platform/database/work.ts";
import type { LocalDate } from "../src/shared/local-date.ts";
import type { Result } from "../src/shared/result.ts";

/** A demo that can't be made is a fault of ours. */
export function sure<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`demo: ${JSON.stringify(result.reasons)}`);
  return result.value;
}

/** The same workshop on another day, in the morning. */
export const on = (workshop: Workshop, day: LocalDate): Workshop => ({
  ...workshop,
  clock: () => new Date(`${day}T08:00:00Z`),
});
