/** One's own goal, to add or to go on with (PLN-1). */
import { act, load } from "../../platform/http/page.ts";
import { ownPlan } from "../plan-room.ts";
import { actOnGoal } from "./acting.ts";
import { loadGoal, OneGoal } from "./goal-page.tsx";
import type { Route } from "./+types/my-goal";

export const loader = load((page) => loadGoal(page, ownPlan(page.work), page.params["goalId"] ?? ""));

export const action = act(({ work, form, params }) =>
  actOnGoal({ work, form, personId: ownPlan(work), isOwn: true, id: params["goalId"] ?? "" }),
);

export default function MyGoal({ loaderData, actionData }: Route.ComponentProps) {
  return <OneGoal view={loaderData} refused={actionData} />;
}
