/** Fills an empty demo installation with invented organisations. Does nothing when there already is one. */
import type { Workshop } from "../src/platform/database/work.ts";
import { addOrganisation, organisations } from "../src/organisation/store.ts";
import { newId } from "../src/shared/ids.ts";

export async function loadDemo(workshop: Workshop): Promise<void> {
  await workshop.db.transaction().execute(async (tx) => {
    if ((await organisations(tx)).length > 0) return;
    await addOrganisation(tx, { id: newId(), slug: "harryda", name: "Härryda kommun", kind: "municipality" });
  });
}
