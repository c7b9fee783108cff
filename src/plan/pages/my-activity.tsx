/** One's own activity, to add or to go on with (PLN-1). */
import { act, load } from "../../platform/http/page.ts";
import { ownPlan } from "../plan-room.ts";
import { actOnActivity } from "./acting.ts";
import { loadActivity, OneActivity } from "./activity-page.tsx";
import type { Route } from "./+types/my-activity";

export const loader = load((page) => loadActivity(page, ownPlan(page.work), page.params["activityId"] ?? ""));

export const action = act(({ work, form, params }) =>
  actOnActivity({ work, form, personId: ownPlan(work), isOwn: true, id: params["activityId"] ?? "" }),
);

export default function MyActivity({ loaderData, actionData }: Route.ComponentProps) {
  return <OneActivity view={loaderData} refused={actionData} />;
}
