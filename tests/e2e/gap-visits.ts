/** Visits to the pages of needs, gaps and debt. */
import { withRole } from "./demo-site.ts";
import { HOME, type Things } from "./things.ts";
import {
  adopter,
  associationAdmin,
  employee,
  lead,
  manager,
  refusing,
  visit,
  type Visit,
} from "./visitors.ts";

/** By the path in the table of routes. */
export const gapVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  "/o/:slug/needs": [
    visit("lead's", lead, "/needs"),
    visit("manager's", manager, `/needs?unit=${t.unit}`),
    visit("union's", withRole(HOME, "union_representative"), "/needs"),
    visit("without any", withRole("huddinge", "process_lead"), "/needs"),
    visit("not for an association's administrator", associationAdmin, "/needs", { status: 404 }),
  ],
  "/o/:slug/my/missing": [
    visit("placed", employee, "/my/missing"),
    visit("another profession", employee, `/my/missing?model=${t.model}`),
    visit("no model", withRole(HOME, "administrator"), "/my/missing"),
  ],
  "/o/:slug/people/:personId/missing": [visit("manager's", manager, `/people/${t.person}/missing`)],
  "/o/:slug/units/:unitId/abilities": [visit("manager's", manager, `/units/${t.unit}/abilities`)],
  "/o/:slug/debt": [
    visit("lead's", lead, "/debt"),
    visit("manager's", manager, `/debt?unit=${t.unit}`),
    visit("a small unit's lead's", withRole("huddinge", "process_lead"), "/debt"),
  ],
  "/o/:slug/models/:model/versions/:number/impact": [
    visit("of a revision", lead, `/models/${t.model}/versions/2/impact`),
    visit(
      "with a rule that is tried",
      lead,
      `/models/${t.model}/versions/2/impact?try=1&until-all=2030-01-01`,
    ),
    visit("the adopter's", adopter, `/models/${t.model}/versions/2/impact`),
    refusing(lead, `/models/${t.model}/versions/2/impact?try=1&until-all=2020-01-01`, {
      press: "Spara regeln i utkastet",
    }),
  ],
  "/o/:slug/models/:model/supplement/impact": [
    visit("a draft's", withRole("kungsbacka", "process_lead"), "/models/arbetsterapeut/supplement/impact"),
    refusing(
      withRole("kungsbacka", "process_lead"),
      "/models/arbetsterapeut/supplement/impact?try=1&until-all=2020-01-01",
      { press: "Spara regeln i utkastet" },
    ),
  ],
  "/o/:slug/units/:unitId/needs/:model": [
    visit("a sheet", manager, `/units/${t.unit}/needs/${t.model}`),
    refusing(manager, `/units/${t.unit}/needs/${t.model}`, {
      press: "Spara behoven",
      type: { Personer: "några" },
    }),
  ],
});
