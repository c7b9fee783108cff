/** A staff import that nobody looks at (INT-1): when it stops, with a refusal or a question, nothing has changed and its owner is told. */
import { work, type Workshop } from "../platform/database/work.ts";
import { newId } from "../shared/ids.ts";
import { importStaffNow, type ImportNow } from "../people/import-now.ts";
import { ownersOf } from "./import-owners.ts";
import { tell } from "./tell.ts";

export async function importUnattended(
  workshop: Workshop,
  input: ImportNow,
): ReturnType<typeof importStaffNow> {
  const result = await importStaffNow(workshop, input);
  if (result.ok || input.dryRun) return result;
  const { slug, actor } = input;
  const account = await work(workshop, { slug, actor }, (unit) => Promise.resolve(unit.actor?.accountId));
  if (account === undefined) return result;
  await work(workshop, { slug, actor: null }, async (unit) =>
    tell(unit, "import-stopped", { to: await ownersOf(unit, account), about: newId(), path: "/import" }),
  );
  return result;
}
