/** Somebody's activity, to add or to go on with, for whoever decides for them (PLN-1, ORG-4). */
import { act, load } from "../../platform/http/page.ts";
import { actOnActivity } from "./acting.ts";
import { loadActivity, OneActivity } from "./activity-page.tsx";
import type { Route } from "./+types/person-activity";

export const loader = load((page) =>
  loadActivity(page, page.params["personId"] ?? "", page.params["activityId"] ?? ""),
);

export const action = act(({ work, form, params }) =>
  actOnActivity({
    work,
    form,
    personId: params["personId"] ?? "",
    isOwn: false,
    id: params["activityId"] ?? "",
  }),
);

export default function PersonActivity({ loaderData, actionData }: Route.ComponentProps) {
  return <OneActivity view={loaderData} refused={actionData} />;
}
