import { beginImport, confirmImport, confirmMapping } from "../../src/people/import-staff.ts";
import { runImport } from "../../src/people/import-run.ts";
import { importById, type StaffImport } from "../../src/people/import.store.ts";
import type { Workshop } from "../../src/platform/database/work.ts";
import type { ImportWorld } from "./import-world.ts";
import { csv, type Row } from "./staff-file.ts";

/** An import by the steps of the pages. */
export function steps(w: ImportWorld, workshop: Workshop = w.workshop) {
  const find = async (id: string): Promise<StaffImport> => {
    const found = await w.as(w.handler, (work) => importById(work, id));
    if (!found) throw new Error("no such import");
    return found;
  };
  const begin = async (rows: readonly Row[]): Promise<string> => {
    const begun = await w.as(w.handler, (work) =>
      beginImport(work, { filename: "personal.csv", bytes: csv(rows) }),
    );
    if (!begun.ok) throw new Error(JSON.stringify(begun.reasons));
    return begun.value;
  };
  return {
    find,
    begin,
    preview: async (rows: readonly Row[]): Promise<string> => {
      const id = await begin(rows);
      const { mapping } = await find(id);
      await w.as(w.handler, (work) => confirmMapping(work, id, mapping.columns));
      await runImport(workshop, w.slug, id);
      return id;
    },
    confirm: async (id: string, answers: { leavers?: boolean; leaveOut?: boolean } = {}) => {
      const { fingerprint } = await find(id);
      return w.as(w.handler, (work) =>
        confirmImport(work, id, {
          leavers: false,
          leaveOut: false,
          fingerprint: fingerprint ?? "",
          ...answers,
        }),
      );
    },
    run: (id: string) => runImport(workshop, w.slug, id),
  };
}
