/** Visits to the pages of assessments. Åsa's is open at Karin's, the others of the unit are under way. */
import { withRole } from "./demo-site.ts";
import { HOME, type Things } from "./things.ts";
import { employee, manager, refusing, visit, type Visit } from "./visitors.ts";

/** The button by a statement that the two see differently. */
const SAVE = "Spara utfallet om ”Du handleder omsorgspersonal i ett vardagsrehabiliterande arbetssätt.”";

export const assessmentVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  "/o/:slug/my/assessment": [
    visit("one open, one ended", employee, "/my/assessment"),
    visit("no model", withRole(HOME, "administrator"), "/my/assessment"),
  ],
  "/o/:slug/my/assessment/:assessmentId": [visit("side by side", employee, `/my/assessment/${t.assessment}`)],
  "/o/:slug/my/assessment/:assessmentId/:heading": [
    visit("what was handed in", employee, `/my/assessment/${t.assessment}/${t.toWrite.split("/").at(-1)}`),
  ],
  "/o/:slug/units/:unitId/assessments": [visit("the unit's", manager, `/units/${t.unit}/assessments`)],
  "/o/:slug/people/:personId/assessment": [
    visit("somebody's", manager, `/people/${t.person}/assessment`),
    visit("HR partner's", withRole(HOME, "hr_partner"), `/people/${t.person}/assessment`),
  ],
  "/o/:slug/people/:personId/assessment/:assessmentId": [
    visit("side by side", manager, `/people/${t.person}/assessment/${t.assessment}`),
    refusing(manager, `/people/${t.person}/assessment/${t.assessment}`, { press: SAVE }),
  ],
  "/o/:slug/people/:personId/assessment/:assessmentId/:heading": [visit("to write in", manager, t.toWrite)],
});
