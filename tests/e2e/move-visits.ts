/** Visits to the pages of moves. */
import { named, withRole } from "./demo-site.ts";
import { HOME, type Things } from "./things.ts";
import { employee, lead, manager, refusing, visit, type Visit } from "./visitors.ts";

/** By the path in the table of routes. */
export const moveVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  "/o/:slug/my/move": [
    visit("placed", employee, "/my/move"),
    refusing(employee, "/my/move", { press: "Skicka ansökan" }),
    visit("no model", withRole(HOME, "administrator"), "/my/move"),
  ],
  "/o/:slug/move-tasks": [
    visit("HR's", withRole(HOME, "hr_handler"), "/move-tasks"),
    visit("manager's", manager, "/move-tasks"),
  ],
  "/o/:slug/placement-views": [
    visit("one waits", named(HOME, "Cecilia Brandt"), "/placement-views"),
    refusing(named(HOME, "Cecilia Brandt"), "/placement-views", { press: "Lämna svaret" }),
    visit("none", manager, "/placement-views"),
  ],
  "/o/:slug/models/:model/posts": [visit("lead's", lead, `/models/${t.model}/posts`)],
});
