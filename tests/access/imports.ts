/** Two staff imports under way: one whose columns are to be chosen, and one that shows that all but a protected person leave. */
import { confirmMapping, beginImport } from "../../src/people/import-staff.ts";
import { runImport } from "../../src/people/import-run.ts";
import { importById } from "../../src/people/import.store.ts";
import type { Id } from "../../src/shared/ids.ts";
import { csv, row } from "../people/staff-file.ts";
import { grant, type World } from "../people/world.ts";

export async function addImports(here: World, accountId: Id, protectedSurname: string) {
  await here.unit("Växeln", null, { code: "900" });
  const handler = {
    accountId,
    organisationId: here.organisationId,
    personId: null,
    displayName: "Handläggaren",
    grants: [grant("hr_handler")],
    manages: [],
  };
  const bytes = csv([
    row("n1", "Nils Nykomling", { "Org.kod": "900" }),
    row("n2", `Kim ${protectedSurname}`, { "Org.kod": "900" }),
  ]);
  const begin = () =>
    here.as(handler, async (work) => {
      const begun = await beginImport(work, { filename: "personal.csv", bytes });
      if (!begun.ok) throw new Error("the file was refused");
      return begun.value;
    });
  const [mapping, preview] = [await begin(), await begin()];
  await here.as(handler, async (work) => {
    const found = await importById(work, preview);
    await confirmMapping(work, preview, found?.mapping.columns ?? {});
  });
  await runImport(here.workshop, here.slug, preview);
  return { mapping, preview };
}
