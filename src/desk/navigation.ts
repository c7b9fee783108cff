/** What stands in the header: the pages that this person may go to, asked of each feature's own access rules. */
import type { MaybeActor, Tenant } from "../shared/actor.ts";
import { mayKeepOrganisation, mayReadUnits } from "../organisation/access.ts";
import { mayImportStaff, maySearchPeople } from "../people/access.ts";
import { mayReadCoverage, mayReadMembers } from "../coverage/access.ts";
import type { NavEntry } from "../platform/http/shell.ts";

export function navigation(tenant: Tenant, actor: MaybeActor): NavEntry[] {
  const at = (label: string, path: string, may: boolean): NavEntry[] =>
    may ? [{ label, href: `/o/${tenant.slug}${path}` }] : [];
  return [
    ...at("start", "", actor !== null),
    ...at("models", "/models", true),
    ...at("units", "/units", mayReadUnits(actor)),
    ...at("people", "/people", maySearchPeople(actor) !== null),
    ...at("coverage", "/coverage", mayReadCoverage(actor)),
    ...at("members", "/members", mayReadMembers(actor, tenant)),
    ...at("import", "/import", mayImportStaff(actor) !== null),
    ...at("settings", "/settings", mayKeepOrganisation(actor)),
  ];
}
