/** What the API's figures of gaps have in common (INT-3, SUP-1). */
import { z } from "zod";
import { id } from "../platform/http/api/schemas.ts";

export const unit = z
  .object({ id, name: z.string() })
  .nullable()
  .meta({ description: "Null is the organisation as a whole." });

export const unitAsked = {
  unit: z.string().default("").meta({
    description:
      "The unit's id; without one the whole organisation, or the first unit of whoever sees a part.",
  }),
};
