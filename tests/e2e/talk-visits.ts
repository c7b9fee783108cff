/** Visits to the pages of plans, and of talks: one that Åsa and Karin prepare, one that waits to be confirmed, one with another view, and one that is locked. */
import { planVisits } from "./plan-visits.ts";
import { HOME, type Things } from "./things.ts";
import { admin, employee, manager, refusing, visit, type Visit } from "./visitors.ts";
import { named } from "./demo-site.ts";

const ROUND =
  "?kind=development&from=2199-01-07&to=2199-02-07&weekdays=1&earliest=09:00&latest=16:00&minutes=60&pause=0&most=4&place=";

export const talkVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  ...planVisits(t),
  "/o/:slug/my/talks": [visit("one's own", employee, "/my/talks"), visit("none", admin, "/my/talks")],
  "/o/:slug/my/talks/:talkId": [
    visit("to prepare", employee, `/my/talks/${t.talk}`),
    visit("locked", employee, `/my/talks/${t.lockedTalk}`),
  ],
  "/o/:slug/units/:unitId/talks": [visit("the unit's", manager, `/units/${t.unit}/talks?booked=2`)],
  "/o/:slug/units/:unitId/talks/book": [
    visit("to choose days", manager, `/units/${t.unit}/talks/book`),
    visit("proposed", manager, `/units/${t.unit}/talks/book${ROUND}`),
    visit("what is wrong with the days", manager, `/units/${t.unit}/talks/book?from=`),
    refusing(manager, `/units/${t.unit}/talks/book${ROUND}`, { press: "Boka alla som är valda" }),
  ],
  "/o/:slug/people/:personId/talks": [visit("somebody's", manager, `/people/${t.person}/talks`)],
  "/o/:slug/people/:personId/talks/:talkId": [
    visit("to prepare", manager, `/people/${t.person}/talks/${t.talk}`),
    refusing(manager, `/people/${t.person}/talks/${t.talk}`, { press: "Spara och visa för Åsa" }),
    visit("to confirm", manager, t.talkToConfirm),
    visit("locked", manager, `/people/${t.person}/talks/${t.lockedTalk}`),
    visit("another view, to answer", named(HOME, "Cecilia Brandt"), t.talkAbove),
  ],
  "/o/:slug/people/:personId/talks/:talkId/placement": [
    visit("after a talk", manager, `${t.talkToConfirm}/placement`),
    refusing(manager, `${t.talkToConfirm}/placement`, { press: "Placera" }),
  ],
});
