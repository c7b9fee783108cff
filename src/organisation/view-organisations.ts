/** The organisations of this installation: that they use it is public. */
import type { Workshop } from "../platform/database/work.ts";
import type { Tenant } from "../shared/actor.ts";
import { organisations } from "./store.ts";

export const viewOrganisations = (workshop: Workshop): Promise<Tenant[]> =>
  workshop.db.transaction().execute((tx) => organisations(tx));
