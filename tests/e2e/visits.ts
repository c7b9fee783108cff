/**
 * One or more visits to every route of the table: as somebody who may, with the empty lists and the refused forms among them. A route
 * without a visit fails the test that walks them.
 */
import { deputyIn, named, withRole } from "./demo-site.ts";
import { HOME, type Things } from "./things.ts";
import { gapVisits } from "./gap-visits.ts";
import { moveVisits } from "./move-visits.ts";
import { assessmentVisits } from "./assessment-visits.ts";
import { calibrationVisits } from "./calibration-visits.ts";
import { talkVisits } from "./talk-visits.ts";
import { layerVisits } from "./layer-visits.ts";
import { modelVisits } from "./model-visits.ts";
import {
  admin,
  anyone,
  associationAdmin,
  associationLead,
  employee,
  handler,
  lead,
  manager,
  refusing,
  visit,
  type Visit,
} from "./visitors.ts";

/** The visits to each page, by its path in the table of routes. */
export function visitsTo(t: Things): Readonly<Record<string, readonly Visit[]>> {
  return {
    "/": [visit("front page", anyone, "//")],
    "/api": [visit("about the API", anyone, "//api")],
    "/ui": [visit("every component", anyone, "//ui")],
    "/o/:slug": [
      visit("employee's", employee, ""),
      visit("manager's", manager, ""),
      visit("manager's above", named(HOME, "Cecilia Brandt"), ""),
      visit("deputy's", deputyIn(HOME), ""),
      ...(
        [
          "process_lead",
          "rollout_lead",
          "adopter",
          "union_representative",
          "hr_handler",
          "hr_partner",
          "data_protection_officer",
          "administrator",
        ] as const
      ).map((role) => visit(`${role}'s`, withRole(HOME, role), "")),
      visit("association lead's", associationLead, ""),
      visit("where stairs are chosen", withRole("region-ostergotland", "union_representative"), ""),
      visit("in a small unit", named("huddinge", "Oskar Nyström"), ""),
    ],
    "/o/:slug/sign-in": [
      visit("sign-in", anyone, "/sign-in"),
      visit("sent here", anyone, "/sign-in?next=%2Fo%2Fharryda%2Fcoverage"),
      refusing(anyone, "/sign-in", { press: "Logga in" }),
      refusing(anyone, "/sign-in", { press: "Logga in", type: { Användarnamn: "nej", Lösenord: "nej" } }),
    ],
    "/o/:slug/choose-password/:token": [
      visit("an invitation", anyone, `/choose-password/${t.invitation}`),
      visit("no invitation", anyone, `/choose-password/${"x".repeat(43)}`, { status: 404 }),
      refusing(anyone, `/choose-password/${t.invitation}`, { press: "Spara lösenordet" }),
    ],
    "/o/:slug/parked/:id": [visit("kept", employee, `/parked/${t.parked}`)],
    "/o/:slug/accounts": [
      visit("accounts", admin, "/accounts"),
      visit("nobody found", admin, "/accounts?q=Finnsinte"),
    ],
    "/o/:slug/accounts/new": [
      visit("a new account", admin, "/accounts/new"),
      refusing(admin, "/accounts/new", { press: "Lägg till" }),
    ],
    "/o/:slug/accounts/:account": [
      visit("an account", admin, `/accounts/${t.account}`),
      refusing(admin, `/accounts/${t.account}`, { press: "Ge rollen" }),
    ],
    ...modelVisits(t),
    ...layerVisits(t),
    ...gapVisits(t),
    ...moveVisits(t),
    "/o/:slug/units/:unitId/placements": [
      visit("manager's", manager, `/units/${t.unit}/placements`),
      visit(
        "where the manager is missing",
        named(HOME, "Cecilia Brandt"),
        `/units/${t.vacantUnit}/placements`,
      ),
      visit("lead's", lead, `/units/${t.unit}/placements`),
    ],
    "/o/:slug/units/:unitId/placements/prepare": [
      visit("a sheet", manager, `/units/${t.unit}/placements/prepare`),
      refusing(manager, `/units/${t.unit}/placements/prepare`, {
        press: "Placera dem vars samtal är hållet",
        type: { "Några ord om varför": "Vi har talats vid." },
      }),
    ],
    "/o/:slug/people/:personId/placements": [
      visit("manager's", manager, `/people/${t.person}/placements`),
      visit("HR partner's", withRole(HOME, "hr_partner"), `/people/${t.person}/placements`),
      refusing(manager, `/people/${t.person}/placements`, { press: "Placera" }),
    ],
    "/o/:slug/my/placement": [
      visit("placed", employee, "/my/placement"),
      visit("not placed", withRole(HOME, "union_representative"), "/my/placement"),
      visit("no model", withRole(HOME, "administrator"), "/my/placement"),
    ],
    "/o/:slug/units/:unitId/evidence": [
      visit("to see to", manager, `/units/${t.unit}/evidence`),
      visit("where the manager is missing", named(HOME, "Cecilia Brandt"), `/units/${t.vacantUnit}/evidence`),
    ],
    "/o/:slug/people/:personId/evidence": [
      visit("one's own", employee, `/people/${t.person}/evidence`),
      visit("handed in", employee, `/people/${t.person}/evidence?done=handed-in`),
      visit("seen by the manager", manager, `/people/${t.person}/evidence`),
      visit("seen by a partner", withRole(HOME, "hr_partner"), `/people/${t.person}/evidence`),
    ],
    "/o/:slug/people/:personId/evidence/new": [
      visit("the person's", employee, `/people/${t.person}/evidence/new`),
      refusing(employee, `/people/${t.person}/evidence/new`, { press: "Lämna till kontroll" }),
      refusing(manager, `/people/${t.person}/evidence/new`, { press: "Spara som kontrollerat" }),
    ],
    "/o/:slug/people/:personId/evidence/:evidenceId": [
      visit("waiting, the person's", employee, `/people/${t.person}/evidence/${t.evidence}`),
      visit("waiting, the manager's", manager, `/people/${t.person}/evidence/${t.evidence}`),
      refusing(manager, `/people/${t.person}/evidence/${t.evidence}`, { press: "Spara kontrollen" }),
    ],
    "/o/:slug/my/data": [
      visit("what is held", employee, "/my/data"),
      visit("little", admin, "/my/data?done=correction"),
    ],
    "/o/:slug/data-requests": [visit("none", manager, "/data-requests")],
    "/o/:slug/my/evidence": [visit("none yet", admin, "/my/evidence")],
    ...assessmentVisits(t),
    ...calibrationVisits(t),
    ...talkVisits(t),
    "/o/:slug/tokens": [
      visit("API tokens", admin, "/tokens"),
      refusing(admin, "/tokens", { press: "Gör nyckeln" }),
    ],
    "/o/:slug/tokens/:tokenId": [
      visit("about to revoke", admin, `/tokens/${t.token}`),
      visit("revoked just now", admin, `/tokens/${t.revokedToken}?done`),
      visit("revoked before", admin, `/tokens/${t.revokedToken}`),
    ],
    "/o/:slug/settings": [
      visit("settings", admin, "/settings"),
      refusing(admin, "/settings", { press: "Spara inställningarna" }),
    ],
    "/o/:slug/settings/logo": [
      visit("one", admin, "/settings/logo"),
      visit("none yet", associationAdmin, "/settings/logo"),
      refusing(admin, "/settings/logo", { press: "Spara logotypen" }),
      refusing(admin, "/settings/logo", { press: "Spara logotypen", choose: "<svg onload='nej'/>" }),
    ],
    "/o/:slug/settings/memberships": [
      visit("a member", admin, "/settings/memberships"),
      visit("none", associationAdmin, "/settings/memberships"),
    ],
    "/o/:slug/professions": [
      visit("kept", admin, "/professions"),
      visit("read", employee, "/professions"),
      visit("none", associationAdmin, "/professions"),
    ],
    "/o/:slug/professions/:professionId": [
      visit("one", admin, `/professions/${t.profession}`),
      visit("a new one", admin, "/professions/new"),
      refusing(admin, "/professions/new", { press: "Spara yrket" }),
    ],
    "/o/:slug/units": [
      visit("the tree", employee, "/units"),
      visit("kept", admin, "/units"),
      visit("found", admin, "/units?q=rehab"),
      visit("not found", admin, "/units?q=finnsinte"),
      visit("none, reader", associationLead, "/units"),
      visit("none, administrator", associationAdmin, "/units"),
    ],
    "/o/:slug/units/new": [
      visit("a new unit", admin, "/units/new"),
      refusing(admin, "/units/new", { press: "Spara enheten" }),
    ],
    "/o/:slug/units/:unitId": [
      visit("manager's", manager, `/units/${t.unit}`),
      visit("administrator's", admin, `/units/${t.unit}`),
    ],
    "/o/:slug/units/:unitId/keep": [
      visit("a unit", admin, `/units/${t.unit}/keep`),
      visit("without a manager", admin, `/units/${t.vacantUnit}/keep`),
      refusing(admin, `/units/${t.unit}/keep`, { press: "Spara enheten" }),
      refusing(admin, `/units/${t.unit}/keep`, { press: "Spara chefen" }),
      refusing(admin, `/units/${t.unit}/keep`, { press: "Spara ställföreträdaren" }),
    ],
    "/o/:slug/people": [
      visit("nothing asked", handler, "/people"),
      visit("found", handler, "/people?q=and"),
      visit("not found", handler, "/people?q=finnsinte"),
    ],
    "/o/:slug/people/:personId": [
      visit("oneself", employee, `/people/${t.person}`),
      visit("manager's", manager, `/people/${t.person}`),
      visit("HR handler's", handler, `/people/${t.person}`),
    ],
    "/o/:slug/people/:personId/protection": [
      visit("a person", handler, `/people/${t.person}/protection`),
      refusing(handler, `/people/${t.person}/protection`, { press: "Spara", check: "Ja" }),
    ],
    "/o/:slug/import": [
      visit("files", handler, "/import"),
      visit("none yet", associationAdmin, "/import"),
      refusing(handler, "/import", { press: "Läs in filen" }),
      refusing(handler, "/import", { press: "Läs in filen", choose: "%PDF-1.7\n%\u00e2\u00e3\n" }),
    ],
    "/o/:slug/import/:importId": [
      visit("columns", handler, `/import/${t.mapping}`),
      refusing(handler, `/import/${t.mapping}`, { press: "Fortsätt: visa vad som ändras" }),
      ...["join", "move", "change", "end", "managers", "unreadable"].map((list) =>
        visit(`preview, ${list}`, handler, `/import/${t.preview}?list=${list}`),
      ),
      refusing(handler, `/import/${t.preview}`, { press: "Godkänn och spara" }),
      visit("cancelled", handler, `/import/${t.cancelled}`),
    ],
    "/o/:slug/models/:model/titles": [
      visit("titles", lead, `/models/${t.model}/titles`),
      refusing(lead, `/models/${t.model}/titles`, {
        press: "Spara titlarna",
        type: { Bas: "Samma titel", Fördjupad: "Samma titel" },
      }),
    ],
    "/o/:slug/titles": [
      visit("every model", lead, "/titles"),
      visit("no models", associationAdmin, "/titles"),
      refusing(lead, "/titles", { press: "Läs in filen" }),
      refusing(lead, "/titles", { press: "Läs in filen", choose: "Modell;Nivå;Titel\nKock;Bas;Kock\n" }),
    ],
    "/o/:slug/take-over": [
      visit("begin and take out", handler, "/take-over"),
      visit("administrator's", admin, "/take-over"),
      visit("no models", associationAdmin, "/take-over"),
      refusing(handler, "/take-over", { press: "Läs in filen" }),
      refusing(handler, "/take-over", { press: "Läs in filen", choose: "%PDF-1.7\n%\u00e2\u00e3\n" }),
    ],
    "/o/:slug/take-over/:takeOverId": [
      visit("columns", handler, `/take-over/${t.takeOverColumns}`),
      refusing(handler, `/take-over/${t.takeOverColumns}`, { press: "Fortsätt: visa vad som händer" }),
      ...["place", "conflict", "unreadable", "same"].map((list) =>
        visit(`preview, ${list}`, handler, `/take-over/${t.takeOverPreview}?list=${list}`),
      ),
      visit("cancelled", handler, `/take-over/${t.takeOverCancelled}`),
    ],
    "/o/:slug/my/notices": [
      visit("to choose", employee, "/my/notices"),
      visit("chosen", employee, "/my/notices?saved"),
    ],
    "/o/:slug/my/mail": [visit("caught", employee, "/my/mail")],
    "/o/:slug/mail": [visit("how it fares", admin, "/mail")],
    "/o/:slug/my/reads": [
      visit("read about", employee, "/my/reads"),
      visit("nobody has", withRole("huddinge", "data_protection_officer"), "/my/reads"),
      visit("guest", associationLead, "/my/reads"),
    ],
    "/o/:slug/coverage": [
      visit("lead's", lead, "/coverage"),
      visit("union's", withRole(HOME, "union_representative"), "/coverage"),
      visit("manager's", manager, "/coverage"),
      visit("before it began", lead, "/coverage?day=2020-01-01"),
      visit("not a day", lead, "/coverage?day=igar"),
      visit("small unit", withRole("huddinge", "process_lead"), "/coverage"),
      visit("no models", associationAdmin, "/coverage"),
    ],
    "/o/:slug/coverage/:model": [
      visit("lead's", lead, `/coverage/${t.model}`),
      visit("a unit", lead, `/coverage/${t.model}?unit=${t.unit}`),
      visit("manager's", manager, `/coverage/${t.model}`),
      visit("stairs", withRole("region-ostergotland", "process_lead"), "/coverage/audionom"),
    ],
    "/o/:slug/measurements": [
      visit("measurements", lead, "/measurements"),
      visit("about to freeze", lead, "/measurements?freeze"),
      visit("none", associationAdmin, "/measurements"),
      refusing(lead, "/measurements?freeze", {
        press: "Frys mätningen",
        type: { Anteckning: "å".repeat(501) },
      }),
    ],
    "/o/:slug/members": [visit("members", associationLead, "/members")],
    "*": [
      visit("signed in", employee, "/finns/inte", { status: 404 }),
      visit("anyone", anyone, "//finns/inte", { status: 404 }),
    ],
  };
}
