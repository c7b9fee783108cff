/** What stands in the header: the pages that this person may go to, asked of each feature's own access rules. */
import type { MaybeActor, Tenant } from "../shared/actor.ts";
import { mayKeepOrganisation, mayReadUnits } from "../organisation/access.ts";
import { mayImportStaff } from "../people/access.ts";
import type { NavEntry } from "../platform/http/shell.ts";

export function navigation(tenant: Tenant, actor: MaybeActor): NavEntry[] {
  const at = (label: string, path: string, may: boolean): NavEntry[] =>
    may ? [{ label, href: `/o/${tenant.slug}${path}` }] : [];
  return [
    ...at("start", "", actor !== null),
    ...at("models", "/models", true),
    ...at("units", "/units", mayReadUnits(actor)),
    ...at("import", "/import", mayImportStaff(actor) !== null),
    ...at("settings", "/settings", mayKeepOrganisation(actor)),
  ];
}
