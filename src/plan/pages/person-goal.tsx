/** Somebody's goal, to add or to go on with, for whoever decides for them (PLN-1, ORG-4). */
import { act, load } from "../../platform/http/page.ts";
import { actOnGoal } from "./acting.ts";
import { loadGoal, OneGoal } from "./goal-page.tsx";
import type { Route } from "./+types/person-goal";

export const loader = load((page) =>
  loadGoal(page, page.params["personId"] ?? "", page.params["goalId"] ?? ""),
);

export const action = act(({ work, form, params }) =>
  actOnGoal({ work, form, personId: params["personId"] ?? "", isOwn: false, id: params["goalId"] ?? "" }),
);

export default function PersonGoal({ loaderData, actionData }: Route.ComponentProps) {
  return <OneGoal view={loaderData} refused={actionData} />;
}
