/** A person's plan, for those close to them (PLN-1, ORG-8). */
import { load } from "../../platform/http/page.ts";
import { viewPlan } from "../view-plan.ts";
import { PlanPage } from "./plan-page.tsx";
import type { Route } from "./+types/person-plan";

export const loader = load(async ({ work, params, url }) => ({
  view: await viewPlan(work, params["personId"] ?? ""),
  done: url.searchParams.getAll("done"),
}));

export default function PersonPlan({ loaderData }: Route.ComponentProps) {
  return <PlanPage {...loaderData} />;
}
