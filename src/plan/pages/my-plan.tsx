/** One's own plan (PLN-1). */
import { load } from "../../platform/http/page.ts";
import { ownPlan } from "../plan-room.ts";
import { viewPlan } from "../view-plan.ts";
import { PlanPage } from "./plan-page.tsx";
import type { Route } from "./+types/my-plan";

export const loader = load(async ({ work, url }) => ({
  view: await viewPlan(work, ownPlan(work)),
  done: url.searchParams.getAll("done"),
}));

export default function MyPlan({ loaderData }: Route.ComponentProps) {
  return <PlanPage {...loaderData} />;
}
