/** Visits to the pages of plans: Åsa's, the unit's, one that holds on to something withdrawn, and the templates. */
import type { Things } from "./things.ts";
import { admin, employee, lead, manager, refusing, visit, type Visit } from "./visitors.ts";

export const planVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  "/o/:slug/my/plan": [visit("one's own", employee, "/my/plan"), visit("empty", admin, "/my/plan")],
  "/o/:slug/my/plan/goals/:goalId": [
    visit("to go on with", employee, `/my/plan/goals/${t.goal}`),
    refusing(employee, "/my/plan/goals/new", { press: "Lägg målet i planen" }),
  ],
  "/o/:slug/my/plan/activities/:activityId": [
    visit("to go on with", employee, `/my/plan/activities/${t.activity}`),
    refusing(employee, "/my/plan/activities/new", { press: "Lägg aktiviteten i planen" }),
  ],
  "/o/:slug/people/:personId/plan": [visit("somebody's", manager, `/people/${t.person}/plan`)],
  "/o/:slug/people/:personId/plan/goals/:goalId": [
    visit("to go on with", manager, `/people/${t.person}/plan/goals/${t.goal}`),
  ],
  "/o/:slug/people/:personId/plan/activities/:activityId": [visit("withdrawn", manager, t.withdrawnActivity)],
  "/o/:slug/units/:unitId/plans": [visit("the unit's", manager, `/units/${t.unit}/plans?given=3&had=1`)],
  "/o/:slug/units/:unitId/plans/give": [
    visit("to choose", manager, `/units/${t.unit}/plans/give`),
    visit("what is wrong with it", manager, `/units/${t.unit}/plans/give?entryId=&until=`),
    visit("to whom", manager, `/units/${t.unit}/plans/give?entryId=${t.entry}&from=&until=2199-01-01`),
  ],
  "/o/:slug/units/:unitId/plans/start": [
    visit("to choose", manager, `/units/${t.unit}/plans/start`),
    refusing(manager, `/units/${t.unit}/plans/start?template=${t.template}`, { press: "Starta planerna" }),
  ],
  "/o/:slug/plan-templates": [visit("all of them", lead, "/plan-templates")],
  "/o/:slug/plan-templates/:templateId": [
    visit("to change", lead, `/plan-templates/${t.template}`),
    refusing(lead, "/plan-templates/new", { press: "Spara mallen" }),
  ],
});
