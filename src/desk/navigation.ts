/** What stands in the header: the pages that this person may go to, asked of each feature's own access rules. */
import { hasRole, type MaybeActor, type Tenant } from "../shared/actor.ts";
import { mayKeepOrganisation, mayReadUnits } from "../organisation/access.ts";
import { mayImportStaff, maySearchPeople } from "../people/access.ts";
import { mayReadCoverage, mayReadMembers } from "../coverage/access.ts";
import { mayAnswer, mayLead } from "../calibration/access.ts";
import { mayKeepTemplates } from "../plan/access.ts";
import { mayReadGaps } from "../gap/access.ts";
import { mayKeepAccounts } from "../identity/access.ts";
import { mayWatchMail } from "../notices/access.ts";
import type { NavEntry } from "../platform/http/shell.ts";

/** `daily` stands in the header; `own` in the menu under one's name: what one looks at now and then, or keeps for others. */
export type Navigation = { readonly daily: readonly NavEntry[]; readonly own: readonly NavEntry[] };

export function navigation(tenant: Tenant, actor: MaybeActor): Navigation {
  const here = (path: string): string => `/o/${tenant.slug}${path}`;
  const at = (label: NavEntry["label"], path: string, may: boolean, ...also: string[]): NavEntry[] =>
    may ? [{ label, href: here(path), also: also.map(here) }] : [];
  return {
    daily: [
      ...at("start", "", actor !== null),
      ...at("models", "/models", true, "/shared-models", "/structures", "/catalogue"),
      ...at("units", "/units", mayReadUnits(actor)),
      ...at("people", "/people", maySearchPeople(actor) !== null),
      ...at("coverage", "/coverage", mayReadCoverage(actor)),
      ...at("needs", "/needs", mayReadGaps(actor)),
      ...at("members", "/members", mayReadMembers(actor, tenant)),
      ...at("import", "/import", mayImportStaff(actor) !== null),
    ],
    own: [
      ...at("plan", "/my/plan", actor !== null && actor.personId !== null),
      ...at("talks", "/my/talks", actor !== null && actor.personId !== null),
      ...at("evidence", "/my/evidence", actor !== null && actor.personId !== null),
      ...at("data", "/my/data", actor !== null && actor.personId !== null),
      ...at("reads", "/my/reads", actor !== null),
      ...at("notices", "/my/notices", actor !== null && actor.personId !== null),
      ...at("requests", "/data-requests", hasRole(actor, "hr_handler") || (actor?.manages.length ?? 0) > 0),
      ...at("placementViews", "/placement-views", mayAnswer(actor)),
      ...at("calibrations", "/calibrations", mayLead(actor, tenant) || mayAnswer(actor)),
      ...at("planTemplates", "/plan-templates", mayKeepTemplates(actor)),
      ...at("professions", "/professions", mayKeepOrganisation(actor)),
      ...at("accounts", "/accounts", mayKeepAccounts(actor)),
      ...at("tokens", "/tokens", mayKeepAccounts(actor)),
      ...at("mail", "/mail", mayWatchMail(actor)),
      ...at("settings", "/settings", mayKeepOrganisation(actor)),
    ],
  };
}
