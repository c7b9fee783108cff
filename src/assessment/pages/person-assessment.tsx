/** The manager's page of one assessment. */
import { act, load, type Loading } from "../../platform/http/page.ts";
import { viewAssessment } from "../view-assessment.ts";
import { actOnAssessment } from "./acting.ts";
import { OneAssessment } from "./one-assessment.tsx";
import type { Route } from "./+types/person-assessment";

const addressOf = ({ params }: Pick<Loading, "work" | "params">) => ({
  personId: params["personId"] ?? "",
  assessmentId: params["assessmentId"] ?? "",
  side: "manager" as const,
});

export const loader = load(async (page) => {
  const view = await viewAssessment(page.work, addressOf(page));
  const { searchParams } = page.url;
  return { view, done: searchParams.get("done"), saved: searchParams.get("saved") };
});

export const action = act((page) => actOnAssessment(page, "other", addressOf(page)));

export default function PersonAssessment({ loaderData, actionData }: Route.ComponentProps) {
  return <OneAssessment {...loaderData} whose="other" refused={actionData} />;
}
