/** What each feature does when an earlier one has changed something: the one list, for the server, the commands and the tests. */
import type { Subscriptions } from "./shared/events.ts";
import { carryTransitions } from "./gap/transition.store.ts";
import { deleteSessionsOfClosed } from "./identity/store.ts";
import { closePeople } from "./people/close-people.ts";
import { lapseApplications } from "./move/application.store.ts";
import { endPlansOf } from "./plan/end-plans.ts";
import { startWithEmployment } from "./plan/start-plans.ts";
import { followEmployment } from "./placement/follow-employment.ts";
import { leaveTalks } from "./talk/leave-talks.ts";
import type { Work } from "./platform/database/work.ts";

export const subscriptions: Subscriptions<Work> = {
  "employments-changed": [
    closePeople,
    (work, { personIds }) => deleteSessionsOfClosed(work, personIds),
    followEmployment,
    leaveTalks,
    (work, { personIds }) => lapseApplications(work, personIds),
    endPlansOf,
    startWithEmployment,
  ],
  "supplement-carried-over": [carryTransitions],
};
