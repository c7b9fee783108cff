/** What each feature does when an earlier one has changed something: the one list, for the server, the commands and the tests. */
import type { Subscriptions } from "./shared/events.ts";
import type { Work } from "./platform/database/work.ts";

export const subscriptions: Subscriptions<Work> = {
  "employments-changed": [],
};
