/** As whom somebody comes to an assessment (ORG-4, ORG-8): as the person, as the manager, or as one of the few who may read what has been opened. Pure, deny by default. */
import type { Basis } from "../people/access.ts";
import type { DecidesAs } from "../placement/access.ts";
import { actsOf, type Act, type Side, type Standing } from "./assessment.rules.ts";

export type Reader = Side | "other";

/**
 * `basis` is how they stand to the person, `as` how they decide for them in the model and authority that the assessment is of, if they do. Nobody is the manager of
 * themself, whichever unit they act for (ORG-4).
 */
export const readerOf = (basis: Basis, as: DecidesAs | null): Reader =>
  basis === "self" ? "self" : as === null ? "other" : "manager";

/** May this reader do this now? Those who only read do nothing. */
export const mayDo = (reader: Reader, act: Act, standing: Standing): boolean =>
  reader !== "other" && actsOf(reader, standing).includes(act);
