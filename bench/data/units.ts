/** The unit tree: each unit has ten below it, by number. */
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Work } from "../../src/platform/database/work.ts";
import type { Size } from "../sizes.ts";
import { fill } from "./fill.ts";
import { parentOf } from "./staff.ts";

export const codeOf = (unit: number): string => `U${String(unit).padStart(5, "0")}`;

const SINCE = "2010-01-01";

/** Makes the tree; the ids in the order of the units. */
export async function makeUnits(work: Work, { units }: Size): Promise<readonly Id[]> {
  const ids = Array.from({ length: units }, () => newId());
  await fill(work, "unit", {
    id: ["uuid", ids],
    parent_id: ["uuid", ids.map((_, unit) => ids[parentOf(unit) ?? -1] ?? null)],
    code: ["text", ids.map((_, unit) => codeOf(unit))],
    name: ["text", ids.map((_, unit) => (unit === 0 ? work.tenant.name : `Enhet ${codeOf(unit)}`))],
    valid_from: ["date", ids.map(() => SINCE)],
  });
  return ids;
}
